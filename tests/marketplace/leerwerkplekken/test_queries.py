"""A werkgever sees the own plekken, an accountmanager those of the own region, others none."""

from datetime import date

from marketplace.db import Connection
from marketplace.leerwerkplekken.keuzes import list_keuzes
from marketplace.leerwerkplekken.model import PlekFilter, PlekStatus
from marketplace.leerwerkplekken.queries import get_leerwerkplek, list_leerwerkplekken, list_plannable
from tests.marketplace.kleine_regio import make_regio
from tests.marketplace.regio_details import add_details

VANDAAG = date(2026, 11, 20)


async def test_a_plek_is_seen_by_its_werkgever_and_its_accountmanager(conn: Connection) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    for owner in (regio.werkgever, regio.eigen):
        plek = await get_leerwerkplek(conn, owner, regio.plekken[0])
        assert plek is not None
        assert (plek.titel, plek.organisatie, plek.plaats) == ("Tuin aanleggen", "Voorbeeld Tuinen", "Zelhem")
        assert [(each.praktijkopleider_id, each.tot) for each in plek.inzet] == [
            (details.praktijkopleider, date(2027, 11, 1))
        ]
    for stranger in (regio.vreemd, details.buurman):
        assert await get_leerwerkplek(conn, stranger, regio.plekken[0]) is None


async def test_the_list_holds_what_the_actor_may_see_and_chose(conn: Connection) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    everything = PlekFilter()
    found = await list_leerwerkplekken(conn, regio.eigen, everything, VANDAAG)
    assert [each.titel for each in found.regels] == ["Plek bij de buren", "Gras maaien", "Tuin aanleggen"]
    assert found.regels[1].praktijkopleider == "Voorbeeld"
    assert found.regels[1].laatste_dag == date(2027, 10, 31)
    assert (await list_leerwerkplekken(conn, regio.werkgever, everything, VANDAAG)).totaal == 2
    assert (await list_leerwerkplekken(conn, details.buurman, everything, VANDAAG)).totaal == 1
    assert (await list_leerwerkplekken(conn, regio.vreemd, everything, VANDAAG)).totaal == 0
    for narrow, expected in (
        (PlekFilter(status=PlekStatus.CONCEPT), 1),
        (PlekFilter(sector="zorg"), 1),
        (PlekFilter(gemeente_id=1876), 3),
        (PlekFilter(gemeente_id=202), 0),
        (PlekFilter(organisatie_id=regio.organisatie), 2),
    ):
        assert (await list_leerwerkplekken(conn, regio.eigen, narrow, VANDAAG)).totaal == expected


async def test_planning_gets_published_plekken_with_erkenning_and_time_as_role_worker(
    conn: Connection,
) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    await conn.execute("reset role")
    await conn.execute("set local role worker")
    found = await list_plannable(conn, "AM09", VANDAAG, date(2027, 6, 1))
    assert [each.plek.id for each in found.plekken] == list(regio.plekken)
    assert [each.crebo for each in found.plekken[0].erkenningen] == [25258]
    assert found.plekken[0].plek.werkprocessen == (details.werkprocessen[0],)
    assert [each.minuten for each in found.capaciteiten] == [360]
    assert (await list_plannable(conn, "AM09", date(2028, 1, 1), date(2028, 6, 1))).plekken == ()
    assert (await list_plannable(conn, "AM07", VANDAAG, date(2027, 6, 1))).plekken == ()


async def test_filters_offer_what_the_own_plekken_have(conn: Connection) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    found = await list_keuzes(conn, regio.eigen)
    assert found.sectoren == (("groen", "Groen"), ("zorg", "Zorg"))
    assert found.gemeenten == ((1876, "Bronckhorst"),)
    assert [naam for _, naam in found.organisaties] == ["Voorbeeld Elders", "Voorbeeld Tuinen"]
    assert (await list_keuzes(conn, regio.werkgever)).sectoren == (("groen", "Groen"),)
    assert (await list_keuzes(conn, details.buurman)).sectoren == (("zorg", "Zorg"),)
    assert (await list_keuzes(conn, regio.vreemd)).organisaties == ()
