"""A file with byte ranges: browsers seek in a recording only if the server answers them."""

from __future__ import annotations

import re
from typing import IO

from django.http import HttpRequest, HttpResponse

_RANGE = re.compile(r"bytes=(\d*)-(\d*)$")


def ranged_response(request: HttpRequest, file: IO[bytes], *, content_type: str) -> HttpResponse:
    """The whole file, or the single range asked for (RFC 9110, section 14).

    A range that cannot be read is ignored; one beyond the end is 416. Recordings are a few MB at
    the most, so they are read into memory.
    """
    data = file.read()
    size = len(data)
    match = _RANGE.match(request.headers.get("Range", ""))
    start, end, status = 0, size - 1, 200
    if match and any(match.groups()):
        first, last = match.groups()
        status = 206
        if first:
            start, end = int(first), min(int(last), size - 1) if last else size - 1
        else:
            start = max(0, size - int(last))
        if start > end or start >= size:
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = HttpResponse(data[start : end + 1], status=status, content_type=content_type)
    response["Accept-Ranges"] = "bytes"
    if status == 206:
        response["Content-Range"] = f"bytes {start}-{end}/{size}"
    return response
