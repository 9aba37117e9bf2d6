"""The verbs on a group registered at once: register it, start it later, call it off, let it end.

They stand here because who does not start leaves the search, and with that their voorstellen lapse.
"""

from collections.abc import Sequence
from typing import Protocol

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound, StaleVersion
from marketplace.kandidaten import groepen
from marketplace.kandidaten.model import Groep, GroepStatus, KandidaatStatus
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.kandidaten.status import make_matchbaar
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.voorstellen.vertrek import StillPromised, leave
from marketplace.werkprocessen.queries import list_sectoren

STEPS = {
    GroepStatus.GESTART: frozenset({GroepStatus.AANGEMELD}),
    GroepStatus.GEANNULEERD: frozenset({GroepStatus.AANGEMELD}),
    GroepStatus.AFGEROND: frozenset({GroepStatus.GESTART}),
}
WAITING = frozenset({KandidaatStatus.VOOR_AANGEMELD, KandidaatStatus.MATCHBAAR})


class Step(Protocol):
    """A verb that takes a group one step on and asks nothing more."""

    async def __call__(
        self, conn: Connection, actor: Actor, *, clock: Clock, groep_id: int, versie: int
    ) -> None:
        """Take the step over this version."""
        ...


async def visible_groep(conn: Connection, actor: Actor, groep_id: int) -> Groep:
    """The group; raises NotFound for a stranger."""
    groep = await groepen.get_groep(conn, actor, groep_id)
    if groep is None:
        raise NotFound
    return groep


async def register_groep(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    regio_code: str,
    naam: str,
    sector: str,
    kenmerken: Sequence[str],
    vervolg_op: int | None,
) -> int:
    """Write a group with its people and return its id; raises InvalidInput with fields, NotFound."""
    if vervolg_op is not None:
        await visible_groep(conn, actor, vervolg_op)
    found = await groepen.list_by_kenmerk(conn, actor, regio_code, kenmerken)
    wrong = {}
    if sector not in {each.code for each in await list_sectoren(conn)}:
        wrong["sector"] = "Maak een keuze uit de lijst."
    if unknown := [each for each in dict.fromkeys(kenmerken) if each not in found]:
        wrong["kenmerken"] = f"Wij vinden in deze regio niemand met dit kenmerk: {', '.join(unknown)}."
    if wrong:
        raise InvalidInput(fields=wrong)
    groep_id = await groepen.insert_groep(
        conn, actor, regio_code=regio_code, naam=naam, sector=sector, vervolg_op=vervolg_op
    )
    if groep_id is None:
        raise NotFound
    await groepen.insert_leden(conn, groep_id, sorted(found.values()))
    await _record(conn, actor, clock, "groep_aangemeld", groep_id, regio_code)
    return groep_id


async def start(conn: Connection, actor: Actor, *, clock: Clock, groep_id: int, versie: int) -> None:
    """Let a group begin: who was voor-aangemeld takes part in planning from today on."""
    groep = await _move(conn, actor, groep_id, versie, GroepStatus.GESTART)
    await _record(conn, actor, clock, "groep_gestart", groep.id, groep.regio_code)
    for kandidaat_id in await groepen.list_leden(conn, actor, groep.id):
        profiel = await visible_kandidaat(conn, actor, kandidaat_id)
        if profiel.status is KandidaatStatus.VOOR_AANGEMELD:
            await make_matchbaar(
                conn,
                actor,
                clock=clock,
                kandidaat_id=profiel.id,
                versie=profiel.versie,
                sinds=clock.today(),
            )


async def call_off(
    conn: Connection, actor: Actor, *, clock: Clock, groep_id: int, versie: int, reden: str
) -> None:
    """Let a group not begin: who waited in it becomes niet gestart; refused while one has a promise."""
    groep = await _move(conn, actor, groep_id, versie, GroepStatus.GEANNULEERD, reden)
    await _record(conn, actor, clock, "groep_geannuleerd", groep.id, groep.regio_code, reden)
    promised = []
    for kandidaat_id in await groepen.list_leden(conn, actor, groep.id):
        profiel = await visible_kandidaat(conn, actor, kandidaat_id)
        if profiel.status not in WAITING:
            continue
        try:
            await leave(
                conn,
                actor,
                clock=clock,
                kandidaat_id=profiel.id,
                versie=profiel.versie,
                naar=KandidaatStatus.NIET_GESTART,
                reden=reden,
            )
        except StillPromised:
            promised.append(profiel.kenmerk)
    if promised:
        raise StillPromised(
            f"Er is nog een ja, een akkoord of een vaste plaats voor {', '.join(promised)}. "
            "Los dat eerst op. Daarna kunt u de groep annuleren."
        )


async def finish(conn: Connection, actor: Actor, *, clock: Clock, groep_id: int, versie: int) -> None:
    """Let a group end; each of its people stays where they stand."""
    groep = await _move(conn, actor, groep_id, versie, GroepStatus.AFGEROND)
    await _record(conn, actor, clock, "groep_afgerond", groep.id, groep.regio_code)


async def _move(
    conn: Connection,
    actor: Actor,
    groep_id: int,
    versie: int,
    naar: GroepStatus,
    reden: str | None = None,
) -> Groep:
    """Take one step over this version and give the group as it was; raises StaleVersion or Conflict."""
    groep = await visible_groep(conn, actor, groep_id)
    if groep.versie != versie:
        raise StaleVersion
    if groep.status not in STEPS[naar]:
        raise Conflict("Deze stap kan niet meer: de groep staat intussen ergens anders.")
    if not await groepen.update_groep(conn, actor, groep, naar, reden):
        raise StaleVersion
    return groep


async def _record(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    soort: str,
    groep_id: int,
    regio_code: str,
    reden: str | None = None,
) -> None:
    """Append what happened to a group."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="groep",
        onderwerp_id=groep_id,
        regio_code=regio_code,
        reden=reden,
    )
