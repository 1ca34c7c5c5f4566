"""What the synchronisation found, in the admin."""

from __future__ import annotations

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.admin import ModelAdmin

from learnenglish.common.admin import ReadOnly
from learnenglish.upkeep.models import SynchronisationRun


@admin.register(SynchronisationRun)
class SynchronisationRunAdmin(ReadOnly, ModelAdmin):
    """Reports: to be read, not written."""

    list_display = ("started_at", "finished_at", "repair", "checked", "wrong", "repaired", "failed")
    list_filter = ("repair",)
    ordering = ("-id",)
    fields = ("started_at", "finished_at", "repair", "findings")
    readonly_fields = fields

    @admin.display(description=gettext_lazy("Findings"))
    def findings(self, run: SynchronisationRun) -> SafeString:
        head = (_("Check"), _("Checked"), _("Wrong"), _("Repaired"), _("Seconds"), _("Examples"))
        rows = (
            (
                one["name"],
                one.get("checked", "–"),
                one.get("wrong", "–"),
                one.get("repaired", "–"),
                one["seconds"],
                one["error"] or ", ".join(one["examples"]),
            )
            for one in run.report
        )
        cells = "<tr>" + "<td>{}</td>" * len(head) + "</tr>"
        return format_html(
            "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
            format_html_join("", '<th scope="col">{}</th>', ((name,) for name in head)),
            format_html_join("", cells, rows),
        )
