from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("history", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="userhistory",
            name="kind",
            field=models.CharField(
                choices=[
                    ("LOOKUP", "Look-up"),
                    ("VIEW", "View"),
                    ("SEARCH", "Search"),
                    ("SESSION", "Speaking"),
                    ("REVIEW", "Review"),
                    ("RATING", "Rating"),
                    ("FEEDBACK", "Feedback read"),
                ],
                max_length=12,
            ),
        ),
    ]
