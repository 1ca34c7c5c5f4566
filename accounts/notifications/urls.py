from django.urls import path

from accounts.notifications import views

app_name = "notifications"
urlpatterns = [
    path("notifications", views.notifications, name="list"),
    path("notifications/bell", views.bell, name="bell"),
    path("notifications/mark", views.mark, name="mark"),
    path("notifications/<uuid:notification_id>", views.follow, name="open"),
    path("notifications/unsubscribe/<str:token>", views.unsubscribe_page, name="unsubscribe"),
]
