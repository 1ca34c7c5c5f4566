"""What browsers get of our files: few, and compressed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.test import Client

from learnenglish.common.bundles import PARTS, SITE, BundlingStorage

FONT = "atkinson-hyperlegible-next-latin-wght-normal"


def test_the_sheets_of_every_page_are_collected_into_one_in_their_order(tmp_path: Path) -> None:
    source = FileSystemStorage(location=settings.BASE_DIR / "static")
    fonts = (settings.BASE_DIR / "static" / "vendor").glob(f"*/{FONT}.woff2")
    names = [*PARTS, *(str(path.relative_to(settings.BASE_DIR / "static")) for path in fonts)]
    storage = BundlingStorage(location=tmp_path, base_url="/static/")
    for _ in range(2):  # as releases come one after another
        for name in names:
            storage.delete(name)
            with source.open(name) as file:
                storage.save(name, file)
        assert list(storage.post_process({name: (source, name) for name in names}))
    manifest = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    joined = (tmp_path / manifest[SITE]).read_text()
    heads = [(settings.BASE_DIR / "static" / name).read_text().splitlines()[0] for name in PARTS]
    places = [joined.index(head) for head in heads]
    assert places == sorted(places)
    assert joined.count(heads[0]) == 1
    # What a sheet names is found from where the joined one lies.
    assert Path(manifest[names[-1]]).name in joined
    assert (tmp_path / f"{manifest[SITE]}.gz").exists()


@pytest.mark.django_db
def test_pages_are_compressed_and_what_is_asked_for_by_byte_is_not(client: Client) -> None:
    page = client.get("/accounts/login/", headers={"Accept-Encoding": "gzip"})
    assert page.headers["Content-Encoding"] == "gzip"
    assert b"<html" in gzip.decompress(page.content)
    assert "Accept-Encoding" in page.headers["Vary"]
    manifest = client.get("/manifest.webmanifest", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in manifest.headers
