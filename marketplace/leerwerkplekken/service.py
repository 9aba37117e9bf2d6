"""The verbs on a plek: create, edit, publish, close. Each writes a gebeurtenis in the same transaction."""

from collections.abc import Mapping, Sequence
from datetime import date

import asyncpg

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound, StaleVersion
from marketplace.leerwerkplekken import queries, regels, writes
from marketplace.leerwerkplekken.model import Leerwerkplek, PlekStatus
from marketplace.leerwerkplekken.wijziging import (
    NewInzet,
    PlekGegevens,
    changed_fields,
    led_by,
    settled,
    turns,
)
from marketplace.organisaties.model import Praktijkopleider, Vestiging
from marketplace.organisaties.queries import get_vestiging, list_erkenningen, list_praktijkopleiders_of
from marketplace.toegang.gebeurtenissen import append_gebeurtenis, changes
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST
from marketplace.werkprocessen.queries import get_keuzen, list_plaatsingsvormen

PUBLISHED = "Deze leerwerkplek was al gepubliceerd. U kunt de plek sluiten, niet verwijderen."


class StillPromised(Conflict):
    """Op deze leerwerkplek staan nog voorstellen die eerst moeten worden opgelost."""


async def visible_leerwerkplek(conn: Connection, actor: Actor, plek_id: int) -> Leerwerkplek:
    """The plek; raises NotFound for a stranger."""
    plek = await queries.get_leerwerkplek(conn, actor, plek_id)
    if plek is None:
        raise NotFound
    return plek


async def leaders_of(conn: Connection, actor: Actor, vestiging_id: int) -> list[Praktijkopleider]:
    """The praktijkopleiders of a vestiging of the actor."""
    return await list_praktijkopleiders_of(conn, actor, [vestiging_id])


async def create_leerwerkplek(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    vestiging_id: int,
    gegevens: PlekGegevens,
    inzet: NewInzet | None,
) -> int:
    """Make a concept at a vestiging of the actor and return its id; raises InvalidInput or NotFound."""
    vestiging = await get_vestiging(conn, actor, vestiging_id)
    if vestiging is None:
        raise NotFound
    leaders = await leaders_of(conn, actor, vestiging_id)
    _refuse(
        {**await _wrong_in_itself(conn, gegevens), **regels.wrong_with_leader(gegevens, inzet, leaders, ())}
    )
    plek_id = await writes.insert_leerwerkplek(conn, actor, vestiging_id=vestiging_id, gegevens=gegevens)
    if plek_id is None:
        raise NotFound
    await writes.replace_werkprocessen(conn, plek_id, gegevens.werkprocessen)
    await writes.replace_inzet(conn, plek_id, led_by((), inzet, gegevens.van, gegevens.tot))
    await _record(conn, actor, clock, plek_id, vestiging, "leerwerkplek_gemaakt")
    return plek_id


async def edit_leerwerkplek(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    plek_id: int,
    versie: int,
    gegevens: PlekGegevens,
    inzet: NewInzet | None,
) -> None:
    """Write an edit over this version; a published plek must stay fit to be published.

    Raises InvalidInput with fields, StaleVersion when somebody else wrote first, NotFound for a stranger.
    """
    if not await writes.lock_leerwerkplek(conn, actor, plek_id):
        raise NotFound
    plek = await visible_leerwerkplek(conn, actor, plek_id)
    inzet = settled(plek.inzet, inzet)
    await _refuse_edit(conn, actor, plek, gegevens, inzet)
    if plek.versie != versie or not await writes.update_leerwerkplek(
        conn, actor, plek_id=plek_id, versie=versie, gegevens=gegevens
    ):
        raise StaleVersion
    await writes.replace_werkprocessen(conn, plek_id, gegevens.werkprocessen)
    led = led_by(plek.inzet, inzet, gegevens.van, gegevens.tot)
    await writes.replace_inzet(conn, plek_id, led)
    velden = changes(plek, gegevens, changed_fields(plek, gegevens))
    if turns(led) != turns(plek.inzet):
        velden["praktijkopleider"] = None
    await _record(conn, actor, clock, plek_id, plek, "leerwerkplek_gewijzigd", {"velden": velden})


async def _refuse_edit(
    conn: Connection, actor: Actor, plek: Leerwerkplek, gegevens: PlekGegevens, inzet: NewInzet | None
) -> None:
    """Raise InvalidInput for what is wrong in itself, with who is there, or with being published."""
    leaders = await leaders_of(conn, actor, plek.vestiging_id)
    weeks = await queries.list_bezet_weeks(conn, plek.id)
    wrong = {
        **await _wrong_in_itself(conn, gegevens),
        **await _wrong_with_beloftes(conn, plek, gegevens),
        **regels.wrong_with_bezet(plek, gegevens, await queries.get_bezet(conn, plek.id)),
        **regels.wrong_with_leader(gegevens, inzet, leaders, weeks),
    }
    if plek.status is PlekStatus.GEPUBLICEERD:
        wrong = {**await _wrong_to_publish(conn, plek.vestiging_id, gegevens, inzet), **wrong}
    _refuse(wrong)


async def _wrong_with_beloftes(
    conn: Connection, plek: Leerwerkplek, gegevens: PlekGegevens
) -> dict[str, str]:
    """What would leave somebody who said yes without weeks at the plek."""
    wrong = {}
    for field, van, tot in (("van", gegevens.van, None), ("tot", date.min, gegevens.tot)):
        if getattr(gegevens, field) == getattr(plek, field):
            continue
        if promised := await queries.list_beloftes_buiten(conn, plek.id, van, tot):
            who = ", ".join(each or "iemand" for each in promised)
            side = "Voor" if field == "van" else "Na"
            wrong[field] = f"{side} deze dag is hier een plaats beloofd aan {who}. Kies een andere dag."
    return wrong


async def _wrong_in_itself(conn: Connection, gegevens: PlekGegevens) -> dict[str, str]:
    """What does not go together, and what is not in the catalogue."""
    keuzen = await get_keuzen(conn, gegevens.van)
    known: dict[str, frozenset[str] | frozenset[int]] = {
        "sector": keuzen.sectoren,
        "vormen": keuzen.vormen,
        "voorwaarden": keuzen.voorwaarden,
        "werkprocessen": keuzen.werkprocessen,
    }
    chosen: dict[str, Sequence[str | int]] = {
        "sector": [gegevens.sector],
        "vormen": gegevens.vormen,
        "voorwaarden": gegevens.voorwaarden,
        "werkprocessen": gegevens.werkprocessen,
    }
    wrong = {
        name: "Maak een keuze uit de lijst." for name in known if not known[name].issuperset(chosen[name])
    }
    return {**regels.wrong_with(gegevens), **wrong}


async def _wrong_to_publish(
    conn: Connection, vestiging_id: int, gegevens: PlekGegevens, inzet: NewInzet | None
) -> dict[str, str]:
    """What keeps these gegevens from being published at a vestiging."""
    erkenningen = await list_erkenningen(conn, [vestiging_id])
    return regels.wrong_to_publish(gegevens, inzet, erkenningen, await list_plaatsingsvormen(conn))


async def publish_leerwerkplek(
    conn: Connection, actor: Actor, *, clock: Clock, plek_id: int, versie: int
) -> None:
    """Let a concept or a closed plek take part in planning; raises InvalidInput with what lacks."""
    plek = await visible_leerwerkplek(conn, actor, plek_id)
    leader = NewInzet(praktijkopleider_id=plek.inzet[-1].praktijkopleider_id) if plek.inzet else None
    if await get_vestiging(conn, actor, plek.vestiging_id) is None:
        raise Conflict("Deze vestiging staat in het archief. Haal de vestiging eerst terug.")
    _refuse(await _wrong_to_publish(conn, plek.vestiging_id, gegevens_of(plek), leader))
    await _move(conn, actor, plek, versie, PlekStatus.GEPUBLICEERD)
    await _record(conn, actor, clock, plek_id, plek, "leerwerkplek_gepubliceerd")


async def close_leerwerkplek(
    conn: Connection, actor: Actor, *, clock: Clock, plek_id: int, versie: int, reden: str | None = None
) -> None:
    """Take a plek out of planning; whoever is there stays.

    Raises StillPromised while somebody who is yet to begin has been promised it: a run must keep that promise
    and could not.
    """
    if not await writes.lock_leerwerkplek(conn, actor, plek_id):
        raise NotFound
    plek = await visible_leerwerkplek(conn, actor, plek_id)
    if beloftes := await queries.count_beloftes(conn, plek_id, clock.today()):
        planner = plek.regio_code in actor.regios_als(*BESLIST)
        raise StillPromised(_tell_promised(beloftes, planner=planner))
    await _move(conn, actor, plek, versie, PlekStatus.GESLOTEN)
    await _record(conn, actor, clock, plek_id, plek, "leerwerkplek_gesloten", reden=reden)


async def unpublish_leerwerkplek(
    conn: Connection, actor: Actor, *, clock: Clock, plek_id: int, versie: int
) -> None:
    """Make a plek that was published by mistake a concept again; raises Conflict when people count on it."""
    if not await writes.lock_leerwerkplek(conn, actor, plek_id):
        raise NotFound
    plek = await visible_leerwerkplek(conn, actor, plek_id)
    if await queries.get_bezet(conn, plek_id):
        raise Conflict("Op deze leerwerkplek zijn al mensen, of er is iemand beloofd.")
    if beloftes := await queries.count_beloftes(conn, plek_id, clock.today()):
        planner = plek.regio_code in actor.regios_als(*BESLIST)
        raise StillPromised(_tell_promised(beloftes, planner=planner))
    await _move(conn, actor, plek, versie, PlekStatus.CONCEPT)
    await _record(conn, actor, clock, plek_id, plek, "leerwerkplek_teruggezet")


async def delete_concept(conn: Connection, actor: Actor, *, clock: Clock, plek_id: int, versie: int) -> None:
    """Remove a concept for good; raises Conflict for a plek that is published or named by a plan or a no."""
    plek = await visible_leerwerkplek(conn, actor, plek_id)
    if plek.status is not PlekStatus.CONCEPT:
        raise Conflict(PUBLISHED)
    try:
        async with conn.transaction():
            deleted = await writes.delete_concept(conn, actor, plek_id=plek_id, versie=versie)
    except asyncpg.ForeignKeyViolationError:
        raise Conflict(PUBLISHED) from None
    if not deleted:
        raise StaleVersion
    await _record(conn, actor, clock, plek_id, plek, "leerwerkplek_verwijderd")


def _tell_promised(beloftes: int, *, planner: bool) -> str:
    """How many voorstellen keep a plek open and who can do what about it."""
    there = "staat nog 1 voorstel" if beloftes == 1 else f"staan nog {beloftes} voorstellen"
    first, it = ("dat voorstel", "het") if beloftes == 1 else ("die voorstellen", "ze")
    act = (
        f"Zet {first} een stap terug, wijs {it} af of maak {it} los. Daarna kunt u de plek sluiten."
        if planner
        else f"Vraag uw accountmanager om {first} eerst op te lossen."
    )
    return f"Hier {there} met een ja, een akkoord of een vaste plaats. {act}"


async def _move(conn: Connection, actor: Actor, plek: Leerwerkplek, versie: int, naar: PlekStatus) -> None:
    """Change the status; raises StaleVersion when somebody else wrote first, Conflict when it is so."""
    if plek.versie != versie:
        raise StaleVersion
    if plek.status is naar:
        raise Conflict(f"Deze leerwerkplek is al {naar}.")
    allowed = [status for status in PlekStatus if status is not naar]
    if not await writes.update_status(conn, actor, plek_id=plek.id, versie=versie, van=allowed, naar=naar):
        raise StaleVersion


def gegevens_of(plek: Leerwerkplek) -> PlekGegevens:
    """The fields of a plek that people fill in, as they are."""
    return PlekGegevens(**{name: getattr(plek, name) for name in PlekGegevens.__slots__})


def _refuse(wrong: Mapping[str, str]) -> None:
    """Raise InvalidInput when anything is wrong."""
    if wrong:
        raise InvalidInput(fields=wrong)


async def _record(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    plek_id: int,
    where: Leerwerkplek | Vestiging,
    soort: str,
    gegevens: Mapping[str, object] | None = None,
    reden: str | None = None,
) -> None:
    """Append what happened to a plek; the people of its organisatie may read it."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="leerwerkplek",
        onderwerp_id=plek_id,
        regio_code=where.regio_code,
        organisatie_id=where.organisatie_id,
        reden=reden,
        gegevens=gegevens,
    )
