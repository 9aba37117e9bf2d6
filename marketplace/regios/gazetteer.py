"""`python -m marketplace postcodes`: postcodes that the gazetteer lacks, looked up at the Locatieserver.

Done ahead by whoever runs the service, so that no page ever waits for another service.
"""

import asyncio
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import fmean

import asyncpg
from geopy.exc import GeopyError
from geopy.location import Location

from marketplace.clock import clock_at
from marketplace.db import Connection, prepare_connection
from marketplace.geo.locatieserver import Locatieserver
from marketplace.regios.model import Vindplaats
from marketplace.regios.queries import get_plaats_of_pc4, has_gemeente
from marketplace.regios.writes import insert_postcode
from marketplace.settings import Settings, SettingsError

PC4 = re.compile(r"[1-9][0-9]{3}")
BRON = "PDOK Locatieserver, gemiddelde van postcodepunten"


def main(settings: Settings, pc4s: Sequence[str]) -> int:
    """Add these postcodes as the owner and print one line for each; 1 when one could not be added."""
    if not settings.locatieserver:
        raise SettingsError(
            "PLEKWIJS_LOCATIESERVER lacks: set it to https://api.pdok.nl/bzk/locatieserver/search/v3_1, "
            "or load postcodes yourself. Only the four digits are sent there."
        )
    vandaag = clock_at(settings.vandaag).today()
    return asyncio.run(
        _add_all(settings.url_of_owner(), Locatieserver(settings.locatieserver), pc4s, vandaag)
    )


async def _add_all(dsn: str, geocoder: Locatieserver, pc4s: Iterable[str], vandaag: date) -> int:
    """Each postcode in a transaction of its own, so that what was found stays."""
    conn = await asyncpg.connect(dsn)
    good = True
    try:
        await prepare_connection(conn)
        for pc4 in pc4s:
            async with conn.transaction():
                added, told = await add_postcode(conn, geocoder, pc4, vandaag)
            print(f"{pc4}: {told}")
            good = good and added
    finally:
        await conn.close()
    return 0 if good else 1


async def add_postcode(
    conn: Connection, geocoder: Locatieserver, pc4: str, vandaag: date
) -> tuple[bool, str]:
    """Add one postcode; whether the gazetteer has it now, and a line that says so or why not."""
    if not PC4.fullmatch(pc4):
        return False, "not the four digits of a postcode"
    if known := await get_plaats_of_pc4(conn, pc4, vandaag):
        return True, f"already there, in {known.naam}"
    try:
        found = geocoder.geocode(f"postcode:{pc4}*", soort="postcode")
    except GeopyError as error:
        return False, f"no answer from the Locatieserver ({type(error).__name__}), try again later"
    if not found:
        return False, "the Locatieserver does not know this postcode"
    where = _commonest(found)
    if not await has_gemeente(conn, where.gemeente_id):
        return False, f"in {where.plaats}, but the gemeente {where.gemeente} is not in the database"
    await insert_postcode(conn, pc4, where, bron=BRON)
    return True, f"added, in {where.plaats} (gemeente {where.gemeente})"


def _commonest(found: Sequence[Location]) -> Vindplaats:
    """The woonplaats in which most of a postcode lies, at the middle of what lies there."""
    counted = Counter((each.raw.woonplaatsnaam, each.raw.gemeentecode) for each in found)
    (plaats, code), _ = counted.most_common(1)[0]
    there = [each for each in found if (each.raw.woonplaatsnaam, each.raw.gemeentecode) == (plaats, code)]
    return Vindplaats(
        plaats=plaats,
        gemeente_id=int(code),
        gemeente=there[0].raw.gemeentenaam,
        lat=round(fmean(each.latitude for each in there), 5),
        lon=round(fmean(each.longitude for each in there), 5),
    )
