from django.urls import path

from texts import views
from texts.placement import views as placement_views
from texts.quality import views as quality_views
from texts.search import views as search_views

app_name = "texts"
urlpatterns = [
    path("lookup", views.lookup, name="lookup"),
    path("level", placement_views.placement, name="placement"),
    path("level/take", placement_views.placement_take, name="placement-take"),
    path("search", search_views.search, name="search"),
    path("search/suggest", search_views.suggest, name="search-suggest"),
    path("resources/<uuid:resource_id>", views.resource, name="resource"),
    path("resources/<uuid:resource_id>/rate", quality_views.rate, name="resource-rate"),
    path("resources/<uuid:resource_id>/report", quality_views.report, name="resource-report"),
]
