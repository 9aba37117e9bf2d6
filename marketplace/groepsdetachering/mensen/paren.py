"""The verbs on who belongs with whom in a group, or apart, and their SQL; each pair is written once."""

from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound
from marketplace.groepsdetachering.mensen.model import PaarSoort
from marketplace.groepsdetachering.mensen.service import Wijziging, claim_medewerker, own_medewerker
from marketplace.toegang.model import Actor


async def put_paar(
    conn: Connection, actor: Actor, wijziging: Wijziging, kenmerk: str, soort: PaarSoort
) -> None:
    """Let this hold for somebody and the medewerker with a kenmerk; raises InvalidInput with fields."""
    _, now = await own_medewerker(conn, actor, wijziging)
    ander = await conn.fetchval(
        """
        select wie.kandidaat_id from medewerkers wie
        join kandidaten kandidaat on kandidaat.id = wie.kandidaat_id
        where wie.organisatie_id = $1 and upper(kandidaat.kenmerk) = upper($2)
        """,
        wijziging.bij.organisatie_id,
        kenmerk,
    )
    if ander is None:
        raise InvalidInput(fields={"kenmerk": "Dit kenmerk is niet van een medewerker van uw bedrijf."})
    if ander == now.kandidaat_id:
        raise InvalidInput(fields={"kenmerk": "Dit is het kenmerk van deze medewerker zelf."})
    await claim_medewerker(conn, actor, wijziging, "paar_vastgelegd")
    await conn.execute(
        """
        insert into medewerker_paren (organisatie_id, kandidaat_id, ander_id, soort)
        values ($1, least($2::bigint, $3::bigint), greatest($2::bigint, $3::bigint), $4)
        on conflict (kandidaat_id, ander_id) do update set soort = excluded.soort
        """,
        wijziging.bij.organisatie_id,
        now.kandidaat_id,
        ander,
        soort,
    )


async def end_paar(conn: Connection, actor: Actor, wijziging: Wijziging, ander_id: int) -> None:
    """Let nothing hold any more for somebody and another; raises NotFound or StaleVersion."""
    await own_medewerker(conn, actor, wijziging)
    await claim_medewerker(conn, actor, wijziging, "paar_vervallen")
    gone = await conn.fetchval(
        """
        delete from medewerker_paren
        where organisatie_id = $1 and kandidaat_id = least($2::bigint, $3::bigint)
          and ander_id = greatest($2::bigint, $3::bigint) returning true
        """,
        wijziging.bij.organisatie_id,
        wijziging.kandidaat_id,
        ander_id,
    )
    if gone is None:
        raise NotFound
