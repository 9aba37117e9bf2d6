"""What a next roulatie takes along of a former one: companies and plekken, volgorde and beleid.

Nobody's signature is: the afspraak of this group is to be signed anew.
"""

from marketplace.db import Connection
from marketplace.roulatie.model import Cohort

COPIES = (
    """
    insert into roulatie_bedrijven (roulatie_id, organisatie_id)
    select $1, organisatie_id from roulatie_bedrijven where roulatie_id = $2
    on conflict do nothing
    """,
    """
    insert into roulatie_plekken
        (roulatie_id, leerwerkplek_id, organisatie_id, kort, kleur, minimum, maximum, taxibus)
    select $1, leerwerkplek_id, organisatie_id, kort, kleur, minimum, maximum, taxibus
    from roulatie_plekken where roulatie_id = $2
    on conflict do nothing
    """,
    """
    insert into roulatie_seizoenen (roulatie_id, leerwerkplek_id, werkproces_id, maanden)
    select $1, leerwerkplek_id, werkproces_id, maanden from roulatie_seizoenen where roulatie_id = $2
    on conflict do nothing
    """,
    """
    insert into roulatie_vereist (roulatie_id, leerwerkplek_id, werkproces_id)
    select $1, leerwerkplek_id, werkproces_id from roulatie_vereist where roulatie_id = $2
    on conflict do nothing
    """,
    """
    insert into roulatie_volgorde (roulatie_id, eerst, dan)
    select $1, eerst, dan from roulatie_volgorde where roulatie_id = $2
    on conflict do nothing
    """,
)


async def copy_former(conn: Connection, former: Cohort, roulatie_id: int) -> None:
    """Let a roulatie that was just made be set up as a former one was."""
    for statement in COPIES:
        await conn.execute(statement, roulatie_id, former.roulatie.id)
    await conn.execute(
        """
        update roulaties set max_blokken = $2, min_weken = $3, min_werkgevers = $4, fase_volgorde = $5,
               lagen = $6
        where id = $1
        """,
        roulatie_id,
        former.roulatie.max_blokken,
        former.roulatie.min_weken,
        former.roulatie.min_werkgevers,
        former.roulatie.fase_volgorde,
        list(former.roulatie.lagen),
    )
