from django.urls import path

from tutoring.progress import views

app_name = "progress"
urlpatterns = [path("progress", views.progress, name="page")]
