from django.urls import path

from history.api.views import HistoryView

urlpatterns = [path("history", HistoryView.as_view(), name="history")]
