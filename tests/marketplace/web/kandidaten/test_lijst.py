"""The list of kandidaten and the page of one."""

import re
from datetime import date

import pytest

from tests.marketplace.regio_details import occupy
from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite


async def test_the_list_is_pseudonymous_and_says_who_waits_too_long(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get("/kandidaten")).text
    assert text.index("K-0003") < text.index("K-0002") < text.index("K-0001")
    assert text.count("te lang") == 2
    assert "Sanne" not in text


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("sector=groen", {"K-0001"}),
        ("woorden=k-0002", {"K-0002"}),
        ("woorden=0002", {"K-0002"}),
        ("woorden=0002+zelem", {"K-0002"}),
        ("woorden=9002", set()),
        ("status=lopend", set()),
        ("pagina=2", set()),
        ("status=onzin&gemeente=x", {"K-0001", "K-0002", "K-0003"}),
        ("gemeente=9999999999", {"K-0001", "K-0002", "K-0003"}),
        ("gemeente=1_8", {"K-0001", "K-0002", "K-0003"}),
        ("sector=%00", {"K-0001", "K-0002", "K-0003"}),
    ],
)
async def test_filters_narrow_the_list_and_nonsense_narrows_nothing(
    huis: RegioSite, query: str, seen: set[str]
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.get(f"/kandidaten?{query}")
    assert response.status_code == 200
    assert {each for each in ("K-0001", "K-0002", "K-0003") if each in response.text} == seen
    assert ("Geen kandidaten gevonden" in response.text) == (not seen)


async def test_a_profile_speaks_plain_words_and_names_nobody(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get(f"/kandidaten/{huis.regio.kandidaten[0]}")).text
    for words in ("Je haalt onkruid weg.", "sector groen", "Zelhem", "met de fiets, hooguit 60 minuten"):
        assert words in text
    assert text.index("Je haalt onkruid weg.") < text.index("VB-GRO-01") < text.index("Officiële namen")
    assert text.index("Onkruid weghalen") > text.index("Officiële namen")
    assert "Sanne" not in text


async def test_only_sectors_that_somebody_wants_can_be_chosen(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get("/kandidaten")).text
    assert '<option value="groen">' in text
    assert '<option value="zorg">' not in text
    assert 'name="groep"' not in text


async def test_a_group_is_found_and_told_on_the_profile(huis: RegioSite) -> None:
    group = """
        insert into groepen (regio_code, naam, sector, status, reden)
        values ('AM09', 'Groen, tweede groep', 'groen', 'geannuleerd', 'Er was te weinig tijd.') returning id
    """
    number = await huis.eigenaar.fetchval(group)
    member = huis.regio.kandidaten[1]
    await huis.eigenaar.execute("insert into groep_kandidaten values ($1, $2)", number, member)
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get(f"/kandidaten?groep={number}")).text
        profile = (await visitor.get(f"/kandidaten/{member}")).text
    assert {each for each in ("K-0001", "K-0002", "K-0003") if each in text} == {"K-0002"}
    assert "Groen, tweede groep (1 persoon, geannuleerd)" in text
    for words in ("Groep:", "Groen, tweede groep", "Geannuleerd", "Reden: Er was te weinig tijd."):
        assert words in profile


async def test_a_profile_says_where_somebody_works_now(huis: RegioSite) -> None:
    await occupy(huis.eigenaar, huis.regio, 0, 1, date(2026, 11, 16))
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get(f"/kandidaten/{huis.regio.kandidaten[0]}")).text
        other = (await visitor.get(f"/kandidaten/{huis.regio.kandidaten[1]}")).text
    assert re.search(
        r"Werkt nu op <a [^>]*>Gras maaien</a> bij Voorbeeld Tuinen,\s+sinds 16 november 2026"
        r"\s+tot en met 20 november 2026",
        text,
    )
    assert "Werkt nu op" not in other


async def test_one_week_of_waiting_is_one_week(huis: RegioSite) -> None:
    await huis.eigenaar.execute("update kandidaten set matchbaar_sinds = '2026-11-10'")
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get(f"/kandidaten/{huis.regio.kandidaten[0]}")).text
    assert "Wacht 1 week op een plek." in text


@pytest.mark.parametrize(("email", "status"), [(VREEMD, 404), (WERKGEVER, 403)])
@pytest.mark.parametrize("what", ["", "/bewerken"])
async def test_strangers_see_no_profile(huis: RegioSite, email: str, status: int, what: str) -> None:
    async with huis.site.logged_in(email) as visitor:
        response = await visitor.get(f"/kandidaten/{huis.regio.kandidaten[0]}{what}")
    assert response.status_code == status
    assert "K-0001" not in response.text


async def test_a_kandidaat_that_does_not_exist_is_not_found(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        for number in (999_999, 2**63):
            assert (await visitor.get(f"/kandidaten/{number}")).status_code == 404


async def test_a_forbidden_pair_can_be_allowed_again(huis: RegioSite) -> None:
    kandidaat_id = huis.regio.kandidaten[0]
    number = await huis.eigenaar.fetchval(
        """
        insert into uitsluitingen (kandidaat_id, leerwerkplek_id, reden, account_id, sinds)
        values ($1, $2, 'De reis is te ver.', $3, '2026-11-01') returning id
        """,
        kandidaat_id,
        huis.regio.plekken[0],
        huis.regio.eigen.account_id,
    )
    path = f"/kandidaten/uitsluitingen/{number}/intrekken"
    async with huis.site.logged_in(VREEMD) as stranger:
        assert (await stranger.post(path)).status_code == 404
    async with huis.site.logged_in(EIGEN) as visitor:
        assert "Tuin aanleggen bij Vestiging" in (await visitor.get(f"/kandidaten/{kandidaat_id}")).text
        assert (await visitor.post(path)).status_code == 303
        assert "Tuin aanleggen" not in (await visitor.get(f"/kandidaten/{kandidaat_id}")).text
