"""What a beheerder does with accounts: make, edit, give and take roles, switch off, end sessions.

A role at one place says nothing about the others: an account is itself changed only by who manages all of its
roles. That nobody shuts a place, an account or themselves out is kept by a trigger of the database.
"""

from collections.abc import Mapping
from typing import TypeAlias, TypeVar

import asyncpg

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.toegang import account_queries as queries
from marketplace.toegang import account_writes as writes
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.link_queries import revoke_links
from marketplace.toegang.model import Account, Actor, Rol, RolPlaats

T = TypeVar("T")
Change: TypeAlias = tuple[T | None, T | None]
TAKEN = "Een ander account heeft dit e-mailadres al. Kies een ander adres."
ELSEWHERE = (
    "Dit account heeft ook een rol bij een andere organisatie of regio. "
    "Vraag de beheerder van de regio om dit te doen."
)


async def visible_account(conn: Connection, actor: Actor, clock: Clock, account_id: int) -> Account:
    """The account, or NotFound when none of its roles lies within what the actor manages."""
    account = await queries.get_account(conn, actor, account_id, clock.now())
    if account is None:
        raise NotFound
    return account


async def whole_account(conn: Connection, actor: Actor, clock: Clock, account_id: int) -> Account:
    """The account, or Forbidden when one of its roles lies outside what the actor manages."""
    account = await visible_account(conn, actor, clock, account_id)
    if not account.geheel:
        raise Forbidden(ELSEWHERE)
    return account


async def find_plaats(conn: Connection, actor: Actor, code: str) -> RolPlaats:
    """The place of this code where the actor can give roles; raises NotFound for any other."""
    found = next((each for each in await queries.list_plaatsen(conn, actor) if each.code == code), None)
    if found is None:
        raise NotFound
    return found


async def create_account(
    conn: Connection, actor: Actor, *, clock: Clock, email: str, naam: str, rol: Rol, plaats: RolPlaats
) -> tuple[int, bool]:
    """Give a role to whoever has this e-mail address; returns the account and whether it is new."""
    account_id, new = await writes.find_or_insert_account(conn, email=email, naam=naam, now=clock.now())
    if account_id is None:
        raise InvalidInput(fields={"email": "Dit e-mailadres kan geen account krijgen."})
    if new:
        await record_account(conn, actor, clock, account_id, "account_gemaakt", plaats)
    await give_rol(conn, actor, clock=clock, account_id=account_id, rol=rol, plaats=plaats)
    return account_id, new


async def give_rol(
    conn: Connection, actor: Actor, *, clock: Clock, account_id: int, rol: Rol, plaats: RolPlaats
) -> None:
    """Give a role at a place; raises InvalidInput when it cannot stand there or the account has it."""
    if rol not in [each.rol for each in await queries.list_rollen(conn, plaats)]:
        raise InvalidInput(
            fields={"rol": "Deze rol kan hier niet worden gegeven. Kies een rol uit de lijst."}
        )
    if not await writes.insert_rol(conn, actor, account_id, rol, plaats):
        raise InvalidInput(fields={"rol": "Dit account heeft deze rol hier al. Kies een andere rol."})
    await record_account(
        conn, actor, clock, account_id, "rol_gegeven", plaats, _velden((None, rol), (None, plaats))
    )


async def take_rol(
    conn: Connection, actor: Actor, *, clock: Clock, account_id: int, rol: Rol, plaats: RolPlaats
) -> None:
    """Take a role away; raises NotFound when the account has it not, or Conflict by the trigger."""
    if not await writes.delete_rol(conn, actor, account_id, rol, plaats):
        raise NotFound
    await record_account(
        conn, actor, clock, account_id, "rol_weggehaald", plaats, _velden((rol, None), (plaats, None))
    )


async def set_account_actief(
    conn: Connection, actor: Actor, *, clock: Clock, account_id: int, actief: bool, reden: str | None = None
) -> Account:
    """Switch an account that is wholly managed on or off; off ends its sessions, and is never for oneself."""
    account = await whole_account(conn, actor, clock, account_id)
    if account.id == actor.account_id and not actief:
        message = "U kunt uw eigen account niet uitzetten. Vraag dit aan een andere beheerder."
        raise Forbidden(message)
    if not await writes.update_actief(conn, actor, account_id, actief=actief):
        raise NotFound
    if not actief:
        await writes.revoke_sessies(conn, actor, account_id, clock.now())
    await record_account(
        conn,
        actor,
        clock,
        account_id,
        "account_aangezet" if actief else "account_uitgezet",
        account.rollen[0].plaats,
        reden=reden,
    )
    return account


async def edit_account(
    conn: Connection, actor: Actor, *, clock: Clock, account_id: int, versie: int, naam: str, email: str
) -> None:
    """Give an account that is wholly managed another name or e-mail address.

    Whoever came in with another address is out, and links to the account end. Raises InvalidInput for an
    address that is taken, StaleVersion when somebody else wrote first.
    """
    account = await whole_account(conn, actor, clock, account_id)
    if account.versie != versie:
        raise StaleVersion
    changed = [name for name, new in (("naam", naam), ("email", email)) if getattr(account, name) != new]
    if not changed:
        return
    try:
        async with conn.transaction():
            written = await writes.update_gegevens(conn, actor, account_id, versie, naam=naam, email=email)
    except asyncpg.UniqueViolationError:
        raise InvalidInput(fields={"email": TAKEN}) from None
    if not written:
        raise StaleVersion
    if account.email.lower() != email.lower():
        await writes.revoke_sessies(conn, actor, account_id, clock.now())
        await revoke_links(conn, now=clock.now(), account_id=account_id)
    plaats, velden = account.rollen[0].plaats, dict.fromkeys(changed)
    await record_account(conn, actor, clock, account_id, "account_gewijzigd", plaats, {"velden": velden})


async def revoke_account_sessies(conn: Connection, actor: Actor, *, clock: Clock, account_id: int) -> int:
    """End every session of an account that is wholly managed; returns how many."""
    account = await whole_account(conn, actor, clock, account_id)
    ended = await writes.revoke_sessies(conn, actor, account_id, clock.now())
    await record_account(conn, actor, clock, account_id, "sessies_ingetrokken", account.rollen[0].plaats)
    return ended


def _velden(rol: Change[Rol], plaats: Change[RolPlaats]) -> dict[str, object]:
    """What an edit of roles changed."""
    return {"velden": {"rol": list(rol), "plaats": [each and each.naam for each in plaats]}}


async def record_account(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    account_id: int,
    soort: str,
    plaats: RolPlaats,
    gegevens: Mapping[str, object] | None = None,
    reden: str | None = None,
) -> None:
    """Note what a beheerder did, at the place that it is about."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="account",
        onderwerp_id=account_id,
        regio_code=await queries.get_regio_of_plaats(conn, plaats),
        organisatie_id=plaats.organisatie_id,
        reden=reden,
        gegevens=gegevens,
    )
