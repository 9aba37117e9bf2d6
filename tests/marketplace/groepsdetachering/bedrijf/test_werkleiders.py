"""Werkleiders: made, changed and put away by the planner; a name is there once, nobody in a plan goes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.bedrijf.model import Werkleider
from marketplace.groepsdetachering.bedrijf.queries import get_bedrijf
from marketplace.groepsdetachering.bedrijf.werkleiders import (
    WerkleiderGegevens,
    add_werkleider,
    archive_werkleider,
    edit_werkleider,
)
from tests.marketplace.groepsdetachering.klein_bedrijf import WEEK, KleinBedrijf, plan_group

ANNA = WerkleiderGegevens(
    naam="Anna Voorbeeld", minuten=1920, span=8, dagen=15, trainingen=("VCA",), werkprocessen=frozenset()
)


async def werkleiders(conn: Connection, klein: KleinBedrijf) -> tuple[Werkleider, ...]:
    """Those of the SW-bedrijf."""
    bedrijf = await get_bedrijf(conn, klein.planner, klein.id)
    assert bedrijf is not None
    return bedrijf.werkleiders


async def test_a_werkleider_is_made_and_changed(conn: Connection, klein: KleinBedrijf) -> None:
    one, two = klein.werkprocessen
    first = replace(ANNA, werkprocessen=frozenset({one}))
    number = await add_werkleider(conn, klein.planner, klein.bij, first)
    [made] = await werkleiders(conn, klein)
    assert (made.id, made.naam, made.dagen, made.versie) == (number, "Anna Voorbeeld", 15, 1)
    assert (made.trainingen, made.werkprocessen) == (("VCA",), frozenset({one}))
    later = replace(ANNA, span=12, trainingen=(), werkprocessen=frozenset({two}))
    await edit_werkleider(conn, klein.planner, klein.bij, number, 1, later)
    [changed] = await werkleiders(conn, klein)
    assert (changed.span, changed.trainingen, changed.versie) == (12, (), 2)
    assert changed.werkprocessen == frozenset({two})


async def test_the_record_names_what_changed_of_a_person_and_not_how(
    conn: Connection, klein: KleinBedrijf
) -> None:
    number = await add_werkleider(conn, klein.planner, klein.bij, ANNA)
    await edit_werkleider(conn, klein.planner, klein.bij, number, 1, replace(ANNA, minuten=960))
    rows = await conn.fetch(
        "select soort, regio_code, organisatie_id, gegevens from gebeurtenissen"
        " where onderwerp = 'werkleider' order by id"
    )
    assert [tuple(row) for row in rows] == [
        ("werkleider_toegevoegd", None, klein.id, {}),
        ("werkleider_gewijzigd", None, klein.id, {"velden": {"minuten": None}}),
    ]


async def test_two_cannot_have_one_name(conn: Connection, klein: KleinBedrijf) -> None:
    number = await add_werkleider(conn, klein.planner, klein.bij, ANNA)
    with pytest.raises(InvalidInput) as refused:
        await add_werkleider(conn, klein.planner, klein.bij, replace(ANNA, naam="anna VOORBEELD"))
    assert refused.value.fields == {"naam": "Er is al een werkleider met deze naam."}
    await archive_werkleider(conn, klein.planner, klein.bij, number, 1)
    await add_werkleider(conn, klein.planner, klein.bij, ANNA)


async def test_a_werkproces_that_is_not_there_is_refused(conn: Connection, klein: KleinBedrijf) -> None:
    with pytest.raises(InvalidInput) as refused:
        await add_werkleider(conn, klein.planner, klein.bij, replace(ANNA, werkprocessen=frozenset({9999})))
    assert set(refused.value.fields) == {"werkprocessen"}


async def test_who_is_late_changes_nothing(conn: Connection, klein: KleinBedrijf) -> None:
    number = await add_werkleider(conn, klein.planner, klein.bij, ANNA)
    await edit_werkleider(conn, klein.planner, klein.bij, number, 1, replace(ANNA, span=9))
    with pytest.raises(StaleVersion):
        await edit_werkleider(conn, klein.planner, klein.bij, number, 1, replace(ANNA, span=10))
    with pytest.raises(StaleVersion):
        await archive_werkleider(conn, klein.planner, klein.bij, number, 1)
    assert [each.span for each in await werkleiders(conn, klein)] == [9]


async def test_a_stranger_finds_nothing_and_a_werkleider_may_not_change(
    conn: Connection, klein: KleinBedrijf
) -> None:
    number = await add_werkleider(conn, klein.planner, klein.bij, ANNA)
    assert await get_bedrijf(conn, klein.vreemd, klein.id) is None
    assert await get_bedrijf(conn, klein.werkleider, klein.id) is not None
    for actor, refusal in ((klein.vreemd, NotFound), (klein.werkleider, Forbidden)):
        with pytest.raises(refusal):
            await add_werkleider(conn, actor, klein.bij, ANNA)
        with pytest.raises(refusal):
            await edit_werkleider(conn, actor, klein.bij, number, 1, ANNA)
        with pytest.raises(refusal):
            await archive_werkleider(conn, actor, klein.bij, number, 1)
    with pytest.raises(NotFound):
        await edit_werkleider(conn, klein.planner, klein.bij, 9999, 1, ANNA)


@pytest.mark.parametrize("status", ["concept", "gepubliceerd"])
async def test_who_stands_in_a_plan_to_come_is_not_put_away(
    conn: Connection, klein: KleinBedrijf, status: str
) -> None:
    number = await add_werkleider(conn, klein.planner, klein.bij, ANNA)
    await plan_group(conn, klein, number, None, WEEK, status)
    with pytest.raises(Conflict, match="voor het eerst in de week van 16 november 2026"):
        await archive_werkleider(conn, klein.planner, klein.bij, number, 1)


@pytest.mark.parametrize(("weeks", "status"), [(-1, "concept"), (0, "alternatief"), (0, "vervallen")])
async def test_who_stands_only_in_what_is_over_may_go(
    conn: Connection, klein: KleinBedrijf, weeks: int, status: str
) -> None:
    number = await add_werkleider(conn, klein.planner, klein.bij, ANNA)
    await plan_group(conn, klein, number, None, WEEK + timedelta(weeks=weeks), status)
    await archive_werkleider(conn, klein.planner, klein.bij, number, 1)
    assert await werkleiders(conn, klein) == ()
