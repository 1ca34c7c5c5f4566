from django.urls import path

from tutoring.progress import api

urlpatterns = [
    path("progress", api.ProgressView.as_view(), name="api-progress"),
    path(
        "tutor/students/<uuid:student_id>/progress",
        api.StudentProgressView.as_view(),
        name="tutor-student-progress",
    ),
]
