"""Keys for programs: made by the beheerder of a place, shown once, withdrawn at once.

A key acts as an account of its own that nobody can log in with, so that what it sees is decided by the same
Actor as for people; its scopes narrow that to nouns (`leerwerkplekken:lezen`).
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from marketplace.clock import AMSTERDAM, Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput, NotFound
from marketplace.toegang import sleutel_queries as queries
from marketplace.toegang.account_queries import get_regio_of_plaats
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor, Rol, RolPlaats, Toekenning
from marketplace.toegang.service import hash_token
from marketplace.toegang.sleutel_queries import ApiSleutel, Dienst, SleutelRol

PREFIX = "plekwijs_"
MAX_TOKEN = 200
LONGEST = timedelta(days=366)
# What no program can be; `maak_dienst` refuses the same.
ONLY_PEOPLE = (Rol.KANDIDAAT, Rol.VERTEGENWOORDIGER, Rol.BEHEERDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweSleutel:
    """What a beheerder fills in; the key holds up to and including `laatste_dag`."""

    naam: str
    toekenning: Toekenning
    scopes: tuple[str, ...]
    laatste_dag: date


async def possible(conn: Connection, actor: Actor) -> list[SleutelRol]:
    """The roles, each with its place, that a key made by this beheerder can have."""
    return [each for each in await queries.list_rollen(conn, actor) if each.toekenning.rol not in ONLY_PEOPLE]


async def make_sleutel(
    conn: Connection, actor: Actor, *, clock: Clock, nieuw: NieuweSleutel
) -> tuple[int, str]:
    """Make an account with one key; returns the id of the key and the key itself, which is stored nowhere.

    Raises Forbidden for a place of somebody else, InvalidInput with fields.
    """
    if nieuw.toekenning not in [each.toekenning for each in await possible(conn, actor)]:
        raise Forbidden
    if not clock.today() <= nieuw.laatste_dag <= clock.today() + LONGEST:
        raise InvalidInput(fields={"laatste_dag": "Kies een dag vanaf vandaag, hooguit een jaar vooruit."})
    account_id = await queries.insert_dienst(conn, nieuw.naam, nieuw.toekenning, clock.now())
    if account_id is None:
        raise Forbidden
    token = PREFIX + secrets.token_urlsafe(32)
    sleutel_id = await queries.insert_sleutel(
        conn,
        actor,
        account_id=account_id,
        naam=nieuw.naam,
        token_hash=hash_token(token),
        scopes=nieuw.scopes,
        now=clock.now(),
        ends=_end_of(nieuw.laatste_dag),
    )
    await _record(conn, actor, clock, sleutel_id, nieuw.toekenning, "api_sleutel_gemaakt", nieuw.scopes)
    return sleutel_id, token


def _end_of(day: date) -> datetime:
    """The first moment after a day in the Netherlands."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=AMSTERDAM)


async def visible_sleutel(conn: Connection, actor: Actor, sleutel_id: int) -> ApiSleutel:
    """The key; raises NotFound for a stranger."""
    sleutel = await queries.get_sleutel(conn, actor, sleutel_id)
    if sleutel is None:
        raise NotFound
    return sleutel


async def withdraw_sleutel(
    conn: Connection, actor: Actor, *, clock: Clock, sleutel_id: int, reden: str | None = None
) -> ApiSleutel:
    """End a key at once; raises NotFound for a stranger and Conflict when it was withdrawn already."""
    sleutel = await visible_sleutel(conn, actor, sleutel_id)
    if not await queries.revoke_sleutel(conn, actor, sleutel_id, clock.now()):
        raise Conflict("Deze sleutel is al ingetrokken.")
    await _record(conn, actor, clock, sleutel_id, sleutel.toekenning, "api_sleutel_ingetrokken", (), reden)
    return sleutel


async def find_dienst(conn: Connection, *, clock: Clock, token: str) -> Dienst | None:
    """Who acts with a key that holds now; None for any other."""
    if len(token) > MAX_TOKEN or not token.startswith(PREFIX):
        return None
    return await queries.find_dienst(conn, hash_token(token), clock.now())


async def _record(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    sleutel_id: int,
    toekenning: Toekenning,
    soort: str,
    scopes: Sequence[str],
    reden: str | None = None,
) -> None:
    """Note what happened to a key, at the place where its role stands."""
    plaats = RolPlaats(naam="", regio_code=toekenning.regio_code, organisatie_id=toekenning.organisatie_id)
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="api_sleutel",
        onderwerp_id=sleutel_id,
        regio_code=await get_regio_of_plaats(conn, plaats),
        organisatie_id=plaats.organisatie_id,
        reden=reden,
        gegevens={"rol": toekenning.rol, "scopes": list(scopes)} if scopes else {},
    )
