"""The catalogue is the same for everyone."""

from marketplace.db import Connection
from marketplace.werkprocessen.queries import (
    get_werkprocessen,
    list_plaatsingsvormen,
    list_sectoren,
    list_voorwaarden,
    list_werkprocessen,
)
from tests.marketplace.kleine_regio import make_regio
from tests.marketplace.regio_details import add_details


async def test_a_werkproces_is_told_in_plain_words_with_its_code_at_hand(conn: Connection) -> None:
    details = await add_details(conn, await make_regio(conn))
    found = await list_werkprocessen(conn)
    assert [(each.uitleg, each.code, each.voorbeeld) for each in found] == [
        ("Je haalt onkruid weg.", "VB-GRO-01", True),
        ("Je knipt hagen.", "VB-GRO-02", True),
    ]
    assert [each.titel for each in await get_werkprocessen(conn, [details.werkprocessen[1], 0])] == [
        "Hagen snoeien"
    ]


async def test_choices_stand_by_name(conn: Connection) -> None:
    await add_details(conn, await make_regio(conn))
    assert [each.kort for each in await list_sectoren(conn)] == ["Groen", "Zorg"]
    assert [each.code for each in await list_voorwaarden(conn)] == ["niet_tillen", "rustige_plek"]
    assert {each.code for each in await list_plaatsingsvormen(conn) if not each.eist_erkenning} == {
        "proefplaatsing"
    }
