"""What happened to one record, read back from `gebeurtenissen`; the words for it are the pages' own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from marketplace.db import Connection
from marketplace.toegang.model import Actor, Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing that happened to a record; `door` None is the service itself."""

    tijd: datetime
    door: str | None
    onderwerp: str
    soort: str
    reden: str | None
    gegevens: Mapping[str, Any]


async def list_geschiedenis(
    conn: Connection, actor: Actor, onderwerp: str, onderwerp_id: int
) -> list[Moment]:
    """What happened to a record that the actor may see, the latest first.

    The caller has shown that the actor may see the record. Of what happened to it everybody reads what holds
    for all regios, who has a role in the regio reads all of that regio, at an organisatie what is told to it,
    and who is bound to a kandidaat all of that kandidaat.
    """
    rows = await conn.fetch(
        """
        select gebeurtenis.tijd, gebeurtenis.onderwerp, gebeurtenis.soort, gebeurtenis.reden,
               gebeurtenis.gegevens,
               case when gebeurtenis.account_id is not null
                   then coalesce(account.naam, 'iemand anders') end as door
        from gebeurtenissen gebeurtenis
        left join accounts account on account.id = gebeurtenis.account_id
        where gebeurtenis.onderwerp = $1 and gebeurtenis.onderwerp_id = $2
          and (gebeurtenis.regio_code is null or gebeurtenis.regio_code = any($3::text[])
               or gebeurtenis.organisatie_id = any($4::bigint[])
               or (gebeurtenis.onderwerp = 'kandidaat' and exists (
                   select from kandidaat_betrokkenen betrokkene
                   where betrokkene.kandidaat_id = $2 and betrokkene.account_id = $5)))
        order by gebeurtenis.id desc
        """,
        onderwerp,
        onderwerp_id,
        list(actor.regios_als(*Rol)),
        list(actor.organisaties_als(*Rol)),
        actor.account_id,
    )
    return [Moment(**dict(row)) for row in rows]
