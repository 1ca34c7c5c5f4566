from django.urls import path

from tutoring import views

app_name = "tutoring"
urlpatterns = [
    path("join", views.join, name="join"),
    path("join/<str:code>", views.join, name="join-code"),
    path("speak/sessions/<uuid:session_id>/feedback", views.feedback, name="feedback"),
    path("recommendations/<uuid:recommendation_id>/done", views.done, name="done"),
    path("recommendations/<uuid:recommendation_id>/keep", views.keep, name="keep"),
]
