"""The verbs on when a medewerker is away, and their SQL; why is never asked."""

from datetime import date

from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound
from marketplace.groepsdetachering.bedrijf.afwezig import wrong_days
from marketplace.groepsdetachering.mensen.service import Wijziging, claim_medewerker, own_medewerker
from marketplace.groepsdetachering.werkdagen import DAG
from marketplace.organisaties.vastleggen import refused_at
from marketplace.toegang.model import Actor


async def add_afwezig(
    conn: Connection, actor: Actor, wijziging: Wijziging, eerste: date, laatste: date
) -> None:
    """Let somebody be away from a first day to a last one; raises InvalidInput with fields."""
    _, now = await own_medewerker(conn, actor, wijziging)
    if wrong := wrong_days(now.afwezig, eerste, laatste):
        raise InvalidInput(fields=wrong)
    await claim_medewerker(conn, actor, wijziging, "afwezigheid_vastgelegd")
    async with refused_at(conn, medewerker_een_keer_afwezig="eerste"):
        await conn.execute(
            """
            insert into medewerker_afwezig (organisatie_id, kandidaat_id, periode)
            values ($1, $2, daterange($3, $4))
            """,
            wijziging.bij.organisatie_id,
            wijziging.kandidaat_id,
            eerste,
            laatste + DAG,
        )


async def withdraw_afwezig(conn: Connection, actor: Actor, wijziging: Wijziging, eerste: date) -> None:
    """Let somebody be there after all in the period that begins on a day; raises NotFound."""
    await own_medewerker(conn, actor, wijziging)
    await claim_medewerker(conn, actor, wijziging, "afwezigheid_ingetrokken")
    gone = await conn.fetchval(
        """
        delete from medewerker_afwezig
        where organisatie_id = $1 and kandidaat_id = $2 and lower(periode) = $3 returning id
        """,
        wijziging.bij.organisatie_id,
        wijziging.kandidaat_id,
        eerste,
    )
    if gone is None:
        raise NotFound
