import django.db.models.deletion
import django.utils.timezone
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.db import migrations, models
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import TruncDate

USES = ("LOOKUP", "VIEW", "REVIEW")


def days_and_types_fill(apps: Any, schema_editor: Any) -> None:
    """What rows recorded before would have held."""
    history = apps.get_model("history", "UserHistory").objects
    people = apps.get_model("accounts", "User").objects
    for name in people.order_by().values_list("time_zone", flat=True).distinct():
        try:
            zone = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            zone = ZoneInfo("UTC")
        rows = history.filter(user__time_zone=name)
        rows.update(day=TruncDate("created_at", tzinfo=zone))
    resources = apps.get_model("texts", "TextResource").objects
    kind = resources.filter(pk=OuterRef("text_resource")).values("kind")
    used = history.filter(text_resource__isnull=False)
    used.update(resource_type=Subquery(kind))
    history.filter(speak_resource__isnull=False).update(resource_type="SPEAKING")
    earlier = history.filter(
        user=OuterRef("user"),
        text_resource=OuterRef("text_resource"),
        kind__in=USES,
        pk__lt=OuterRef("pk"),
    )
    used.filter(~Exists(earlier), kind__in=USES).update(is_first=True)


class Migration(migrations.Migration):
    dependencies = [
        ("history", "0002_review_rating_feedback"),
        ("speaking", "0001_initial"),
        ("texts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="userhistory",
            name="history_user_newest",
        ),
        migrations.RemoveIndex(
            model_name="userhistory",
            name="history_user_kind_newest",
        ),
        migrations.AddField(
            model_name="userhistory",
            name="day",
            field=models.DateField(default=django.utils.timezone.localdate, editable=False),
        ),
        migrations.AddField(
            model_name="userhistory",
            name="is_first",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="userhistory",
            name="removed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="userhistory",
            name="resource_type",
            field=models.CharField(
                blank=True,
                choices=[
                    ("VOCABULARY", "Word"),
                    ("PHRASE", "Phrase"),
                    ("GRAMMAR", "Grammar"),
                    ("SPEAKING", "Recording"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="userhistory",
            name="validated_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="userhistory",
            name="validated_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="userhistory",
            name="validation_note",
            field=models.CharField(blank=True, max_length=1000),
        ),
        migrations.AlterField(
            model_name="userhistory",
            name="created_at",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.AlterField(
            model_name="userhistory",
            name="speak_resource",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="speaking.speakresource",
            ),
        ),
        migrations.AlterField(
            model_name="userhistory",
            name="text_resource",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="texts.textresource",
            ),
        ),
        migrations.AlterField(
            model_name="userhistory",
            name="user",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="history",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="userhistory",
            index=models.Index(fields=["user", "-created_at", "-id"], name="history_newest"),
        ),
        migrations.AddIndex(
            model_name="userhistory",
            index=models.Index(
                fields=["user", "kind", "-created_at", "-id"], name="history_by_kind"
            ),
        ),
        migrations.AddIndex(
            model_name="userhistory",
            index=models.Index(
                fields=["user", "resource_type", "-created_at", "-id"], name="history_by_type"
            ),
        ),
        migrations.AddIndex(
            model_name="userhistory",
            index=models.Index(
                condition=models.Q(("validation_status", "PENDING"), _negated=True),
                fields=["user", "validation_status", "-created_at", "-id"],
                name="history_by_status",
            ),
        ),
        migrations.AddIndex(
            model_name="userhistory",
            index=models.Index(
                condition=models.Q(("text_resource__isnull", False)),
                fields=["text_resource", "user"],
                name="history_resource_user",
            ),
        ),
        migrations.AddIndex(
            model_name="userhistory",
            index=models.Index(
                condition=models.Q(("speak_resource__isnull", False)),
                fields=["speak_resource"],
                name="history_session",
            ),
        ),
        migrations.AddIndex(
            model_name="userhistory",
            index=models.Index(
                condition=models.Q(("validated_by__isnull", False)),
                fields=["validated_by"],
                name="history_validator",
            ),
        ),
        migrations.AddIndex(
            model_name="userhistory",
            index=models.Index(
                condition=models.Q(
                    ("kind__in", ["LOOKUP", "VIEW", "REVIEW"]), ("text_resource__isnull", False)
                ),
                fields=["created_at", "text_resource"],
                name="history_uses",
            ),
        ),
        migrations.AddIndex(
            model_name="userhistory",
            index=models.Index(
                condition=models.Q(("removed_at__isnull", False)),
                fields=["removed_at"],
                name="history_removed",
            ),
        ),
        migrations.RunPython(days_and_types_fill, migrations.RunPython.noop),
    ]
