"""The board by its forms: begin, put, swap, pin, undo, have it filled in, publish."""

import re
from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.web.roulatie.roulatie_site import EIGEN, VREEMD, RoulatieSite, open_roulatie


@pytest.fixture
async def plaats(database: Dsns, clock: FixedClock) -> AsyncIterator[RoulatieSite]:
    async with open_roulatie(database, clock) as made:
        yield made


async def test_a_board_begins_empty_is_filled_in_and_published(plaats: RoulatieSite) -> None:
    async with plaats.site.logged_in(EIGEN) as visitor:
        page = await visitor.get(plaats.bord)
        assert "Het bord is nog leeg" in page.text
        await visitor.post(f"{plaats.bord}/rekenen", {})
        page = await visitor.get(plaats.bord)
        assert "Er wordt een rooster gemaakt" in page.text
        assert await plaats.work()
        page = await visitor.get(plaats.bord)
        assert "Dit rooster houdt zich aan alle regels" in page.text
        page = await visitor.get(f"/roulaties/{plaats.kleine.id}/publiceren")
        assert "Dit is het eerste rooster van deze roulatie, voor 4 deelnemers." in page.text
        done = await visitor.post(
            f"/roulaties/{plaats.kleine.id}/publiceren", {"versie": await plaats.versie()}
        )
        assert done.status_code == 303
        page = await visitor.get(plaats.bord)
        assert "Het rooster is gepubliceerd" in page.text
    taken = await plaats.eigenaar.fetchval("select count(*) from bezetting where bron = 'roulatie'")
    assert taken == 4 * 12
    standing = await plaats.eigenaar.fetch(
        "select distinct status from kandidaten where kenmerk like 'K-000%'"
    )
    assert [row["status"] for row in standing] == ["lopend"]


async def test_a_move_shows_the_conflict_in_its_cell_and_each_plek_says_what_it_breaks(
    plaats: RoulatieSite,
) -> None:
    kleine = plaats.kleine
    async with plaats.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"{plaats.bord}/beginnen", {})
        for who in kleine.deelnemers[:3]:
            fields = {"versie": await plaats.versie(), "kandidaat": str(who), "blok": str(kleine.blokken[0])}
            await visitor.post(f"{plaats.bord}/zetten", fields | {"plek": str(kleine.plekken[0])})
        page = await visitor.get(plaats.bord)
        assert "In blok 1 zijn 3 mensen op plek Tuin. Er is plaats voor 2." in page.text
        assert page.text.count("vak-conflict") == 3
        page = await visitor.get(f"{plaats.bord}?kies={kleine.deelnemers[0]}-{kleine.blokken[0]}")
        assert "Opgelost:" in page.text
        assert "Staat er nu" in page.text


async def test_what_was_moved_over_is_told_and_nothing_moves(plaats: RoulatieSite) -> None:
    kleine = plaats.kleine
    async with plaats.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"{plaats.bord}/beginnen", {})
        old = await plaats.versie()
        fields = {"versie": old, "kandidaat": str(kleine.deelnemers[0]), "blok": str(kleine.blokken[0])}
        await visitor.post(f"{plaats.bord}/zetten", fields | {"plek": str(kleine.plekken[0])})
        page = await visitor.post(f"{plaats.bord}/zetten", fields | {"plek": str(kleine.plekken[1])})
        assert page.status_code == 409
        assert "Iemand anders heeft dit intussen gewijzigd" in page.text
    assert await plaats.eigenaar.fetchval("select leerwerkplek_id from roulatie_cellen") == kleine.plekken[0]


async def test_an_alternative_says_what_it_changes_for_whom_and_what_it_gives(plaats: RoulatieSite) -> None:
    kleine = plaats.kleine
    async with plaats.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"{plaats.bord}/rekenen", {})
        assert await plaats.work()
        await visitor.post(f"/roulaties/{kleine.id}/publiceren", {"versie": await plaats.versie()})
        told = "select leerwerkplek_id from roulatie_cellen where kandidaat_id = $1 and blok_id = $2 limit 1"
        where = await plaats.eigenaar.fetchval(told, kleine.deelnemers[0], kleine.blokken[1])
        await plaats.eigenaar.execute(
            "insert into uitsluitingen (kandidaat_id, leerwerkplek_id, reden, account_id, sinds)"
            " values ($1, $2, 'Het ging niet', $3, now())",
            kleine.deelnemers[0],
            where,
            kleine.actor.account_id,
        )
        await visitor.post(f"{plaats.bord}/beginnen", {})
        await visitor.post(f"{plaats.bord}/rekenen", {"max_mensen": "2"})
        assert await plaats.work()
        query = "select id from roulatie_roosters where status = 'alternatief'"
        alternative = await plaats.eigenaar.fetchval(query)
        page = await visitor.get(f"/roulaties/{kleine.id}/roosters/{alternative}")
        assert "Wie merkt er iets van, en waarom" in page.text
        assert "Hoe vroeg mensen oefenen wat is afgesproken" in page.text
        assert "K-0001" in page.text
        done = await visitor.post(
            f"{plaats.bord}/overnemen", {"versie": await plaats.versie(), "rooster": str(alternative)}
        )
        assert done.status_code == 303


async def test_alternatives_stand_side_by_side_with_what_each_changes_breaks_and_gives(
    plaats: RoulatieSite,
) -> None:
    async with plaats.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"{plaats.bord}/beginnen", {})
        for _ in range(2):
            await visitor.post(f"{plaats.bord}/rekenen", {})
            assert await plaats.work()
        page = (await visitor.get(plaats.bord)).text
    assert [page.count(f">Voorstel {number} <") for number in (1, 2, 3)] == [1, 1, 0]
    assert page.count('<td class="getal">12 plaatsen</td>') == 2
    assert page.count('<td class="getal">geen</td>') == 2
    assert "Het bord heeft nu 0 voor ‘leren wat is afgesproken’" in page


async def test_which_rules_a_run_gave_up_stands_on_the_board_until_a_hand_is_laid_on_it(
    plaats: RoulatieSite,
) -> None:
    kleine = plaats.kleine
    await plaats.eigenaar.execute(
        "insert into roulatie_paren select $1, een, ander, 'apart' from unnest($2::bigint[]) as een,"
        " unnest($2::bigint[]) as ander where een < ander",
        kleine.id,
        list(kleine.deelnemers),
    )
    told = "Zo past het niet. Het rooster houdt zich niet aan"
    async with plaats.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"{plaats.bord}/rekenen", {})
        assert await plaats.work()
        assert told in (await visitor.get(plaats.bord)).text
        query = "select id from roulatie_roosters where status = 'concept'"
        concept = await plaats.eigenaar.fetchval(query)
        assert told in (await visitor.get(f"/roulaties/{kleine.id}/roosters/{concept}")).text
        await visitor.post(f"{plaats.bord}/vast", {"versie": await plaats.versie(), "vast": "true"})
        assert told not in (await visitor.get(plaats.bord)).text


async def test_a_block_is_locked_on_the_board(plaats: RoulatieSite) -> None:
    kleine = plaats.kleine
    slot = f"/roulaties/{kleine.id}/blokken/{kleine.blokken[0]}/slot"
    async with plaats.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"{plaats.bord}/beginnen", {})
        assert f'action="{slot}"' in (await visitor.get(plaats.bord)).text
        versie = str(await plaats.eigenaar.fetchval("select versie from roulaties"))
        done = await visitor.post(slot, {"versie": versie, "vergrendeld": "ja", "bord": "ja"})
        assert (done.status_code, done.headers["location"]) == (
            303,
            f"{plaats.bord}#slot-{kleine.blokken[0]}",
        )
        page = (await visitor.get(plaats.bord)).text
    assert "Haal van slot" in page
    assert [f"?kies={kleine.deelnemers[0]}-{blok}#" in page for blok in kleine.blokken] == [False, True, True]


async def test_a_number_that_is_none_asks_for_nothing_and_stays(plaats: RoulatieSite) -> None:
    async with plaats.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"{plaats.bord}/rekenen", {})
        assert await plaats.work()
        await visitor.post(f"/roulaties/{plaats.kleine.id}/publiceren", {"versie": await plaats.versie()})
        await visitor.post(f"{plaats.bord}/beginnen", {})
        page = await visitor.post(f"{plaats.bord}/rekenen", {"max_mensen": "een paar"})
        assert page.status_code == 400
        assert "Vul een heel getal in van 0 tot en met 999, of laat het veld leeg." in page.text
        assert 'value="een paar"' in page.text
    assert await plaats.eigenaar.fetchval("select count(*) from rekenruns") == 1


async def test_a_run_that_failed_says_why_beside_the_board(plaats: RoulatieSite) -> None:
    async with plaats.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"{plaats.bord}/beginnen", {})
        await visitor.post(f"{plaats.bord}/rekenen", {})
        await plaats.eigenaar.execute(
            "update rekenruns set status = 'mislukt', klaar_op = now(), fout = $1",
            f"In blok {{blok:{plaats.kleine.blokken[1]}}} is er niemand.",
        )
        page = await visitor.get(plaats.bord)
    assert "Het laatste rekenen is niet gelukt. In blok 2 is er niemand." in page.text
    assert "Wie is waar" in page.text


async def test_what_is_wrong_with_many_stands_once_in_sight_and_is_told_of_each(plaats: RoulatieSite) -> None:
    kleine = plaats.kleine
    async with plaats.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"{plaats.bord}/beginnen", {})
        for wie in kleine.deelnemers:
            fields = {"kandidaat": str(wie), "blok": str(kleine.blokken[0]), "plek": str(kleine.plekken[0])}
            await visitor.post(f"{plaats.bord}/zetten", {"versie": await plaats.versie(), **fields})
        page = (await visitor.get(plaats.bord)).text
    told = re.findall(r'<span( class="alleen-hoorbaar")?>In blok 1 zijn 4 mensen op plek Tuin', page)
    assert [bool(each) for each in told] == [False, True, True, True]
    assert page.count('<span aria-hidden="true">Zie hierboven.</span>') == 3


@pytest.mark.parametrize("kies", ["1" * 5000 + "-1", "x-y", "1", "-", "²-²"])
async def test_a_place_that_is_none_picks_nothing(plaats: RoulatieSite, kies: str) -> None:
    async with plaats.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"{plaats.bord}/beginnen", {})
        page = await visitor.get(f"{plaats.bord}?kies={kies}")
    assert page.status_code == 200
    assert "kiezer-kop" not in page.text


async def test_a_stranger_finds_no_board(plaats: RoulatieSite) -> None:
    async with plaats.site.logged_in(VREEMD) as visitor:
        assert (await visitor.get(plaats.bord)).status_code == 404
        assert (await visitor.post(f"{plaats.bord}/beginnen", {})).status_code == 404


async def test_without_signatures_nothing_is_published(database: Dsns, clock: FixedClock) -> None:
    async with open_roulatie(database, clock, getekend=False) as plaats:
        async with plaats.site.logged_in(EIGEN) as visitor:
            await visitor.post(f"{plaats.bord}/rekenen", {})
            assert await plaats.work()
            page = await visitor.get(f"/roulaties/{plaats.kleine.id}/publiceren")
            assert "nog niet getekend" in page.text
            fields = {"versie": await plaats.versie()}
            page = await visitor.post(f"/roulaties/{plaats.kleine.id}/publiceren", fields)
            assert page.status_code == 409
            assert "De afspraak niet overnemen is nog niet getekend door" in page.text
        assert await plaats.eigenaar.fetchval("select count(*) from bezetting") == 0
