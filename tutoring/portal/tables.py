"""A table for spreadsheets. Nothing in it is run as a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse

from accounts.privacy import cell_safe, csv_file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table_response(
    *, name: str, kind: str, header: Sequence[str], rows: Iterable[Sequence[Any]]
) -> HttpResponse:
    """``rows`` as a file to keep; ``kind`` is "xlsx", or else CSV."""
    if kind == "xlsx":
        response = HttpResponse(_xlsx(header, rows), content_type=XLSX)
    else:
        kind = "csv"
        body = b"".join(csv_file(name, header, rows).chunks)
        response = HttpResponse(body, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def _xlsx(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Students")
    for row in [header, *rows]:
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=cell_safe(value))
            if isinstance(value, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
