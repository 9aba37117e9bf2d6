"""The policy of a region as it holds on one day, and the places in it."""

from datetime import date

import pytest

from marketplace.db import Connection
from marketplace.regios.model import (
    MOST_ONDERGRENZEN,
    IncompleteBeleid,
    Plaats,
    largest_places,
    read_beleid,
)
from marketplace.regios.queries import (
    get_beleid,
    get_plaats_of_pc4,
    get_regio,
    get_wachttermijn,
    list_gemeenten,
    list_plaatsen,
)
from solver.matching import beleid as solver
from tests.marketplace.kleine_regio import BELEID, make_regio
from tests.marketplace.regio_details import add_details

VANDAAG = date(2026, 11, 20)
LATER = """
    insert into regio_beleid (regio_code, sleutel, waarde, vanaf, bron)
    values ('AM09', 'wachttermijn_weken', '9', '2026-12-01', 'proef')
"""


async def test_beleid_is_what_holds_on_the_day(conn: Connection) -> None:
    await make_regio(conn)
    await conn.execute("reset role")
    await conn.execute(LATER)
    assert (await get_beleid(conn, "AM09", VANDAAG)).wachttermijn_weken == 13
    assert (await get_beleid(conn, "AM09", date(2026, 12, 1))).wachttermijn_weken == 9
    assert await get_wachttermijn(conn, ["AM09", "AM07"], VANDAAG) == 13


async def test_beleid_is_typed(conn: Connection) -> None:
    await make_regio(conn)
    beleid = await get_beleid(conn, "AM09", VANDAAG)
    assert (beleid.vouchers, beleid.niveau_is_eis, beleid.gewichten.sectorwens) == (1, False, 5)
    assert beleid.begeleiding_minuten.op_afroep == 90
    assert (beleid.ondergrenzen.procenten, beleid.ondergrens_prijs, beleid.spreiding.plaatsingen) == (
        {},
        150,
        3,
    )


async def test_a_region_without_beleid_is_told_which_keys_lack(conn: Connection) -> None:
    await make_regio(conn)
    with pytest.raises(IncompleteBeleid, match=r"wachttermijn weken.*pin weken"):
        await get_beleid(conn, "AM07", VANDAAG)
    assert await get_wachttermijn(conn, ["AM07"], VANDAAG) is None


@pytest.mark.parametrize(
    ("sleutel", "waarde"),
    [
        ("vouchers", True),
        ("vouchers", -1),
        ("niveau_is_eis", 1),
        ("gewichten", {"reistijd": 3}),
        ("gewichten", 5),
        ("ondergrenzen", {"wsw": 0}),
        ("ondergrenzen", {"wsw": 101}),
        ("ondergrenzen", {"wsw": True}),
        ("ondergrenzen", {"W S W": 50}),
        ("ondergrenzen", {"a": 1, "b": 1, "c": 1, "d": 1}),
        ("ondergrenzen", []),
        ("spreiding", {"plaatsingen": 3}),
    ],
)
def test_a_value_of_the_wrong_kind_counts_as_missing(sleutel: str, waarde: object) -> None:
    with pytest.raises(IncompleteBeleid, match=f"vullen: {sleutel.replace('_', ' ')}\\."):
        read_beleid({**BELEID, sleutel: waarde})


async def test_a_postcode_stands_for_a_place_in_a_region(conn: Connection) -> None:
    await add_details(conn, await make_regio(conn))
    zelhem = await get_plaats_of_pc4(conn, "7021", VANDAAG)
    assert zelhem is not None
    assert (zelhem.naam, zelhem.gemeente, zelhem.regio_code) == ("Zelhem", "Bronckhorst", "AM09")
    assert await get_plaats_of_pc4(conn, "9999", VANDAAG) is None
    before = await get_plaats_of_pc4(conn, "7021", date(2023, 1, 1))
    assert before is not None
    assert before.regio_code is None


async def test_a_region_lists_its_own_gemeenten_and_places(conn: Connection) -> None:
    await add_details(conn, await make_regio(conn))
    assert [each.naam for each in await list_gemeenten(conn, ["AM09"], VANDAAG)] == ["Bronckhorst"]
    assert [each.naam for each in await list_plaatsen(conn, "AM09", VANDAAG)] == ["Vorden", "Zelhem"]
    assert await get_regio(conn, "AM99") is None
    regio = await get_regio(conn, "AM09")
    assert regio is not None
    assert regio.naam == "Achterhoek"


def test_a_small_map_names_the_place_with_most_people_in_each_gemeente() -> None:
    def place(number: int, gemeente: int, inwoners: int) -> Plaats:
        return Plaats(
            id=number,
            naam=f"Plaats {number}",
            gemeente_id=gemeente,
            gemeente="G",
            regio_code="AM09",
            lat=52.0,
            lon=6.0,
            inwoners=inwoners,
        )

    assert largest_places([place(1, 1, 1), place(2, 1, 3), place(3, 2, 0)]) == {2, 3}


def test_a_region_sets_as_many_ondergrenzen_as_the_solver_takes() -> None:
    assert MOST_ONDERGRENZEN == solver.MOST_ONDERGRENZEN
