"""The SQL that reads voorstellen: who reads a region all of it, who reads plekken only numbers."""

from collections.abc import Sequence
from datetime import date

import asyncpg

from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_PLEKKEN, LEEST_REGIO
from marketplace.voorstellen.model import (
    HELD,
    Afwijsreden,
    Gevolg,
    Inplanning,
    Partij,
    Pin,
    PlekInPlan,
    Voorstel,
    VoorstelStatus,
)

_VOORSTEL = """
    select voorstel.id, kandidaat.regio_code, voorstel.kandidaat_id, kandidaat.kenmerk,
           kandidaat.matchbaar_sinds, voorstel.leerwerkplek_id, plek.titel, plek.vestiging_id,
           organisatie.naam as organisatie, plaats.naam as plaats, voorstel.status,
           voorstel.ja_kandidaat_op, vastlegger.naam as ja_vastgelegd_door,
           voorstel.afgewezen_door, reden.tekst as afwijsreden, reden.gevolg as afwijsgevolg,
           voorstel.afwijs_toelichting, voorstel.pin_reden, voorstel.pin_tot, voorstel.pin_startweek,
           voorstel.toegevoegd_op, toevoeger.naam as toegevoegd_door, voorstel.versie,
           inplanning.plan_id, inplanning.plan_status, inplanning.startweek,
           inplanning.weken, inplanning.vorm, inplanning.vorm_naam, inplanning.uitleg
    from voorstellen voorstel
    join kandidaten kandidaat on kandidaat.id = voorstel.kandidaat_id
    join leerwerkplekken plek on plek.id = voorstel.leerwerkplek_id
    join vestigingen vestiging on vestiging.id = plek.vestiging_id
    join organisaties organisatie on organisatie.id = vestiging.organisatie_id
    join plaatsen plaats on plaats.id = vestiging.plaats_id
    left join accounts vastlegger on vastlegger.id = voorstel.ja_vastgelegd_door
    left join accounts toevoeger on toevoeger.id = voorstel.toegevoegd_door
    left join afwijsredenen reden on reden.code = voorstel.afwijsreden
    left join lateral (
        select plan.id as plan_id, plan.status as plan_status, deel.startweek, deel.weken, deel.vorm,
               vorm.naam as vorm_naam, deel.uitleg
        from plan_voorstellen deel
        join plannen plan on plan.id = deel.plan_id and plan.status in ('concept', 'gepubliceerd')
        join plaatsingsvormen vorm on vorm.code = deel.vorm
        where deel.voorstel_id = voorstel.id
        order by plan.status = 'concept' desc limit 1
    ) inplanning on true
    where kandidaat.regio_code = any($1::text[])
"""


def _regios(actor: Actor) -> list[str]:
    """The regions whose voorstellen the actor may see."""
    return list(actor.regios_als(*LEEST_REGIO))


async def get_voorstel(conn: Connection, actor: Actor, voorstel_id: int) -> Voorstel | None:
    """One voorstel with what the concept plan (else the published one) says of it; None for a stranger."""
    row = await conn.fetchrow(f"{_VOORSTEL} and voorstel.id = $2", _regios(actor), voorstel_id)
    return None if row is None else _voorstel(row)


async def list_voorstellen_after(
    conn: Connection, actor: Actor, *, na: int, aantal: int, status: VoorstelStatus | None
) -> list[Voorstel]:
    """So many voorstellen with a higher id, in order of it."""
    rows = await conn.fetch(
        f"{_VOORSTEL} and voorstel.id > $2 and ($4::text is null or voorstel.status = $4)"
        " order by voorstel.id limit $3",
        _regios(actor),
        na,
        aantal,
        status,
    )
    return [_voorstel(row) for row in rows]


async def get_open_periode(conn: Connection, actor: Actor, voorstel: Voorstel) -> tuple[date, date | None]:
    """From when and until (not with) when the plek of a voorstel that the actor may see is open."""
    row = await conn.fetchrow(
        "select lower(periode) as van, upper(periode) as tot from leerwerkplekken"
        " where id = $1 and regio_code = any($2::text[])",
        voorstel.leerwerkplek_id,
        _regios(actor),
    )
    if row is None:
        raise NotFound
    return row["van"], row["tot"]


async def list_other_voorstellen(conn: Connection, actor: Actor, voorstel: Voorstel) -> list[Voorstel]:
    """The other open voorstellen of the same kandidaat, by id."""
    rows = await conn.fetch(
        f"{_VOORSTEL} and voorstel.kandidaat_id = $2 and voorstel.id <> $3"
        " and voorstel.status not in ('afgewezen', 'vervallen') order by voorstel.id",
        _regios(actor),
        voorstel.kandidaat_id,
        voorstel.id,
    )
    return [_voorstel(row) for row in rows]


async def list_held(conn: Connection, actor: Actor, kandidaten: Sequence[int], op: date) -> list[Voorstel]:
    """The voorstellen of these kandidaten that a run asked on this day must keep; one each at most."""
    rows = await conn.fetch(
        f"{_VOORSTEL} and voorstel.kandidaat_id = any($2::bigint[]) and (voorstel.status = any($3::text[])"
        " or (voorstel.pin_tot > $4 and voorstel.status not in ('afgewezen', 'vervallen')))"
        " order by kandidaat.kenmerk",
        _regios(actor),
        list(kandidaten),
        list(HELD),
        op,
    )
    return [_voorstel(row) for row in rows]


async def list_afwijsredenen(conn: Connection) -> list[Afwijsreden]:
    """The reasons that may be chosen now, by party; they hold for everybody, so no actor is asked."""
    rows = await conn.fetch(
        """
        select code, partij, tekst, gevolg from afwijsredenen where actief
        order by array_position(array['kandidaat', 'werkgever', 'accountmanager'], partij), tekst
        """
    )
    return [
        Afwijsreden(
            code=row["code"],
            partij=Partij(row["partij"]),
            tekst=row["tekst"],
            gevolg=Gevolg(row["gevolg"]) if row["gevolg"] else None,
        )
        for row in rows
    ]


async def list_plekken_in_plan(conn: Connection, actor: Actor) -> list[PlekInPlan]:
    """The published plekken of the actor's own organisaties with what the published plan says, in numbers."""
    rows = await conn.fetch(
        """
        select plek.id as leerwerkplek_id, plek.titel, plaats.naam as plaats, plek.plaatsen,
               count(deel.voorstel_id) filter (where voorstel.status <> 'afgewezen') as in_plan,
               count(deel.voorstel_id) filter (where voorstel.status in (
                   'akkoord_accountmanager', 'voorgelegd_aan_werkgever', 'kennismaking', 'match')) as akkoord,
               min(deel.startweek) filter (where voorstel.status <> 'afgewezen') as eerste_startweek
        from leerwerkplekken plek
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join plaatsen plaats on plaats.id = vestiging.plaats_id
        left join plannen plan on plan.regio_code = plek.regio_code and plan.status = 'gepubliceerd'
        left join plan_voorstellen deel on deel.plan_id = plan.id and deel.leerwerkplek_id = plek.id
        left join voorstellen voorstel on voorstel.id = deel.voorstel_id
        where vestiging.organisatie_id = any($1::bigint[]) and plek.status = 'gepubliceerd'
        group by plek.id, plaats.naam
        order by plek.titel, plek.id
        """,
        list(actor.organisaties_als(*LEEST_PLEKKEN)),
    )
    return [PlekInPlan(**dict(row)) for row in rows]


def to_pin(row: asyncpg.Record) -> Pin | None:
    """The pin in a row with pin_reden, pin_tot and pin_startweek."""
    if row["pin_reden"] is None:
        return None
    return Pin(reden=row["pin_reden"], tot=row["pin_tot"], startweek=row["pin_startweek"])


def _voorstel(row: asyncpg.Record) -> Voorstel:
    """One voorstel as a value."""
    values = dict(row)
    inplanning = {
        name: values.pop(name)
        for name in ("plan_id", "plan_status", "startweek", "weken", "vorm", "vorm_naam", "uitleg")
    }
    for name in ("pin_reden", "pin_tot", "pin_startweek"):
        del values[name]
    values.update(
        status=VoorstelStatus(row["status"]),
        afgewezen_door=Partij(row["afgewezen_door"]) if row["afgewezen_door"] else None,
        afwijsgevolg=Gevolg(row["afwijsgevolg"]) if row["afwijsgevolg"] else None,
        pin=to_pin(row),
        inplanning=None if inplanning["plan_id"] is None else Inplanning(**inplanning),
    )
    return Voorstel(**values)
