"""The verbs on the catalogue that all regios share: add, edit, archive, end.

A crebo or a code never changes, and nothing goes but what a file made: kandidaten may name it.
"""

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date

import asyncpg

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_CATALOGUS
from marketplace.werkprocessen import writes
from marketplace.werkprocessen.catalogus import get_kwalificatie
from marketplace.werkprocessen.model import (
    KwalificatieGegevens,
    KwalificatieRegel,
    NewKwalificatie,
    NewWerkproces,
    Werkproces,
    WerkprocesGegevens,
)
from marketplace.werkprocessen.queries import get_werkprocessen, list_sectoren

CODE = re.compile(r"(B|P)[0-9]+-K[0-9]+-W[0-9]+|VB-[A-Z]+-[0-9]{2}")
VOOR = "De laatste dag ligt voor de eerste dag."


async def known_kwalificatie(conn: Connection, crebo: int) -> KwalificatieRegel:
    """The kwalificatie; raises NotFound."""
    found = await get_kwalificatie(conn, crebo)
    if found is None:
        raise NotFound
    return found


async def known_werkproces(conn: Connection, werkproces_id: int) -> Werkproces:
    """The werkproces, from the archive too; raises NotFound."""
    found = await get_werkprocessen(conn, [werkproces_id])
    if not found:
        raise NotFound
    return found[0]


async def add_kwalificatie(conn: Connection, actor: Actor, *, clock: Clock, new: NewKwalificatie) -> None:
    """Add a kwalificatie to the catalogue; raises InvalidInput."""
    _refuse_stranger(actor)
    wrong = await _wrong_sector(conn, new)
    if new.tot is not None and new.tot <= new.van:
        wrong["tot"] = VOOR
    if wrong:
        raise InvalidInput(fields=wrong)
    if not await writes.insert_kwalificatie(conn, new):
        raise InvalidInput(fields={"crebo": "Deze kwalificatie staat er al. Zoek haar in de lijst."})
    await _record(conn, actor, clock, "kwalificatie_toegevoegd", "kwalificatie", new.crebo)


async def add_werkproces(
    conn: Connection, actor: Actor, *, clock: Clock, crebo: int, new: NewWerkproces
) -> int:
    """Add a werkproces to a kwalificatie and return its id; raises InvalidInput for its code."""
    _refuse_stranger(actor)
    kwalificatie = await known_kwalificatie(conn, crebo)
    if not CODE.fullmatch(new.code):
        text = "Neem de code over uit het dossier, zoals B1-K1-W2. Een voorbeeld is als VB-GRO-01."
        raise InvalidInput(fields={"code": text})
    werkproces_id = await writes.insert_werkproces(conn, kwalificatie, new)
    if werkproces_id is None:
        raise InvalidInput(fields={"code": "Deze code staat al bij deze kwalificatie."})
    await _record(conn, actor, clock, "werkproces_toegevoegd", "werkproces", werkproces_id)
    return werkproces_id


async def edit_werkproces(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    werkproces_id: int,
    versie: int,
    gegevens: WerkprocesGegevens,
) -> None:
    """Say a werkproces otherwise; raises StaleVersion when somebody else wrote first."""
    _refuse_stranger(actor)
    before = await known_werkproces(conn, werkproces_id)
    if before.versie != versie:
        raise StaleVersion
    velden = _changed(before, gegevens)
    if not velden:
        return
    if not await writes.update_werkproces(conn, werkproces_id, versie, gegevens):
        raise StaleVersion
    await _record(conn, actor, clock, "werkproces_gewijzigd", "werkproces", werkproces_id, velden)


async def edit_kwalificatie(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    crebo: int,
    versie: int,
    gegevens: KwalificatieGegevens,
) -> int:
    """Mend what stands of a kwalificatie and return its version; raises InvalidInput or StaleVersion."""
    _refuse_stranger(actor)
    before = await known_kwalificatie(conn, crebo)
    if wrong := await _wrong_sector(conn, gegevens):
        raise InvalidInput(fields=wrong)
    if before.versie != versie:
        raise StaleVersion
    velden = _changed(before, gegevens)
    if not velden:
        return versie
    written = await writes.update_kwalificatie(conn, crebo, versie, gegevens)
    if written is None:
        raise StaleVersion
    await _record(conn, actor, clock, "kwalificatie_gewijzigd", "kwalificatie", crebo, velden)
    return written


async def _wrong_sector(conn: Connection, gegevens: KwalificatieGegevens) -> dict[str, str]:
    """What is wrong with the sector of a kwalificatie, at its field."""
    known = {each.code for each in await list_sectoren(conn)}
    return {} if gegevens.sector in known else {"sector": "Maak een keuze uit de lijst."}


def _changed(before: object, gegevens: KwalificatieGegevens | WerkprocesGegevens) -> dict[str, object]:
    """What was and what becomes of each field that an edit changes."""
    names = [each.name for each in fields(gegevens)]
    pairs = {name: [getattr(before, name), getattr(gegevens, name)] for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


async def archive_werkproces(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    werkproces_id: int,
    versie: int,
    archief: bool,
    reden: str | None = None,
) -> None:
    """Take a werkproces out of what can be chosen, or bring it back; who has it keeps it."""
    _refuse_stranger(actor)
    werkproces = await known_werkproces(conn, werkproces_id)
    if werkproces.gearchiveerd is archief:
        raise Conflict("Dit werk staat al in het archief." if archief else "Dit werk is al in gebruik.")
    if not await writes.update_archief(conn, werkproces_id, versie, clock.now() if archief else None):
        raise StaleVersion
    soort = "werkproces_gearchiveerd" if archief else "werkproces_teruggehaald"
    await _record(conn, actor, clock, soort, "werkproces", werkproces_id, reden=reden)


async def end_kwalificatie(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    crebo: int,
    versie: int,
    tot: date | None,
    reden: str | None = None,
) -> None:
    """Say until when a kwalificatie can be learned, `tot` not included; None leaves its end open."""
    _refuse_stranger(actor)
    before = await known_kwalificatie(conn, crebo)
    if tot is not None and tot <= before.van:
        raise InvalidInput(fields={"tot": VOOR})
    if before.versie != versie:
        raise StaleVersion
    if before.tot == tot:
        return
    if not await writes.update_geldig(conn, crebo, versie, tot):
        raise StaleVersion
    velden = {"tot": [day and day.isoformat() for day in (before.tot, tot)]}
    await _record(conn, actor, clock, "kwalificatie_gewijzigd", "kwalificatie", crebo, velden, reden)


async def take_back_kwalificatie(
    conn: Connection, actor: Actor, *, clock: Clock, crebo: int, versie: int
) -> None:
    """Remove a kwalificatie that the file made which is being undone; the database refuses any other.

    Raises Conflict for one that is used by now, StaleVersion or NotFound.
    """
    _refuse_stranger(actor)
    await known_kwalificatie(conn, crebo)
    try:
        async with conn.transaction():
            removed = await writes.delete_kwalificatie(conn, crebo, versie)
    except asyncpg.ForeignKeyViolationError as error:
        raise Conflict(f"Kwalificatie {crebo} is al gebruikt bij {error.table_name}.") from None
    if not removed:
        raise StaleVersion
    await _record(conn, actor, clock, "kwalificatie_teruggenomen", "kwalificatie", crebo)


def keeps_catalogus(actor: Actor) -> bool:
    """Whether the actor keeps what all regios share: a beheerder of a regio, not of one organisatie."""
    return bool(actor.regios_als(*BEHEERT_CATALOGUS))


def _refuse_stranger(actor: Actor) -> None:
    """Raise Forbidden for whoever does not keep the catalogue."""
    if not keeps_catalogus(actor):
        raise Forbidden


async def _record(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    soort: str,
    onderwerp: str,
    onderwerp_id: int,
    velden: Mapping[str, object] | None = None,
    reden: str | None = None,
) -> None:
    """Append what happened to the catalogue; it holds for all regios."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp=onderwerp,
        onderwerp_id=onderwerp_id,
        regio_code=None,
        reden=reden,
        gegevens={"velden": velden} if velden else None,
    )
