"""Behind a link: looking changes nothing, the form acts once, and the page knows nobody."""

import re

import pytest

from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite
from tests.marketplace.web.site import Visitor


async def make_link(visitor: Visitor) -> str:
    """The path of a fresh link to the first plek."""
    text = (await visitor.post("/leerwerkplekken/1/link")).text
    found = re.search(r"http://plekwijs.voorbeeld(/link/plek/\S+?)</textarea>", text)
    assert found, text
    return found[1]


async def test_an_employer_answers_without_an_account(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as eigen, huis.site.visitor() as holder:
        path = await make_link(eigen)
        for _ in range(2):
            page = await holder.get(path)
            assert (page.status_code, page.headers["referrer-policy"]) == (200, "no-referrer")
        assert "Tuin aanleggen" in page.text
        wrong = await holder.post(path, {"antwoord": "klopt_niet"})
        assert (wrong.status_code, "wat er anders is" in wrong.text) == (400, True)
        sent = await holder.post(path, {"antwoord": "klopt_niet", "toelichting": "Nu <b>drie</b> dagen."})
        assert sent.headers["location"] == "/link/bedankt"
        assert "Bedankt" in (await holder.get("/link/bedankt")).text
        assert (await holder.post(path, {"antwoord": "klopt"})).status_code == 410
        page = await eigen.get("/leerwerkplekken/1")
        for words in ("dit klopt niet meer", "Nu &lt;b&gt;drie&lt;/b&gt; dagen.", "iemand met de link"):
            assert words in page.text
        assert "1 plek klopt niet meer volgens de werkgever" in (await eigen.get("/")).text


async def test_the_page_of_a_link_acts_as_nobody_whoever_is_in(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as eigen:
        path = await make_link(eigen)
        await eigen.post(path, {"antwoord": "klopt"})
    assert await huis.site.behind.fetchval(
        "select account_id is null from gebeurtenissen where soort = 'plek_klopt'"
    )


async def test_a_withdrawn_link_and_one_that_never_was_look_the_same(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as eigen, huis.site.visitor() as holder:
        path = await make_link(eigen)
        assert "Link intrekken" in (await eigen.get("/leerwerkplekken/1")).text
        await eigen.post("/leerwerkplekken/1/link-intrekken")
        for dead in (path, "/link/plek/bestaat-niet", path.replace("plek", "wachtwoord")):
            response = await holder.get(dead)
            assert (response.status_code, "werkt niet of niet meer" in response.text) == (410, True)


@pytest.mark.parametrize(("email", "status"), [(VREEMD, 404), (WERKGEVER, 403)])
async def test_a_stranger_makes_no_link(huis: RegioSite, email: str, status: int) -> None:
    async with huis.site.logged_in(email) as stranger:
        assert (await stranger.post("/leerwerkplekken/1/link")).status_code == status
        assert (await stranger.post("/leerwerkplekken/1/link-intrekken")).status_code == status
        assert "Navraag bij de werkgever" not in (await stranger.get("/leerwerkplekken/1")).text


async def test_a_form_behind_a_link_needs_its_own_token(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as eigen, huis.site.visitor() as holder:
        path = await make_link(eigen)
        response = await holder.client.post(path, data={"antwoord": "klopt"})
        assert response.status_code == 403
        assert (await holder.get(path)).status_code == 200


async def test_no_token_is_logged_not_even_when_a_page_breaks(
    huis: RegioSite, capsys: pytest.CaptureFixture[str]
) -> None:
    async with huis.site.visitor() as holder:
        token = "geheim-van-de-link"
        await huis.site.behind.execute("alter function plek_bij_link rename to plek_bij_link_kapot")
        response = await holder.get(f"/link/plek/{token}")
        assert response.status_code == 500
    said = capsys.readouterr()
    assert "page failed" in said.out + said.err
    assert token not in said.out + said.err
