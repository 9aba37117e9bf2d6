"""Ask every invariant of a whole database at once."""

from datetime import date

from marketplace.controle import capaciteit, geschiedenis, leerwerkplekken, mensen, plannen, voorstellen
from marketplace.controle.model import Overtreding, Regel
from marketplace.db import Connection

REGELS: tuple[Regel, ...] = (
    *capaciteit.REGELS,
    *voorstellen.REGELS,
    *plannen.REGELS,
    *leerwerkplekken.REGELS,
    *mensen.REGELS,
    *geschiedenis.REGELS,
)
# What every rule may name: today; voorstellen that a run keeps, with weeks, and with a promise.
WORDS = """
    with dag as (select $1::date as vandaag),
    gehouden as (select * from voorstellen where status in (
        'besproken_met_kandidaat', 'akkoord_accountmanager', 'voorgelegd_aan_werkgever', 'kennismaking',
        'match')),
    afgesproken as (select * from gehouden where status <> 'besproken_met_kandidaat'),
    beloofd as (select * from voorstellen
                where id in (select id from gehouden) or pin_tot > (select vandaag from dag))
"""


async def check(conn: Connection, vandaag: date) -> list[Overtreding]:
    """What breaks an invariant on a day, over one moment; `conn` must see every row, as the owner does."""
    found = []
    async with conn.transaction():
        for regel in REGELS:
            rows = await conn.fetch(
                f"{WORDS} select zin from ({regel.sql}) gevonden (zin), dag order by zin",  # noqa: S608 (rules of our own)
                vandaag,
            )
            found += [Overtreding(regel.naam, row["zin"]) for row in rows]
    return found
