from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("history", "0003_validation_days_removal")]

    operations = [
        migrations.AddField(
            model_name="userhistory",
            name="utc_offset_minutes",
            field=models.SmallIntegerField(default=0, editable=False),
        ),
    ]
