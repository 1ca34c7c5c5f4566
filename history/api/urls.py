from django.urls import path

from history.api import views

urlpatterns = [
    path("history", views.HistoryView.as_view(), name="history"),
    path("history/restore", views.HistoryRestoreView.as_view(), name="history-restore"),
    path("history/<uuid:entry_id>", views.HistoryEntryView.as_view(), name="history-entry"),
    path(
        "tutor/history/<uuid:entry_id>/validation",
        views.HistoryValidationView.as_view(),
        name="history-validation",
    ),
]
