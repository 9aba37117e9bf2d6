"""The job of who plans groups, in a real browser: from an opdracht that is asked to hours that are confirmed.

Accepted by a what-if, the rest solved, somebody moved, a werkleider who falls ill replaced, published, and
the hours of a week confirmed by a link. Told once and played twice: by mouse, and by keyboard alone.
"""

import re
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from seed.accounts import PASSWORD
from tests.axe import expect_accessible
from tests.live import Live
from tests.marketplace.web.groepsdetachering.plan.handen import WeekMuis, WeekToetsen

PLANNER = "planner@voorbeeld.plekwijs.nl"
ZIEK_VAN, ZIEK_TOT = date(2026, 12, 7), date(2026, 12, 11)
PATIENCE = 60_000  # milliseconds: a run on a busy machine


@dataclass(frozen=True, slots=True)
class Planner:
    """What a planner does, in their own steps."""

    page: Page
    hand: WeekMuis | WeekToetsen

    async def login(self, url: str) -> None:
        """Come in, and go to the week board."""
        await self.page.goto(f"{url}/inloggen")
        await self.page.get_by_label("E-mailadres").fill(PLANNER)
        await self.page.get_by_label("Wachtwoord").fill(PASSWORD)
        await self.page.get_by_role("button", name="Inloggen").click()
        await self.follow("Naar het weekbord")

    async def follow(self, name: str | re.Pattern[str]) -> None:
        """Follow a link."""
        await self.hand.press(self.page.get_by_role("link", name=name).first)

    async def press(self, name: str) -> None:
        """Press a button."""
        await self.hand.press(self.page.get_by_role("button", name=name))

    async def fill_the_rest(self) -> None:
        """Have the rest solved and take the newest answer over."""
        busy = self.page.get_by_text("Er wordt gerekend.")
        await self.press("Vul de rest in")
        await expect(busy).to_be_visible()
        await expect(busy).to_have_count(0, timeout=PATIENCE)
        await self.follow("Voorstellen van Plekwijs")
        board = self.page.locator("#bord")
        before = await board.get_attribute("data-versie") or ""
        await self.hand.press(self.page.get_by_role("button", name="Neem over").first)
        await expect(board).not_to_have_attribute("data-versie", before)
        await expect(self.page.get_by_role("button", name="Ongedaan maken: Voorstel")).to_be_visible()

    async def open_week(self, name: str) -> None:
        """Go to a week of the board."""
        week = self.page.get_by_role("link", name=name)
        await self.hand.press(week)
        await expect(week).to_have_attribute("aria-current", "page")

    def row(self, name: str) -> Locator:
        """The row of a group, or of who works inside."""
        header = self.page.get_by_role("rowheader", name=name)
        return self.page.locator("#bord [data-raster] tbody tr").filter(has=header)


@pytest.mark.parametrize("by", [WeekMuis, WeekToetsen])
async def test_from_an_opdracht_that_is_asked_to_hours_that_are_confirmed(
    page: Page, browser: Browser, live: Live, by: type[WeekMuis] | type[WeekToetsen]
) -> None:
    planner = Planner(page, by(page))
    await planner.login(live.url)
    await planner.follow("Wat als")
    question = page.get_by_role("region", name="Kunnen wij deze opdracht aannemen?")
    await planner.hand.choose(question.get_by_label("Welke opdracht?"), 1)
    await planner.hand.press(question.get_by_role("button", name="Reken het uit"))
    accept = page.get_by_role("button", name="Neem de opdracht aan en leg dit op het bord")
    await expect(accept).to_be_visible(timeout=PATIENCE)
    await expect_accessible(page)
    await planner.hand.press(accept)
    await planner.fill_the_rest()

    await planner.open_week("week 50")
    inside, group = planner.row("Binnen: Montage"), planner.row("Montage Z")
    people = group.locator(".weekvak")
    before = await people.count()
    await planner.hand.take_inside(people.first, inside)
    await expect(people).to_have_count(before - 1)
    await expect(page.get_by_role("button", name="Ongedaan maken")).to_be_visible()

    await planner.follow("Leiding, bussen en beleid")
    await planner.follow(re.compile("Afwezig melden.*Bart"))
    await planner.hand.fill_date(page.get_by_label("Eerste dag"), ZIEK_VAN)
    await planner.hand.fill_date(page.get_by_label("Laatste dag"), ZIEK_TOT)
    await planner.press("Afwezigheid toevoegen")
    await expect(page.get_by_text("De afwezigheid is opgeslagen.")).to_be_visible()
    await planner.follow("Weekbord")
    await planner.open_week("week 50")
    away = page.get_by_text("werkleider Bart Voorbeeld-Hulshof is er niet")
    await expect(away.first).to_be_visible()
    await planner.fill_the_rest()
    await expect(away).to_have_count(0)

    await planner.follow("Nakijken en publiceren")
    await expect_accessible(page)
    await planner.hand.skip_to("Naar publiceren")
    await planner.press("Publiceer het plan")
    await expect(page.get_by_text("Het plan is gepubliceerd.")).to_be_visible()

    await planner.follow("Uren")
    await planner.follow("Groen Z")
    await planner.hand.fill(page.get_by_label(re.compile("op maandag")).first, "6:15")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("De uren zijn opgeslagen.")).to_be_visible()
    await planner.press("Maak een link voor de inlener")
    link = await page.get_by_label("De link").input_value()
    async with await browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL") as context:
        inlener = by(await context.new_page())
        await inlener.page.goto(f"{live.url}{link[link.index('/link/') :].strip()}")
        await inlener.fill(inlener.page.get_by_label("Uw naam"), "Bas Baas")
        await inlener.press(inlener.page.get_by_role("button", name="Klopt, bevestig deze uren"))
        await expect(inlener.page.get_by_role("heading", name="Bedankt")).to_be_visible()
    await planner.follow("Ik heb de link bewaard")
    await expect(page.locator("main")).to_contain_text("Bas Baas")
