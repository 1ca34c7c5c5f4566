from django.urls import path

from texts.api import views

urlpatterns = [
    path("process-text", views.ProcessTextView.as_view(), name="process-text"),
    path("resources/<uuid:resource_id>", views.ResourceView.as_view(), name="resource"),
]
