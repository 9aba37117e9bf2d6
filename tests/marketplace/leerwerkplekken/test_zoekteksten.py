"""Only plekken and kandidaten that one may see can be searched, and nobody by name."""

from marketplace.db import Connection
from marketplace.kandidaten.zoekteksten import list_zoekteksten as list_kandidaten
from marketplace.leerwerkplekken.zoekteksten import list_zoekteksten as list_plekken
from tests.marketplace.kleine_regio import make_regio
from tests.marketplace.regio_details import add_details


async def test_a_plek_is_searched_by_its_work_and_place(conn: Connection) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    for actor in (regio.eigen, regio.werkgever):
        found = dict(await list_plekken(conn, actor))
        assert set(regio.plekken) <= set(found)
        for words in ("Gras maaien", "Voorbeeld Tuinen", "Zelhem", "Groen", "VB-GRO-01"):
            assert words in found[regio.plekken[1]]
    assert await list_plekken(conn, regio.vreemd) == []


async def test_a_kandidaat_is_searched_by_kenmerk_and_work_and_never_by_name(conn: Connection) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    found = dict(await list_kandidaten(conn, regio.eigen))
    assert set(found) == set(regio.kandidaten)
    assert "K-0001 Zelhem Bronckhorst" in found[regio.kandidaten[0]]
    assert "onkruid" in found[regio.kandidaten[0]]
    assert "Sanne" not in " ".join(found.values())
    for stranger in (regio.vreemd, regio.werkgever):
        assert await list_kandidaten(conn, stranger) == []
