from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models
import django.db.models.deletion

from texts.search.index import index_install, index_remove


class Migration(migrations.Migration):
    dependencies = [("texts", "0002_ratings_reports_impressions")]

    operations = [
        # Does nothing on SQLite.
        TrigramExtension(),
        migrations.CreateModel(
            name="SearchDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(db_index=True, max_length=255)),
                ("tag", models.CharField(blank=True, db_index=True, max_length=80)),
                ("headword", models.TextField()),
                ("aliases", models.TextField(blank=True)),
                ("body", models.TextField(blank=True)),
                ("examples", models.TextField(blank=True)),
                (
                    "resource",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_document",
                        to="texts.textresource",
                    ),
                ),
            ],
        ),
        migrations.RunPython(index_install, index_remove),
    ]
