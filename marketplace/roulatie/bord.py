"""The verbs on the concept of a rooster: begin, put, swap, empty, pin, undo, take an alternative over.

Each keeps what the cells were, so that it can be undone; what a run proved of the rooster then holds no more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, NotFound, StaleVersion
from marketplace.rekenruns import concepten
from marketplace.roulatie import roosters
from marketplace.roulatie.model import Blok, Cel, Cohort, Rooster, RoosterStatus
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.roosters import ROOSTERS
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST


class Over(Conflict):
    """Deze roulatie is voorbij. Er verandert niets meer aan."""


class Away(Conflict):
    """Deze deelnemer is er niet in dit blok."""


class NothingToUndo(Conflict):
    """Er is geen zet om ongedaan te maken of opnieuw te doen."""


class Held(Conflict):
    """Deze plaats staat vast. Maak haar eerst los."""


class Begun(Conflict):
    """Dit blok is al begonnen. Wat er gebeurt, legt u vast bij 'Er is iets gebeurd'."""


class Locked(Conflict):
    """Dit blok zit op slot. Haal het eerst van slot."""


@dataclass(frozen=True, slots=True)
class Plaats:
    """A place on the board: somebody in a block."""

    kandidaat_id: int
    blok_id: int


async def own_cohort(conn: Connection, actor: Actor, roulatie_id: int) -> Cohort:
    """The cohort of a roulatie that the actor decides about; raises NotFound or Forbidden."""
    cohort = await get_cohort(conn, actor, roulatie_id)
    if cohort is None:
        raise NotFound
    if cohort.roulatie.regio_code not in actor.regios_als(*BESLIST):
        raise Forbidden
    return cohort


async def open_cohort(conn: Connection, actor: Actor, roulatie_id: int) -> Cohort:
    """The same of a roulatie that is not over; raises Over too."""
    cohort = await own_cohort(conn, actor, roulatie_id)
    if not cohort.roulatie.is_open:
        raise Over
    return cohort


async def begin(conn: Connection, actor: Actor, *, clock: Clock, roulatie_id: int) -> Rooster:
    """The concept of a roulatie: the one there is, or a new one that begins as the published one stands."""
    cohort = await open_cohort(conn, actor, roulatie_id)
    regios = [cohort.roulatie.regio_code]
    told = await roosters.get_by_status(conn, regios, roulatie_id, RoosterStatus.GEPUBLICEERD)
    people, blokken = _known(cohort)
    await roosters.insert_rooster(
        conn,
        roulatie_id=roulatie_id,
        status=RoosterStatus.CONCEPT,
        basis_id=told.id if told else None,
        now=clock.now(),
        account_id=actor.account_id,
        cellen=[
            each
            for each in (told.cellen if told else ())
            if each.kandidaat_id in people and each.blok_id in blokken
        ],
    )
    concept = await roosters.get_by_status(conn, regios, roulatie_id, RoosterStatus.CONCEPT)
    if concept is None:
        raise StaleVersion
    return concept


def _known(cohort: Cohort) -> tuple[set[int], set[int]]:
    """Who takes part, and in which blocks."""
    return {each.kandidaat_id for each in cohort.deelnemers}, {each.id for each in cohort.blokken}


async def put(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    roulatie_id: int,
    versie: int,
    plaats: Plaats,
    plek: int | None,
) -> None:
    """Put somebody at a plek in a block, or with None at no plek yet.

    Raises StaleVersion, Held, Begun, Locked, Away, or NotFound for what does not take part.
    """
    cohort, concept = await _open(conn, actor, roulatie_id, versie)
    _allow(cohort, concept, plaats, clock)
    if plek is not None:
        _expect_there(cohort, plaats)
        if cohort.plek(plek) is None:
            raise NotFound
    who = _called(cohort, plaats)
    naar = [_state(plaats, None if plek is None else Cel(plaats.kandidaat_id, plaats.blok_id, plek))]
    name = None if plek is None else cohort.plek(plek)
    zin = f"{who}: {name.kort if name else 'leeg'}"
    await _move(conn, actor, clock, concept, zin, naar)


async def swap(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    roulatie_id: int,
    versie: int,
    een: Plaats,
    ander: Plaats,
) -> None:
    """Let two places on the board change plek; raises as `put` does."""
    cohort, concept = await _open(conn, actor, roulatie_id, versie)
    if een == ander:
        return
    naar = []
    for here, there in ((een, ander), (ander, een)):
        _allow(cohort, concept, here, clock)
        cel = concept.where(there.kandidaat_id, there.blok_id)
        if cel is not None:
            _expect_there(cohort, here)
        moved = None if cel is None else Cel(here.kandidaat_id, here.blok_id, cel.leerwerkplek_id)
        naar.append(_state(here, moved))
    zin = f"{_called(cohort, een)} wisselt met {_called(cohort, ander)}"
    await _move(conn, actor, clock, concept, zin, naar)


async def pin(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    roulatie_id: int,
    versie: int,
    plaatsen: Sequence[Plaats],
    vast: bool,
) -> None:
    """Pin cells that are filled, or let them go; raises StaleVersion."""
    cohort, concept = await _open(conn, actor, roulatie_id, versie)
    naar = []
    for plaats in plaatsen:
        cel = concept.where(plaats.kandidaat_id, plaats.blok_id)
        if cel is not None and cel.vast != vast:
            naar.append(_state(plaats, Cel(cel.kandidaat_id, cel.blok_id, cel.leerwerkplek_id, vast)))
    what = "vast" if vast else "los"
    where = _called(cohort, plaatsen[0]) if len(plaatsen) == 1 else f"{len(naar)} plaatsen"
    if naar:
        await _move(conn, actor, clock, concept, f"{where}: {what}", naar)


async def take_over(
    conn: Connection, actor: Actor, *, clock: Clock, roulatie_id: int, versie: int, rooster_id: int
) -> None:
    """Lay an alternative on the board, as one move that can be undone; raises StaleVersion or NotFound.

    What was pinned meanwhile stays, and so does a block that began or was locked.
    """
    cohort, concept = await _open(conn, actor, roulatie_id, versie)
    other = await roosters.get_rooster(conn, actor, rooster_id)
    if other is None or other.roulatie_id != roulatie_id:
        raise NotFound
    people, _ = _known(cohort)
    wanted = {(each.kandidaat_id, each.blok_id): each for each in other.cellen}
    naar = [
        _state(Plaats(person, blok.id), wanted.get((person, blok.id)))
        for person in sorted(people)
        for blok in cohort.blokken
        if _refusal(concept, blok, clock) is None
        and not _is_held(concept, person, blok.id)
        and wanted.get((person, blok.id)) != concept.where(person, blok.id)
    ]
    await _move(conn, actor, clock, concept, f"Voorstel {rooster_id} overgenomen", naar)


async def undo(
    conn: Connection, actor: Actor, *, clock: Clock, roulatie_id: int, versie: int, opnieuw: bool
) -> str:
    """Undo the last move, or do the last undone one again; gives its words.

    Raises NothingToUndo, StaleVersion, or Begun or Locked where somebody would move in such a block.
    """
    cohort, concept = await _open(conn, actor, roulatie_id, versie)
    zet = await concepten.get_zet(conn, ROOSTERS, concept.id, opnieuw=opnieuw)
    if zet is None:
        raise NothingToUndo
    states = zet["naar"] if opnieuw else zet["van"]
    for each in states:
        blok, cel = cohort.blok(each["blok"]), concept.where(each["kandidaat"], each["blok"])
        moves = each["plek"] != (cel.leerwerkplek_id if cel else None)
        if moves and blok is not None and (refusal := _refusal(concept, blok, clock)):
            raise refusal
    if not await concepten.bump(conn, ROOSTERS, concept.id, concept.versie):
        raise StaleVersion
    await _write(conn, concept, states)
    await concepten.turn_zet(conn, ROOSTERS, concept.id, zet["nummer"], ongedaan=not opnieuw)
    return str(zet["zin"])


async def _open(conn: Connection, actor: Actor, roulatie_id: int, versie: int) -> tuple[Cohort, Rooster]:
    """The cohort and its concept at this version; raises StaleVersion when somebody was earlier."""
    cohort = await open_cohort(conn, actor, roulatie_id)
    regios = [cohort.roulatie.regio_code]
    concept = await roosters.get_by_status(conn, regios, roulatie_id, RoosterStatus.CONCEPT)
    if concept is None or concept.versie != versie:
        raise StaleVersion
    return cohort, concept


def _allow(cohort: Cohort, concept: Rooster, plaats: Plaats, clock: Clock) -> None:
    """Raise when a place on the board is not there, or may not change."""
    blok = cohort.blok(plaats.blok_id)
    if blok is None or cohort.deelnemer(plaats.kandidaat_id) is None:
        raise NotFound
    if refusal := _refusal(concept, blok, clock):
        raise refusal
    if _is_held(concept, plaats.kandidaat_id, blok.id):
        raise Held


def _expect_there(cohort: Cohort, plaats: Plaats) -> None:
    """Raise Away for who takes no part in any week of a block."""
    deelnemer, blok = cohort.deelnemer(plaats.kandidaat_id), cohort.blok(plaats.blok_id)
    if deelnemer and blok and not any(deelnemer.is_there(week) for week in blok.maandagen):
        raise Away


def _refusal(concept: Rooster, blok: Blok, clock: Clock) -> Conflict | None:
    """Why nobody moves in a block, if so."""
    if concept.basis_id is not None and blok.van <= clock.today():
        return Begun()
    return Locked() if blok.vergrendeld else None


def _is_held(concept: Rooster, kandidaat_id: int, blok_id: int) -> bool:
    """Whether a place is pinned."""
    cel = concept.where(kandidaat_id, blok_id)
    return cel is not None and cel.vast


def _called(cohort: Cohort, plaats: Plaats) -> str:
    """A place on the board in words: K-4ARQ in blok 2."""
    deelnemer, blok = cohort.deelnemer(plaats.kandidaat_id), cohort.blok(plaats.blok_id)
    return f"{deelnemer.kenmerk if deelnemer else '?'} in blok {blok.nummer if blok else '?'}"


def _state(plaats: Plaats, cel: Cel | None) -> dict[str, Any]:
    """A place on the board as a move keeps it."""
    return {
        "kandidaat": plaats.kandidaat_id,
        "blok": plaats.blok_id,
        "plek": None if cel is None else cel.leerwerkplek_id,
        "vast": cel is not None and cel.vast,
    }


async def _move(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    concept: Rooster,
    zin: str,
    naar: Sequence[Mapping[str, Any]],
) -> None:
    """Write a move and keep it."""
    if not await concepten.bump(conn, ROOSTERS, concept.id, concept.versie):
        raise StaleVersion
    van = [
        _state(Plaats(each["kandidaat"], each["blok"]), concept.where(each["kandidaat"], each["blok"]))
        for each in naar
    ]
    await _write(conn, concept, naar)
    await concepten.insert_zet(
        conn,
        ROOSTERS,
        concept.id,
        zin=zin,
        van=van,
        naar=list(naar),
        account_id=actor.account_id,
        now=clock.now(),
    )


async def _write(conn: Connection, concept: Rooster, states: Sequence[Mapping[str, Any]]) -> None:
    """Let places on the board be as these states say."""
    filled = [
        Cel(each["kandidaat"], each["blok"], each["plek"], each["vast"])
        for each in states
        if each["plek"] is not None
    ]
    empty = [(each["kandidaat"], each["blok"]) for each in states if each["plek"] is None]
    await roosters.put_cellen(conn, concept.id, concept.roulatie_id, filled)
    await roosters.delete_cellen(conn, concept.id, empty)
