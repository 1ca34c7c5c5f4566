import django.db.models.deletion
import learnenglish.common.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tutoring", "0002_feedback_recommendations_classes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ProgressRun",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=learnenglish.common.models.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("started_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("days_written", models.PositiveIntegerField(default=0)),
            ],
            options={
                "indexes": [models.Index(fields=["-started_at"], name="progress_run_newest")],
            },
        ),
        migrations.CreateModel(
            name="DailyProgress",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=learnenglish.common.models.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("day", models.DateField()),
                ("lookups", models.PositiveIntegerField(default=0)),
                ("sessions", models.PositiveIntegerField(default=0)),
                ("sittings", models.PositiveIntegerField(default=0)),
                ("words_met", models.PositiveIntegerField(default=0)),
                ("spoken_ms", models.PositiveBigIntegerField(default=0)),
                ("spoken_words", models.PositiveIntegerField(default=0)),
                ("errors", models.JSONField(blank=True, default=dict)),
                ("offset_min", models.SmallIntegerField(default=0)),
                ("offset_max", models.SmallIntegerField(default=0)),
                ("goal_minutes", models.PositiveSmallIntegerField(default=0)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daily_progress",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "daily progress",
                "constraints": [
                    models.UniqueConstraint(fields=("user", "day"), name="progress_once_a_day")
                ],
            },
        ),
    ]
