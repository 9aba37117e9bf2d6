"""Rejecting a voorstel with a coded reason, what that leaves behind for later runs, and taking it back."""

from contextlib import suppress
from dataclasses import dataclass

from marketplace.bezetting import service as bezetting
from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound, StaleVersion
from marketplace.kandidaten.service import allow_again, limit_reistijd, restore_reistijd
from marketplace.kandidaten.uitsluitingen import insert_uitsluiting
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.model import Actor
from marketplace.voorstellen import queries, service, writes
from marketplace.voorstellen.model import AGREED, Afwijsreden, Gevolg, Voorstel, VoorstelStatus

LEAST_REISTIJD = 5
LESS = 5
REJECTED = "voorstel_afgewezen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwijzing:
    """What a person fills in: the code, words where wanted, and for less travel how long it may be."""

    reden: str
    toelichting: str | None = None
    max_reistijd: int | None = None


async def reject(
    conn: Connection, actor: Actor, *, clock: Clock, voorstel_id: int, versie: int, afwijzing: Afwijzing
) -> Voorstel:
    """Reject a voorstel: the plaats is freed, the pin goes, the reason's consequence holds from now on."""
    voorstel = await service.read_version(conn, actor, voorstel_id, versie)
    if voorstel.status in {VoorstelStatus.AFGEWEZEN, VoorstelStatus.VERVALLEN}:
        raise service.WrongStep("Dit voorstel is al afgewezen of vervallen.")
    reden = await _find_reden(conn, afwijzing.reden)
    if voorstel.status in AGREED:
        await bezetting.free(conn, voorstel.id)
    # The person before the voorstel, as who discusses or pins does: then nobody waits in a circle.
    await writes.lock_kandidaat(conn, actor, voorstel)
    if not await writes.update_afgewezen(conn, actor, voorstel, reden, afwijzing.toelichting):
        raise StaleVersion
    left = await _leave_behind(conn, actor, clock, voorstel, reden, afwijzing)
    gegevens = {"code": reden.code, "tekst": reden.tekst, **left}
    return await service.record(conn, actor, clock, voorstel, REJECTED, gegevens, afwijzing.toelichting)


async def reopen(conn: Connection, actor: Actor, *, clock: Clock, voorstel_id: int, versie: int) -> Voorstel:
    """Take one step back; a rejection also takes back what it left behind.

    A shorter reistijd only when the profile still holds it: it may have been edited since.
    """
    voorstel = await service.read_version(conn, actor, voorstel_id, versie)
    if voorstel.status is VoorstelStatus.AFGEWEZEN:
        await _withdraw(conn, actor, clock, voorstel)
    return await service.undo(conn, actor, clock=clock, voorstel_id=voorstel_id, versie=versie)


async def _find_reden(conn: Connection, code: str) -> Afwijsreden:
    """The reason of this code; raises InvalidInput at the field for one that may not be chosen."""
    for reden in await queries.list_afwijsredenen(conn):
        if reden.code == code:
            return reden
    raise InvalidInput(fields={"reden": "Kies een reden uit de lijst."})


async def _leave_behind(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    voorstel: Voorstel,
    reden: Afwijsreden,
    afwijzing: Afwijzing,
) -> dict[str, object]:
    """Let the consequence of the reason hold from now on; returns what the record must remember."""
    if reden.gevolg is None:
        return {}
    if reden.gevolg is Gevolg.MINDER_REIZEN:
        minuten = _less_travel(voorstel, afwijzing)
        was = await limit_reistijd(
            conn,
            actor,
            clock=clock,
            kandidaat_id=voorstel.kandidaat_id,
            minuten=minuten,
            reden=reden.tekst,
        )
        return {} if was is None else {"max_reistijd": minuten, "max_reistijd_was": was}
    whole = reden.gevolg is Gevolg.NIET_DEZE_VESTIGING
    made = await insert_uitsluiting(
        conn,
        actor,
        kandidaat_id=voorstel.kandidaat_id,
        leerwerkplek_id=None if whole else voorstel.leerwerkplek_id,
        vestiging_id=voorstel.vestiging_id if whole else None,
        reden=reden.tekst,
        now=clock.now(),
    )
    return {"uitsluiting": made}


def _less_travel(voorstel: Voorstel, afwijzing: Afwijzing) -> int:
    """How long the way may be from now on: as filled in, else a little shorter than to this plek."""
    minuten = voorstel.inplanning.uitleg.get("reisminuten") if voorstel.inplanning else None
    wanted = afwijzing.max_reistijd
    if not isinstance(minuten, int):
        if wanted is None:
            raise InvalidInput(fields={"max_reistijd": "Vul in hoeveel minuten de reis hooguit mag duren."})
        return wanted
    if wanted is not None:
        if wanted >= minuten:
            text = f"De reis naar deze plek duurt {minuten} minuten. Vul minder in."
            raise InvalidInput(fields={"max_reistijd": text})
        return wanted
    return max(LEAST_REISTIJD, minuten - LESS)


async def _withdraw(conn: Connection, actor: Actor, clock: Clock, voorstel: Voorstel) -> None:
    """Take back what the latest rejection left behind; somebody may have done so already."""
    happened = await list_geschiedenis(conn, actor, "voorstel", voorstel.id)
    left = next((each.gegevens for each in happened if each.soort == REJECTED), {})
    if "max_reistijd_was" in left:
        await restore_reistijd(
            conn,
            actor,
            clock=clock,
            kandidaat_id=voorstel.kandidaat_id,
            van=left["max_reistijd"],
            naar=left["max_reistijd_was"],
        )
    if "uitsluiting" in left:
        with suppress(NotFound):
            await allow_again(conn, actor, clock=clock, uitsluiting_id=left["uitsluiting"])
