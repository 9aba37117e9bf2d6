"""What the cells of a column may hold: taken and refused, kind by kind."""

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from marketplace.tables.choices import Choice, Codes, YesNo
from marketplace.tables.column import Cell, Kind, Unfit
from marketplace.tables.days import Day
from marketplace.tables.numbers import Number, Whole
from marketplace.tables.text import Text

POSTCODE = Text(4, r"[0-9]{4}", "vier cijfers, zoals 0512")
SOORT = Choice({"bos": "Bos en tuin", "keuken": "Keuken"})
CODES = Codes(frozenset({"VB-1", "VB-2"}), least=1)
DAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (Text(), "Zoë", "Zoë"),
        (Text(), "een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        (Text(), 7001, "7001"),
        (Text(), 7001.0, "7001"),
        (POSTCODE, "0512", "0512"),
        (Whole(), "12", 12),
        (Whole(), 12.0, 12),
        (Whole(-5), "-5", -5),
        (Number(), "12,5", Decimal("12.50")),
        (Number(), "12.5", Decimal("12.50")),
        (Number(), 0.1 + 0.2, Decimal("0.30")),
        (Number(), 12, Decimal("12.00")),
        (Day(), "23-11-2026", DAG),
        (Day(), "23/11/2026", DAG),
        (Day(), "2026-11-23", DAG),
        (Day(), "2026-11-23 00:00:00", DAG),
        (Day(), datetime(2026, 11, 23), DAG),  # noqa: DTZ001 (a cell has no time zone)
        (Day(), DAG, DAG),
        (Day(), 46349, DAG),
        (Day(), 46349.0, DAG),
        (YesNo(), "Ja", True),
        (YesNo(), "NEE", False),
        (YesNo(), True, True),
        (YesNo(), 0, False),
        (SOORT, "bos  EN tuin", "bos"),
        (SOORT, "keuken", "keuken"),
        (CODES, "vb-1; VB-2", ("VB-1", "VB-2")),
        (CODES, "VB-2\nVB-1", ("VB-2", "VB-1")),
    ],
)
def test_a_cell_is_taken(kind: Kind, cell: Cell, value: object) -> None:
    found = kind.read(cell)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("kind", "cell", "sentence"),
    [
        (Text(3), "vier", "Deze tekst is te lang: 4 tekens. Er passen er 3 in."),
        (Text(), "a\0b", "teken dat we niet kunnen bewaren"),
        (Text(), "a\u202eb", "teken dat we niet kunnen bewaren"),
        (Text(), DAG, "Excel heeft hier een datum of tijd van gemaakt"),
        (Text(), time(9), "Excel heeft hier een datum of tijd van gemaakt"),
        (Text(), 1.5, "Excel heeft hier een getal van gemaakt"),
        (Text(), math.inf, "Excel heeft hier een getal van gemaakt"),
        (Text(), math.nan, "Excel heeft hier een getal van gemaakt"),
        (Text(), 10**15, "Excel heeft hier een getal van gemaakt"),
        (Text(), True, "Excel heeft hier een ja of nee van gemaakt"),
        (POSTCODE, 512, "Vul in: vier cijfers, zoals 0512."),
        (Whole(), "1.200", "zonder punt of komma"),
        (Whole(), "12,0", "zonder punt of komma"),
        (Whole(), "twaalf", "zonder punt of komma"),
        (Whole(), 12.5, "zonder punt of komma"),
        (Whole(), True, "zonder punt of komma"),
        (Whole(), "\u0662", "zonder punt of komma"),
        (Whole(1, 1500), 0, "Vul een heel getal in van 1 tot en met 1.500."),
        (Whole(), "9" * 5000, "zonder punt of komma"),
        (Number(), "1.234,50", "zonder punten tussen de duizendtallen"),
        (Number(), math.nan, "Vul een getal in"),
        (Number(), "1,234", "te veel cijfers achter de komma: hooguit 2"),
        (Number(most=Decimal("12.5")), 13, "Vul een getal in van 0 tot en met 12,5."),
        (Number(), True, "ja of nee"),
        (Number(), DAG, "Vul een getal in"),
        (Number(), 10**400, "Vul een getal in van"),
        (Day(), "23-11-26", "Schrijf het jaar met vier cijfers"),
        (Day(), "11/23/2026", "Deze dag bestaat niet"),
        (Day(), "29-02-2027", "Deze dag bestaat niet"),
        (Day(), "volgende week", "Vul een datum in als dag-maand-jaar"),
        (Day(), datetime(2026, 11, 23, 9), "zonder tijd"),  # noqa: DTZ001 (a cell has no time zone)
        (Day(), 2026, "Vul een datum in als dag-maand-jaar"),
        (Day(), 10**12, "Vul een datum in als dag-maand-jaar"),
        (Day(), math.nan, "Vul een datum in als dag-maand-jaar"),
        (Day(), True, "Vul een datum in als dag-maand-jaar"),
        (Day(), timedelta(hours=30), "Vul een datum in als dag-maand-jaar"),
        (Day(last=DAG), "24-11-2026", "Hier staat 24 november 2026."),
        (YesNo(), "misschien", "Vul ja of nee in."),
        (YesNo(), 2, "Vul ja of nee in."),
        (SOORT, "Keuke", "‘Keuke’ staat niet in de lijst. Bedoelt u ‘Keuken’?"),
        (SOORT, "Zorg", "‘Zorg’ staat niet in de lijst. Kies uit: Bos en tuin, Keuken."),
        (SOORT, "x" * 5000, f"‘{'x' * 40}…’ staat niet in de lijst"),
        (CODES, "VB-1, VB-9", "De code ‘VB-9’ bestaat niet. Bedoelt u ‘VB-"),
        (CODES, "VB-1, vb-1", "De code ‘VB-1’ staat hier twee keer."),
        (CODES, 25655.25656, "Excel heeft hier een getal van gemaakt"),
        (CODES, " ,", "Vul ten minste één code in."),
    ],
)
def test_a_cell_is_refused_with_a_sentence(kind: Kind, cell: Cell, sentence: str) -> None:
    with pytest.raises(Unfit) as refusal:
        kind.read(cell)
    assert sentence in str(refusal.value)


@pytest.mark.parametrize(
    ("kind", "explanation"),
    [
        (Text(80), "Tekst, hooguit 80 tekens."),
        (POSTCODE, "vier cijfers, zoals 0512."),
        (Whole(1, 1500), "Een heel getal van 1 tot en met 1.500."),
        (Number(1, most=Decimal(40)), "Een getal van 0 tot en met 40, met hooguit 1 cijfer achter de komma."),
        (Day(DAG, DAG), "Een datum als dag-maand-jaar, van 23 november 2026 tot en met 23 november 2026."),
        (YesNo(), "ja of nee."),
        (SOORT, "Kies uit de lijst: Bos en tuin, Keuken."),
        (Choice({str(n): f"Soort {n}" for n in range(10)}), "Soort 7 en nog 2."),
        (CODES, "Een of meer codes, met een komma ertussen."),
    ],
)
def test_a_kind_explains_itself(kind: Kind, explanation: str) -> None:
    assert kind.explain().endswith(explanation)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Text(0),
        lambda: Text(5000),
        lambda: Text(4, r"[0-9]{4}"),
        lambda: Whole(2, 1),
        lambda: Whole(0, 10**15),
        lambda: Number(0),
        lambda: Number(14),
        lambda: Day(date(1899, 1, 1)),
        lambda: Choice({"a": "Keuken", "b": "keuken"}),
        lambda: Codes(frozenset({"VB 1"})),
    ],
)
def test_a_kind_that_files_cannot_hold_is_no_kind(make: type[Kind]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (each kind tells itself)
        make()
