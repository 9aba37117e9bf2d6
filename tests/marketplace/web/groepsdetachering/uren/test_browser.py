"""Pages of hours in a real browser: axe finds nothing, nothing sticks out, and a week goes by keyboard."""

from playwright.async_api import Page

from tests.axe import expect_accessible
from tests.marketplace.groepsdetachering.uren.kleine_uren import KleineUren
from tests.marketplace.web.groepsdetachering.bedrijf.conftest import PLANNER, Huis
from tests.marketplace.web.serving import serve
from tests.marketplace.web.site import PASSWORD


async def test_a_week_is_filled_in_and_confirmed(page: Page, huis: Huis, kleine: KleineUren) -> None:
    async with serve(huis.site.app) as address:
        await page.goto(f"{address}/inloggen")
        await page.get_by_label("E-mailadres").fill(PLANNER)
        await page.get_by_label("Wachtwoord").fill(PASSWORD)
        await page.get_by_role("button", name="Inloggen").click()
        await page.wait_for_url(f"{address}/")
        await page.goto(f"{address}{huis.path}/uren")
        await expect_accessible(page)
        await page.get_by_role("link", name="Tuin", exact=True).click()
        await expect_accessible(page)
        await page.get_by_label("K-0001 op maandag").fill("13")
        await page.keyboard.press("Enter")
        await page.get_by_role("alert").wait_for()
        await expect_accessible(page)
        await page.get_by_label("K-0001 op maandag").fill("6:30")
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="Maak een link voor de inlener").click()
        await expect_accessible(page)
        link = await page.get_by_label("De link").input_value()
        await page.goto(f"{address}{link[link.index('/link/') :].strip()}")
        await expect_accessible(page)
        await page.get_by_label("Uw naam").fill("Bas Baas")
        await page.get_by_role("button", name="Klopt, bevestig deze uren").click()
        await page.get_by_role("heading", name="Bedankt").wait_for()
        for path in (f"/uren/{kleine.opdracht}/2026-11-09", "/papier?week=2026-11-09"):
            await page.goto(f"{address}{huis.path}{path}")
            await expect_accessible(page)
