from django.urls import path

from speaking.api import views

urlpatterns = [
    path("topics", views.TopicsView.as_view(), name="speakup-topics"),
    path("sessions", views.SessionsView.as_view(), name="speakup-sessions"),
    path("sessions/<uuid:session_id>", views.SessionView.as_view(), name="speakup-session"),
    path(
        "sessions/<uuid:session_id>/status",
        views.SessionStatusView.as_view(),
        name="speakup-session-status",
    ),
    path(
        "sessions/<uuid:session_id>/audio",
        views.SessionAudioView.as_view(),
        name="speakup-session-audio",
    ),
    path("ticket", views.TicketView.as_view(), name="speakup-ticket"),
]
