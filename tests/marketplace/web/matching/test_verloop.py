"""The better plans of a search as its picture and table show them."""

from datetime import UTC, datetime

from marketplace.rekenruns.model import Voortgang
from marketplace.web.matching.verloop import Verloop


def stap(nummer: int, seconden: float | None, geplaatst: int = 0, grens: int | None = 118) -> Voortgang:
    lagen = [{"naam": "geplaatst", "waarde": 100, "grens": grens, "gat": None}]
    return Voortgang(
        volgnummer=nummer,
        tijd=datetime(2026, 11, 20, 9, tzinfo=UTC),
        fase="rekenen",
        zin="Bezig.",
        seconden=seconden,
        geplaatst=None if seconden is None else geplaatst,
        lagen=None if seconden is None else lagen,
    )


def test_without_a_plan_there_is_nothing_to_show() -> None:
    assert Verloop.of([stap(1, None)]) is None


def test_only_what_changed_is_a_row_and_the_last_plan_counts() -> None:
    steps = [stap(1, None), stap(2, 0.1, 80), stap(3, 0.5, 80), stap(4, 1.0, 82), stap(5, 2.0, 82, None)]
    verloop = Verloop.of(steps)
    assert verloop is not None
    assert verloop.laatste is steps[-1]
    assert verloop.rijen == [(0.1, 80, 18.0), (1.0, 82, 18.0), (2.0, 82, None)]


def test_a_second_attempt_begins_a_new_picture() -> None:
    verloop = Verloop.of([stap(1, 3.0, 80), stap(2, 0.2, 70)])
    assert verloop is not None
    assert verloop.rijen == [(0.2, 70, 18.0)]
