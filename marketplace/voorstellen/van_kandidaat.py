"""The voorstellen of one kandidaat; only who reads the region sees them."""

from dataclasses import dataclass
from datetime import date

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO
from marketplace.voorstellen.model import HELD, VoorstelStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorstelVanKandidaat:
    """Which plek is proposed and how far that is; without a startweek it is in no plan of now."""

    id: int
    titel: str
    organisatie: str
    status: VoorstelStatus
    startweek: date | None


async def list_voorstellen_van(
    conn: Connection, actor: Actor, kandidaat_id: int
) -> list[VoorstelVanKandidaat]:
    """What the concept plan (else the published one) proposes for a kandidaat, and what people hold on to."""
    rows = await conn.fetch(
        """
        select voorstel.id, plek.titel, organisatie.naam as organisatie, voorstel.status, deel.startweek
        from voorstellen voorstel
        join kandidaten kandidaat on kandidaat.id = voorstel.kandidaat_id
        join leerwerkplekken plek on plek.id = voorstel.leerwerkplek_id
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        left join lateral (
            select id from plannen
            where regio_code = kandidaat.regio_code and status in ('concept', 'gepubliceerd')
            order by status = 'concept' desc limit 1
        ) plan on true
        left join plan_voorstellen deel on deel.plan_id = plan.id and deel.voorstel_id = voorstel.id
        where kandidaat.id = $1 and kandidaat.regio_code = any($2::text[])
          and (deel.plan_id is not null or voorstel.status = any($3::text[]))
        order by deel.startweek nulls last, voorstel.id
        """,
        kandidaat_id,
        list(actor.regios_als(*LEEST_REGIO)),
        list(HELD),
    )
    return [VoorstelVanKandidaat(**{**dict(row), "status": VoorstelStatus(row["status"])}) for row in rows]
