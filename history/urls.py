from django.urls import path

from history import views

app_name = "history"
urlpatterns = [
    path("history", views.history, name="list"),
    path("history/clear", views.clear, name="clear"),
    path("history/restore", views.restore, name="restore"),
    path("history/<uuid:entry_id>/remove", views.remove, name="remove"),
]
