"""Looking back: links are made and shown once, a deelnemer answers without an account, others are told."""

import asyncio
import json

import pytest

from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER
from tests.marketplace.web.roulatie.terugblik.conftest import RoulatieSite, links_of
from tests.marketplace.web.site import Visitor

ANTWOORD = {"gezicht": "2", "geleerd": "1", "blijven": "1"}


async def make_links(huis: RoulatieSite, visitor: Visitor) -> list[str]:
    """The paths of fresh links for the first block."""
    fields = {"versie": await huis.versie(), "blok": str(huis.kleine.blokken[0])}
    made = await visitor.post(f"{huis.pad}/terugblik/links", fields)
    assert made.status_code == 200, made.text
    assert made.text.count("<svg xmlns") == 4
    return links_of(made.text, "terugblik")


async def test_a_deelnemer_answers_without_an_account_and_once(huis: RoulatieSite) -> None:
    async with huis.site.logged_in(EIGEN) as eigen, huis.site.visitor() as holder:
        path = (await make_links(huis, eigen))[2]
        for _ in range(2):
            page = await holder.get(path)
            assert (page.status_code, page.headers["referrer-policy"]) == (200, "no-referrer")
        assert "Hoe was het bij Voorbeeld Tuin?" in page.text
        assert "K-000" not in page.text
        assert page.text.count("data-voorlezen") == 3
        lacking = await holder.post(path, {"gezicht": "9", "geleerd": "1"})
        assert lacking.status_code == 400
        assert lacking.text.count("Kies een antwoord.") == 4
        assert 'value="1" checked' in lacking.text
        assert (await holder.post(path, ANTWOORD)).headers["location"] == "/link/verteld"
        assert "Dank je wel" in (await holder.get("/link/verteld")).text
        again = await holder.post(path, ANTWOORD)
        assert (again.status_code, "Misschien heb je al antwoord gegeven" in again.text) == (410, True)
        told = (await eigen.get(f"{huis.pad}/terugblik")).text
        assert "Fijn" in told
        assert "K-0001 komt liever bij Tuin." in " ".join(told.split())
        assert f'href="{huis.pad}/bord"' in told
    assert await huis.eigenaar.fetchval(
        "select account_id is null from gebeurtenissen where soort = 'terugblik_gegeven'"
    )


async def test_of_two_answers_at_once_one_is_kept(huis: RoulatieSite) -> None:
    async with (
        huis.site.logged_in(EIGEN) as eigen,
        huis.site.visitor() as one,
        huis.site.visitor("192.0.2.2") as other,
    ):
        path = (await make_links(huis, eigen))[0]
        sent = await asyncio.gather(one.post(path, ANTWOORD), other.post(path, ANTWOORD))
    assert sorted(each.status_code for each in sent) == [303, 410]
    assert await huis.eigenaar.fetchval("select count(*) from roulatie_terugblikken") == 1


async def test_a_link_before_its_term_says_from_when_on(huis: RoulatieSite) -> None:
    async with huis.site.logged_in(EIGEN) as eigen, huis.site.visitor() as holder:
        made = await eigen.post(f"{huis.persoon(0, 1)}/link", {"versie": await huis.versie()})
        (path,) = links_of(made.text, "terugblik")
        page = await holder.get(path)
        assert (page.status_code, "25 januari 2027" in page.text) == (200, True)
        assert "<form" not in page.text
        assert (await holder.post(path, ANTWOORD)).status_code == 409
    assert await huis.eigenaar.fetchval("select count(*) from roulatie_terugblikken") == 0


async def test_what_was_told_by_mouth_is_written_down(huis: RoulatieSite) -> None:
    path = huis.persoon(1)
    async with huis.site.logged_in(EIGEN) as eigen:
        form = {**ANTWOORD, "versie": await huis.versie()}
        lacking = await eigen.post(f"{path}/verteld", {"versie": await huis.versie(), "gezicht": "1"})
        assert (lacking.status_code, "Kies een antwoord." in lacking.text) == (400, True)
        assert (await eigen.post(f"{path}/verteld", form)).status_code == 303
        assert "(opgeschreven)" in (await eigen.get(f"{huis.pad}/terugblik")).text
        late = await eigen.post(f"{path}/verteld", form)
        assert (late.status_code, "Iemand anders was u voor" in late.text) == (409, True)


async def test_an_oordeel_that_was_told_is_written_down(huis: RoulatieSite) -> None:
    path, stand = huis.persoon(0), f"stand_{huis.kleine.werkprocessen[0]}"
    async with huis.site.logged_in(EIGEN) as eigen:
        form = {stand: "zelfstandig", "wat_werkte": "Samen <b>doen</b>.", "gezien": ""}
        bsn = {**form, "wat_werkte": "Het is 111222333.", "versie": await huis.versie()}
        refused = await eigen.post(f"{path}/oordeel", bsn)
        assert (refused.status_code, "BSN" in refused.text) == (400, True)
        assert "Het is 111222333." in refused.text
        saved = await eigen.post(f"{path}/oordeel", {**form, "versie": await huis.versie()})
        assert saved.status_code == 303
        page = (await eigen.get(f"{huis.pad}/terugblik")).text
        assert "Samen &lt;b&gt;doen&lt;/b&gt;." in page
        late = await eigen.post(f"{path}/oordeel", {**form, "versie": await huis.versie()})
        assert (late.status_code, "intussen gewijzigd" in late.text) == (409, True)


@pytest.mark.parametrize(("email", "status"), [(VREEMD, 404), (WERKGEVER, 403)])
async def test_a_stranger_sees_and_makes_nothing(huis: RoulatieSite, email: str, status: int) -> None:
    async with huis.site.logged_in(email) as stranger:
        for path in (f"{huis.pad}/terugblik", huis.persoon(0)):
            assert (await stranger.get(path)).status_code == status
        fields = {"versie": "1", "blok": str(huis.kleine.blokken[0])}
        assert (await stranger.post(f"{huis.pad}/terugblik/links", fields)).status_code == status
        assert (await stranger.post(f"{huis.persoon(0)}/link", fields)).status_code == status
        assert (
            await stranger.post(f"{huis.persoon(0)}/verteld", {**ANTWOORD, **fields})
        ).status_code == status
    assert await huis.eigenaar.fetchval("select count(*) from links") == 0


async def test_who_makes_links_over_another_version_is_told(huis: RoulatieSite) -> None:
    async with huis.site.logged_in(EIGEN) as eigen:
        fields = {"versie": "99", "blok": str(huis.kleine.blokken[0])}
        late = await eigen.post(f"{huis.pad}/terugblik/links", fields)
    assert (late.status_code, "Iemand anders was u voor" in late.text) == (409, True)


async def test_what_was_told_asks_for_a_rooster_within_a_budget(huis: RoulatieSite) -> None:
    ask = f"{huis.pad}/bord/rekenen"
    async with huis.site.logged_in(EIGEN) as eigen:
        assert f'action="{ask}"' not in (await eigen.get(f"{huis.pad}/terugblik")).text
        form = {**ANTWOORD, "versie": await huis.versie()}
        assert (await eigen.post(f"{huis.persoon(1)}/verteld", form)).status_code == 303
        assert f'action="{ask}"' in (await eigen.get(f"{huis.pad}/terugblik")).text
        assert (await eigen.post(ask, {"max_mensen": "1", "max_cellen": "2"})).status_code == 303
    vraag = await huis.eigenaar.fetchval("select vraag::text from rekenruns")
    assert json.loads(vraag) == {"max_mensen": 1, "max_cellen": 2}


async def test_who_learns_somewhere_without_a_praktijkovereenkomst_is_named(huis: RoulatieSite) -> None:
    async with huis.site.logged_in(EIGEN) as eigen:
        page = (await eigen.get(huis.pad)).text
        for said in ("K-0001 bij Voorbeeld Tuin", "en nog 3"):
            assert said in page
        await huis.eigenaar.execute(
            "insert into roulatie_overeenkomsten"
            " select roulatie_id, kandidaat_id, organisatie_id, '2026-11-20', $1"
            " from roulatie_deelnemers join roulatie_bedrijven using (roulatie_id)",
            huis.kleine.actor.account_id,
        )
        assert "Nog niet getekend:" not in (await eigen.get(huis.pad)).text


async def test_a_deelnemer_who_told_is_read_of_where_wishes_stand(huis: RoulatieSite) -> None:
    async with huis.site.logged_in(EIGEN) as eigen:
        form = {**ANTWOORD, "versie": await huis.versie()}
        assert (await eigen.post(f"{huis.persoon(1)}/verteld", form)).status_code == 303
        page = (await eigen.get(f"{huis.pad}/deelnemers/{huis.kleine.deelnemers[1]}")).text
    assert "Over Haag vertelde deze deelnemer hoe het was." in page
