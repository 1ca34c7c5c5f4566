from django.urls import path

from accounts.api import google, privacy, views

urlpatterns = [
    path("register", views.RegisterView.as_view(), name="register"),
    path("email/code", views.EmailCodeView.as_view(), name="email-code"),
    path("email/confirm", views.EmailConfirmView.as_view(), name="email-confirm"),
    path("token", views.TokenView.as_view(), name="token"),
    path("token/refresh", views.TokenRefreshView.as_view(), name="token-refresh"),
    path("token/verify", views.TokenVerifyView.as_view(), name="token-verify"),
    path("logout", views.LogoutView.as_view(), name="logout"),
    # allauth builds its links from these two names; ours come after its own and so win.
    path("google/login", google.GoogleLoginView.as_view(), name="google_login"),
    path("google/callback", google.GoogleCallbackView.as_view(), name="google_callback"),
    path("google/token", google.GoogleTokenView.as_view(), name="google-token"),
    path("instagram/login", google.InstagramLoginView.as_view(), name="instagram-login"),
    path("me", views.MeView.as_view(), name="me"),
    path("me/restore", privacy.RestoreView.as_view(), name="me-restore"),
    path("me/export", privacy.MyExportView.as_view(), name="me-export"),
    path("me/export/<str:token>", privacy.MyExportFileView.as_view(), name="me-export-file"),
]
