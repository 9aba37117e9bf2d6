"""The list of kandidaten and the page of one."""

import pytest

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
        ("kenmerk=k-0002", {"K-0002"}),
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
    assert text.index("VB-GRO-01") > text.index("<details")
    assert "Sanne" not in text


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
