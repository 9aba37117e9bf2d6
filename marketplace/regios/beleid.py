"""The policies of a regio with their dates: what holds, what held, what is planned, and who sets it.

The past is never written: a value holds from today or later, and only what is still to come can be withdrawn.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput, NotFound
from marketplace.regios.model import KINDS, Ondergrenzen, fits, number_of
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEPAALT_BELEID

MIN_REDEN = 5
PAST = "Kies vandaag of een latere dag. Wat gold, verandert niet meer."
UNKNOWN_GROEP = "Kies een doelgroep die Plekwijs kent. Zie het profiel van een kandidaat."


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleidsregel:
    """A value of a policy from a day on; `ingetrokken_op` says that it never came to hold."""

    id: int
    regio_code: str
    sleutel: str
    waarde: object
    vanaf: date
    bron: str
    ingetrokken_op: datetime | None


def may_set(actor: Actor, regio_code: str) -> bool:
    """Whether the actor writes the policies of this regio."""
    return regio_code in actor.regios_als(*BEPAALT_BELEID)


async def list_sleutels(conn: Connection) -> dict[str, str]:
    """What can be set, with what it means."""
    return {
        row["code"]: row["uitleg"]
        for row in await conn.fetch("select code, uitleg from beleidssleutels order by uitleg")
        if row["code"] in KINDS
    }


async def list_beleid(conn: Connection, regio_code: str) -> list[Beleidsregel]:
    """Everything that was ever set in a regio, the latest first; this is public knowledge."""
    rows = await conn.fetch(
        """
        select id, regio_code, sleutel, waarde, vanaf, bron, ingetrokken_op from regio_beleid
        where regio_code = $1 order by vanaf desc, id desc
        """,
        regio_code,
    )
    return [Beleidsregel(**dict(row)) for row in rows]


async def set_beleid(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    regio_code: str,
    sleutel: str,
    waarde: object,
    vanaf: date,
    bron: str,
) -> int:
    """Let a value hold from a day on and return its id.

    Raises InvalidInput with fields, also for a day that is past or has a value already.
    """
    if not may_set(actor, regio_code):
        raise Forbidden
    wrong = {"vanaf": PAST} if vanaf < clock.today() else {}
    if sleutel not in KINDS:
        wrong["sleutel"] = "Dit beleid kennen wij niet."
    elif not fits(waarde, KINDS[sleutel]):
        wrong["waarde"] = "Deze waarde past niet bij dit beleid."
    elif KINDS[sleutel] is Ondergrenzen and await list_unknown(conn, cast("Mapping[str, int]", waarde)):
        wrong["waarde"] = UNKNOWN_GROEP
    if wrong:
        raise InvalidInput(fields=wrong)
    before = _holds(await list_beleid(conn, regio_code), sleutel, vanaf)
    made: int | None = await conn.fetchval(
        """
        insert into regio_beleid (regio_code, sleutel, waarde, vanaf, bron) values ($1, $2, $3, $4, $5)
        on conflict (regio_code, sleutel, vanaf) where ingetrokken_op is null do nothing returning id
        """,
        regio_code,
        sleutel,
        waarde,
        vanaf,
        bron,
    )
    if made is None:
        text = "Voor deze dag is al een waarde vastgelegd. Kies een andere dag, of trek die waarde eerst in."
        raise InvalidInput(fields={"vanaf": text})
    gegevens = {"velden": {sleutel: [before and before.waarde, waarde], "vanaf": [None, vanaf.isoformat()]}}
    await _record(conn, actor, clock, regio_code, "beleid_vastgelegd", bron, gegevens)
    return made


async def list_unknown(conn: Connection, codes: Iterable[str]) -> list[str]:
    """Which of these are no code of a doelgroep."""
    known = {row["code"] for row in await conn.fetch("select code from doelgroepen")}
    return [code for code in codes if code not in known]


def _holds(regels: list[Beleidsregel], sleutel: str, op: date) -> Beleidsregel | None:
    """The value that holds on a day; the rows are the latest first."""
    return next(
        (each for each in regels if each.sleutel == sleutel and each.vanaf <= op and not each.ingetrokken_op),
        None,
    )


async def withdraw_beleid(
    conn: Connection, actor: Actor, *, clock: Clock, regio_code: str, beleid_id: int, reden: str
) -> None:
    """Take back a value that is still to come; raises Conflict for one that holds or held."""
    if not may_set(actor, regio_code):
        raise Forbidden
    if len(reden.strip()) < MIN_REDEN:
        raise InvalidInput(fields={"reden": "Schrijf waarom u dit intrekt."})
    regels = await list_beleid(conn, regio_code)
    regel = next((each for each in regels if each.id == beleid_id), None)
    if regel is None:
        raise NotFound
    if regel.vanaf <= clock.today():
        raise Conflict("Dit beleid geldt al. Leg een nieuwe waarde vast die vanaf een latere dag geldt.")
    done = await conn.fetchval(
        "update regio_beleid set ingetrokken_op = $2 where id = $1 and ingetrokken_op is null returning id",
        beleid_id,
        clock.now(),
    )
    if done is None:
        raise Conflict("Dit beleid is al ingetrokken.")
    gegevens = {"velden": {regel.sleutel: [regel.waarde, None], "vanaf": [regel.vanaf.isoformat(), None]}}
    await _record(conn, actor, clock, regio_code, "beleid_ingetrokken", reden.strip(), gegevens)


async def _record(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    regio_code: str,
    soort: str,
    reden: str,
    gegevens: Mapping[str, object],
) -> None:
    """Append what happened to the policy of a regio."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="regio",
        onderwerp_id=number_of(regio_code),
        regio_code=regio_code,
        reden=reden,
        gegevens=gegevens,
    )
