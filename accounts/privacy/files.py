"""The files of an export: names and contents in pieces, so that none is in memory as a whole."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, QuerySet
from django.db.models.fields.files import FieldFile

CHUNK_BYTES = 64 * 1024
ROWS_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class ExportFile:
    """``name`` is a path inside the app's folder of the ZIP."""

    name: str
    chunks: Iterable[bytes]


def rows_of(queryset: QuerySet[Any], *, omit: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """Every column of every row, but ``omit`` (secrets, and what is about somebody else)."""
    for row in queryset.iterator(chunk_size=ROWS_AT_A_TIME):
        yield row_of(row, omit=omit)


def row_of(row: Model, *, omit: Sequence[str] = ()) -> dict[str, Any]:
    values = {}
    for field in row._meta.concrete_fields:
        if field.name in omit:
            continue
        value = field.value_from_object(row)
        values[field.attname] = value.name if isinstance(value, FieldFile) else value
    return values


def json_file(name: str, rows: Iterable[dict[str, Any]]) -> ExportFile:
    """A JSON array, written row by row."""
    return ExportFile(name, _json_chunks(rows))


def csv_file(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> ExportFile:
    """CSV in UTF-8 with the mark that spreadsheets need to see that it is."""
    return ExportFile(name, _csv_chunks(header, rows))


def stored_file(name: str, file: FieldFile) -> ExportFile:
    """A file of the storage. One that is not there any more leaves an empty one."""
    return ExportFile(name, _stored_chunks(file))


def _json_chunks(rows: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    between = "[\n"
    for row in rows:
        text = json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        yield (between + text).encode()
        between = ",\n"
    yield b"[]\n" if between == "[\n" else b"\n]\n"


def _csv_chunks(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    yield b"\xef\xbb\xbf" + _csv_line(header)
    for row in rows:
        yield _csv_line(row)


def _csv_line(row: Sequence[Any]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow([cell_safe(value) for value in row])
    return line.getvalue().encode()


def cell_safe(value: Any) -> Any:
    """Spreadsheets run what begins like a formula: an apostrophe makes it a text."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value


def _stored_chunks(file: FieldFile) -> Iterator[bytes]:
    try:
        opened = file.storage.open(file.name or "")
    except FileNotFoundError:
        return
    with opened:
        yield from opened.chunks(CHUNK_BYTES)
