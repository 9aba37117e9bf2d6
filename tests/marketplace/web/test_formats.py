"""How dates, hours and numbers are said."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from marketplace.datum import datum, datum_kort
from marketplace.web import formats

CASES = [
    (datum, (date(2026, 11, 23),), "23 november 2026"),
    (datum_kort, (date(2026, 3, 1),), "1 mrt 2026"),
    (formats.tijdstip, (datetime(2026, 11, 23, 8, 5, tzinfo=UTC),), "23 november 2026 om 09:05"),
    (formats.week, (date(2026, 11, 23),), "week 48 (23 november 2026)"),
    (formats.periode, (date(2027, 3, 1), date(2027, 7, 1)), "1 maart 2027 tot en met 30 juni 2027"),
    (formats.periode, (date(2027, 3, 1), None), "vanaf 1 maart 2027"),
    (formats.minuten, (200,), "3 uur 20"),
    (formats.minuten, (45,), "45 minuten"),
    (formats.minuten, (1,), "1 minuut"),
    (formats.minuten, (120,), "2 uur"),
    (formats.uren, (960,), "16 uur per week"),
    (formats.uren, (960, 1440), "16 tot 24 uur per week"),
    (formats.uren, (990, 1440), "16 uur 30 tot 24 uur per week"),
    (formats.dagdelen, (0b11,), "maandag de hele dag"),
    (formats.dagdelen, (0b0000011111,), "maandag en dinsdag de hele dag, woensdag in de ochtend"),
    (formats.dagdelen, (0b1000000000,), "vrijdag in de middag"),
    (formats.dagdelen, (0,), "geen dagdelen"),
    (formats.aantal, (1, "week", "weken"), "1 week"),
    (formats.aantal, (1200, "week", "weken"), "1.200 weken"),
    (formats.hoofdletter, ("met de fiets",), "Met de fiets"),
    (formats.hoofdletter, ("",), ""),
    (formats.getal, (12345,), "12.345"),
    (formats.getal, (1.3,), "1,3"),
    (formats.getal, (2.0,), "2"),
    (formats.procent, (0.125,), "12,5 %"),
    (formats.procent, (1,), "100 %"),
    (formats.kilometers, (38.6,), "39 km"),
    (formats.kilometers, (3.25,), "3,2 km"),
    (formats.opsomming, (["appels", "peren", "druiven"],), "appels, peren en druiven"),
    (formats.opsomming, (["appels"],), "appels"),
    (formats.opsomming, ([],), ""),
]


@pytest.mark.parametrize(("say", "given", "words"), CASES)
def test_it_is_said_in_dutch(say: Callable[..., str], given: tuple[object, ...], words: str) -> None:
    assert say(*given) == words
