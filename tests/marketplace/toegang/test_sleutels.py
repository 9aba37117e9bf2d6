"""Who makes a key, for which role, and who sees and withdraws it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput, NotFound
from marketplace.toegang import sleutel_queries as queries
from marketplace.toegang.model import Actor, Rol, Toekenning
from marketplace.toegang.sleutels import NieuweSleutel, find_dienst, make_sleutel, possible, withdraw_sleutel
from tests.databases import act_as
from tests.marketplace.kleine_regio import make_regio

IN_REGIO = Toekenning(rol=Rol.ACCOUNTMANAGER, regio_code="AM09")


async def beheerder(conn: Connection, naam: str, **waar: object) -> Actor:
    """A beheerder of a regio or an organisatie, who acts from now on."""
    await conn.execute("reset role")
    await conn.execute(
        "insert into rollen values ('beheerder', 'Beheerder', true, '{werkgever}') on conflict do nothing"
    )
    number = await conn.fetchval(
        "insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op)"
        " values ($1::text || '@voorbeeld.nl', $1, 'geen', '2026-01-01') returning id",
        naam,
    )
    toekenning = Toekenning(rol=Rol.BEHEERDER, **waar)  # type: ignore[arg-type]  # one of both
    await conn.execute(
        "insert into account_rollen values ($1, 'beheerder', $2, $3)",
        number,
        toekenning.regio_code,
        toekenning.organisatie_id,
    )
    await conn.execute("set local role app")
    actor = Actor(account_id=number, naam=naam, email=naam, toekenningen=(toekenning,))
    await act_as(conn, actor)
    return actor


def new(clock: FixedClock, toekenning: Toekenning = IN_REGIO) -> NieuweSleutel:
    """A key for half a year."""
    return NieuweSleutel(
        naam="Koppeling",
        toekenning=toekenning,
        scopes=("leerwerkplekken:lezen",),
        laatste_dag=clock.today() + timedelta(days=180),
    )


async def test_a_key_acts_with_the_role_and_scopes_that_were_given(
    conn: Connection, clock: FixedClock
) -> None:
    await make_regio(conn)
    actor = await beheerder(conn, "carla", regio_code="AM09")
    sleutel_id, token = await make_sleutel(conn, actor, clock=clock, nieuw=new(clock))
    dienst = await find_dienst(conn, clock=clock, token=token)
    assert dienst is not None
    assert (dienst.sleutel_id, dienst.actor.toekenningen) == (sleutel_id, (IN_REGIO,))
    assert dienst.scopes == {"leerwerkplekken:lezen"}
    assert [each.aangemaakt_door for each in await queries.list_sleutels(conn, actor)] == ["carla"]


async def test_the_key_itself_is_stored_nowhere(conn: Connection, clock: FixedClock) -> None:
    await make_regio(conn)
    actor = await beheerder(conn, "carla", regio_code="AM09")
    _, token = await make_sleutel(conn, actor, clock=clock, nieuw=new(clock))
    await conn.execute("reset role")
    for table in ("api_sleutels", "accounts", "gebeurtenissen"):
        found = await conn.fetch(f"select to_jsonb(rij)::text as alles from {table} rij")  # noqa: S608 (names of our own)
        assert found
        assert not [row for row in found if token in row["alles"]]


async def test_a_key_holds_until_the_end_of_its_last_day(conn: Connection, clock: FixedClock) -> None:
    await make_regio(conn)
    actor = await beheerder(conn, "carla", regio_code="AM09")
    nieuw = replace(new(clock), laatste_dag=clock.today())
    _, token = await make_sleutel(conn, actor, clock=clock, nieuw=nieuw)
    last = FixedClock(clock.now().replace(hour=22, minute=59))
    assert await find_dienst(conn, clock=last, token=token) is not None
    assert await find_dienst(conn, clock=FixedClock(clock.now().replace(hour=23)), token=token) is None


@pytest.mark.parametrize("days", [-1, 367])
async def test_a_key_ends_within_a_year(conn: Connection, clock: FixedClock, days: int) -> None:
    await make_regio(conn)
    actor = await beheerder(conn, "carla", regio_code="AM09")
    nieuw = replace(new(clock), laatste_dag=clock.today() + timedelta(days=days))
    with pytest.raises(InvalidInput) as refusal:
        await make_sleutel(conn, actor, clock=clock, nieuw=nieuw)
    assert "laatste_dag" in refusal.value.fields


async def test_a_stranger_makes_sees_and_withdraws_no_key(conn: Connection, clock: FixedClock) -> None:
    await make_regio(conn)
    actor = await beheerder(conn, "carla", regio_code="AM09")
    sleutel_id, token = await make_sleutel(conn, actor, clock=clock, nieuw=new(clock))
    stranger = await beheerder(conn, "dirk", regio_code="AM07")
    with pytest.raises(Forbidden):
        await make_sleutel(conn, stranger, clock=clock, nieuw=new(clock))
    assert await queries.list_sleutels(conn, stranger) == []
    with pytest.raises(NotFound):
        await withdraw_sleutel(conn, stranger, clock=clock, sleutel_id=sleutel_id)
    assert not await queries.revoke_sleutel(conn, stranger, sleutel_id, clock.now())
    assert await find_dienst(conn, clock=clock, token=token) is not None


@pytest.mark.parametrize(
    ("rol", "regio_code"), [("beheerder", "AM09"), ("kandidaat", "AM09"), ("accountmanager", "AM07")]
)
async def test_the_database_makes_no_account_that_this_beheerder_may_not_make(
    conn: Connection, clock: FixedClock, rol: str, regio_code: str
) -> None:
    await make_regio(conn)
    await beheerder(conn, "carla", regio_code="AM09")
    made = await conn.fetchval("select maak_dienst('x', $1, $2, null, $3)", rol, regio_code, clock.now())
    assert made is None


async def test_a_beheerder_of_an_organisatie_makes_keys_of_that_organisatie_only(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    actor = await beheerder(conn, "eva", organisatie_id=regio.organisatie)
    own = Toekenning(rol=Rol.WERKGEVER, organisatie_id=regio.organisatie)
    await make_sleutel(conn, actor, clock=clock, nieuw=new(clock, own))
    assert [each.waar for each in await queries.list_sleutels(conn, actor)] == ["Voorbeeld Tuinen"]
    for other in (IN_REGIO, replace(own, organisatie_id=regio.organisatie + 1)):
        with pytest.raises(Forbidden):
            await make_sleutel(conn, actor, clock=clock, nieuw=new(clock, other))


@pytest.mark.parametrize(
    ("soort", "offered"), [("mbo", ["mbo"]), ("gemeente", ["consulent", "jobcoach"]), ("vakbond", [])]
)
async def test_every_role_that_can_stand_there_but_those_of_people_is_offered_and_can_be_made(
    conn: Connection, clock: FixedClock, soort: str, offered: list[str]
) -> None:
    regio = await make_regio(conn)
    await conn.execute("reset role")
    await conn.execute("insert into organisatiesoorten values ($1, 'Soort')", soort)
    await conn.execute("update organisaties set soort = $1 where id = $2", soort, regio.organisatie)
    await conn.execute(
        """
        insert into rollen values ('mbo', 'Mbo', false, '{mbo}'),
            ('jobcoach', 'Jobcoach', false, '{gemeente}'),
            ('consulent', 'Consulent', false, '{gemeente}'), ('kandidaat', 'Kandidaat', true, '{}'),
            ('beheerder', 'Beheerder', true, $1)
        """,
        [soort],
    )
    actor = await beheerder(conn, "eva", organisatie_id=regio.organisatie)
    found = [each.toekenning for each in await possible(conn, actor)]
    assert [each.rol for each in found] == offered
    for each in found:
        _, token = await make_sleutel(conn, actor, clock=clock, nieuw=new(clock, each))
        dienst = await find_dienst(conn, clock=clock, token=token)
        assert dienst is not None
        assert dienst.actor.toekenningen == (each,)
    boss = await beheerder(conn, "carla", regio_code="AM09")
    assert [each.naam for each in await possible(conn, boss)] == ["Accountmanager: Achterhoek"]


async def test_a_key_is_withdrawn_once_and_at_once(conn: Connection, clock: FixedClock) -> None:
    await make_regio(conn)
    actor = await beheerder(conn, "carla", regio_code="AM09")
    sleutel_id, token = await make_sleutel(conn, actor, clock=clock, nieuw=new(clock))
    await withdraw_sleutel(conn, actor, clock=clock, sleutel_id=sleutel_id)
    assert await find_dienst(conn, clock=clock, token=token) is None
    with pytest.raises(Conflict):
        await withdraw_sleutel(conn, actor, clock=clock, sleutel_id=sleutel_id)
    await conn.execute("reset role")
    soorten = await conn.fetch("select soort from gebeurtenissen order by id")
    assert [row["soort"] for row in soorten] == ["api_sleutel_gemaakt", "api_sleutel_ingetrokken"]
