from django.urls import path

from tutoring.api import ratings

urlpatterns = [path("ratings", ratings.RatingsView.as_view(), name="tutor-ratings")]
