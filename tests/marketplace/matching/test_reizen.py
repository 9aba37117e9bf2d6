"""What people read about where travel times come from."""

from marketplace.geo.herkomst import Herkomst
from marketplace.geo.reistijd import Vervoermiddel
from marketplace.rekenruns.reizen import tell_herkomst

LOPEN, FIETS, AUTO = Vervoermiddel.LOPEN, Vervoermiddel.FIETS, Vervoermiddel.AUTO


def test_what_was_found_is_named_and_so_is_what_gave_no_answer() -> None:
    herkomst = Herkomst(bron="OSRM", wegen=6, gevonden={LOPEN: 6, AUTO: 2}, uitgevallen=(FIETS,))
    assert tell_herkomst(herkomst) == (
        "OSRM gaf de reistijden lopend en met de auto. Er kwam geen antwoord voor: met de fiets. "
        "De andere reistijden zijn geschat."
    )


def test_a_service_that_knows_no_way_at_all_gave_nothing() -> None:
    herkomst = Herkomst(bron="OSRM", wegen=6, gevonden={FIETS: 0})
    assert tell_herkomst(herkomst) == "OSRM gaf geen reistijden. Alle reistijden zijn geschat."
