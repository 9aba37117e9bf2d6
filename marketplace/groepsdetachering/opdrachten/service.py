"""The verbs on opdrachten: make, edit, accept or refuse what was asked, stop; only who plans people does."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from marketplace.bordnaam import next_colour, propose_kort
from marketplace.clock import Clock
from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.bedrijf.model import Bedrijf
from marketplace.groepsdetachering.opdrachten import writes
from marketplace.groepsdetachering.opdrachten.model import Opdracht, OpdrachtGegevens, OpdrachtStatus
from marketplace.groepsdetachering.opdrachten.queries import (
    get_opdracht,
    has_uren,
    list_inleners,
    list_opdrachten,
)
from marketplace.groepsdetachering.opdrachten.wijziging import Omgeving, wrong_fields
from marketplace.groepsdetachering.werkdagen import has_workday
from marketplace.toegang.gebeurtenissen import append_gebeurtenis, changes
from marketplace.toegang.model import Actor
from marketplace.werkprocessen.queries import get_keuzen

# Of these the short name is theirs alone, and only these change.
LIVE = (OpdrachtStatus.GEVRAAGD, OpdrachtStatus.OPEN)


HAS_UREN = "Van deze opdracht zijn er al uren. Maak een nieuwe opdracht voor een ander bedrijf."


class Over(Conflict):
    """Deze opdracht is afgesloten. Er verandert niets meer aan."""


class Answered(Conflict):
    """Deze vraag is al beantwoord."""


class NoTrede(Conflict):
    """Kies eerst bij welke trede van uw bedrijf deze opdracht hoort."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """The opdracht that is changed, and the version that the page showed."""

    clock: Clock
    opdracht_id: int
    versie: int


async def make_opdracht(
    conn: Connection, actor: Actor, *, clock: Clock, organisatie_id: int, gegevens: OpdrachtGegevens
) -> int:
    """Write an open opdracht and give its id; raises InvalidInput with fields, NotFound or Forbidden."""
    bedrijf = await own_bedrijf(conn, actor, organisatie_id)
    gegevens = await _checked(conn, actor, clock, bedrijf, gegevens)
    opdracht_id = await writes.insert_opdracht(
        conn, actor, organisatie_id=bedrijf.id, gegevens=gegevens, moment=clock.now()
    )
    if opdracht_id is None:
        raise NotFound
    await writes.insert_werkprocessen(conn, bedrijf.id, opdracht_id, gegevens.werkprocessen)
    await writes.insert_gesloten(conn, bedrijf.id, opdracht_id, gegevens.gesloten)
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="opdracht_gemaakt",
        onderwerp="opdracht",
        onderwerp_id=opdracht_id,
        regio_code=None,
        organisatie_id=bedrijf.id,
    )
    return opdracht_id


async def edit_opdracht(
    conn: Connection, actor: Actor, wijziging: Wijziging, gegevens: OpdrachtGegevens
) -> None:
    """Change an opdracht; raises InvalidInput with fields, StaleVersion, Over, NotFound or Forbidden."""
    bedrijf, now = await own_opdracht(conn, actor, wijziging.opdracht_id)
    gegevens = await _checked(conn, actor, wijziging.clock, bedrijf, gegevens, now)
    await claim_opdracht(
        conn, actor, wijziging, now, "opdracht_gewijzigd", gegevens={"velden": _edits(now, gegevens)}
    )
    await writes.update_opdracht(conn, actor, opdracht_id=now.id, gegevens=gegevens)
    await writes.delete_delen(conn, actor, now.id)
    await writes.insert_werkprocessen(conn, bedrijf.id, now.id, gegevens.werkprocessen)
    await writes.insert_gesloten(conn, bedrijf.id, now.id, gegevens.gesloten)


async def accept_opdracht(conn: Connection, actor: Actor, wijziging: Wijziging) -> None:
    """Take on what an inlener asked, in a colour of its own; raises Answered, NoTrede or StaleVersion."""
    bedrijf, now = await own_opdracht(conn, actor, wijziging.opdracht_id)
    await claim_opdracht(conn, actor, wijziging, now, "opdracht_aangenomen")
    if now.status is not OpdrachtStatus.GEVRAAGD:
        raise Answered
    if now.trede not in {each.nummer for each in bedrijf.treden}:
        raise NoTrede
    live = await list_opdrachten(conn, [bedrijf.id], bedrijf.id, LIVE)
    used = [each.kleur for each in live if each.id != now.id]
    if now.kleur in used:
        await writes.update_kleur(conn, actor, now.id, next_colour(used))
    await writes.update_status(conn, actor, now.id, OpdrachtStatus.OPEN, None)


async def refuse_opdracht(conn: Connection, actor: Actor, wijziging: Wijziging, reden: str) -> None:
    """Turn down what an inlener asked, which reads why; raises Answered or StaleVersion."""
    _, now = await own_opdracht(conn, actor, wijziging.opdracht_id)
    await claim_opdracht(conn, actor, wijziging, now, "opdracht_afgewezen", reden=reden)
    if now.status is not OpdrachtStatus.GEVRAAGD:
        raise Answered
    await writes.update_status(conn, actor, now.id, OpdrachtStatus.AFGEWEZEN, reden)


async def stop_opdracht(
    conn: Connection, actor: Actor, wijziging: Wijziging, vanaf: date, reden: str
) -> None:
    """End an opdracht before a day; raises InvalidInput with fields, Over or StaleVersion."""
    _, now = await own_opdracht(conn, actor, wijziging.opdracht_id)
    if wrong := _wrong_end(now, vanaf):
        raise InvalidInput(fields={"vanaf": wrong})
    await claim_opdracht(
        conn,
        actor,
        wijziging,
        now,
        "opdracht_gestopt",
        reden=reden,
        gegevens={"velden": {"tot": [now.tot.isoformat(), vanaf.isoformat()]}},
    )
    if now.status is not OpdrachtStatus.OPEN:
        raise Over
    await writes.cut_periode(conn, actor, now.id, vanaf)
    await writes.update_status(conn, actor, now.id, OpdrachtStatus.GESTOPT, reden)


async def withdraw_opdracht(conn: Connection, actor: Actor, wijziging: Wijziging, reden: str) -> None:
    """Let an opdracht that was agreed not begin; groups that stand at it are then told of on the board.

    Raises InvalidInput when it began, Over or StaleVersion.
    """
    _, now = await own_opdracht(conn, actor, wijziging.opdracht_id)
    await claim_opdracht(conn, actor, wijziging, now, "opdracht_ingetrokken", reden=reden)
    if now.status is not OpdrachtStatus.OPEN:
        raise Over
    if now.van <= wijziging.clock.today():
        raise InvalidInput("Deze opdracht is al begonnen. Laat haar stoppen op een dag.")
    await writes.update_status(conn, actor, now.id, OpdrachtStatus.INGETROKKEN, reden)


def _wrong_end(now: Opdracht, vanaf: date) -> str | None:
    """Why an opdracht cannot end before a day."""
    if vanaf >= now.tot:
        return "De opdracht is dan al voorbij. Kies een eerdere dag."
    if vanaf <= now.van:
        return f"De opdracht begint op {datum(now.van)}. Kies een latere dag."
    if not has_workday(now.van, vanaf, now.dagen):
        return "Voor deze dag is er geen enkele werkdag. Kies een latere dag."
    return None


async def own_opdracht(conn: Connection, actor: Actor, opdracht_id: int) -> tuple[Bedrijf, Opdracht]:
    """An opdracht of a SW-bedrijf whose people the actor plans, with it; raises NotFound or Forbidden."""
    now = await get_opdracht(conn, actor, opdracht_id)
    if now is None:
        raise NotFound
    return await own_bedrijf(conn, actor, now.organisatie_id), now


async def claim_opdracht(
    conn: Connection,
    actor: Actor,
    wijziging: Wijziging,
    now: Opdracht,
    soort: str,
    *,
    reden: str | None = None,
    gegevens: Mapping[str, object] | None = None,
) -> None:
    """Claim the version of an opdracht and write down what happens to it.

    Raises StaleVersion when somebody was earlier, or Over: of one that stopped only the overeenkomst is
    still written.
    """
    if not await writes.bump(conn, actor, now.id, wijziging.versie):
        raise StaleVersion
    if now.status not in LIVE and (now.status, soort) != (OpdrachtStatus.GESTOPT, "overeenkomst_vastgelegd"):
        raise Over
    await append_gebeurtenis(
        conn,
        clock=wijziging.clock,
        actor=actor,
        soort=soort,
        onderwerp="opdracht",
        onderwerp_id=now.id,
        regio_code=None,
        organisatie_id=now.organisatie_id,
        reden=reden,
        gegevens=gegevens,
    )


async def _checked(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    bedrijf: Bedrijf,
    gegevens: OpdrachtGegevens,
    now: Opdracht | None = None,
) -> OpdrachtGegevens:
    """What is to be written, with a short name; raises InvalidInput with fields."""
    inleners = await list_inleners(conn, actor, bedrijf.id)
    live = await list_opdrachten(conn, [bedrijf.id], bedrijf.id, LIVE)
    taken = [each.kort for each in live if now is None or each.id != now.id]
    if not gegevens.kort:
        firma = [each.organisatie for each in inleners if each.vestiging_id == gegevens.vestiging_id]
        words = " ".join([*firma, gegevens.naam]).split()
        gegevens = replace(gegevens, kort=propose_kort(words, taken, "Opdracht"))
    omgeving = Omgeving(
        vestigingen=[each.vestiging_id for each in inleners],
        treden=[each.nummer for each in bedrijf.treden],
        kort=taken,
        keuzen=await get_keuzen(conn, clock.today()),
    )
    wrong = wrong_fields(gegevens, now, omgeving)
    if now is not None and gegevens.vestiging_id != now.vestiging_id and await has_uren(conn, actor, now.id):
        wrong["vestiging"] = HAS_UREN
    if wrong:
        raise InvalidInput(fields=wrong)
    return gegevens


def gegevens_of(now: Opdracht) -> OpdrachtGegevens:
    """What the SW-bedrijf says of an opdracht by now."""
    return OpdrachtGegevens(**{each.name: getattr(now, each.name) for each in fields(OpdrachtGegevens)})


def _edits(now: Opdracht, gegevens: OpdrachtGegevens) -> dict[str, list[object] | None]:
    """What an edit changes; of where, what is done there and when it is closed only that it changed."""
    names = [
        each.name for each in fields(gegevens) if getattr(now, each.name) != getattr(gegevens, each.name)
    ]
    return changes(now, gegevens, names, personal=("vestiging_id", "werkprocessen", "gesloten"))
