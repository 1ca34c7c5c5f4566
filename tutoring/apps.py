from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class TutoringConfig(AppConfig):
    name = "tutoring"

    def ready(self) -> None:
        from history.models import UserHistory
        from speaking.markers import markers_register
        from texts.models import ResourceRating
        from tutoring.markers import feedback_markers
        from tutoring.noticing import history_saved, rating_deleted, rating_saved
        from tutoring.privacy import privacy_register
        from tutoring.progress.privacy import privacy_register as progress_register

        markers_register(feedback_markers)
        privacy_register()
        progress_register()
        post_save.connect(history_saved, sender=UserHistory, dispatch_uid="tutoring.noticing")
        post_save.connect(rating_saved, sender=ResourceRating, dispatch_uid="tutoring.rating_saved")
        post_delete.connect(
            rating_deleted, sender=ResourceRating, dispatch_uid="tutoring.rating_deleted"
        )
