"""The worklist: what needs attention comes first, and says why."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from marketplace.voorstellen.aandacht import order_worklist, tell_aandacht
from marketplace.voorstellen.model import Pin, VoorstelStatus
from marketplace.voorstellen.plan import PlanRegel

VANDAAG = date(2026, 11, 20)
REGEL = PlanRegel(
    voorstel_id=1,
    kandidaat_id=1,
    kenmerk="K-0001",
    gemeente_id=1876,
    gemeente="Bronckhorst",
    matchbaar_sinds=VANDAAG - timedelta(weeks=5),
    leerwerkplek_id=1,
    titel="Tuin aanleggen",
    organisatie_id=1,
    organisatie="Voorbeeld",
    plaats="Zelhem",
    sector="groen",
    status=VoorstelStatus.VOORGESTELD,
    startweek=date(2027, 1, 4),
    weken=6,
    vorm_naam="Proefplaatsing",
    pin=None,
    versie=1,
)


def sentences(regel: PlanRegel) -> list[str]:
    return [each.zin for each in tell_aandacht(regel, VANDAAG, 13)]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (VoorstelStatus.VOORGESTELD, "Nog niet besproken: het ja van de kandidaat ontbreekt."),
        (VoorstelStatus.BESPROKEN, "De kandidaat zei ja. Uw akkoord ontbreekt nog."),
        (VoorstelStatus.AKKOORD, "De plaats is gereserveerd. U hoeft nu niets te doen."),
        (VoorstelStatus.AFGEWEZEN, "Afgewezen. Herstel het plan voor een ander voorstel."),
        (VoorstelStatus.VERVALLEN, "Vervallen."),
    ],
)
def test_each_status_says_the_next_step(status: VoorstelStatus, sentence: str) -> None:
    assert sentences(replace(REGEL, status=status)) == [sentence]


@pytest.mark.parametrize(("weeks", "said"), [(12, False), (13, True)])
def test_waiting_counts_from_the_term_on(weeks: int, said: bool) -> None:  # noqa: FBT001 (a table of two)
    found = sentences(replace(REGEL, matchbaar_sinds=VANDAAG - timedelta(weeks=weeks)))
    assert (f"Wacht al {weeks} weken. De afspraak is hooguit 13." in found) is said


@pytest.mark.parametrize(
    ("tot", "sentence"),
    [
        (VANDAAG, "Stond vast tot 20 november 2026. Zet het opnieuw vast of maak het los."),
        (VANDAAG + timedelta(days=1), "Staat nog maar vast tot 21 november 2026."),
        (VANDAAG + timedelta(days=7), "Staat nog maar vast tot 27 november 2026."),
        (VANDAAG + timedelta(days=8), None),
    ],
)
def test_a_pin_that_ends_is_said_a_week_before(tot: date, sentence: str | None) -> None:
    found = sentences(replace(REGEL, pin=Pin(reden="Kent elkaar.", tot=tot, startweek=None)))
    assert found[:-1] == ([sentence] if sentence else [])


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        (VANDAAG, "De startweek is al begonnen. Herstel het plan."),
        (VANDAAG + timedelta(weeks=3), "Begint al op 11 december 2026 en er is nog geen akkoord."),
        (VANDAAG + timedelta(days=22), None),
    ],
)
def test_a_start_that_is_near_is_said(start: date, sentence: str | None) -> None:
    found = sentences(replace(REGEL, startweek=start))
    assert found[:-1] == ([sentence] if sentence else [])


def test_nothing_is_asked_of_what_is_agreed() -> None:
    agreed = replace(
        REGEL,
        status=VoorstelStatus.AKKOORD,
        matchbaar_sinds=VANDAAG - timedelta(weeks=40),
        startweek=VANDAAG,
        pin=Pin(reden="Kent elkaar.", tot=VANDAAG, startweek=None),
    )
    assert sentences(agreed) == ["De plaats is gereserveerd. U hoeft nu niets te doen."]


def test_the_most_urgent_comes_first_and_then_who_waits_longest() -> None:
    agreed = replace(REGEL, kenmerk="K-0001", status=VoorstelStatus.AKKOORD)
    recent = replace(REGEL, kenmerk="K-0002")
    long = replace(REGEL, kenmerk="K-0003", matchbaar_sinds=VANDAAG - timedelta(weeks=6))
    begun = replace(REGEL, kenmerk="K-0004", startweek=VANDAAG)
    rows = order_worklist([agreed, recent, long, begun], VANDAAG, 13)
    assert [row.regel.kenmerk for row in rows] == ["K-0004", "K-0003", "K-0002", "K-0001"]
    assert rows[0].rang < rows[-1].rang
