"""Agendas of a roulatie: an address without an account for a deelnemer or a plek, read until it is withdrawn.

What stands in it is always the published rooster; nobody's name, of a plek the kenmerken of who comes.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta

import asyncpg

from marketplace.clock import AMSTERDAM, Clock
from marketplace.db import Connection
from marketplace.errors import LinkEnded, NotFound, StaleVersion
from marketplace.exports.ics import Item, write_ics
from marketplace.roulatie import link_queries, writes
from marketplace.roulatie.bord import own_cohort
from marketplace.roulatie.link_queries import NieuweLink
from marketplace.roulatie.model import TO_FRIDAY, Cohort
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor, Doel
from marketplace.toegang.service import hash_token

STAYS_AFTER_END = timedelta(weeks=26)


@dataclass(frozen=True, slots=True)
class Van:
    """Whose agenda: of a deelnemer, or of a plek."""

    kandidaat_id: int | None = None
    plek_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Whose agenda a link opens; `kort` is the short name where it is that of a plek."""

    roulatie_id: int
    roulatie: str
    kandidaat_id: int | None
    leerwerkplek_id: int | None
    kort: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendablok:
    """A block in an agenda: where, and of a plek who comes."""

    rooster_id: int
    gepubliceerd_op: datetime
    blok_id: int
    nummer: int
    van: date
    tot: date
    organisatie: str
    plaats: str
    kort: str
    kenmerken: tuple[str, ...]


async def make_agenda_link(
    conn: Connection, actor: Actor, *, clock: Clock, roulatie_id: int, versie: int, van: Van
) -> str:
    """Make an address in the place of the former one; returns its token. Raises NotFound, StaleVersion."""
    cohort = await _open(conn, actor, roulatie_id, versie)
    known = (van.kandidaat_id and cohort.deelnemer(van.kandidaat_id)) or (
        van.plek_id and cohort.plek(van.plek_id)
    )
    if not known:
        raise NotFound
    await _revoke(conn, actor, clock, roulatie_id, van)
    token = secrets.token_urlsafe(32)
    link = NieuweLink(
        token_hash=hash_token(token),
        doel=Doel.AGENDA,
        kandidaat_id=van.kandidaat_id,
        plek_id=van.plek_id,
        verloopt_op=datetime.combine(cohort.roulatie.tot + STAYS_AFTER_END, time.min, AMSTERDAM),
    )
    await link_queries.insert_links(conn, actor, roulatie_id, [link], clock.now())
    await _record(conn, actor, clock, cohort, "agendalink_gemaakt")
    return token


async def withdraw_agenda_link(
    conn: Connection, actor: Actor, *, clock: Clock, roulatie_id: int, versie: int, van: Van
) -> None:
    """Let an address open nothing any more; raises NotFound, Forbidden or StaleVersion."""
    cohort = await _open(conn, actor, roulatie_id, versie)
    if await _revoke(conn, actor, clock, roulatie_id, van):
        await _record(conn, actor, clock, cohort, "agendalink_ingetrokken")


async def read_agenda(conn: Connection, *, clock: Clock, token: str, host: str) -> bytes:
    """The agenda of a live address; raises LinkEnded for any other."""
    rows = await conn.fetch(
        """
        select agenda.roulatie_id, agenda.roulatie, agenda.kandidaat_id, agenda.leerwerkplek_id,
               agenda.kort as van_plek, blok.rooster_id, blok.gepubliceerd_op, blok.blok_id, blok.nummer,
               blok.van, blok.tot, blok.organisatie, blok.plaats, blok.kort, blok.kenmerken
        from agenda_bij_link($1, $2) agenda
        left join agendablokken_bij_link($1, $2) blok on true
        order by blok.nummer
        """,
        hash_token(token),
        clock.now(),
    )
    if not rows:
        raise LinkEnded
    agenda = Agenda(
        roulatie_id=rows[0]["roulatie_id"],
        roulatie=rows[0]["roulatie"],
        kandidaat_id=rows[0]["kandidaat_id"],
        leerwerkplek_id=rows[0]["leerwerkplek_id"],
        kort=rows[0]["van_plek"],
    )
    blokken = [_blok(each) for each in rows if each["blok_id"] is not None]
    return build_agenda(agenda, blokken, clock.now(), host)


def _blok(row: asyncpg.Record) -> Agendablok:
    """The block of a row."""
    return Agendablok(
        **{each.name: row[each.name] for each in fields(Agendablok) if each.name != "kenmerken"},
        kenmerken=tuple(row["kenmerken"]),
    )


def build_agenda(agenda: Agenda, blokken: Sequence[Agendablok], now: datetime, host: str) -> bytes:
    """The file; a block keeps its uid whoever goes where."""
    of_plek = agenda.leerwerkplek_id is not None
    whose = f"plek-{agenda.leerwerkplek_id}" if of_plek else f"deelnemer-{agenda.kandidaat_id}"
    return write_ics(
        f"{agenda.roulatie}: {agenda.kort}" if of_plek else agenda.roulatie,
        [
            Item(
                uid=f"roulatie-{agenda.roulatie_id}-{whose}-blok-{each.blok_id}@{host}",
                eerste_dag=each.van,
                laatste_dag=each.tot - TO_FRIDAY,
                titel=_people(each) if of_plek else f"{each.kort}: {each.organisatie}",
                plaats=f"{each.organisatie}, {each.plaats}",
                tekst=", ".join(each.kenmerken) if of_plek else f"Blok {each.nummer}",
            )
            for each in blokken
        ],
        made_on=blokken[0].gepubliceerd_op if blokken else now,
        edition=blokken[0].rooster_id if blokken else 0,
    )


def _people(blok: Agendablok) -> str:
    """How many come."""
    count = len(blok.kenmerken)
    return f"{blok.kort}: {count} {'deelnemer' if count == 1 else 'deelnemers'}"


async def _open(conn: Connection, actor: Actor, roulatie_id: int, versie: int) -> Cohort:
    """The cohort at this version; raises NotFound, Forbidden or StaleVersion."""
    cohort = await own_cohort(conn, actor, roulatie_id)
    if not await writes.bump(conn, actor, roulatie_id, versie):
        raise StaleVersion
    return cohort


async def _revoke(conn: Connection, actor: Actor, clock: Clock, roulatie_id: int, van: Van) -> int:
    """Withdraw the open address of this agenda."""
    links = [
        each.id
        for each in await link_queries.list_links(conn, actor, roulatie_id)
        if each.doel is Doel.AGENDA and (each.kandidaat_id, each.plek_id) == (van.kandidaat_id, van.plek_id)
    ]
    return await link_queries.revoke_links(conn, actor, roulatie_id, links, clock.now())


async def _record(conn: Connection, actor: Actor, clock: Clock, cohort: Cohort, soort: str) -> None:
    """Append what was done to a roulatie."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="roulatie",
        onderwerp_id=cohort.roulatie.id,
        regio_code=cohort.roulatie.regio_code,
    )
