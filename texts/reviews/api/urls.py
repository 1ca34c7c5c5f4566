from django.urls import path

from texts.reviews.api import exchange, views

urlpatterns = [
    path("due", views.DueView.as_view(), name="reviews-due"),
    path("grades", views.GradesView.as_view(), name="reviews-grades"),
    path("undo", views.UndoView.as_view(), name="reviews-undo"),
    path("settings", views.SettingsView.as_view(), name="reviews-settings"),
    path("stats", views.StatsView.as_view(), name="reviews-stats"),
    path("import", exchange.ImportView.as_view(), name="reviews-import"),
    path("export", exchange.ExportView.as_view(), name="reviews-export"),
    path("cards", views.CardsView.as_view(), name="reviews-cards"),
    path("cards/<uuid:card_id>", views.CardView.as_view(), name="reviews-card"),
    path("<uuid:card_id>/grade", views.GradeView.as_view(), name="reviews-grade"),
    path("<uuid:card_id>/judge", views.JudgeView.as_view(), name="reviews-judge"),
    path("<uuid:card_id>/suspend", views.SuspendView.as_view(), name="reviews-suspend"),
    path("<uuid:card_id>/resume", views.ResumeView.as_view(), name="reviews-resume"),
    path("<uuid:card_id>/bury", views.BuryView.as_view(), name="reviews-bury"),
]
