"""No other site makes a visitor act."""

import pytest

from tests.marketplace.web.site import Site

LOGIN = {"email": "accountmanager@hier.nl", "wachtwoord": "plekwijs-demo"}


async def test_a_form_without_the_token_does_nothing(site: Site) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        response = await visitor.client.post("/uitloggen", data={})
        assert response.status_code == 403
        assert "laad de pagina opnieuw" in response.text
        assert (await visitor.get("/uitleg")).status_code == 200


async def test_the_token_of_another_session_does_not_fit(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as other, site.logged_in("werkgever@hier.nl") as visitor:
        response = await visitor.client.post("/uitloggen", data={"csrf": await other.token()})
        assert response.status_code == 403


async def test_a_login_form_needs_the_token_of_its_own_page(site: Site) -> None:
    async with site.visitor() as visitor:
        assert (await visitor.client.post("/inloggen", data=LOGIN)).status_code == 403
        assert (await visitor.client.post("/inloggen", data={**LOGIN, "csrf": ""})).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://elders.nl"},
        {"origin": "null"},
        {"origin": "http://["},
        {"origin": "http://", "host": ""},
    ],
)
async def test_a_request_from_elsewhere_is_refused_even_with_the_token(
    site: Site, headers: dict[str, str]
) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        data = {"csrf": await visitor.token()}
        response = await visitor.client.post("/uitloggen", data=data, headers=headers)
        assert response.status_code == 403


async def test_our_own_origin_may_send_a_form(site: Site) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        data = {"csrf": await visitor.token()}
        headers = {"origin": "http://plekwijs.voorbeeld"}
        assert (await visitor.client.post("/uitloggen", data=data, headers=headers)).status_code == 303


async def test_htmx_sends_the_token_as_a_header(site: Site) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        headers = {"x-csrf": await visitor.token(), "hx-request": "true"}
        assert (await visitor.client.post("/uitloggen", headers=headers)).status_code == 303
