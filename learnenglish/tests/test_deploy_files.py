"""What ``deploy/`` holds can be read by those it is for; no container engine is needed."""

from __future__ import annotations

import json
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml
from django.conf import settings
from prometheus_client import REGISTRY

from learnenglish.common import metrics  # noqa: F401  (registers our metrics)

pytestmark = pytest.mark.embedded

ROOT: Path = settings.BASE_DIR
DEPLOY = ROOT / "deploy"
KUBERNETES = "1.33"
MANIFESTS = sorted(path for path in (DEPLOY / "k8s").glob("*.yaml") if path.stem != "kustomization")


def tool(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / arguments[0]), *arguments[1:]]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT)


def documents(path: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(path.read_text()))


def test_hadolint_finds_nothing_in_the_dockerfile() -> None:
    run = tool("hadolint", "Dockerfile")
    assert (run.returncode, run.stdout) == (0, "")


def test_the_image_does_not_run_as_root() -> None:
    users = re.findall(r"^USER (.+)$", (ROOT / "Dockerfile").read_text(), re.M)
    assert users[-1] == "10001:10001"


def test_compose_files_fit_the_compose_specification() -> None:
    files = [str(path) for path in DEPLOY.glob("compose*.yaml")]
    run = tool("check-jsonschema", "--builtin-schema", "vendor.compose-spec", *files)
    assert run.returncode == 0, run.stdout


def interpolated(value: str, names: dict[str, str]) -> str:
    """``value`` as Compose reads it: what ``names`` have, or the default behind ``:-``."""
    return re.sub(
        r"\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}",
        lambda found: names.get(found[1]) or found[2] or "",
        value,
    )


@pytest.mark.parametrize("mail", ["", "smtp://mail.example.org:25"])
def test_the_environment_that_compose_makes_of_the_example_is_right(
    tmp_path: Path, mail: str
) -> None:
    """Filled in as the example says: no check has anything to say against it."""
    lines = re.findall(r"^(\w+)=(.*)$", (DEPLOY / "env.example").read_text(), re.M)
    names = {name: value or secrets.token_urlsafe(48) for name, value in lines}
    names |= {"EMAIL_URL": mail, "DEFAULT_FROM_EMAIL": mail and "learn@example.org"}
    text = (DEPLOY / "compose.yaml").read_text()
    assert set(re.findall(r"\$\{(\w+):\?", text)) <= names.keys()
    services = yaml.safe_load(text)["services"]
    environment = {
        name: interpolated(str(value), names)
        for name, value in services["web"]["environment"].items()
    }
    run = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), **names, **environment},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    # What the proxy hands on to the S3 server is what addresses of recordings begin with.
    assert f"path /{environment['S3_BUCKET']}/*" in (DEPLOY / "Caddyfile").read_text()


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.stem)
def test_manifests_fit_kubernetes_schemas(path: Path) -> None:
    for document in documents(path):
        kubernetes_validate.validate(document, KUBERNETES, strict=True)


def test_kustomization_names_every_manifest() -> None:
    named = documents(DEPLOY / "k8s" / "kustomization.yaml")[0]["resources"]
    assert sorted(named) == [path.name for path in MANIFESTS]


def test_every_container_of_the_cluster_is_read_only_and_not_root() -> None:
    for path in MANIFESTS:
        for document in documents(path):
            pod = document.get("spec", {}).get("template", {}).get("spec")
            if pod is None:
                continue
            assert pod["securityContext"]["runAsNonRoot"], path.name
            for container in pod["containers"]:
                assert container["securityContext"]["readOnlyRootFilesystem"], path.name
                assert container["resources"]["limits"]["memory"], path.name


def test_every_role_is_started_by_compose_kubernetes_systemd_and_the_procfile() -> None:
    roles = set(re.findall(r"^  ([a-z-]+)\)", (DEPLOY / "run").read_text(), re.M)) - {"manage"}
    compose = documents(DEPLOY / "compose.yaml")[0]["services"]
    assert roles <= {word for service in compose.values() for word in service.get("command", [])}
    assert roles <= {
        word
        for path in MANIFESTS
        for document in documents(path)
        for container in document.get("spec", {})
        .get("template", {})
        .get("spec", {})
        .get("containers", [])
        for word in container["args"]
    }
    started = set(re.findall(r"deploy/run (\S+)$", (DEPLOY / "Procfile").read_text(), re.M))
    assert started == roles - {"release"}
    unit = (DEPLOY / "systemd" / "learnenglish@.service").read_text()
    enabled = re.findall(r"learnenglish@\{(.+)\}", unit)
    assert set(enabled[0].split(",")) == roles - {"release"}


def queried_metrics() -> set[str]:
    """Names of our metrics in the dashboard and the alert rules, without the suffixes of kinds."""
    dashboard = (DEPLOY / "grafana" / "dashboards" / "learnenglish.json").read_text()
    panels = json.loads(dashboard)["panels"]
    queries = [target["expr"] for panel in panels for target in panel["targets"]]
    for group in documents(DEPLOY / "prometheus" / "alerts.yml")[0]["groups"]:
        queries += [rule["expr"] for rule in group["rules"]]
    names = set(re.findall(r"\b([a-z]+(?:_[a-z]+)+)\b(?=[\[({ )]|$)", " ".join(queries)))
    words = {"histogram_quantile", "sum by", "max by"}
    return {name for name in names - words if name.split("_")[0] in PREFIXES}


PREFIXES = ("speak", "engine", "task", "cache", "rating", "queue", "django")


def test_dashboard_and_alerts_ask_for_metrics_that_there_are() -> None:
    from django_prometheus import middleware

    from learnenglish.queues import QueueCollector

    assert middleware.Metrics.get_instance()
    known = set(REGISTRY._names_to_collectors)
    known |= {"queue_depth", "queue_oldest_seconds"}
    assert QueueCollector.__doc__
    assert sorted(queried_metrics() - known) == []
    assert len(queried_metrics()) > 15


def test_every_alert_names_a_recipe_in_the_handbook() -> None:
    handbook = (ROOT / "docs" / "operations.md").read_text()
    anchors = {
        re.sub(r"[^a-z0-9 -]", "", title.lower()).strip().replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", handbook, re.M)
    }
    for group in documents(DEPLOY / "prometheus" / "alerts.yml")[0]["groups"]:
        for rule in group["rules"]:
            file, _, anchor = rule["annotations"]["runbook"].partition("#")
            assert file == "docs/operations.md"
            assert anchor in anchors, rule["alert"]
