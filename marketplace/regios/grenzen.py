"""The gemeenten of a regio with their dates, and who moves one to another regio from a day on.

Whoever lives or works there stays with the regio that knows them: only places change regio. What is still to
come can be withdrawn, unless the new regio has planned on it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput
from marketplace.regios.beleid import MIN_REDEN
from marketplace.regios.model import Regio, number_of
from marketplace.regios.queries import get_regio
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_GRENZEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeentelid:
    """A gemeente that belongs to a regio in [van, tot), and the regios where it was before and goes then."""

    id: int
    naam: str
    van: date | None
    tot: date | None
    uit: str | None
    naar: str | None


def may_move(actor: Actor, regio_code: str) -> bool:
    """Whether the actor moves the gemeenten of this regio."""
    return regio_code in actor.regios_als(*BEHEERT_GRENZEN)


async def list_gemeenteleden(conn: Connection, regio_code: str, op: date) -> list[Gemeentelid]:
    """The gemeenten of a regio, now and to come, by name; this is public knowledge."""
    rows = await conn.fetch(
        """
        select gemeente.id, gemeente.naam, lower(lid.periode) as van, upper(lid.periode) as tot,
               uit.naam as uit, naar.naam as naar
        from gemeente_regios lid join gemeenten gemeente on gemeente.id = lid.gemeente_id
        left join gemeente_regios eerder
            on eerder.gemeente_id = lid.gemeente_id and upper(eerder.periode) = lower(lid.periode)
        left join regios uit on uit.code = eerder.regio_code
        left join gemeente_regios later
            on later.gemeente_id = lid.gemeente_id and lower(later.periode) = upper(lid.periode)
        left join regios naar on naar.code = later.regio_code
        where lid.regio_code = $1 and (upper_inf(lid.periode) or upper(lid.periode) > $2)
        order by gemeente.naam, lid.periode
        """,
        regio_code,
        op,
    )
    return [Gemeentelid(**dict(row)) for row in rows]


async def move_gemeente(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    regio_code: str,
    gemeente_id: int,
    naar: str,
    vanaf: date,
    bron: str,
) -> None:
    """Let a gemeente belong to another regio from a day on; InvalidInput for a day that is not to come."""
    if not may_move(actor, regio_code):
        raise Forbidden
    van, doel = await get_regio(conn, regio_code), await get_regio(conn, naar)
    wrong = {}
    if van is None or doel is None or van == doel:
        wrong["naar"] = "Kies een andere regio uit de lijst."
    if vanaf <= clock.today():
        wrong["vanaf"] = "Kies een dag na vandaag. Tot die dag kunt u dit nog intrekken."
    if van is None or doel is None or wrong:
        raise InvalidInput(fields=wrong)
    gemeente = await conn.fetchval(
        """
        update gemeente_regios lid set periode = daterange(lower(lid.periode), $3)
        from gemeenten gemeente
        where gemeente.id = lid.gemeente_id and lid.gemeente_id = $1 and lid.regio_code = $2
          and upper_inf(lid.periode) and lid.periode @> ($3::date - 1)
        returning gemeente.naam
        """,
        gemeente_id,
        regio_code,
        vanaf,
    )
    if gemeente is None:
        text = "Deze gemeente hoort dan niet bij deze regio, of gaat al naar een andere regio."
        raise InvalidInput(fields={"gemeente": text})
    await conn.execute(
        "insert into gemeente_regios (gemeente_id, regio_code, periode) values ($1, $2, daterange($3, null))",
        gemeente_id,
        naar,
        vanaf,
    )
    velden = {"regio": [van.naam, doel.naam], "vanaf": [None, vanaf.isoformat()]}
    await _record(conn, actor, clock, (van, doel), "gemeente_verplaatst", bron, gemeente, velden)


async def withdraw_move(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    regio_code: str,
    gemeente_id: int,
    vanaf: date,
    reden: str,
) -> None:
    """Let a gemeente stay after all; raises Conflict when it has gone or the new regio planned on it."""
    if not may_move(actor, regio_code):
        raise Forbidden
    if len(reden.strip()) < MIN_REDEN:
        raise InvalidInput(fields={"reden": "Schrijf waarom u dit intrekt."})
    if vanaf <= clock.today():
        raise Conflict(
            "Deze gemeente hoort al bij de andere regio. Vraag de beheerder daar om haar terug te geven."
        )
    van = await get_regio(conn, regio_code)
    gone = await conn.fetchrow(
        """
        delete from gemeente_regios lid using gemeente_regios eerder, regios regio, gemeenten gemeente
        where lid.gemeente_id = $1 and lower(lid.periode) = $3 and upper_inf(lid.periode)
          and eerder.gemeente_id = $1 and eerder.regio_code = $2 and upper(eerder.periode) = $3
          and regio.code = lid.regio_code and gemeente.id = $1
        returning regio.code, regio.naam, gemeente.naam as gemeente
        """,
        gemeente_id,
        regio_code,
        vanaf,
    )
    if van is None or gone is None:
        raise Conflict(
            "Dit is al ingetrokken, of de nieuwe regio heeft de gemeente zelf al verder verplaatst."
        )
    await conn.execute(
        """
        update gemeente_regios set periode = daterange(lower(periode), null)
        where gemeente_id = $1 and regio_code = $2 and upper(periode) = $3
        """,
        gemeente_id,
        regio_code,
        vanaf,
    )
    velden = {"regio": [gone["naam"], van.naam], "vanaf": [vanaf.isoformat(), None]}
    doel = Regio(gone["code"], gone["naam"])
    await _record(conn, actor, clock, (van, doel), "gemeente_blijft", reden.strip(), gone["gemeente"], velden)


async def _record(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    regios: tuple[Regio, Regio],
    soort: str,
    reden: str,
    gemeente: str,
    velden: Mapping[str, object],
) -> None:
    """Append what happened to the history of both regios, in one order so that no two wait for each other."""
    for regio in sorted(regios, key=lambda each: each.code):
        await append_gebeurtenis(
            conn,
            clock=clock,
            actor=actor,
            soort=soort,
            onderwerp="regio",
            onderwerp_id=number_of(regio.code),
            regio_code=regio.code,
            reden=reden,
            gegevens={"tekst": gemeente, "velden": velden},
        )
