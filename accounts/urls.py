from django.urls import path

from accounts import views
from accounts.notifications import views as notifications
from accounts.privacy import views as privacy

app_name = "accounts"
urlpatterns = [
    path("profile", views.profile, name="profile"),
    path("notifications", notifications.preferences, name="notification-preferences"),
    path("privacy", privacy.privacy, name="privacy"),
    path("privacy/cloud", privacy.cloud_consent, name="cloud-consent"),
    path("privacy/export", privacy.export, name="export"),
    path("privacy/delete", privacy.delete, name="delete"),
    path("restore", privacy.restore, name="restore"),
]
