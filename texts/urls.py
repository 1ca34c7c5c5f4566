from django.urls import path

from texts import views

app_name = "texts"
urlpatterns = [
    path("lookup", views.lookup, name="lookup"),
    path("resources/<uuid:resource_id>", views.resource, name="resource"),
]
