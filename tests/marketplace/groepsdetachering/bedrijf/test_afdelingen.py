"""Afdelingen: five days, at least as many wished as must stay, and none closes while it has people."""

from dataclasses import replace

import pytest

from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.bedrijf.afdelingen import (
    AfdelingGegevens,
    MayReturn,
    StillThere,
    add_afdeling,
    archive_afdeling,
    edit_afdeling,
)
from marketplace.groepsdetachering.bedrijf.queries import get_bedrijf
from tests.marketplace.groepsdetachering.klein_bedrijf import KleinBedrijf, hire

METAAL = AfdelingGegevens(naam="Metaal", minimum=(2, 2, 2, 2, 0), gewenst=(4, 4, 4, 4, 0))


async def test_an_afdeling_is_made_and_changed(conn: Connection, klein: KleinBedrijf) -> None:
    number = await add_afdeling(conn, klein.planner, klein.bij, METAAL)
    more = replace(METAAL, gewenst=(5, 4, 4, 4, 1))
    await edit_afdeling(conn, klein.planner, klein.bij, number, 1, more)
    bedrijf = await get_bedrijf(conn, klein.werkleider, klein.id)
    assert bedrijf is not None
    assert [(each.minimum, each.gewenst) for each in bedrijf.afdelingen] == [(more.minimum, more.gewenst)]
    with pytest.raises(StaleVersion):
        await edit_afdeling(conn, klein.planner, klein.bij, number, 1, METAAL)


async def test_each_day_with_too_few_wished_and_a_name_that_is_taken_are_refused(
    conn: Connection, klein: KleinBedrijf
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await add_afdeling(conn, klein.planner, klein.bij, replace(METAAL, minimum=(5, 2, 2, 2, 1)))
    assert refused.value.fields == {
        "gewenst_ma": "Op maandag is het gewenste aantal lager dan het minimum.",
        "gewenst_vr": "Op vrijdag is het gewenste aantal lager dan het minimum.",
    }
    await add_afdeling(conn, klein.planner, klein.bij, METAAL)
    with pytest.raises(InvalidInput) as refused:
        await add_afdeling(conn, klein.planner, klein.bij, replace(METAAL, naam="METAAL"))
    assert set(refused.value.fields) == {"naam"}


async def test_an_afdeling_closes_once_nobody_belongs_there_or_may_come_back(
    conn: Connection, klein: KleinBedrijf
) -> None:
    number = await add_afdeling(conn, klein.planner, klein.bij, METAAL)
    who = klein.regio.kandidaten[0]
    await hire(conn, klein, who, 1, number)
    with pytest.raises(StillThere):
        await archive_afdeling(conn, klein.planner, klein.bij, number, 1)
    await conn.execute("update medewerkers set uit_dienst_op = '2026-11-20'")
    await conn.execute(
        """
        insert into terugkeergaranties
            (organisatie_id, kandidaat_id, waarheen, periode, afdeling_id, vastgelegd_door)
        values ($1, $2, 'Kwekerij', '[2026-11-20,2026-12-20)', $3, $4)
        """,
        klein.id,
        who,
        number,
        klein.planner.account_id,
    )
    with pytest.raises(MayReturn):
        await archive_afdeling(conn, klein.planner, klein.bij, number, 1)
    await conn.execute("update terugkeergaranties set periode = '[2026-11-01,2026-11-20)'")
    await archive_afdeling(conn, klein.planner, klein.bij, number, 1)


async def test_a_stranger_finds_no_afdeling_and_a_werkleider_may_not_change_one(
    conn: Connection, klein: KleinBedrijf
) -> None:
    number = await add_afdeling(conn, klein.planner, klein.bij, METAAL)
    for actor, refusal in ((klein.vreemd, NotFound), (klein.werkleider, Forbidden)):
        with pytest.raises(refusal):
            await add_afdeling(conn, actor, klein.bij, METAAL)
        with pytest.raises(refusal):
            await edit_afdeling(conn, actor, klein.bij, number, 1, METAAL)
        with pytest.raises(refusal):
            await archive_afdeling(conn, actor, klein.bij, number, 1)
