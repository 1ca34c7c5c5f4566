from django.urls import path

from tutoring.api import classes, feedback, ratings, recommendations, students

urlpatterns = [
    path("students", students.StudentsView.as_view(), name="tutor-students"),
    path("students/<uuid:student_id>", students.StudentView.as_view(), name="tutor-student"),
    path(
        "students/<uuid:student_id>/sessions",
        students.StudentSessionsView.as_view(),
        name="tutor-student-sessions",
    ),
    path(
        "students/<uuid:student_id>/notes",
        students.StudentNotesView.as_view(),
        name="tutor-student-notes",
    ),
    path(
        "students/<uuid:student_id>/recommendations",
        recommendations.RecommendationsView.as_view(),
        name="tutor-recommendations",
    ),
    path(
        "students/<uuid:student_id>/lesson",
        recommendations.LessonView.as_view(),
        name="tutor-lesson",
    ),
    path(
        "recommendations/<uuid:recommendation_id>",
        recommendations.RecommendationView.as_view(),
        name="tutor-recommendation",
    ),
    path("queue", feedback.QueueView.as_view(), name="tutor-queue"),
    path("sessions/<uuid:session_id>", students.StudentSessionView.as_view(), name="tutor-session"),
    path(
        "sessions/<uuid:session_id>/feedback",
        feedback.TutorSessionFeedbackView.as_view(),
        name="tutor-session-feedback",
    ),
    path(
        "sessions/<uuid:session_id>/scores",
        feedback.OverridesView.as_view(),
        name="tutor-session-scores",
    ),
    path("feedback", feedback.FeedbackListView.as_view(), name="tutor-feedback-list"),
    path("feedback/<uuid:feedback_id>", feedback.FeedbackView.as_view(), name="tutor-feedback"),
    path("ratings", ratings.RatingsView.as_view(), name="tutor-ratings"),
    path("invitations", classes.InvitationsView.as_view(), name="tutor-invitations"),
    path(
        "invitations/<uuid:invitation_id>",
        classes.InvitationView.as_view(),
        name="tutor-invitation",
    ),
    path("classes", classes.ClassesView.as_view(), name="tutor-classes"),
    path("classes/<uuid:class_id>", classes.ClassView.as_view(), name="tutor-class"),
    path(
        "classes/<uuid:class_id>/students/<uuid:student_id>",
        classes.ClassMemberView.as_view(),
        name="tutor-class-member",
    ),
    path(
        "classes/<uuid:class_id>/assignments",
        classes.AssignmentsView.as_view(),
        name="tutor-assignments",
    ),
]
