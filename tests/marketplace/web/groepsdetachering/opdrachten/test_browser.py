"""Pages of opdrachten in a real browser: axe finds nothing, nothing sticks out, and a group is asked for."""

from playwright.async_api import Page, expect

from tests.axe import expect_accessible
from tests.marketplace.web.groepsdetachering.opdrachten.conftest import Huis
from tests.marketplace.web.serving import serve
from tests.marketplace.web.site import PASSWORD


async def login(page: Page, address: str, who: str) -> None:
    """Come in."""
    await page.context.clear_cookies()
    await page.goto(f"{address}/inloggen")
    await page.get_by_label("E-mailadres").fill(f"{who}@voorbeeld.plekwijs.nl")
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Inloggen").click()
    await page.wait_for_url(f"{address}/")


async def test_axe_finds_nothing_and_nothing_sticks_out(page: Page, huis: Huis) -> None:
    mine = ["/mijn-groepen", f"/mijn-groepen/{huis.klein.opdracht}", "/mijn-groepen/vragen"]
    planned = [huis.lijst, huis.een, f"{huis.lijst}/nieuw", f"{huis.een}/bewerken"]
    async with serve(huis.site.app) as address:
        for who, paths in (("planner", planned), ("werkgever", mine)):
            await login(page, address, who)
            for path in paths:
                await page.goto(f"{address}{path}")
                closed = page.locator("main details:not([open]) > summary")
                while await closed.count():
                    await closed.first.click()
                await expect_accessible(page)


async def test_a_group_is_asked_for_and_taken_on(page: Page, huis: Huis) -> None:
    async with serve(huis.site.app) as address:
        await login(page, address, "werkgever")
        await page.goto(f"{address}/mijn-groepen")
        await page.get_by_role("link", name="Een groep vragen").click()
        await page.get_by_label("Aan welk SW-bedrijf").select_option(label="Voorbeeld Werk")
        await page.get_by_label("Welk werk is het").fill("Bladeren ruimen")
        await page.locator("summary", has_text="Groen").click()
        await page.get_by_label("Je haalt onkruid weg.").check()
        await page.get_by_label("Laatste dag").fill("2027-02-26")
        for label, people in (("het liefst", "4"), ("kan het ook", "2"), ("hooguit komen", "6")):
            await page.get_by_label(label).fill(people)
        await page.get_by_role("button", name="Vraag versturen").click()
        await expect(page.locator("#melding")).to_contain_text("Uw vraag is verstuurd.")
        await login(page, address, "planner")
        await page.goto(f"{address}{huis.lijst}")
        await page.get_by_role("link", name="Bekijken en beslissen").click()
        await page.get_by_role("button", name="Aannemen").click()
        await expect(page.locator("#melding")).to_contain_text("De opdracht is aangenomen")
