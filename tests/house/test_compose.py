"""docker-compose.yml and Dockerfile are true to the service; no container engine is needed to see it."""

import re
from typing import Any

import pytest
import yaml

from marketplace.__main__ import _parser
from marketplace.settings import ROOT, Settings

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
OURS = ("migrate", "web", "worker")
GIVEN = re.compile(r"\$\{\w+(:\?[^}]*)?(?P<or_else>:-[^}]*)?\}")
SECRET = re.compile(r"PASSWORD|TOKEN|_URL")


def filled(value: str) -> str:
    """A value as compose would fill it in, every variable without a default set to the same word."""
    return GIVEN.sub(lambda found: found["or_else"][2:] if found["or_else"] else "woord", value)


def test_the_production_form_is_these_services() -> None:
    assert set(SERVICES) == {"postgres", "redis", *OURS}


def test_what_listens_tells_whether_it_is_well_and_others_wait_for_it() -> None:
    for name in ("postgres", "redis", "web", "worker"):
        assert SERVICES[name]["healthcheck"]["test"], name
    assert (
        SERVICES["worker"]["environment"]["PLEKWIJS_HARTSLAG"] in SERVICES["worker"]["healthcheck"]["test"][1]
    )
    assert "/klaar" in " ".join(SERVICES["web"]["healthcheck"]["test"])
    assert SERVICES["migrate"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    for name in ("web", "worker"):
        waits = {who: how["condition"] for who, how in SERVICES[name]["depends_on"].items()}
        assert waits == {"redis": "service_healthy", "migrate": "service_completed_successfully"}


@pytest.mark.parametrize("name", OURS)
def test_our_services_are_commands_of_the_program(name: str) -> None:
    arguments = _parser().parse_args(SERVICES[name]["command"])
    assert arguments.run.__name__ == f"run_{name}"
    assert 'ENTRYPOINT ["python", "-m", "marketplace"]' in DOCKERFILE


@pytest.mark.parametrize("name", OURS)
def test_the_environment_of_a_service_is_complete_and_can_be_read(name: str) -> None:
    environment = {key: filled(value) for key, value in SERVICES[name]["environment"].items()}
    settings = Settings.from_environment(environment | {"PLEKWIJS_METRICS_TOKEN": "woord" * 4})
    if name == "migrate":
        assert settings.url_of_owner().startswith("postgresql://eigenaar:")
        return
    assert settings.database_url.startswith("postgresql://app:")
    assert settings.redis_url == "redis://:woord@redis:6379/0"
    assert not settings.database_url_eigenaar
    assert bool(settings.database_url_worker) == (name == "worker")


def test_every_secret_is_given_from_outside() -> None:
    for name, service in SERVICES.items():
        for key, value in service.get("environment", {}).items():
            if SECRET.search(key):
                assert GIVEN.search(value), f"{name}: {key}"
                assert not re.search(r"://[^@$]*:[^@$]+@", value), f"{name}: {key}"
    for line in DOCKERFILE.splitlines():
        assert not (line.startswith(("ENV", "ARG")) and SECRET.search(line)), line


def test_only_the_web_can_be_reached_and_only_from_this_machine() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["web"]
    assert SERVICES["web"]["ports"] == ["127.0.0.1:8000:8000"]


def test_the_image_holds_what_the_service_needs_and_runs_as_nobody_special() -> None:
    for folder in ("solver", "migrations", "seed", "marketplace"):
        assert f"COPY {folder} ./{folder}" in DOCKERFILE
    assert "--require-hashes -r requirements.lock" in DOCKERFILE
    assert DOCKERFILE.index("USER plekwijs") < DOCKERFILE.index("ENTRYPOINT")


def test_a_reservekopie_has_a_place_that_outlives_its_container() -> None:
    place = SERVICES["migrate"]["volumes"][0].partition(":")[2]
    assert f"install -d -o plekwijs -m 700 {place}" in DOCKERFILE
    assert SERVICES["migrate"]["volumes"][0].partition(":")[0] in COMPOSE["volumes"]


def test_compose_and_embedded_are_the_same_major_of_postgresql() -> None:
    compose = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    cluster = (ROOT / "marketplace" / "cluster.py").read_text(encoding="utf-8")
    carried = re.search(r'"pginstall(\d+)"', cluster)
    assert carried
    assert f"image: postgres:{carried[1]}\n" in compose


def test_compose_makes_the_roles_that_the_migrations_need() -> None:
    compose = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    for role in ("eigenaar", "app", "worker"):
        assert f"create role {role} login" in compose
