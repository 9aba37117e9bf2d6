"""Who keeps the catalogue adds to it; nobody else does, and nothing twice."""

from datetime import date

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput
from marketplace.toegang.model import Actor, Rol
from marketplace.werkprocessen.catalogus import get_kwalificatie
from marketplace.werkprocessen.model import NewKwalificatie, NewWerkproces
from marketplace.werkprocessen.queries import get_werkprocessen
from marketplace.werkprocessen.service import add_kwalificatie, add_werkproces
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio
from tests.marketplace.organisaties.mensen import make_actor
from tests.marketplace.regio_details import add_details

NEW = NewKwalificatie(
    crebo=25999,
    dossier_crebo=23999,
    dossier="Proefdossier",
    naam="Medewerker proef",
    niveau=2,
    sector="groen",
    van=date(2026, 8, 1),
    tot=date(2032, 8, 1),
    bron="SBB, augustus 2026",
)


@pytest.fixture(autouse=True)
async def regio(conn: Connection) -> KleineRegio:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    return regio


@pytest.fixture
async def beheerder(conn: Connection) -> Actor:
    return await make_actor(conn, Rol.BEHEERDER, regio_code=REGIO)


async def test_a_kwalificatie_is_added_once(conn: Connection, beheerder: Actor, clock: FixedClock) -> None:
    await add_kwalificatie(conn, beheerder, clock=clock, new=NEW)
    found = await get_kwalificatie(conn, 25999)
    assert found is not None
    assert (found.dossier, found.niveau, found.van, found.tot) == ("Proefdossier", 2, NEW.van, NEW.tot)
    with pytest.raises(InvalidInput) as refused:
        await add_kwalificatie(conn, beheerder, clock=clock, new=NEW)
    assert refused.value.fields == {"crebo": "Deze kwalificatie staat er al. Zoek haar in de lijst."}


async def test_all_that_is_wrong_with_a_kwalificatie_is_told_at_once(
    conn: Connection, beheerder: Actor, clock: FixedClock
) -> None:
    wrong = NewKwalificatie(
        crebo=25999,
        dossier_crebo=23999,
        dossier="Proefdossier",
        naam="Medewerker proef",
        niveau=2,
        sector="ruimtevaart",
        van=date(2026, 8, 1),
        tot=date(2026, 8, 1),
        bron="proef",
    )
    with pytest.raises(InvalidInput) as refused:
        await add_kwalificatie(conn, beheerder, clock=clock, new=wrong)
    assert set(refused.value.fields) == {"sector", "tot"}


async def test_a_stranger_adds_nothing(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    for actor in (regio.eigen, regio.vreemd, regio.werkgever):
        with pytest.raises(Forbidden):
            await add_kwalificatie(conn, actor, clock=clock, new=NEW)
    assert await get_kwalificatie(conn, 25999) is None


async def test_a_werkproces_of_a_dossier_is_shared_by_its_kwalificaties(
    conn: Connection, beheerder: Actor, clock: FixedClock
) -> None:
    new = NewWerkproces(code="B1-K1-W1", titel="Werkt", uitleg="Je werkt.", bron="proef", gedeeld=True)
    made = await add_werkproces(conn, beheerder, clock=clock, crebo=25258, new=new)
    (found,) = await get_werkprocessen(conn, [made])
    assert (found.crebo, found.dossier_crebo) == (None, 23192)
