from django.urls import path

from tutoring.portal import classes, ratings, recordings, site, student, students

app_name = "portal"
urlpatterns = [
    path("students", students.students, name="students"),
    path("students/export", students.export, name="students-export"),
    path("students/<uuid:student_id>", student.student, name="student"),
    path("students/<uuid:student_id>/end", student.end, name="student-end"),
    path("students/<uuid:student_id>/notes", student.note, name="note"),
    path(
        "students/<uuid:student_id>/notes/<uuid:note_id>/delete",
        student.note_remove,
        name="note-remove",
    ),
    path("students/<uuid:student_id>/recommendations", student.recommend, name="recommend"),
    path(
        "students/<uuid:student_id>/recommendations/<uuid:recommendation_id>",
        student.recommendation,
        name="recommendation",
    ),
    path("students/<uuid:student_id>/lesson", student.lesson, name="lesson"),
    path("recordings", recordings.queue, name="queue"),
    path("recordings/<uuid:session_id>", recordings.recording, name="recording"),
    path("recordings/<uuid:session_id>/comments", recordings.comment, name="comment"),
    path(
        "recordings/<uuid:session_id>/comments/<uuid:feedback_id>/delete",
        recordings.comment_remove,
        name="comment-remove",
    ),
    path("recordings/<uuid:session_id>/listened", recordings.listened, name="listened"),
    path("recordings/<uuid:session_id>/scores", recordings.score, name="score"),
    path("ratings", ratings.ratings, name="ratings"),
    path("classes", classes.classes, name="classes"),
    path("classes/<uuid:class_id>", classes.class_page, name="class"),
    path("classes/<uuid:class_id>/change", classes.class_change, name="class-change"),
    path("invitations", classes.invitations, name="invitations"),
    path("invitations/<uuid:invitation_id>/end", classes.invitation_end, name="invitation-end"),
    path("engines", site.engines_page, name="engines"),
    path("agreement", site.agreement_page, name="agreement"),
]
