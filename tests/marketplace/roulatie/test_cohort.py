"""A roulatie is made of a group, or goes on from a former one; dates and blocks stay whole."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound, StaleVersion
from marketplace.roulatie import cohort as verbs
from marketplace.roulatie import leerlijnen
from marketplace.roulatie.bord import Over
from marketplace.roulatie.cohort import RoulatieBeleid, RoulatieGegevens, gaps
from marketplace.roulatie.einde import stop_roulatie
from marketplace.roulatie.model import Cohort
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.wijziging import Wijziging
from marketplace.roulatie.writes import NieuweRoulatie
from tests.marketplace.roulatie.kleine_roulatie import (
    BEGIN,
    REGIO,
    KleineRoulatie,
    make_published,
    make_roulatie,
)

TOT = BEGIN + timedelta(weeks=12)


@pytest.fixture
async def kleine(conn: Connection) -> KleineRoulatie:
    return await make_roulatie(conn)


async def nieuw(conn: Connection, **other: object) -> NieuweRoulatie:
    """A roulatie of the group that is there."""
    asked = NieuweRoulatie(
        regio_code=REGIO,
        groep_id=await conn.fetchval("select id from groepen"),
        naam="Groen, de tweede",
        opleider_id=None,
        leerlijn_id=None,
        vervolg_op=None,
        van=BEGIN,
        tot=TOT,
        afspraak="Wij nemen niemand van elkaar over.",
        afspraak_tot=TOT,
    )
    return replace(asked, **other)  # type: ignore[arg-type]  # any field of it


async def get(conn: Connection, kleine: KleineRoulatie, roulatie_id: int) -> Cohort:
    found = await get_cohort(conn, kleine.actor, roulatie_id)
    assert found is not None
    return found


def change(kleine: KleineRoulatie, clock: FixedClock, versie: int = 1) -> Wijziging:
    """A change over a version."""
    return Wijziging(clock=clock, roulatie_id=kleine.id, versie=versie)


async def test_a_group_becomes_deelnemers_with_what_the_leerlijn_says(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    one, two, three = kleine.werkprocessen
    first, second = kleine.deelnemers[:2]
    gegevens = leerlijnen.LeerlijnGegevens(naam="Groen", sector="groen", gedeeld=False)
    leerlijn = await leerlijnen.make_leerlijn(
        conn, kleine.actor, clock=clock, regio_code=REGIO, gegevens=gegevens
    )
    doelen = {(one, None): 3, (two, None): 2, (three, kleine.organisaties[0]): 4}
    await leerlijnen.set_doelen(
        conn, kleine.actor, clock=clock, leerlijn_id=leerlijn, versie=1, doelen=doelen
    )
    await leerlijnen.set_volgorde(
        conn, kleine.actor, clock=clock, leerlijn_id=leerlijn, versie=2, volgorde=[(one, two)]
    )
    await conn.execute("reset role")
    await conn.execute(
        "update kandidaten set sw_bedrijf_id = $1 where id = $2", kleine.organisaties[0], first
    )
    await conn.execute("set local role app_ongebonden")
    await conn.execute("insert into kandidaat_werkprocessen values ($1, $2, 'bewezen')", second, one)
    made = await verbs.make_cohort(
        conn,
        kleine.actor,
        clock=clock,
        nieuw=await nieuw(conn, leerlijn_id=leerlijn),
        blokken=4,
    )
    found = await get(conn, kleine, made)
    learns = {each.kandidaat_id: each.leerdoelen for each in found.deelnemers}
    assert learns[first] == {one: 3, two: 2, three: 4}
    assert learns[second] == {two: 2}
    assert found.deelnemers[0].moederbedrijf == "Voorbeeld Tuin"
    assert found.volgorde == ((one, two),)
    assert [each.weken for each in found.blokken] == [3, 3, 3, 3]
    assert gaps(found) == []


async def test_a_next_cohort_takes_companies_along_but_no_signature(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    one, two, _ = kleine.werkprocessen
    await conn.execute(
        "update roulaties set max_blokken = 3, lagen = '{reizen,leren,voorkeur,samen}' where id = $1",
        kleine.id,
    )
    await conn.execute("insert into roulatie_volgorde values ($1, $2, $3)", kleine.id, one, two)
    await conn.execute(
        "insert into roulatie_seizoenen values ($1, $2, $3, '{4,5}')", kleine.id, kleine.plekken[0], one
    )
    await conn.execute("insert into roulatie_vereist values ($1, $2, $3)", kleine.id, kleine.plekken[1], one)
    made = await verbs.make_cohort(
        conn, kleine.actor, clock=clock, nieuw=await nieuw(conn, vervolg_op=kleine.id), blokken=3
    )
    found, former = await get(conn, kleine, made), await get(conn, kleine, kleine.id)
    assert found.plekken == former.plekken
    assert found.volgorde == former.volgorde
    assert (found.roulatie.max_blokken, found.roulatie.lagen) == (3, ("reizen", "leren", "voorkeur", "samen"))
    assert [each.naam for each in found.bedrijven] == [each.naam for each in former.bedrijven]
    assert {each.getekend_op for each in found.bedrijven} == {None}
    assert None not in {each.getekend_op for each in former.bedrijven}


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("groep", {"groep_id": 999}),
        ("leerlijn", {"leerlijn_id": 999}),
        ("opleider", {"opleider_id": 999}),
        ("afspraak_tot", {"afspraak_tot": TOT - timedelta(days=1)}),
    ],
)
async def test_what_a_roulatie_cannot_be_made_of_is_said_at_its_field(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock, field: str, other: dict[str, object]
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        await verbs.make_cohort(conn, kleine.actor, clock=clock, nieuw=await nieuw(conn, **other), blokken=3)
    assert set(refusal.value.fields) == {field}


async def test_a_group_that_is_over_and_a_stranger_make_nothing(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    for who in (kleine.vreemd, kleine.regio.werkgever):
        with pytest.raises((NotFound, InvalidInput)):
            await verbs.make_cohort(conn, who, clock=clock, nieuw=await nieuw(conn), blokken=3)
    await conn.execute("update groepen set status = 'afgerond'")
    with pytest.raises(InvalidInput):
        await verbs.make_cohort(conn, kleine.actor, clock=clock, nieuw=await nieuw(conn), blokken=3)


async def test_dates_hold_the_blocks_and_the_afspraak_holds_the_dates(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    good = RoulatieGegevens(
        naam="Groen", opleider_id=None, van=BEGIN, tot=TOT, afspraak="Zo.", afspraak_tot=TOT
    )
    week = timedelta(weeks=1)
    wrong = {
        "van": replace(good, van=BEGIN + week),
        "laatste_dag": replace(good, tot=TOT - week),
        "afspraak_tot": replace(good, afspraak_tot=TOT - week),
    }
    for field, gegevens in wrong.items():
        with pytest.raises(InvalidInput) as refusal:
            await verbs.edit_roulatie(conn, kleine.actor, change(kleine, clock), gegevens)
        assert set(refusal.value.fields) == {field}
    with pytest.raises(InvalidInput):
        await verbs.edit_roulatie(conn, kleine.actor, change(kleine, clock), replace(good, tot=BEGIN))
    later = replace(good, tot=TOT + week, afspraak_tot=TOT + week)
    await verbs.edit_roulatie(conn, kleine.actor, change(kleine, clock), later)
    found = await get(conn, kleine, kleine.id)
    assert (found.roulatie.naam, found.roulatie.tot, found.roulatie.versie) == ("Groen", TOT + week, 2)
    assert gaps(found) == [(TOT, TOT + week)]
    with pytest.raises(StaleVersion):
        await verbs.edit_roulatie(conn, kleine.actor, change(kleine, clock), good)


async def test_beleid_and_the_order_of_wishes_change(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    beleid = RoulatieBeleid(max_blokken=1, min_weken=4, min_werkgevers=3, fase_volgorde=True)
    await verbs.set_beleid(conn, kleine.actor, change(kleine, clock), beleid)
    await verbs.raise_laag(conn, kleine.actor, change(kleine, clock, 2), "reizen")
    now = (await get(conn, kleine, kleine.id)).roulatie
    assert (now.max_blokken, now.min_weken, now.min_werkgevers, now.fase_volgorde) == (1, 4, 3, True)
    assert now.lagen == ("leren", "reizen", "voorkeur", "samen")
    for laag in ("leren", "onzin"):
        with pytest.raises(NotFound):
            await verbs.raise_laag(conn, kleine.actor, change(kleine, clock, 3), laag)


async def test_a_roulatie_that_stopped_does_not_change_any_more(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await stop_roulatie(conn, kleine.actor, change(kleine, clock), "Te weinig bedrijven.")
    assert (await get(conn, kleine, kleine.id)).roulatie.reden == "Te weinig bedrijven."
    with pytest.raises(Over):
        await verbs.raise_laag(conn, kleine.actor, change(kleine, clock, 2), "reizen")
    assert issubclass(Over, Conflict)


async def signed(conn: Connection, kleine: KleineRoulatie) -> int:
    """How many companies have signed."""
    now = await get(conn, kleine, kleine.id)
    return sum(1 for each in now.bedrijven if each.getekend_op is not None)


def as_it_is(now: Cohort) -> RoulatieGegevens:
    """A change of nothing."""
    names = ("naam", "opleider_id", "van", "tot", "afspraak", "afspraak_tot")
    return RoulatieGegevens(**{name: getattr(now.roulatie, name) for name in names})


@pytest.mark.parametrize(
    ("other", "left"),
    [
        ({"naam": "Groen, anders"}, 3),
        ({"afspraak": "Iets anders."}, 0),
        ({"afspraak_tot": date(2028, 1, 3)}, 0),
    ],
)
async def test_who_signed_another_afspraak_signs_again(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock, other: dict[str, object], left: int
) -> None:
    gegevens = as_it_is(await get(conn, kleine, kleine.id))
    changed = replace(gegevens, **other)  # type: ignore[arg-type]  # any field of it
    await verbs.edit_roulatie(conn, kleine.actor, change(kleine, clock), changed)
    assert await signed(conn, kleine) == left


async def test_the_afspraak_of_a_roulatie_that_runs_does_not_change(
    conn: Connection, clock: FixedClock
) -> None:
    made = await make_published(conn, clock)
    now = await get(conn, made, made.id)
    versie = now.roulatie.versie
    with pytest.raises(InvalidInput) as refused:
        await verbs.edit_roulatie(
            conn, made.actor, change(made, clock, versie), replace(as_it_is(now), afspraak="Iets anders.")
        )
    assert set(refused.value.fields) == {"afspraak"}
    await verbs.edit_roulatie(
        conn, made.actor, change(made, clock, versie), replace(as_it_is(now), naam="Groen, anders")
    )
    assert await signed(conn, made) == 3
