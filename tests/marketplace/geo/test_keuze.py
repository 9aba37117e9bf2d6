"""Which routing service is chosen."""

from marketplace.geo.keuze import choose_routeplanner
from marketplace.geo.osrm import Osrm
from marketplace.geo.reistijd import Vervoermiddel
from marketplace.geo.valhalla import COSTING, Valhalla
from marketplace.settings import OVER_DE_WEG, Settings

DSN = "postgresql://app@127.0.0.1/plekwijs"


def test_without_a_setting_nothing_goes_out() -> None:
    assert choose_routeplanner(Settings.from_environment({"DATABASE_URL": DSN})) is None


def test_osrm_is_chosen_with_an_address_for_each_vervoermiddel() -> None:
    settings = Settings.from_environment(
        {"DATABASE_URL": DSN, "PLEKWIJS_OSRM": "fiets=http://osrm-fiets:5000/ auto=https://osrm.example/auto"}
    )
    assert choose_routeplanner(settings) == Osrm(
        {Vervoermiddel.FIETS: "http://osrm-fiets:5000", Vervoermiddel.AUTO: "https://osrm.example/auto"}
    )


def test_valhalla_is_chosen_with_one_address() -> None:
    settings = Settings.from_environment({"DATABASE_URL": DSN, "PLEKWIJS_VALHALLA": "http://valhalla:8002"})
    assert choose_routeplanner(settings) == Valhalla("http://valhalla:8002")


def test_settings_and_services_know_the_same_vervoermiddelen() -> None:
    assert tuple(COSTING) == tuple(Vervoermiddel(name) for name in OVER_DE_WEG)
