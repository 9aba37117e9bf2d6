"""A deelnemer looks back without an account: once, within the term; or tells it by mouth."""

import pytest

from marketplace.db import ACT_AS, Connection
from marketplace.errors import Forbidden, LinkEnded, NotFound, StaleVersion
from marketplace.leerwerkplekken import plek_links
from marketplace.roulatie import agenda, link_queries, terugblik
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.terugblik import GemaakteLink
from marketplace.roulatie.terugblik_queries import Antwoord, list_zelf_verteld
from marketplace.roulatie.waardering import list_veranderingen
from marketplace.toegang.model import Actor
from tests.databases import act_as
from tests.marketplace.roulatie.gepubliceerd import at_end, make_gepubliceerd, publish_rooster
from tests.marketplace.roulatie.kleine_roulatie import KleineRoulatie

BLIJ, BOOS = Antwoord(1, 1, 1), Antwoord(4, 3, 3)


@pytest.fixture
async def kleine(conn: Connection) -> KleineRoulatie:
    return await make_gepubliceerd(conn)


async def versie(conn: Connection) -> int:
    return int(await conn.fetchval("select versie from roulaties"))


async def links(
    conn: Connection,
    kleine: KleineRoulatie,
    blok: int | None = 0,
    wie: int | None = None,
    actor: Actor | None = None,
) -> list[GemaakteLink]:
    """Fresh links, made in the last week of the block."""
    return await terugblik.make_links(
        conn,
        actor or kleine.actor,
        clock=at_end(blok or 0, days=-5),
        roulatie_id=kleine.id,
        versie=await versie(conn),
        blok_id=None if blok is None else kleine.blokken[blok],
        kandidaat_id=None if wie is None else kleine.deelnemers[wie],
    )


async def told(conn: Connection, kleine: KleineRoulatie, wie: int, antwoord: Antwoord) -> None:
    """Write down what somebody told of the first block."""
    await terugblik.record_told(
        conn,
        kleine.actor,
        clock=at_end(),
        roulatie_id=kleine.id,
        versie=await versie(conn),
        kandidaat_id=kleine.deelnemers[wie],
        blok_id=kleine.blokken[0],
        antwoord=antwoord,
    )


async def test_an_answer_acts_once_and_looking_changes_nothing(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    made = await links(conn, kleine)
    assert [each.verblijf.kenmerk for each in made] == ["K-0003", "K-0002", "K-0001", "K-0004"]
    token = made[2].token
    await conn.execute(ACT_AS, "")
    for _ in range(3):
        found = await terugblik.find_blok(conn, clock=at_end(), token=token)
    assert (found.roulatie, found.kort, found.organisatie) == ("Groen roulatie", "Tuin", "Voorbeeld Tuin")
    assert await conn.fetchval("select count(*) from links where gebruikt_op is not null") == 0
    await terugblik.answer(conn, clock=at_end(), token=token, antwoord=BLIJ)
    with pytest.raises(LinkEnded):
        await terugblik.find_blok(conn, clock=at_end(), token=token)
    with pytest.raises(LinkEnded):
        await terugblik.answer(conn, clock=at_end(), token=token, antwoord=BOOS)
    cohort = await get_cohort(conn, kleine.actor, kleine.id)
    assert cohort is not None
    (given,) = cohort.terugblikken
    assert (given.kandidaat_id, given.leerwerkplek_id, given.gezicht) == (
        kleine.deelnemers[0],
        kleine.plekken[0],
        1,
    )
    assert await list_zelf_verteld(conn, kleine.actor, kleine.id) == {
        (kleine.deelnemers[0], kleine.blokken[0])
    }
    (change,) = list_veranderingen(cohort)
    assert (change.deelnemer.kenmerk, change.plek.kort, change.liever) == ("K-0001", "Tuin", True)


async def test_a_link_takes_an_answer_from_the_last_week_until_four_weeks_after(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    token = (await links(conn, kleine, wie=0))[0].token
    early, first = at_end(days=-8), at_end(days=-7)
    assert (await terugblik.find_blok(conn, clock=early, token=token)).geldig_vanaf > early.now()
    with pytest.raises(terugblik.NotYet):
        await terugblik.answer(conn, clock=early, token=token, antwoord=BLIJ)
    assert (await terugblik.find_blok(conn, clock=first, token=token)).geldig_vanaf <= first.now()
    late = at_end(days=28)
    with pytest.raises(LinkEnded):
        await terugblik.answer(conn, clock=late, token=token, antwoord=BLIJ)
    await terugblik.answer(conn, clock=at_end(days=27), token=token, antwoord=BLIJ)


async def test_a_new_link_ends_the_former_one_of_the_same_stay_only(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    first = await links(conn, kleine)
    await links(conn, kleine, wie=0)
    with pytest.raises(LinkEnded):
        await terugblik.find_blok(conn, clock=at_end(), token=first[2].token)
    assert await terugblik.find_blok(conn, clock=at_end(), token=first[0].token)


async def test_for_paper_links_are_made_for_all_blocks_that_can_still_be_told_of(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    await told(conn, kleine, 0, BLIJ)
    assert len(await links(conn, kleine, blok=None)) == 11
    after_all = at_end(2, days=28)
    with pytest.raises(terugblik.NobodyToAsk):
        await terugblik.make_links(
            conn, kleine.actor, clock=after_all, roulatie_id=kleine.id, versie=await versie(conn)
        )


async def test_what_was_told_by_mouth_can_be_put_right_and_ends_the_link(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    token = (await links(conn, kleine, wie=0))[0].token
    await told(conn, kleine, 0, BLIJ)
    await told(conn, kleine, 0, BOOS)
    with pytest.raises(LinkEnded):
        await terugblik.find_blok(conn, clock=at_end(), token=token)
    row = await conn.fetchrow("select gezicht, vastgelegd_door from roulatie_terugblikken")
    assert row is not None
    assert tuple(row) == (4, kleine.actor.account_id)


async def test_what_somebody_said_themselves_stays(conn: Connection, kleine: KleineRoulatie) -> None:
    token = (await links(conn, kleine, wie=0))[0].token
    await terugblik.answer(conn, clock=at_end(), token=token, antwoord=BLIJ)
    with pytest.raises(terugblik.AnsweredAlready):
        await told(conn, kleine, 0, BOOS)


async def test_nothing_is_told_of_a_block_before_its_last_week(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    with pytest.raises(terugblik.TooSoon):
        await terugblik.record_told(
            conn,
            kleine.actor,
            clock=at_end(),
            roulatie_id=kleine.id,
            versie=await versie(conn),
            kandidaat_id=kleine.deelnemers[0],
            blok_id=kleine.blokken[1],
            antwoord=BLIJ,
        )


async def test_an_answer_is_about_the_plek_of_the_rooster_that_is_published_then(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    token = (await links(conn, kleine, wie=0))[0].token
    await conn.execute("reset role")
    await publish_rooster(conn, kleine, verschuif=1)
    await conn.execute("set local role app_ongebonden")
    assert (await terugblik.find_blok(conn, clock=at_end(), token=token)).kort == "Haag"
    await terugblik.answer(conn, clock=at_end(), token=token, antwoord=BLIJ)
    assert await conn.fetchval("select leerwerkplek_id from roulatie_terugblikken") == kleine.plekken[1]


async def test_a_stranger_and_a_werkgever_make_no_links_and_see_none(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    await links(conn, kleine)
    for stranger in (kleine.vreemd, kleine.regio.werkgever):
        await act_as(conn, stranger)
        with pytest.raises((Forbidden, NotFound)):
            await links(conn, kleine, actor=stranger)
        assert await link_queries.list_links(conn, stranger, kleine.id) == []
        assert await list_zelf_verteld(conn, stranger, kleine.id) == set()


async def test_who_makes_links_over_another_version_is_told(conn: Connection, kleine: KleineRoulatie) -> None:
    with pytest.raises(StaleVersion):
        await terugblik.make_links(
            conn, kleine.actor, clock=at_end(), roulatie_id=kleine.id, versie=await versie(conn) - 1
        )


async def test_a_link_to_a_block_opens_no_agenda_and_no_plek(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    """Each function asks for what its link is for."""
    token = (await links(conn, kleine, wie=0))[0].token
    with pytest.raises(LinkEnded):
        await plek_links.find_plek(conn, clock=at_end(), token=token)
    with pytest.raises(LinkEnded):
        await agenda.read_agenda(conn, clock=at_end(), token=token, host="x")
