"""The difference between two plans is told by person."""

from dataclasses import replace
from datetime import date, timedelta

from marketplace.voorstellen.model import VoorstelStatus
from marketplace.voorstellen.plan import PlanRegel
from marketplace.voorstellen.verschil import compare

A = PlanRegel(
    voorstel_id=1,
    kandidaat_id=1,
    kenmerk="K-0001",
    gemeente_id=1876,
    gemeente="Bronckhorst",
    matchbaar_sinds=None,
    leerwerkplek_id=1,
    titel="Tuin aanleggen",
    organisatie_id=1,
    organisatie="Voorbeeld",
    plaats="Zelhem",
    sector="groen",
    status=VoorstelStatus.VOORGESTELD,
    startweek=date(2026, 11, 23),
    weken=6,
    vorm_naam="Proefplaatsing",
    pin=None,
    versie=1,
)
B = replace(A, kandidaat_id=2, kenmerk="K-0002")


def test_against_no_plan_everything_is_new() -> None:
    assert compare([], [A, B]).nieuw == (A, B)


def test_who_left_is_gone_and_who_stays_is_counted() -> None:
    found = compare([A, B], [B])
    assert (found.weg, found.gelijk, found.nieuw) == ((A,), 1, ())


def test_another_plek_is_a_move_and_not_a_start() -> None:
    moved = replace(A, leerwerkplek_id=2, startweek=A.startweek + timedelta(weeks=2))
    found = compare([A], [moved])
    assert [(pair.oud, pair.nieuw) for pair in found.verplaatst] == [(A, moved)]
    assert found.andere_start == ()


def test_another_week_at_the_same_plek_is_another_start() -> None:
    later = replace(A, startweek=A.startweek + timedelta(weeks=2))
    found = compare([A], [later])
    assert [pair.nieuw for pair in found.andere_start] == [later]
    assert (found.gelijk, found.verplaatst) == (0, ())


def test_the_same_plan_has_no_difference() -> None:
    assert compare([A, B], [B, A]).is_empty
