from django.urls import path

from tutoring.api import learner

urlpatterns = [
    path(
        "speakup/sessions/<uuid:session_id>/feedback",
        learner.SessionFeedbackView.as_view(),
        name="session-feedback",
    ),
    path("recommendations", learner.OwnRecommendationsView.as_view(), name="recommendations"),
    path(
        "recommendations/<uuid:recommendation_id>/done",
        learner.OwnRecommendationDoneView.as_view(),
        name="recommendation-done",
    ),
    path(
        "recommendations/<uuid:recommendation_id>/keep",
        learner.OwnRecommendationKeepView.as_view(),
        name="recommendation-keep",
    ),
    path("assignments", learner.OwnAssignmentsView.as_view(), name="assignments"),
    path("join", learner.JoinView.as_view(), name="join"),
]
