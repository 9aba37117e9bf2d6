"""Home, kandidaten and leerwerkplekken in a real browser: axe finds nothing, nothing sticks out."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from tests.axe import violations
from tests.marketplace.web.regio_site import EIGEN, WERKGEVER, RegioSite
from tests.marketplace.web.serving import serve
from tests.marketplace.web.site import PASSWORD

PAGES = {
    EIGEN: ["/", "/kandidaten", "/kandidaten?status=lopend", "/kandidaten/1", "/kandidaten/1/bewerken"],
    WERKGEVER: ["/", "/account", "/leerwerkplekken", "/leerwerkplekken/1", "/leerwerkplekken/1/bewerken"],
}
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
async def address(huis: RegioSite) -> AsyncIterator[str]:
    """The site behind a real server."""
    async with serve(huis.site.app) as found:
        yield found


async def login(page: Page, address: str, email: str) -> None:
    """Come in."""
    await page.goto(f"{address}/inloggen")
    await page.get_by_label("E-mailadres").fill(email)
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Inloggen").click()
    await page.wait_for_url(f"{address}/")


@pytest.mark.parametrize("email", [EIGEN, WERKGEVER])
async def test_axe_finds_nothing_and_nothing_sticks_out(page: Page, address: str, email: str) -> None:
    await login(page, address, email)
    for width in (1280, 390):
        await page.set_viewport_size({"width": width, "height": 900})
        for path in PAGES[email]:
            await page.goto(f"{address}{path}")
            assert await violations(page) == [], path
            assert await page.evaluate(WIDER) <= 0, path


async def test_a_plek_is_made_by_keyboard_and_mouse_alone(page: Page, address: str) -> None:
    await login(page, address, WERKGEVER)
    await page.goto(f"{address}/leerwerkplekken/nieuw")
    await page.get_by_label("Hoe heet de plek?").fill("Hulp in de kas")
    await page.get_by_label("Sector", exact=True).select_option("groen")
    await page.locator("summary", has_text="Groen").click()
    await page.get_by_label("Je haalt onkruid weg.").check()
    await page.get_by_label("Wie begeleidt de kandidaten?").select_option(label="Voorbeeld")
    await page.get_by_role("button", name="Bewaren als concept").click()
    await page.get_by_role("button", name="Publiceren").click()
    await expect(page.locator("#melding")).to_contain_text("doet mee in de volgende rekenrun")
