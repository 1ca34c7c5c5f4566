from django.urls import path

from speaking import views
from speaking.api.say import SayPageView
from speaking.drills import views as drills

app_name = "speaking"
urlpatterns = [
    path("speak", views.topics, name="topics"),
    path("speak/live", views.live, name="live"),
    path("speak/sessions", views.sessions, name="sessions"),
    path("speak/sessions/<uuid:session_id>", views.session, name="session"),
    path("speak/sessions/<uuid:session_id>/result", views.result, name="result"),
    path("speak/sessions/<uuid:session_id>/delete", views.delete, name="delete"),
    path("speak/drills", drills.drills, name="drills"),
    path("speak/drills/attempts", drills.attempt, name="drill-attempt"),
    path("speak/say", SayPageView.as_view(), name="say"),
    path("speak/audio/<str:token>", views.audio, name="audio"),
    path("speak/audio/<str:token>/peaks", views.peaks, name="peaks"),
]
