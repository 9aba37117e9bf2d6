"""The pages of a SW-bedrijf in a browser: axe finds nothing and nothing sticks out, also when it is wrong."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Page, expect

from tests.axe import expect_accessible
from tests.marketplace.web.groepsdetachering.bedrijf.conftest import PLANNER, Huis
from tests.marketplace.web.serving import serve
from tests.marketplace.web.site import PASSWORD


@asynccontextmanager
async def visit(huis: Huis, page: Page) -> AsyncIterator[str]:
    """Come in as the planner; gives the address of the SW-bedrijf."""
    async with serve(huis.site.app) as address:
        await page.goto(f"{address}/inloggen")
        await page.get_by_label("E-mailadres").fill(PLANNER)
        await page.get_by_label("Wachtwoord").fill(PASSWORD)
        await page.get_by_role("button", name="Inloggen").click()
        await page.wait_for_url(f"{address}/")
        yield f"{address}{huis.path}"


async def test_a_planner_begins_and_fills_in_what_there_is(page: Page, leeg: Huis) -> None:
    async with visit(leeg, page) as here:
        await page.get_by_role("link", name="Groepsdetachering").click()
        await expect_accessible(page)
        await page.get_by_role("link", name="Begin met groepsdetachering").click()
        await expect_accessible(page)
        await page.get_by_label("Voorbeeld drie").check()
        await page.get_by_role("button", name="Beginnen").click()
        await expect(page.locator("#melding")).to_contain_text("U bent begonnen.")
        await expect_accessible(page)
        await page.get_by_role("link", name="Werkleider toevoegen").click()
        await page.get_by_role("button", name="Werkleider opslaan").click()
        await expect(page.get_by_role("alert")).to_contain_text("Er kloppen nog 3 dingen niet")
        await expect_accessible(page)
        await page.get_by_label("Naam").fill("Anna Voorbeeld")
        await page.get_by_label("Uren per week").fill("32")
        await page.get_by_label("Hoeveel begeleiding tegelijk?").fill("8")
        await page.get_by_label("Vrijdag").uncheck()
        await page.get_by_role("button", name="Werkleider opslaan").click()
        await page.get_by_role("link", name="Anna Voorbeeld", exact=True).click()
        await page.get_by_label("Eerste dag").fill("2026-12-11")
        await page.get_by_label("Laatste dag").fill("2026-12-07")
        await page.get_by_role("button", name="Afwezigheid toevoegen").click()
        await expect_accessible(page)
        await page.get_by_label("Laatste dag").fill("2026-12-18")
        await page.get_by_role("button", name="Afwezigheid toevoegen").click()
        await expect(page.get_by_role("button", name="Intrekken")).to_be_visible()
        await expect_accessible(page)
        await page.goto(f"{here}/bedrijf/afdelingen/nieuw")
        await page.get_by_role("group", name="Hoeveel mensen moeten blijven?").get_by_label("ma").fill("3")
        await page.get_by_label("Naam").fill("Metaal")
        await page.get_by_role("button", name="Afdeling opslaan").click()
        await expect(page.get_by_role("alert")).to_contain_text("Gewenst op maandag")
        await expect_accessible(page)


async def test_treden_and_beleid_are_accessible(page: Page, huis: Huis) -> None:
    async with visit(huis, page) as here:
        for path in ("treden", "treden/1", "beleid", "opstapplaatsen/nieuw", "bussen/nieuw"):
            await page.goto(f"{here}/bedrijf/{path}")
            await expect_accessible(page)
            await page.locator("main button.knop-eerste").first.click()
            await expect_accessible(page)
