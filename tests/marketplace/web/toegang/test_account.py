"""The own account: who one is, another password, and logging out elsewhere."""

import pytest

from tests.marketplace.web.site import PASSWORD, Site

NEW = "een lang wachtwoord"
CHANGE = {"wachtwoord_oud": PASSWORD, "wachtwoord": NEW, "wachtwoord_herhaald": NEW}
EMAIL = "werkgever@hier.nl"


async def test_the_page_tells_name_address_and_roles(site: Site) -> None:
    async with site.logged_in(EMAIL) as visitor:
        text = (await visitor.get("/account")).text
        for words in ("Bram Hier", EMAIL, "Werkgever, Voorbeeld Groen", "U bent nergens anders ingelogd"):
            assert words in text


async def test_nobody_else_sees_it(site: Site) -> None:
    async with site.visitor() as visitor:
        assert (await visitor.get("/account")).headers["location"] == "/inloggen?naar=/account"
        assert (await visitor.post("/account", CHANGE)).status_code == 401


async def test_another_password_ends_the_other_sessions_and_not_this_one(site: Site) -> None:
    async with site.logged_in(EMAIL) as here, site.logged_in(EMAIL) as elsewhere:
        assert (await here.post("/account", CHANGE)).headers["location"] == "/account"
        assert (await here.get("/account")).status_code == 200
        assert (await elsewhere.get("/account")).status_code == 303
        assert (await elsewhere.login(EMAIL)).status_code == 400
        assert (await elsewhere.login(EMAIL, NEW)).status_code == 303


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"wachtwoord_oud": "verkeerd"}, "niet uw wachtwoord van nu"),
        ({"wachtwoord": "te kort", "wachtwoord_herhaald": "te kort"}, "ten minste 12 tekens"),
        ({"wachtwoord_herhaald": "iets anders"}, "niet hetzelfde wachtwoord"),
    ],
)
async def test_what_is_wrong_is_told_and_no_password_is_shown_back(
    site: Site, change: dict[str, str], sentence: str
) -> None:
    async with site.logged_in(EMAIL) as visitor:
        response = await visitor.post("/account", {**CHANGE, **change})
        assert (response.status_code, sentence in response.text) == (400, True)
        assert NEW not in response.text
        assert PASSWORD not in response.text
    async with site.logged_in(EMAIL):
        pass


async def test_the_old_password_cannot_be_guessed_without_end(site: Site) -> None:
    async with site.logged_in(EMAIL) as visitor:
        wrong = {**CHANGE, "wachtwoord_oud": "verkeerd"}
        statuses = [(await visitor.post("/account", wrong)).status_code for _ in range(9)]
        assert statuses == [400] * 8 + [429]


async def test_logging_out_elsewhere_ends_the_other_sessions(site: Site) -> None:
    async with (
        site.logged_in(EMAIL) as here,
        site.logged_in(EMAIL) as elsewhere,
        site.logged_in("accountmanager@hier.nl") as other,
    ):
        assert "Elders uitloggen" in (await here.get("/account")).text
        await here.post("/account/elders-uitloggen")
        assert "U bent elders uitgelogd." in (await here.get("/account")).text
        assert (await elsewhere.get("/account")).status_code == 303
        assert (await other.get("/account")).status_code == 200


async def test_passwords_of_a_form_that_came_too_late_are_not_shown(site: Site) -> None:
    async with site.logged_in(EMAIL) as visitor:
        token = await visitor.token()
        visitor.client.cookies.clear()
        response = await visitor.client.post("/account", data={"csrf": token, **CHANGE})
        assert response.status_code == 401
        assert NEW not in response.text
        assert PASSWORD not in response.text
