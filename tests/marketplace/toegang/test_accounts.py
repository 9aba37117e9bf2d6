"""Roles stand where their row lets them; who manages a place gives and takes them there, and nowhere else."""

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound
from marketplace.toegang import account_queries, accounts, links
from marketplace.toegang import account_writes as writes
from marketplace.toegang.model import Actor, Rol, RolPlaats
from tests.databases import act_as
from tests.marketplace.kleine_regio import KleineRegio, make_regio
from tests.marketplace.organisaties.mensen import beheerder_of, make_actor


def plaats_of(regio: KleineRegio) -> RolPlaats:
    """The first organisatie as a place for roles."""
    return RolPlaats(naam="Voorbeeld Tuinen", organisatie_id=regio.organisatie)


async def both(conn: Connection) -> tuple[KleineRegio, Actor, Actor]:
    """The small regio, its beheerder and that of its first organisatie."""
    regio = await make_regio(conn)
    return regio, await make_actor(conn, Rol.BEHEERDER, regio_code="AM09"), await beheerder_of(conn, regio)


@pytest.mark.parametrize(
    ("rol", "regio_code", "bij_organisatie"),
    [("accountmanager", None, True), ("werkgever", "AM09", False)],
)
async def test_the_database_refuses_a_role_where_it_cannot_stand(
    conn: Connection, rol: str, regio_code: str | None, *, bij_organisatie: bool
) -> None:
    regio = await make_regio(conn)
    with pytest.raises(asyncpg.PostgresError, match="Deze rol kan hier niet worden gegeven"):
        await conn.execute(
            "insert into account_rollen values ($1, $2, $3, $4)",
            regio.vreemd.account_id,
            rol,
            regio_code,
            regio.organisatie if bij_organisatie else None,
        )


async def test_a_place_offers_the_roles_that_can_stand_there(conn: Connection) -> None:
    regio, of_regio, of_organisatie = await both(conn)
    assert [each.code for each in await account_queries.list_plaatsen(conn, of_organisatie)] == [
        str(regio.organisatie)
    ]
    plaatsen = await account_queries.list_plaatsen(conn, of_regio)
    assert [each.naam for each in plaatsen] == ["regio Achterhoek", "Voorbeeld Elders", "Voorbeeld Tuinen"]
    in_regio = {each.rol for each in await account_queries.list_rollen(conn, plaatsen[0])}
    there = {each.rol for each in await account_queries.list_rollen(conn, plaats_of(regio))}
    assert (Rol.ACCOUNTMANAGER in in_regio, Rol.ACCOUNTMANAGER in there) == (True, False)
    assert (Rol.WERKGEVER in in_regio, Rol.WERKGEVER in there) == (False, True)


@pytest.mark.parametrize("which", [1, 2])
async def test_a_beheerder_of_the_place_gives_and_takes_a_role(
    conn: Connection, clock: FixedClock, which: int
) -> None:
    made = await both(conn)
    regio, beheerder = made[0], (made[1], made[2])[which - 1]
    await act_as(conn, beheerder)
    place = plaats_of(regio)
    account_id, new = await accounts.create_account(
        conn, beheerder, clock=clock, email="Nieuw@hier.nl", naam="Nieuw", rol=Rol.WERKGEVER, plaats=place
    )
    assert new
    await accounts.give_rol(
        conn, beheerder, clock=clock, account_id=account_id, rol=Rol.BEHEERDER, plaats=place
    )
    await accounts.take_rol(
        conn, beheerder, clock=clock, account_id=account_id, rol=Rol.WERKGEVER, plaats=place
    )
    account = await account_queries.get_account(conn, beheerder, account_id, clock.now())
    assert account is not None
    assert [each.rol for each in account.rollen] == [Rol.BEHEERDER]
    assert (account.geheel, account.heeft_wachtwoord) == (True, False)


async def test_a_role_that_the_account_has_is_said_at_its_field(conn: Connection, clock: FixedClock) -> None:
    regio, _, beheerder = await both(conn)
    with pytest.raises(InvalidInput) as refused:
        await accounts.give_rol(
            conn,
            beheerder,
            clock=clock,
            account_id=regio.werkgever.account_id,
            rol=Rol.WERKGEVER,
            plaats=plaats_of(regio),
        )
    assert "heeft deze rol hier al" in refused.value.fields["rol"]


async def test_nobody_gives_or_takes_a_role_elsewhere(conn: Connection) -> None:
    regio, _, of_organisatie = await both(conn)
    daar = await make_actor(conn, Rol.BEHEERDER, regio_code="AM07")
    account_id = regio.werkgever.account_id
    for stranger in (daar, regio.eigen):
        assert not await writes.insert_rol(conn, stranger, account_id, Rol.BEHEERDER, plaats_of(regio))
        assert not await writes.delete_rol(conn, stranger, account_id, Rol.WERKGEVER, plaats_of(regio))
        with pytest.raises(NotFound):
            await accounts.find_plaats(conn, stranger, str(regio.organisatie))
    achterhoek = RolPlaats(naam="", regio_code="AM09")
    assert not await writes.insert_rol(conn, of_organisatie, account_id, Rol.ACCOUNTMANAGER, achterhoek)


async def test_who_manages_no_accounts_makes_none(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    await act_as(conn, regio.eigen)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await writes.find_or_insert_account(conn, email="nieuw@hier.nl", naam="Nieuw", now=clock.now())


async def test_giving_a_role_does_not_give_power_over_the_rest_of_an_account(
    conn: Connection, clock: FixedClock
) -> None:
    """Else who manages a small organisatie could take over the account of a regional accountmanager."""
    regio, of_regio, attacker = await both(conn)
    await act_as(conn, attacker)
    victim = regio.eigen
    account_id, new = await accounts.create_account(
        conn,
        attacker,
        clock=clock,
        email=victim.email,
        naam="Wie",
        rol=Rol.WERKGEVER,
        plaats=plaats_of(regio),
    )
    assert (account_id, new) == (victim.account_id, False)
    seen = await account_queries.get_account(conn, attacker, account_id, clock.now())
    assert seen is not None
    assert (seen.geheel, [each.rol for each in seen.rollen]) == (False, [Rol.WERKGEVER])
    with pytest.raises(Forbidden):
        await accounts.set_account_actief(conn, attacker, clock=clock, account_id=account_id, actief=False)
    with pytest.raises(Forbidden):
        await accounts.revoke_account_sessies(conn, attacker, clock=clock, account_id=account_id)
    with pytest.raises(Forbidden):
        await links.make_account_link(conn, attacker, clock=clock, account_id=account_id)
    assert not await writes.update_actief(conn, attacker, account_id, actief=False)
    await act_as(conn, of_regio)
    assert await writes.update_actief(conn, of_regio, account_id, actief=False)


async def test_the_database_says_the_same(conn: Connection, clock: FixedClock) -> None:
    regio, of_regio, attacker = await both(conn)
    await conn.execute("set local role app")
    for actor, changed in ((attacker, "UPDATE 0"), (of_regio, "UPDATE 1")):
        await act_as(conn, actor)
        if actor is attacker:
            await writes.insert_rol(conn, attacker, regio.eigen.account_id, Rol.WERKGEVER, plaats_of(regio))
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                async with conn.transaction():
                    await conn.execute(
                        "insert into links (token_hash, doel, account_id, gemaakt_door, gemaakt_op,"
                        " verloopt_op) values ('x', 'wachtwoord', $1, $2, $3, $4)",
                        regio.eigen.account_id,
                        attacker.account_id,
                        clock.now(),
                        clock.now().replace(year=2030),
                    )
        done = await conn.execute("update accounts set actief = true where id = $1", regio.eigen.account_id)
        assert done == changed


async def test_nobody_takes_the_own_role_of_beheerder(conn: Connection, clock: FixedClock) -> None:
    regio, _, beheerder = await both(conn)
    await act_as(conn, beheerder)
    with pytest.raises(asyncpg.PostgresError, match="uw eigen rol als beheerder"):
        await accounts.take_rol(
            conn,
            beheerder,
            clock=clock,
            account_id=beheerder.account_id,
            rol=Rol.BEHEERDER,
            plaats=plaats_of(regio),
        )


async def test_the_last_beheerder_of_a_place_stays(conn: Connection, clock: FixedClock) -> None:
    regio, of_regio, last = await both(conn)
    await act_as(conn, of_regio)
    place = plaats_of(regio)
    await accounts.give_rol(
        conn, of_regio, clock=clock, account_id=last.account_id, rol=Rol.WERKGEVER, plaats=place
    )
    with pytest.raises(asyncpg.PostgresError, match="laatste beheerder"):
        async with conn.transaction():
            await accounts.take_rol(
                conn, of_regio, clock=clock, account_id=last.account_id, rol=Rol.BEHEERDER, plaats=place
            )
    await accounts.give_rol(
        conn,
        of_regio,
        clock=clock,
        account_id=regio.werkgever.account_id,
        rol=Rol.BEHEERDER,
        plaats=place,
    )
    await accounts.take_rol(
        conn, of_regio, clock=clock, account_id=last.account_id, rol=Rol.BEHEERDER, plaats=place
    )


async def test_an_account_keeps_one_role(conn: Connection, clock: FixedClock) -> None:
    regio, _, beheerder = await both(conn)
    with pytest.raises(asyncpg.PostgresError, match="enige rol van dit account"):
        await accounts.take_rol(
            conn,
            beheerder,
            clock=clock,
            account_id=regio.werkgever.account_id,
            rol=Rol.WERKGEVER,
            plaats=plaats_of(regio),
        )


async def test_the_account_of_a_program_gets_no_other_role(conn: Connection, clock: FixedClock) -> None:
    regio, _, beheerder = await both(conn)
    await conn.execute("reset role")
    await conn.execute(
        "insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op, soort)"
        " values ('abc@dienst.invalid', 'Programma', '!', $1, 'dienst')",
        clock.now(),
    )
    await act_as(conn, beheerder)
    with pytest.raises(InvalidInput):
        await accounts.create_account(
            conn,
            beheerder,
            clock=clock,
            email="ABC@dienst.invalid",
            naam="Wie",
            rol=Rol.WERKGEVER,
            plaats=plaats_of(regio),
        )


def test_a_place_has_one_code() -> None:
    assert RolPlaats(naam="", regio_code="AM09").code == "AM09"
    assert RolPlaats(naam="", organisatie_id=4).code == "4"
