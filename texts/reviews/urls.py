from django.urls import path

from texts.reviews import card_views, views

app_name = "reviews"
urlpatterns = [
    path("review", views.review, name="review"),
    path("review/undo", views.undo, name="undo"),
    path("review/<uuid:card_id>/check", views.check, name="check"),
    path("review/<uuid:card_id>/grade", views.grade, name="grade"),
    path("review/<uuid:card_id>/aside", views.aside, name="aside"),
    path("review/cards", card_views.cards, name="cards"),
    path("review/cards/<uuid:card_id>", card_views.change, name="change"),
    path("review/import", card_views.package_import, name="import"),
    path("review/export", card_views.package_export, name="export"),
    path("review/settings", card_views.preferences, name="preferences"),
    path("resources/<uuid:resource_id>/keep", card_views.keep, name="keep"),
]
