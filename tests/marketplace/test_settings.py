"""Settings out of an environment."""

from datetime import date
from pathlib import Path

import pytest

from marketplace.settings import Settings, SettingsError, read_readable

DSN = "postgresql://app:geheim@127.0.0.1/plekwijs"


def read(**more: str) -> Settings:
    """Settings with an address and whatever else."""
    return Settings.from_environment({"DATABASE_URL": DSN, **more})


def test_an_address_of_the_database_is_enough() -> None:
    settings = read()
    assert (settings.database_url, settings.port, settings.solve_seconds) == (DSN, 8000, 8.0)
    assert settings.base_url == "http://127.0.0.1:8000"


def test_without_a_database_the_message_names_the_setting() -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL"):
        Settings.from_environment({})


def test_everything_can_be_set() -> None:
    settings = read(
        PLEKWIJS_HOST="0.0.0.0",  # noqa: S104 (a container listens to all)
        PLEKWIJS_PORT="9000",
        PLEKWIJS_DATA="/srv/data",
        PLEKWIJS_BASE_URL="https://plekwijs.example/",
        PLEKWIJS_SOLVE_SECONDS="2.5",
        PLEKWIJS_VANDAAG="2026-11-20",
    )
    assert settings.port == 9000
    assert settings.data == Path("/srv/data")
    assert settings.base_url == "https://plekwijs.example"
    assert settings.solve_seconds == 2.5
    assert settings.vandaag == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PLEKWIJS_PORT", "65536"),
        ("PLEKWIJS_PORT", "web"),
        ("PLEKWIJS_SOLVE_SECONDS", "0"),
        ("PLEKWIJS_SOLVE_SECONDS", "inf"),
        ("PLEKWIJS_SOLVE_SECONDS", "lang"),
        ("PLEKWIJS_VANDAAG", "20-11-2026"),
        ("PLEKWIJS_OSRM", "http://osrm:5000"),
        ("PLEKWIJS_OSRM", "ov=http://osrm:5000"),
        ("PLEKWIJS_OSRM", "fiets="),
        ("PLEKWIJS_OSRM", "fiets=osrm:5000"),
        ("PLEKWIJS_OSRM", "fiets=http://osrm:1 fiets=http://osrm:2"),
        ("PLEKWIJS_VALHALLA", "valhalla:8002"),
        ("PLEKWIJS_VALHALLA", "ftp://valhalla"),
        ("PLEKWIJS_VALHALLA", "http://"),
        ("PLEKWIJS_VALHALLA", "http://valhalla:99999"),
        ("PLEKWIJS_VALHALLA", "http://valhalla:8002/?key=1"),
        ("PLEKWIJS_LOCATIESERVER", "ja"),
        ("REDIS_URL", "http://127.0.0.1"),
        ("PLEKWIJS_METRICS_TOKEN", "te kort"),
    ],
)
def test_a_value_that_cannot_be_read_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        read(**{name: value})


def test_two_routing_services_at_once_are_refused() -> None:
    with pytest.raises(SettingsError, match="choose one"):
        read(PLEKWIJS_OSRM="auto=http://osrm:5000", PLEKWIJS_VALHALLA="http://valhalla:8002")


def test_other_services_are_off_until_they_are_set() -> None:
    assert (read().osrm, read().valhalla, read().locatieserver) == ({}, "", "")
    assert read(PLEKWIJS_LOCATIESERVER="https://pdok.example/v3_1/").locatieserver.endswith("/v3_1")


def test_the_last_port_is_a_port() -> None:
    assert read(PLEKWIJS_PORT="65535").port == 65_535


def test_settings_never_show_a_password() -> None:
    secret = {"REDIS_URL": "redis://:geheim@redis/0", "PLEKWIJS_METRICS_TOKEN": "geheim" * 3}
    assert "geheim" not in repr(read(DATABASE_URL_EIGENAAR=DSN, DATABASE_URL_WORKER=DSN, **secret))


def test_logs_are_json_unless_asked_otherwise() -> None:
    assert not read_readable({})
    assert read_readable({"PLEKWIJS_LOGS": "readable"})
    with pytest.raises(SettingsError, match="PLEKWIJS_LOGS"):
        read_readable({"PLEKWIJS_LOGS": "mooi"})


def test_who_needs_another_role_hears_which_address_lacks() -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL_EIGENAAR"):
        read().url_of_owner()
    with pytest.raises(SettingsError, match="DATABASE_URL_WORKER"):
        read().url_of_worker()


def test_the_addresses_of_other_roles_are_given() -> None:
    settings = read(DATABASE_URL_EIGENAAR="eigenaar", DATABASE_URL_WORKER="worker")
    assert (settings.url_of_owner(), settings.url_of_worker()) == ("eigenaar", "worker")
