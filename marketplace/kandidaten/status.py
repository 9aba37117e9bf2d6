"""The verbs on where a person stands: which steps there are, what each asks, and the archive.

Who leaves the search may have voorstellen and weeks taken: `voorstellen.vertrek` looks after those.
"""

from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound, StaleVersion
from marketplace.kandidaten import writes
from marketplace.kandidaten.model import KandidaatProfiel, KandidaatStatus
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.kandidaten.vastleggen import record_kandidaat
from marketplace.toegang.model import Actor

S = KandidaatStatus
# From where each status is reached by people; lopend begins with a plaatsing or a roulatie.
STEPS = {
    S.MATCHBAAR: frozenset({S.VOOR_AANGEMELD, S.NIET_GESTART}),
    S.AFGEROND: frozenset({S.LOPEND}),
    S.NIET_GESTART: frozenset({S.VOOR_AANGEMELD, S.MATCHBAAR}),
    S.TERUGGETROKKEN: frozenset({S.VOOR_AANGEMELD, S.MATCHBAAR, S.LOPEND, S.NIET_GESTART}),
    S.VOOR_AANGEMELD: frozenset({S.MATCHBAAR, S.TERUGGETROKKEN, S.NIET_GESTART, S.AFGEROND}),
}
# Steps that a planner takes along with its own: a roulatie begins, or it ends and somebody looks on.
BY_PLANNER = {S.LOPEND: frozenset({S.VOOR_AANGEMELD, S.MATCHBAAR}), S.MATCHBAAR: frozenset({S.LOPEND})}
ASKS_REASON = frozenset({S.TERUGGETROKKEN, S.NIET_GESTART})
# Who stands there has ended and may go to the archive.
ENDED = frozenset({S.TERUGGETROKKEN, S.NIET_GESTART, S.AFGEROND})
# Who stands there may have voorstellen and weeks taken.
BUSY = frozenset({S.MATCHBAAR, S.LOPEND})
TO_COME = "Kies vandaag of een eerdere dag."


def next_steps(profiel: KandidaatProfiel) -> tuple[KandidaatStatus, ...]:
    """Where a person can go from where they stand; nowhere from the archive."""
    if profiel.gearchiveerd_op is not None:
        return ()
    return tuple(naar for naar, van in STEPS.items() if profiel.status in van)


async def lock_kandidaat(conn: Connection, actor: Actor, kandidaat_id: int) -> KandidaatProfiel:
    """The profile, which nobody else decides about until this ends; raises NotFound for a stranger."""
    if not await writes.lock_kandidaat(conn, actor, kandidaat_id):
        raise NotFound
    return await visible_kandidaat(conn, actor, kandidaat_id)


async def make_matchbaar(
    conn: Connection, actor: Actor, *, clock: Clock, kandidaat_id: int, versie: int, sinds: date
) -> None:
    """Let a person take part in planning, waiting since a day; raises InvalidInput or Conflict."""
    profiel = await lock_kandidaat(conn, actor, kandidaat_id)
    if sinds > clock.today():
        raise InvalidInput(fields={"sinds": TO_COME})
    if profiel.tot is not None and profiel.tot <= clock.today():
        raise Conflict("Deze persoon is niet meer beschikbaar. Pas eerst in het profiel de laatste dag aan.")
    await move(conn, actor, clock, profiel, versie, KandidaatStatus.MATCHBAAR, sinds=sinds)


async def move(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    profiel: KandidaatProfiel,
    versie: int,
    naar: KandidaatStatus,
    *,
    reden: str | None = None,
    sinds: date | None = None,
) -> None:
    """Take a step that is allowed over this version; raises StaleVersion, Conflict or InvalidInput."""
    if profiel.versie != versie:
        raise StaleVersion
    if naar not in next_steps(profiel) and profiel.status not in BY_PLANNER.get(naar, ()):
        raise Conflict("Deze stap kan niet meer: deze persoon staat intussen ergens anders.")
    if naar in ASKS_REASON and not reden:
        raise InvalidInput(fields={"reden": "Schrijf op waarom. Dat blijft bij deze persoon staan."})
    if not await writes.update_status(
        conn,
        actor,
        kandidaat_id=profiel.id,
        versie=versie,
        status=naar,
        reden=reden,
        matchbaar_sinds=sinds,
    ):
        raise StaleVersion
    velden = {"status": [profiel.status.value, naar.value]}
    await _record(conn, actor, clock, profiel, "status_gewijzigd", velden, reden)


async def archive(
    conn: Connection, actor: Actor, *, clock: Clock, kandidaat_id: int, versie: int, archief: bool
) -> None:
    """Put somebody who ended in the archive, or bring them back; raises StaleVersion or Conflict."""
    profiel = await lock_kandidaat(conn, actor, kandidaat_id)
    if profiel.versie != versie:
        raise StaleVersion
    if profiel.status not in ENDED or (profiel.gearchiveerd_op is not None) == archief:
        raise Conflict("Dit kan niet meer: deze persoon staat intussen ergens anders.")
    if not await writes.update_archief(
        conn, actor, kandidaat_id=kandidaat_id, versie=versie, op=clock.now() if archief else None
    ):
        raise StaleVersion
    await _record(
        conn,
        actor,
        clock,
        profiel,
        "kandidaat_gearchiveerd" if archief else "kandidaat_teruggehaald",
    )


async def _record(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    profiel: KandidaatProfiel,
    soort: str,
    velden: dict[str, list[str]] | None = None,
    reden: str | None = None,
) -> None:
    """Append what happened to a person."""
    await record_kandidaat(
        conn, actor, clock, profiel, soort, reden=reden, gegevens={"velden": velden} if velden else None
    )
