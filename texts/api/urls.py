from django.urls import include, path

from texts.api import quality, search, views
from texts.placement import api as placement

urlpatterns = [
    path("process-text", views.ProcessTextView.as_view(), name="process-text"),
    path("process-text/batch", quality.ProcessTextBatchView.as_view(), name="process-text-batch"),
    path("placement", placement.PlacementView.as_view(), name="placement"),
    path("placement/answer", placement.PlacementAnswerView.as_view(), name="placement-answer"),
    path("search", search.SearchView.as_view(), name="search"),
    path("search/suggest", search.SuggestView.as_view(), name="search-suggest"),
    path("resources/<uuid:resource_id>", views.ResourceView.as_view(), name="resource"),
    path(
        "resources/<uuid:resource_id>/report", quality.ReportView.as_view(), name="resource-report"
    ),
    path("resources/batch", quality.ResourceBatchView.as_view(), name="resource-batch"),
    path("reviews/", include("texts.reviews.api.urls")),
]
