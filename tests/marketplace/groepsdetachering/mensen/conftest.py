"""Two medewerkers of the small SW-bedrijf on a rolled-back connection."""

from dataclasses import dataclass

import pytest

from marketplace.db import Connection
from marketplace.groepsdetachering.bedrijf.vastleggen import Bij
from marketplace.groepsdetachering.mensen.model import Medewerker
from marketplace.groepsdetachering.mensen.queries import get_medewerker
from marketplace.groepsdetachering.mensen.service import Wijziging
from marketplace.toegang.model import Actor
from tests.marketplace.groepsdetachering.klein_bedrijf import KLOK, KleinBedrijf, hire, make_bedrijf


@dataclass(frozen=True, slots=True)
class KleineMensen:
    """The SW-bedrijf, its afdeling, and K-0001 beside K-0002; K-0003 is no medewerker."""

    conn: Connection
    bedrijf: KleinBedrijf
    afdeling: int

    @property
    def wie(self) -> int:
        """K-0001."""
        return self.bedrijf.regio.kandidaten[0]

    @property
    def planner(self) -> Actor:
        """Who plans."""
        return self.bedrijf.planner

    @property
    def bij(self) -> Bij:
        """Where it happens."""
        return Bij(clock=KLOK, organisatie_id=self.bedrijf.id)

    async def now(self) -> Medewerker:
        """K-0001 as it stands."""
        found = await get_medewerker(self.conn, self.planner, self.wie)
        assert found is not None
        return found

    async def change(self) -> Wijziging:
        """A change over the version of now."""
        return Wijziging(bij=self.bij, kandidaat_id=self.wie, versie=(await self.now()).versie)

    async def soorten(self) -> list[str]:
        """What happened to K-0001."""
        rows = await self.conn.fetch(
            "select soort from gebeurtenissen where onderwerp = 'medewerker' and onderwerp_id = $1"
            " and organisatie_id = $2 and regio_code is null order by id",
            self.wie,
            self.bedrijf.id,
        )
        return [row[0] for row in rows]


@pytest.fixture
async def klein(conn: Connection) -> KleineMensen:
    """The SW-bedrijf with two treden, an afdeling, and two medewerkers on the first trede."""
    bedrijf = await make_bedrijf(conn)
    await conn.execute("reset role")
    afdeling = await conn.fetchval(
        "insert into afdelingen (organisatie_id, naam) values ($1, 'Montage') returning id", bedrijf.id
    )
    one, two, three = bedrijf.regio.kandidaten
    await hire(conn, bedrijf, one, 1, afdeling)
    await hire(conn, bedrijf, two, 1, afdeling)
    await conn.execute(
        "update kandidaten set sw_bedrijf_id = $1, status = 'voor_aangemeld', matchbaar_sinds = null,"
        " besloten = true where id = any($2::bigint[])",
        bedrijf.id,
        [one, two, three],
    )
    await conn.execute("update medewerkers set wil_buiten = true")
    if await conn.fetchval("select pg_has_role(session_user, 'app', 'set')"):
        await conn.execute("set local role app_ongebonden")
    return KleineMensen(conn, bedrijf, afdeling)
