from django.urls import path

from speaking.api import drills, views
from speaking.api.review_say import ReviewSayView
from speaking.api.say import SayView
from speaking.api.upload import SessionSoundView

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
        SessionSoundView.as_view(),
        name="speakup-session-audio",
    ),
    path("reviews/<uuid:card_id>/say", ReviewSayView.as_view(), name="speakup-review-say"),
    path("say", SayView.as_view(), name="speakup-say"),
    path("drills", drills.DrillsView.as_view(), name="speakup-drills"),
    path("drills/next", drills.DrillNextView.as_view(), name="speakup-drill-next"),
    path("drills/attempts", drills.DrillAttemptsView.as_view(), name="speakup-drill-attempts"),
    path("tendencies", drills.TendenciesView.as_view(), name="speakup-tendencies"),
    path("ticket", views.TicketView.as_view(), name="speakup-ticket"),
]
