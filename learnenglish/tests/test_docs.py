"""What the documents say is true."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from accounts.models import User
from accounts.tokens import token_for
from bench.__main__ import PARTS
from learnenglish.testing.site import Site

ROOT: Path = settings.BASE_DIR


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    files = (ROOT / "learnenglish" / "settings").glob("*.py")
    source = "\n".join(file.read_text() for file in files)
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z0-9_]+)"', source))
    rows = re.findall(r"^\| (`[^|]+) \|", (ROOT / "docs" / "settings.md").read_text(), re.M)
    documented = set(re.findall(r"`([A-Z0-9_]+)`", " ".join(rows)))
    assert read == documented


@pytest.mark.django_db(transaction=True)
def test_the_readmes_socket_client_gets_a_result(
    site: Site, student: User, recordings: Path, tmp_path: Path
) -> None:
    code = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.S)[0]
    code = code.replace("localhost:8000", f"127.0.0.1:{site.port}")
    client = tmp_path / "client.py"
    client.write_text(code)
    token = str(token_for(student).access_token)
    run = subprocess.run(
        [sys.executable, str(client), token, str(recordings / "beckett.wav")],
        capture_output=True,
        text=True,
        timeout=90,
        env={**os.environ, "NO_PROXY": "*"},
    )
    assert run.returncode == 0, run.stderr
    assert "fail better" in run.stdout.lower()
    assert json.loads(run.stdout[run.stdout.index(" {\n") :])["evaluator"]["provider"] == "offline"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_link_of_a_document_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / name).read_text())
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_apis_description_is_valid_and_complete(tmp_path: Path) -> None:
    """Raises for a warning, such as an endpoint or an enumeration without a name of its own."""
    call_command("spectacular", validate=True, fail_on_warn=True, file=str(tmp_path / "api.yaml"))


def test_every_part_of_the_bench_is_there() -> None:
    assert [part for part in PARTS if find_spec(f"bench.{part}") is None] == []
