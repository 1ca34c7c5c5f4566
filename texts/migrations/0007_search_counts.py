from django.db import migrations

from texts.search.counts import counts_install, counts_remove


class Migration(migrations.Migration):

    dependencies = [
        ("texts", "0006_day_spending"),
    ]

    operations = [
        migrations.RunPython(counts_install, counts_remove),
    ]
