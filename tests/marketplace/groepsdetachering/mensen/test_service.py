"""Medewerkers are made and changed by who plans them; each fault is said at its field."""

from dataclasses import replace
from datetime import date
from typing import Any

import asyncpg
import pytest

from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.mensen.afwezig import add_afwezig, withdraw_afwezig
from marketplace.groepsdetachering.mensen.gesprekken import GesprekGegevens, list_gesprekken, record_gesprek
from marketplace.groepsdetachering.mensen.model import GesprekOver, PaarSoort, Stap
from marketplace.groepsdetachering.mensen.paren import end_paar, put_paar
from marketplace.groepsdetachering.mensen.queries import list_paren
from marketplace.groepsdetachering.mensen.service import NieuweMedewerker, add_medewerker, list_nieuwelingen
from marketplace.groepsdetachering.mensen.stand import list_eerdere_behoeften, load_mensen
from marketplace.groepsdetachering.mensen.wijzigen import MedewerkerGegevens, edit_medewerker
from tests.marketplace.groepsdetachering.klein_bedrijf import KLOK
from tests.marketplace.groepsdetachering.mensen.conftest import KleineMensen

GEGEVENS = MedewerkerGegevens(
    afdeling_id=None,
    dagen=15,
    max_minuten_dag=420,
    behoefte=2,
    trede=1,
    wil_buiten=True,
    naam_delen=True,
    uit_dienst_op=None,
    stappen=(Stap(dagen=1, weken=3), Stap(dagen=4, weken=26)),
    leerdoelen={},
)


async def test_a_kandidaat_of_the_own_sw_bedrijf_becomes_a_medewerker(klein: KleineMensen) -> None:
    three = klein.bedrijf.regio.kandidaten[2]
    found = await list_nieuwelingen(klein.conn, klein.planner, klein.bedrijf.id)
    assert [each.kandidaat_id for each in found] == [three]
    assert await list_nieuwelingen(klein.conn, klein.bedrijf.vreemd, klein.bedrijf.id) == []
    nieuw = NieuweMedewerker(kandidaat_id=three, afdeling_id=klein.afdeling, trede=2)
    assert await add_medewerker(klein.conn, klein.planner, klein.bij, nieuw) == three
    assert await list_nieuwelingen(klein.conn, klein.planner, klein.bedrijf.id) == []
    made = await klein.conn.fetchrow("select * from medewerkers where kandidaat_id = $1", three)
    assert made is not None
    assert (made["trede"], made["wil_buiten"], made["opbouw_vanaf"]) == (2, False, date(2026, 11, 16))


async def test_nobody_becomes_a_medewerker_twice_or_on_a_trede_that_is_not_there(klein: KleineMensen) -> None:
    nieuw = NieuweMedewerker(kandidaat_id=klein.wie, afdeling_id=999, trede=9)
    with pytest.raises(InvalidInput) as refused:
        await add_medewerker(klein.conn, klein.planner, klein.bij, nieuw)
    assert set(refused.value.fields) == {"kandidaat", "afdeling", "trede"}


async def test_a_registration_is_not_taken_back_once_somebody_is_a_medewerker(klein: KleineMensen) -> None:
    await klein.conn.execute("reset role")
    with pytest.raises(asyncpg.ForeignKeyViolationError):
        async with klein.conn.transaction():
            await klein.conn.execute("delete from kandidaten where id = $1", klein.wie)
    assert (await klein.now()).kandidaat_id == klein.wie


async def test_an_edit_is_written_and_told(klein: KleineMensen) -> None:
    doel = klein.bedrijf.werkprocessen[0]
    gegevens = replace(GEGEVENS, leerdoelen={doel: 6}, afdeling_id=klein.afdeling)
    await edit_medewerker(klein.conn, klein.planner, await klein.change(), gegevens, opnieuw=True)
    now = await klein.now()
    assert (now.dagen, now.max_minuten_dag, now.behoefte, now.naam_delen) == (15, 420, 2, True)
    assert (now.stappen, now.leerdoelen) == (GEGEVENS.stappen, {doel: 6})
    assert await list_eerdere_behoeften(klein.conn, klein.planner, klein.bedrijf.id) == {klein.wie: 1}
    assert await list_eerdere_behoeften(klein.conn, klein.bedrijf.vreemd, klein.bedrijf.id) == {}
    told = await klein.conn.fetchval("select gegevens->'velden' from gebeurtenissen order by id desc limit 1")
    assert told["behoefte"] == [1, 2]
    assert [told["stappen"], told["leerdoelen"], told["opnieuw"]] == [None, None, None]
    stale = replace(await klein.change(), versie=1)
    with pytest.raises(StaleVersion):
        await edit_medewerker(klein.conn, klein.planner, stale, gegevens, opnieuw=False)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"stappen": (Stap(dagen=3, weken=2), Stap(dagen=2, weken=2))}, "stappen"),
        ({"stappen": (Stap(dagen=5, weken=2),)}, "stappen"),
        ({"trede": 3}, "trede"),
        ({"trede": 2}, "trede"),
        ({"afdeling_id": 999}, "afdeling"),
        ({"leerdoelen": {999: 1}}, "leerdoelen"),
    ],
)
async def test_what_cannot_be_is_said_at_its_field(
    klein: KleineMensen, change: dict[str, Any], field: str
) -> None:
    gegevens = replace(GEGEVENS, **change)
    with pytest.raises(InvalidInput) as refused:
        await edit_medewerker(klein.conn, klein.planner, await klein.change(), gegevens, opnieuw=False)
    assert list(refused.value.fields) == [field]


async def test_an_edit_goes_a_trede_up_only_after_a_talk(klein: KleineMensen) -> None:
    gesprek = GesprekGegevens(
        gevoerd_op=date(2026, 11, 16), over=GesprekOver.VOLGENDE_TREDE, wil=True, verslag=""
    )
    await record_gesprek(klein.conn, klein.planner, await klein.change(), gesprek)
    gegevens = replace(GEGEVENS, trede=2)
    await edit_medewerker(klein.conn, klein.planner, await klein.change(), gegevens, opnieuw=False)
    assert (await klein.now()).trede == 2
    await edit_medewerker(klein.conn, klein.planner, await klein.change(), GEGEVENS, opnieuw=False)
    assert (await klein.now()).trede == 1


async def test_a_period_of_absence_comes_and_goes(klein: KleineMensen) -> None:
    one, other = date(2026, 12, 7), date(2026, 12, 11)
    await add_afwezig(klein.conn, klein.planner, await klein.change(), one, other)
    (weg,) = (await klein.now()).afwezig
    assert (weg.van, weg.tot) == (one, date(2026, 12, 12))
    for days in ((other, one), (other, other)):
        with pytest.raises(InvalidInput):
            await add_afwezig(klein.conn, klein.planner, await klein.change(), *days)
    await withdraw_afwezig(klein.conn, klein.planner, await klein.change(), one)
    assert (await klein.now()).afwezig == ()
    with pytest.raises(NotFound):
        await withdraw_afwezig(klein.conn, klein.planner, await klein.change(), one)


async def test_a_pair_is_written_once_by_kenmerk_and_ends(klein: KleineMensen) -> None:
    two = klein.bedrijf.regio.kandidaten[1]
    for soort in (PaarSoort.APART, PaarSoort.LIEVER):
        await put_paar(klein.conn, klein.planner, await klein.change(), "k-0002", soort)
    (paar,) = await list_paren(klein.conn, [klein.bedrijf.id], klein.bedrijf.id)
    assert {paar.kandidaat_id, paar.ander_id, paar.soort} == {klein.wie, two, PaarSoort.LIEVER}
    for kenmerk in ("K-0001", "K-0003", "K-9999"):
        with pytest.raises(InvalidInput):
            await put_paar(klein.conn, klein.planner, await klein.change(), kenmerk, PaarSoort.APART)
    await end_paar(klein.conn, klein.planner, await klein.change(), two)
    with pytest.raises(NotFound):
        await end_paar(klein.conn, klein.planner, await klein.change(), two)


async def test_a_talk_is_recorded_for_who_reads_the_people(klein: KleineMensen) -> None:
    gesprek = GesprekGegevens(
        gevoerd_op=date(2026, 11, 16), over=GesprekOver.NAAR_BUITEN, wil=True, verslag="Wil graag mee."
    )
    await record_gesprek(klein.conn, klein.planner, await klein.change(), gesprek)
    (found,) = await list_gesprekken(klein.conn, klein.bedrijf.werkleider, klein.bedrijf.id)
    assert (found.over, found.wil, found.verslag, found.door) == (
        GesprekOver.NAAR_BUITEN,
        True,
        "Wil graag mee.",
        "planner",
    )
    assert await list_gesprekken(klein.conn, klein.bedrijf.vreemd, klein.bedrijf.id) == []
    later = replace(gesprek, gevoerd_op=date(2026, 11, 21))
    with pytest.raises(InvalidInput):
        await record_gesprek(klein.conn, klein.planner, await klein.change(), later)
    assert await klein.soorten() == ["gesprek_vastgelegd"]


@pytest.mark.parametrize(("who", "refusal"), [("vreemd", NotFound), ("werkleider", Forbidden)])
async def test_only_who_plans_changes_people(klein: KleineMensen, who: str, refusal: type[Exception]) -> None:
    actor, asked = getattr(klein.bedrijf, who), await klein.change()
    day = date(2026, 11, 16)
    gesprek = GesprekGegevens(gevoerd_op=day, over=GesprekOver.UITSTROOM, wil=True, verslag="")
    nieuw = NieuweMedewerker(kandidaat_id=klein.bedrijf.regio.kandidaten[2], afdeling_id=None, trede=1)
    for verb in (
        add_medewerker(klein.conn, actor, klein.bij, nieuw),
        edit_medewerker(klein.conn, actor, asked, GEGEVENS, opnieuw=False),
        add_afwezig(klein.conn, actor, asked, day, day),
        withdraw_afwezig(klein.conn, actor, asked, day),
        put_paar(klein.conn, actor, asked, "K-0002", PaarSoort.APART),
        end_paar(klein.conn, actor, asked, klein.bedrijf.regio.kandidaten[1]),
        record_gesprek(klein.conn, actor, asked, gesprek),
    ):
        with pytest.raises(refusal):
            await verb
    assert await klein.soorten() == []


async def test_a_stranger_loads_nobody(klein: KleineMensen) -> None:
    with pytest.raises(NotFound):
        await load_mensen(klein.conn, klein.bedrijf.vreemd, KLOK, klein.bedrijf.id)
    mensen = await load_mensen(klein.conn, klein.bedrijf.werkleider, KLOK, klein.bedrijf.id)
    assert [each.kenmerk for each in mensen.wereld.medewerkers] == ["K-0001", "K-0002"]


async def test_who_is_a_medewerker_elsewhere_is_not_changed_from_here(klein: KleineMensen) -> None:
    asked = replace(await klein.change(), kandidaat_id=klein.bedrijf.regio.kandidaten[2])
    with pytest.raises(NotFound):
        await edit_medewerker(klein.conn, klein.planner, asked, GEGEVENS, opnieuw=False)
