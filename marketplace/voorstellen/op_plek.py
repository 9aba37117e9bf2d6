"""The open voorstellen of one plek; only who reads the region of the kandidaat sees them."""

from dataclasses import dataclass
from datetime import date

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO
from marketplace.voorstellen.model import HELD, VoorstelStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorstelOpPlek:
    """Who is proposed for a plek and how far that is; without a startweek it is in no plan of now."""

    id: int
    kandidaat_id: int
    kenmerk: str
    status: VoorstelStatus
    startweek: date | None
    weken: int | None


async def list_voorstellen_op_plek(conn: Connection, actor: Actor, plek_id: int) -> list[VoorstelOpPlek]:
    """What the concept plan (else the published one) proposes for a plek, and what people hold on to."""
    rows = await conn.fetch(
        """
        select voorstel.id, voorstel.kandidaat_id, kandidaat.kenmerk, voorstel.status, deel.startweek,
               deel.weken
        from voorstellen voorstel
        join kandidaten kandidaat on kandidaat.id = voorstel.kandidaat_id
        left join lateral (
            select id from plannen
            where regio_code = kandidaat.regio_code and status in ('concept', 'gepubliceerd')
            order by status = 'concept' desc limit 1
        ) plan on true
        left join plan_voorstellen deel on deel.plan_id = plan.id and deel.voorstel_id = voorstel.id
        where kandidaat.regio_code = any($1::text[]) and voorstel.leerwerkplek_id = $2
          and (voorstel.status = any($3::text[]) or voorstel.pin_reden is not null
               or (voorstel.status = 'voorgesteld' and deel.plan_id is not null))
        order by deel.startweek, kandidaat.kenmerk
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        plek_id,
        list(HELD),
    )
    return [VoorstelOpPlek(**{**dict(row), "status": VoorstelStatus(row["status"])}) for row in rows]
