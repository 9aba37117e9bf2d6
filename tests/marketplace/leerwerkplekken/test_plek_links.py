"""An employer without an account looks at one plek and answers, once."""

import pytest

from marketplace.clock import FixedClock
from marketplace.db import ACT_AS, Connection
from marketplace.errors import LinkEnded, NotFound
from marketplace.leerwerkplekken import plek_links
from marketplace.leerwerkplekken.plek_link_queries import Antwoord, get_antwoord, list_wrong_plekken
from marketplace.toegang import links
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.link_queries import list_links
from tests.databases import act_as
from tests.marketplace.kleine_regio import KleineRegio, make_regio


async def linked(conn: Connection, clock: FixedClock) -> tuple[KleineRegio, str]:
    """The small regio, bound by row-level security, and a link to its first plek."""
    regio = await make_regio(conn)
    await conn.execute("set local role app")
    await act_as(conn, regio.eigen)
    token = await plek_links.make_plek_link(conn, regio.eigen, clock=clock, plek_id=regio.plekken[0])
    return regio, token


async def test_a_link_shows_its_plek(conn: Connection, clock: FixedClock) -> None:
    regio, token = await linked(conn, clock)
    await conn.execute(ACT_AS, "")
    plek = await plek_links.find_plek(conn, clock=clock, token=token)
    assert (plek.id, plek.titel, plek.organisatie) == (
        regio.plekken[0],
        "Tuin aanleggen",
        "Voorbeeld Tuinen",
    )
    assert await conn.fetchval("select count(*) from leerwerkplekken") == 0


async def test_an_answer_is_told_once_and_stands_in_the_history(conn: Connection, clock: FixedClock) -> None:
    regio, token = await linked(conn, clock)
    plek_id = regio.plekken[0]
    await conn.execute(ACT_AS, "")
    await plek_links.answer(
        conn, clock=clock, token=token, antwoord=Antwoord.KLOPT_NIET, toelichting="Nu drie dagen."
    )
    with pytest.raises(LinkEnded):
        await plek_links.answer(conn, clock=clock, token=token, antwoord=Antwoord.KLOPT, toelichting=None)
    await act_as(conn, regio.eigen)
    antwoord = await get_antwoord(conn, plek_id)
    assert antwoord is not None
    assert (antwoord.antwoord, antwoord.toelichting) == (Antwoord.KLOPT_NIET, "Nu drie dagen.")
    last = (await list_geschiedenis(conn, regio.eigen, "leerwerkplek", plek_id))[0]
    (link,) = await list_links(conn, leerwerkplek_id=plek_id)
    assert (last.soort, last.door, last.reden) == ("plek_klopt_niet", None, "Nu drie dagen.")
    assert (last.gegevens["link"], link.gebruikt_op) == (link.id, clock.now())


async def test_what_no_longer_holds_waits_until_the_plek_is_edited(
    conn: Connection, clock: FixedClock
) -> None:
    regio, token = await linked(conn, clock)
    await conn.execute(ACT_AS, "")
    await plek_links.answer(
        conn, clock=clock, token=token, antwoord=Antwoord.KLOPT_NIET, toelichting="Nu drie dagen."
    )
    await conn.execute("set local role app_ongebonden")
    assert await list_wrong_plekken(conn, regio.eigen) == [regio.plekken[0]]
    for stranger in (regio.vreemd, regio.werkgever):
        assert await list_wrong_plekken(conn, stranger) == []
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=regio.eigen,
        soort="leerwerkplek_gewijzigd",
        onderwerp="leerwerkplek",
        onderwerp_id=regio.plekken[0],
        regio_code="AM09",
    )
    assert await list_wrong_plekken(conn, regio.eigen) == []
    assert await get_antwoord(conn, regio.plekken[0]) is None


async def test_only_who_decides_in_the_regio_makes_or_withdraws_a_link(
    conn: Connection, clock: FixedClock
) -> None:
    regio, token = await linked(conn, clock)
    for stranger in (regio.vreemd, regio.werkgever):
        await act_as(conn, stranger)
        with pytest.raises(NotFound):
            await plek_links.make_plek_link(conn, stranger, clock=clock, plek_id=regio.plekken[0])
        with pytest.raises(NotFound):
            await plek_links.withdraw_plek_links(conn, stranger, clock=clock, plek_id=regio.plekken[0])
        assert await list_links(conn, leerwerkplek_id=regio.plekken[0]) == []
    await act_as(conn, regio.eigen)
    await plek_links.withdraw_plek_links(conn, regio.eigen, clock=clock, plek_id=regio.plekken[0])
    with pytest.raises(LinkEnded):
        await plek_links.find_plek(conn, clock=clock, token=token)


async def test_a_link_to_a_plek_sets_no_password(conn: Connection, clock: FixedClock) -> None:
    _, token = await linked(conn, clock)
    with pytest.raises(LinkEnded):
        await links.set_wachtwoord(conn, clock=clock, token=token, wachtwoord="een lang wachtwoord")
    assert await plek_links.find_plek(conn, clock=clock, token=token)
