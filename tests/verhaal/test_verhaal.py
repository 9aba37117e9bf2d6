"""The main job in a real browser: login, plan, why, reject, pin, run again, difference, publish."""

import re
from dataclasses import dataclass

from playwright.async_api import Locator, Page, expect

from seed.accounts import PASSWORD
from tests.axe import expect_accessible
from tests.live import Live

ACCOUNTMANAGER = "accountmanager@voorbeeld.plekwijs.nl"
RUN = re.compile("Maak een eerste plan|Opnieuw rekenen")
PATIENCE = 60_000  # milliseconds: a run on a busy machine


@dataclass(frozen=True, slots=True)
class Accountmanager:
    """What an accountmanager does, in their own steps."""

    page: Page
    live: Live

    async def login(self) -> None:
        """Come in."""
        await self.open("/inloggen")
        await self.page.get_by_label("E-mailadres").fill(ACCOUNTMANAGER)
        await self.page.get_by_label("Wachtwoord").fill(PASSWORD)
        await self.page.get_by_role("button", name="Inloggen").click()
        await expect(self.page.get_by_role("heading", level=1)).to_have_text("Mijn werk")

    async def open(self, path: str) -> None:
        """Go to a page."""
        await self.page.goto(self.live.url + path)

    async def run(self) -> None:
        """Ask for a run, follow it live, and go to its plan."""
        await self.page.get_by_role("button", name=RUN).click()
        await self.page.get_by_role("link", name="Naar het plan").click(timeout=PATIENCE)
        await expect(self.page.get_by_role("heading", level=1)).to_contain_text("Plan")

    def proposed(self) -> Locator:
        """The voorstellen of the worklist that nobody decided on yet."""
        fresh = self.page.locator(".werklijst > li").filter(has_text="Voorgesteld")
        return fresh.locator("a[href^='/voorstellen/']")

    async def open_proposed(self, number: int) -> str:
        """Open the n-th fresh voorstel and give its heading."""
        await self.proposed().nth(number).click()
        await expect(self.page.get_by_role("heading", name="Waarom deze plek")).to_be_visible()
        return await self.page.get_by_role("heading", level=1).inner_text()

    async def reject(self, reason: str) -> None:
        """Reject the voorstel of this page for a coded reason."""
        await self.page.get_by_text("Wijs af", exact=True).click()
        await self.page.get_by_label("Waarom niet?").select_option(label=reason)
        await self.page.get_by_role("button", name="Wijs dit voorstel af").click()
        await expect(self.page.get_by_text("Afgewezen door")).to_be_visible()

    async def pin(self, reason: str, until: str) -> None:
        """Pin the voorstel of this page."""
        await self.page.get_by_text("Zet vast", exact=True).first.click()
        await self.page.get_by_label("Waarom moet dit zo blijven?").fill(reason)
        await self.page.get_by_label("Tot welke dag?").fill(until)
        await self.page.get_by_role("button", name="Zet vast").click()
        await expect(self.page.get_by_text("Staat vast tot")).to_be_visible()


async def test_an_accountmanager_decides_and_the_next_plan_respects_it(page: Page, live: Live) -> None:
    person = Accountmanager(page, live)
    await person.login()
    await person.open("/plan")
    await person.run()
    await expect_accessible(page)

    rejected = await person.open_proposed(0)
    await expect(page.get_by_role("heading", name="Wat zou anders kunnen")).to_be_visible()
    await expect_accessible(page)
    await person.reject("De kandidaat wil ander werk.")
    await person.open("/plan")
    pinned = await person.open_proposed(1)
    await person.pin("De kennismaking is al afgesproken.", "2027-01-15")

    await person.open("/plan")
    await person.run()
    titles = await page.locator(".werklijst h3").all_inner_texts()
    assert pinned in titles
    assert rejected not in titles

    await page.get_by_role("link", name="Nakijken en publiceren").click()
    await expect(page.get_by_role("heading", name="Niet meer in het plan")).to_be_visible()
    await expect_accessible(page)
    await page.get_by_role("button", name="Publiceer dit plan").click()
    await person.open("/plan")
    await expect(page.locator("main")).to_contain_text("Gepubliceerd")
    await page.get_by_role("link", name="Eerdere plannen").click()
    await page.get_by_role("link", name="Plan 1", exact=True).click()
    await expect(page.get_by_role("heading", name="Voorstellen in dit plan")).to_be_visible()
    await expect_accessible(page)


async def test_a_person_without_a_plek_is_told_why_and_what_would_help(page: Page, live: Live) -> None:
    person = Accountmanager(page, live)
    await person.login()
    await person.open("/plan")
    await person.run()
    await page.get_by_role("link", name="Bekijk wie nog geen plek heeft").click()
    await expect_accessible(page)
    await page.locator("a[href$='/waarom-niet']").first.click()
    await expect(page.locator("main")).to_contain_text("Wel als")
    await expect_accessible(page)


async def test_a_killed_web_process_loses_no_decision_and_the_run_completes(page: Page, live: Live) -> None:
    person = Accountmanager(page, live)
    await person.login()
    await person.open("/plan")
    await person.run()
    rejected = await person.open_proposed(0)
    await person.reject("De kandidaat wil ander werk.")
    await person.open("/plan")
    await page.get_by_role("button", name="Opnieuw rekenen").click()
    await expect(page.get_by_role("heading", name="Voortgang")).to_be_visible()
    live.kill("web")
    live.start("web")
    live.wait_until_up()
    await expect(page.get_by_role("link", name="Naar het plan")).to_be_visible(timeout=PATIENCE)
    await page.get_by_role("link", name="Naar het plan").click()
    assert rejected not in await page.locator(".werklijst h3").all_inner_texts()
