"""The frame in a real browser: no page breaks the policy, axe finds nothing, the small comforts work."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from tests.axe import violations
from tests.marketplace.web.serving import serve
from tests.marketplace.web.site import PASSWORD, Site

PAGES = ["/beheer/accounts", "/beheer/accounts/1", "/beheer/accounts/3", "/uitleg", "/bestaat-niet"]


@pytest.fixture
async def address(site: Site) -> AsyncIterator[str]:
    """The site behind a real server."""
    async with serve(site.app) as found:
        yield found


async def login(page: Page, address: str) -> None:
    """Come in as beheerder."""
    await page.goto(f"{address}/inloggen?naar=/beheer/accounts")
    await page.get_by_label("E-mailadres").fill("beheerder@hier.nl")
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Inloggen").click()
    await page.wait_for_url("**/beheer/accounts")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
async def test_axe_finds_nothing_and_nothing_sticks_out(
    page: Page, address: str, scheme: str, width: int
) -> None:
    console: list[str] = []
    page.on("console", lambda message: console.append(message.text))
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.set_viewport_size({"width": width, "height": 800})
    await page.goto(f"{address}/inloggen")
    assert await violations(page) == []
    await login(page, address)
    for path in PAGES:
        await page.goto(address + path)
        assert await violations(page) == [], path
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    assert not [line for line in console if "Content Security Policy" in line]


async def test_after_an_error_the_focus_is_on_the_summary_that_leads_to_the_field(
    page: Page, address: str
) -> None:
    await page.goto(f"{address}/inloggen")
    await page.get_by_label("E-mailadres").fill("iemand@hier.nl")
    await page.get_by_role("button", name="Inloggen").click()
    summary = page.locator("#fouten")
    await expect(summary).to_be_focused()
    await summary.get_by_role("link").click()
    await expect(page.get_by_label("Wachtwoord")).to_be_focused()
    await expect(page.get_by_label("E-mailadres")).to_have_value("iemand@hier.nl")


async def test_the_menu_of_the_account_works_by_keyboard(page: Page, address: str) -> None:
    await login(page, address)
    await page.get_by_text("Carla Hier", exact=True).first.focus()
    menu = page.locator("details.account summary")
    await menu.press("Enter")
    await expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Uitloggen")).to_be_hidden()
    await expect(menu).to_be_focused()


async def test_the_first_stop_of_the_tab_key_skips_to_the_content(page: Page, address: str) -> None:
    await login(page, address)
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("main")).to_be_focused()


async def test_everything_works_without_javascript(page: Page, address: str) -> None:
    browser = page.context.browser
    assert browser is not None
    context = await browser.new_context(java_script_enabled=False)
    plain = await context.new_page()
    await login(plain, address)
    await plain.get_by_role("link", name="Bram Hier").click()
    await plain.get_by_role("button", name="Account uitzetten").click()
    await expect(plain.get_by_text("Bram Hier kan niet meer inloggen")).to_be_visible()
    await context.close()
