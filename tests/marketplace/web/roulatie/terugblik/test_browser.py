"""A deelnemer answers on a telephone: by keyboard, with or without script; questions are read aloud."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, expect

from tests.axe import expect_accessible
from tests.marketplace.web.regio_site import EIGEN
from tests.marketplace.web.roulatie.terugblik.conftest import RoulatieSite
from tests.marketplace.web.roulatie.terugblik.test_terugblik import make_links
from tests.marketplace.web.serving import serve
from tests.marketplace.web.site import PASSWORD

SPOKEN = """() => {
    window.gezegd = [];
    speechSynthesis.speak = each => gezegd.push([each.lang, each.text]);
}"""


@pytest.fixture
async def adres(huis: RoulatieSite) -> AsyncIterator[str]:
    """The address of a link, behind a real server."""
    async with huis.site.logged_in(EIGEN) as eigen:
        path = (await make_links(huis, eigen))[2]
    async with serve(huis.site.app) as base:
        yield base + path


async def test_by_keyboard_on_a_telephone(adres: str, page: Page) -> None:
    await page.goto(adres)
    await expect_accessible(page)
    await page.get_by_role("radio", name="Heel fijn").focus()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("radio", name="Fijn", exact=True)).to_be_checked()
    for question in ("Heb je veel geleerd?", "Wil je hier blijven werken?"):
        await page.get_by_role("group", name=question).get_by_role("radio", name="Ja").focus()
        await page.keyboard.press("Space")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("h1")).to_have_text("Dank je wel")
    await page.goto(adres)
    await expect(page.locator("h1")).to_have_text("Deze link werkt niet meer")


async def test_a_question_is_read_aloud_with_its_answers(adres: str, page: Page) -> None:
    await page.goto(adres)
    await page.evaluate(SPOKEN)
    await page.get_by_role("button", name="Lees voor Heb je veel geleerd?").click()
    assert await page.evaluate("gezegd") == [["nl-NL", "Heb je veel geleerd? Ja. Een beetje. Nee."]]


async def test_without_script_nothing_is_read_aloud_and_all_can_be_answered(
    adres: str, browser: Browser
) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(adres)
    assert await page.get_by_role("button", name="Lees voor").count() == 0
    for name, answer in (("gezicht", "4"), ("geleerd", "3"), ("blijven", "3")):
        await page.locator(f"[name={name}][value='{answer}']").check()
    await page.get_by_role("button", name="Klaar, verstuur").click()
    await expect(page.locator("h1")).to_have_text("Dank je wel")
    await context.close()


async def test_bladen_with_codes_are_kept_and_the_page_goes_on_from_there(
    huis: RoulatieSite, page: Page
) -> None:
    async with serve(huis.site.app) as base:
        await page.goto(f"{base}/inloggen?naar={huis.pad}/papier")
        await page.get_by_label("E-mailadres").fill(EIGEN)
        await page.get_by_label("Wachtwoord").fill(PASSWORD)
        await page.get_by_role("button", name="Inloggen").click()
        for _ in range(2):
            async with page.expect_event("framenavigated"), page.expect_download() as kept:
                await page.get_by_role("button", name="Maak bladen met codes (PDF)").click()
            assert (await kept.value).suggested_filename == f"rooster-{huis.kleine.id}-deelnemers.pdf"
        await page.get_by_role("button", name="Maak adres voor K-0001").click()
        await expect(page.locator("h1")).to_contain_text("genda")
        assert await huis.eigenaar.fetchval("select count(*) from links where doel = 'agenda'") == 1
