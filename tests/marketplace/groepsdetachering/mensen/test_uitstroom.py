"""To a place of one's own: known in the regio only after a yes, and with a way back until a day."""

from datetime import date

import pytest

from marketplace.errors import Forbidden, InvalidInput, NotFound
from marketplace.groepsdetachering.mensen import uitstroom
from marketplace.groepsdetachering.mensen.gesprekken import GesprekGegevens, record_gesprek
from marketplace.groepsdetachering.mensen.groei import SaidNo
from marketplace.groepsdetachering.mensen.model import GesprekOver, Terugkeergarantie
from marketplace.groepsdetachering.mensen.stand import load_mensen
from marketplace.groepsdetachering.mensen.terugkeer import (
    GarantieGegevens,
    Returned,
    list_garanties,
    months_after,
    record_garantie,
    record_return,
)
from marketplace.kandidaten.queries import get_kandidaat
from tests.marketplace.groepsdetachering.klein_bedrijf import KLOK, plan_group
from tests.marketplace.groepsdetachering.mensen.conftest import KleineMensen

REDEN = "Het werk viel tegen."


async def talk(klein: KleineMensen, *, wil: bool) -> None:
    """Record a talk about leaving."""
    gesprek = GesprekGegevens(gevoerd_op=KLOK.today(), over=GesprekOver.UITSTROOM, wil=wil, verslag="")
    await record_gesprek(klein.conn, klein.planner, await klein.change(), gesprek)


async def promise(klein: KleineMensen, van: date, tot: date | None = None) -> Terugkeergarantie:
    """Promise a way back."""
    gegevens = GarantieGegevens(waarheen="Voorbeeld Kas", van=van, tot=tot, afdeling_id=klein.afdeling)
    await record_garantie(klein.conn, klein.planner, await klein.change(), gegevens)
    return (await list_garanties(klein.conn, klein.planner, klein.bedrijf.id))[-1]


async def test_the_regio_sees_somebody_only_after_a_yes(klein: KleineMensen) -> None:
    with pytest.raises(uitstroom.NotLeaving):
        await uitstroom.make_known(klein.conn, klein.planner, await klein.change())
    await uitstroom.start_uitstroom(klein.conn, klein.planner, await klein.change())
    with pytest.raises(uitstroom.NoTalkOfLeaving):
        await uitstroom.make_known(klein.conn, klein.planner, await klein.change())
    await talk(klein, wil=False)
    with pytest.raises(SaidNo):
        await uitstroom.make_known(klein.conn, klein.planner, await klein.change())
    assert await get_kandidaat(klein.conn, klein.bedrijf.regio.eigen, klein.wie) is None
    await talk(klein, wil=True)
    await uitstroom.make_known(klein.conn, klein.planner, await klein.change())
    seen = await get_kandidaat(klein.conn, klein.bedrijf.regio.eigen, klein.wie)
    assert seen is not None
    assert (seen.status.value, seen.besloten, seen.matchbaar_sinds) == ("matchbaar", False, KLOK.today())
    assert (await klein.soorten())[-1] == "uitstroom_matchbaar"


async def test_somebody_stays_after_all(klein: KleineMensen) -> None:
    await uitstroom.start_uitstroom(klein.conn, klein.planner, await klein.change())
    assert (await klein.now()).uitstroom
    await uitstroom.stop_uitstroom(klein.conn, klein.planner, await klein.change())
    assert not (await klein.now()).uitstroom
    assert await klein.soorten() == ["uitstroom_begonnen", "uitstroom_gestopt"]


@pytest.mark.parametrize(
    ("van", "maanden", "tot"),
    [
        (date(2026, 11, 20), 24, date(2028, 11, 20)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
    ],
)
def test_months_are_counted_by_the_calendar(van: date, maanden: int, tot: date) -> None:
    assert months_after(van, maanden) == tot


async def test_a_way_back_is_as_long_as_the_beleid_says_or_as_was_typed(klein: KleineMensen) -> None:
    made = await promise(klein, date(2026, 11, 1))
    assert (made.van, made.tot, made.afdeling) == (date(2026, 11, 1), date(2028, 11, 1), "Montage")
    with pytest.raises(InvalidInput) as refused:
        await promise(klein, date(2027, 1, 1))
    assert list(refused.value.fields) == ["van"]
    with pytest.raises(InvalidInput) as refused:
        await promise(klein, date(2029, 1, 1), date(2028, 1, 1))
    assert list(refused.value.fields) == ["tot"]
    assert await list_garanties(klein.conn, klein.bedrijf.vreemd, klein.bedrijf.id) == []


async def test_a_way_back_that_ends_soon_is_told(klein: KleineMensen) -> None:
    await promise(klein, date(2026, 1, 1), date(2027, 2, 20))
    mensen = await load_mensen(klein.conn, klein.planner, KLOK, klein.bedrijf.id)
    assert [each.kenmerk for each in mensen.ending()] == ["K-0001"]
    await klein.conn.execute("update detacheringsbeleid set waarschuwing_weken = 12")
    mensen = await load_mensen(klein.conn, klein.planner, KLOK, klein.bedrijf.id)
    assert mensen.ending() == []


async def test_who_comes_back_in_time_is_employed_again(klein: KleineMensen) -> None:
    made = await promise(klein, date(2026, 11, 2), date(2026, 11, 19))
    await klein.conn.execute(
        "update medewerkers set uit_dienst_op = '2026-11-02', uitstroom = true, afdeling_id = null"
    )
    for wrong in (date(2026, 11, 1), date(2026, 11, 19)):
        with pytest.raises(InvalidInput):
            await record_return(klein.conn, klein.planner, await klein.change(), made.id, wrong, REDEN)
    day = date(2026, 11, 18)
    await record_return(klein.conn, klein.planner, await klein.change(), made.id, day, REDEN)
    now = await klein.now()
    assert (now.uit_dienst_op, now.uitstroom, now.afdeling_id) == (None, False, klein.afdeling)
    with pytest.raises(Returned):
        await record_return(klein.conn, klein.planner, await klein.change(), made.id, day, REDEN)
    with pytest.raises(NotFound):
        await record_return(klein.conn, klein.planner, await klein.change(), 999, day, REDEN)


@pytest.mark.parametrize(("who", "refusal"), [("vreemd", NotFound), ("werkleider", Forbidden)])
async def test_only_who_plans_lets_somebody_go(
    klein: KleineMensen, who: str, refusal: type[Exception]
) -> None:
    actor, asked = getattr(klein.bedrijf, who), await klein.change()
    gegevens = GarantieGegevens(waarheen="Kas", van=KLOK.today(), tot=None, afdeling_id=klein.afdeling)
    for verb in (
        uitstroom.start_uitstroom(klein.conn, actor, asked),
        uitstroom.stop_uitstroom(klein.conn, actor, asked),
        uitstroom.make_known(klein.conn, actor, asked),
        record_garantie(klein.conn, actor, asked, gegevens),
        record_return(klein.conn, actor, asked, 1, KLOK.today(), REDEN),
    ):
        with pytest.raises(refusal):
            await verb


@pytest.mark.parametrize(("gone", "counted"), [("2026-11-17", 1), ("2026-11-18", 0), (None, 0)])
async def test_a_plan_that_still_counts_on_who_left_is_told(
    klein: KleineMensen, gone: str | None, counted: int
) -> None:
    werkleider = await klein.conn.fetchval(
        "insert into werkleiders (organisatie_id, naam, minuten, span) values ($1, 'Anna', 1200, 8)"
        " returning id",
        klein.bedrijf.id,
    )
    week = date(2026, 11, 16)
    await plan_group(klein.conn, klein.bedrijf, werkleider, None, week, "gepubliceerd")
    await klein.conn.execute(
        "insert into groepsplan_indelingen (plan_id, kandidaat_id, week, organisatie_id, opdracht_id, dagen)"
        " select plan_id, wie, week, organisatie_id, opdracht_id, 3"
        " from groepsplan_groepen, unnest($1::bigint[]) wie",
        klein.bedrijf.regio.kandidaten[:2],
    )
    day = date.fromisoformat(gone) if gone else None
    await klein.conn.execute(
        "update medewerkers set uit_dienst_op = $1 where kandidaat_id = $2", day, klein.wie
    )
    mensen = await load_mensen(klein.conn, klein.planner, KLOK, klein.bedrijf.id)
    found = mensen.still_counted(await klein.now())
    assert [(each.week, opdracht.kort) for each, opdracht in found if opdracht] == [(week, "Tuin")] * counted
    assert mensen.buiten(await klein.now()) == 2
