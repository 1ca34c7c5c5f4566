from django.apps import AppConfig
from django.db.models.signals import post_save


class TutoringConfig(AppConfig):
    name = "tutoring"

    def ready(self) -> None:
        from history.models import UserHistory
        from speaking.markers import markers_register
        from tutoring.markers import feedback_markers
        from tutoring.noticing import history_saved
        from tutoring.privacy import privacy_register
        from tutoring.progress.privacy import privacy_register as progress_register

        markers_register(feedback_markers)
        privacy_register()
        progress_register()
        post_save.connect(history_saved, sender=UserHistory, dispatch_uid="tutoring.noticing")
