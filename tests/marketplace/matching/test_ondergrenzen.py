"""Ondergrenzen in the question of a run: numbers for doelgroepen, whole people for percentages."""

import json
from datetime import date
from typing import Any

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.matching.instance import load_opgave, read_rijen
from marketplace.matching.ondergrenzen import FEWEST_COUNTED, count_eerlijkheid
from marketplace.matching.opgave import build_opgave
from marketplace.rekenruns.weken import Weken
from solver.matching.codec import encode_instance
from solver.matching.instance import Ondergrens, Spreiding
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    """The first two are wsw, the second and third lks, the third was wsw."""
    made = await make_regio(conn)
    await conn.execute("reset role")
    await conn.execute("insert into doelgroepen values ('wsw', 'Wsw'), ('lks', 'Loonkostensubsidie')")
    first, second, third = made.kandidaten
    await conn.executemany(
        "insert into kandidaat_doelgroepen values ($1, $2, $3::text::daterange)",
        [
            (first, "wsw", "[2024-01-01,)"),
            (second, "wsw", "[2024-01-01,)"),
            (second, "lks", "[2024-01-01,)"),
            (third, "lks", "[2024-01-01,)"),
            (third, "wsw", "[2024-01-01,2026-01-01)"),
        ],
    )
    await set_waarde(conn, "ondergrenzen", {"wsw": 60, "lks": 50})
    await conn.execute("set role worker")
    return made


async def set_waarde(conn: Connection, sleutel: str, waarde: object) -> None:
    """Change what holds, as nobody can."""
    query = "update regio_beleid set waarde = $2::text::jsonb where sleutel = $1"
    await conn.execute(query, sleutel, json.dumps(waarde))


async def test_each_combination_of_doelgroepen_is_a_number_and_a_percentage_is_rounded_up(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    opgave = await load_opgave(conn, REGIO, clock.today())
    assert [each.id for each in opgave.instance.kandidaten] == list(regio.kandidaten)
    lks, wsw = 1, 2
    assert opgave.doelgroepen == ("lks", "wsw")
    assert [each.groep for each in opgave.instance.kandidaten] == [wsw, lks + wsw, lks]
    assert opgave.instance.beleid.ondergrenzen == (
        Ondergrens(groepen=frozenset({lks, lks + wsw}), minstens=1, prijs=150),
        Ondergrens(groepen=frozenset({wsw, lks + wsw}), minstens=2, prijs=150),
    )


@pytest.mark.usefixtures("regio")
async def test_the_question_names_no_doelgroep(conn: Connection, clock: FixedClock) -> None:
    text = json.dumps(encode_instance((await load_opgave(conn, REGIO, clock.today())).instance))
    assert "wsw" not in text
    assert "lks" not in text


@pytest.mark.usefixtures("regio")
async def test_who_belongs_to_none_has_no_number(conn: Connection, clock: FixedClock) -> None:
    await conn.execute("reset role")
    await set_waarde(conn, "ondergrenzen", {"lks": 100})
    opgave = await load_opgave(conn, REGIO, clock.today())
    assert [each.groep for each in opgave.instance.kandidaten] == [None, 1, 1]


@pytest.mark.usefixtures("regio")
async def test_a_person_who_asks_the_rules_of_today_reads_no_doelgroep(
    conn: Connection, clock: FixedClock
) -> None:
    vandaag = clock.today()
    instance = build_opgave(await read_rijen(conn, REGIO, vandaag), Weken.after(vandaag)).instance
    assert {each.groep for each in instance.kandidaten} == {None}
    assert instance.beleid.ondergrenzen == ()


@pytest.mark.usefixtures("regio")
@pytest.mark.parametrize(("prijs", "expected"), [(0, None), (40, Spreiding(vrij=2, prijs=40))])
async def test_the_spread_is_left_out_where_it_costs_nothing(
    conn: Connection, clock: FixedClock, prijs: int, expected: Spreiding | None
) -> None:
    await conn.execute("reset role")
    await set_waarde(conn, "spreiding", {"plaatsingen": 2, "prijs": prijs})
    assert (await load_opgave(conn, REGIO, clock.today())).instance.beleid.spreiding == expected


async def test_the_example_region_asks_for_neither(seeded_conn: Connection, vandaag: date) -> None:
    beleid = (await load_opgave(seeded_conn, "AM09", vandaag)).instance.beleid
    assert (beleid.ondergrenzen, beleid.spreiding) == ((), None)


def stand(leden: int) -> dict[str, Any]:
    """A floor that is held."""
    return {"leden": leden, "minstens": 2, "bereikt": 3, "zonder": 1}


def test_of_a_few_people_nothing_is_counted_and_of_nobody_nothing_is_said() -> None:
    found = {"standen": [stand(FEWEST_COUNTED), stand(FEWEST_COUNTED - 1), stand(0)], "geplaatst": 9}
    kept: Any = count_eerlijkheid(("wsw", "lks", "vsv"), found)["eerlijkheid"]
    assert kept["geplaatst"] == 9
    assert kept["standen"] == [
        {"doelgroep": "wsw", **stand(FEWEST_COUNTED)},
        {"doelgroep": "lks", "leden": None},
    ]
    assert count_eerlijkheid((), None) == {}
    assert count_eerlijkheid(("wsw",), None) == {"eerlijkheid": None}
