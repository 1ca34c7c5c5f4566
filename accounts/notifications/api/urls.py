from django.urls import path

from accounts.notifications.api import views

urlpatterns = [
    path("notifications", views.NotificationsView.as_view(), name="notifications"),
    path("notifications/unread", views.UnreadView.as_view(), name="notifications-unread"),
    path(
        "notifications/preferences",
        views.PreferencesView.as_view(),
        name="notifications-preferences",
    ),
    path(
        "notifications/<uuid:notification_id>",
        views.NotificationView.as_view(),
        name="notification",
    ),
]
