"""A roulatie from beginning to end in a real browser: made, signed, solved, published, told of, ended."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest
from playwright.async_api import Page, expect

from marketplace.embedded import Dsns
from tests.marketplace.web.roulatie.roulatie_site import EIGEN, RoulatieSite, open_roulatie
from tests.marketplace.web.serving import serve
from tests.marketplace.web.site import PASSWORD

EERSTE = date(2027, 3, 8)


@dataclass
class LopendeKlok:
    """A clock that is set on, as days go by."""

    dag: date

    def now(self) -> datetime:
        """Ten in the morning."""
        return datetime.combine(self.dag, time(10), tzinfo=UTC)

    def today(self) -> date:
        """The day."""
        return self.dag


@pytest.fixture
def klok() -> LopendeKlok:
    return LopendeKlok(date(2026, 11, 20))


@pytest.fixture
async def plaats(database: Dsns, klok: LopendeKlok) -> AsyncIterator[RoulatieSite]:
    async with open_roulatie(database, klok) as made:
        yield made


async def enter(page: Page, adres: str, pad: str) -> None:
    """Come in, also after days."""
    await page.goto(f"{adres}/inloggen?naar={pad}")
    await page.get_by_label("E-mailadres").fill(EIGEN)
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Inloggen").click()
    await page.wait_for_url(f"**{pad}")


async def make(page: Page) -> str:
    """Make the next roulatie with the companies of the former one; gives its path."""
    await page.get_by_role("link", name="Nieuwe roulatie met dezelfde bedrijven").click()
    await page.get_by_label("Welke groep?").select_option(index=1)
    await page.get_by_label("Naam van de roulatie").fill("Groen, tweede keer")
    await page.get_by_label("Eerste maandag").fill(EERSTE.isoformat())
    await page.get_by_label("Hoeveel blokken?").fill("3")
    await page.get_by_label("Hoeveel weken per blok?").fill("4")
    await page.get_by_role("button", name="Roulatie maken").click()
    await expect(page.locator("h1")).to_have_text("Groen, tweede keer")
    return page.url[page.url.index("/roulaties/") :]


async def sign(page: Page, adres: str, pad: str) -> None:
    """Let each company sign."""
    await page.goto(f"{adres}{pad}/bedrijven")
    while await page.get_by_text("Handtekening vastleggen").count():
        form = page.locator("details", has_text="Handtekening vastleggen").first
        await form.locator("summary").click()
        await form.locator("[name=getekend_door]").fill("De directie")
        await form.locator("[name=getekend_op]").fill("2026-11-20")
        await form.get_by_role("button", name="Vastleggen").click()
        await page.wait_for_load_state()


async def solve(page: Page, plaats: RoulatieSite, knop: str) -> None:
    """Ask for a rooster, and let a worker make it."""
    await page.get_by_role("button", name=knop).click()
    await expect(page.get_by_text("Er wordt een rooster gemaakt.")).to_be_visible()
    assert await plaats.work()
    await page.reload()


async def move_about(page: Page) -> None:
    """Drag somebody, see a conflict said where it is, and undo it all."""
    vakken = page.locator("#bord [data-vak]")
    before = await vakken.all_inner_texts()
    blocks = 3
    other = next(each for each in (3, 6, 9) if before[each].split()[-1] != before[0].split()[-1])
    await vakken.nth(0).drag_to(vakken.nth(other))
    await expect(vakken.nth(other)).to_contain_text(before[0].split()[-1])
    await page.get_by_role("button", name="Ongedaan maken").click()
    await expect(vakken.nth(0)).to_contain_text(before[0].split()[-1])
    for row in range(3):
        await vakken.nth(row * blocks).click()
        await expect(page.locator("#kiezer")).to_be_focused()
        kies = page.get_by_role("button", name="Kies Haag")
        if await kies.count():
            await kies.click()
        await expect(vakken.nth(row * blocks)).to_contain_text("Haag")
    await expect(page.locator(".bord-conflicten")).to_contain_text("Er is plaats voor 2.")
    while await page.get_by_role("button", name="Ongedaan maken").count():
        async with page.expect_response("**/bord"):
            await page.get_by_role("button", name="Ongedaan maken").click()
        await page.wait_for_load_state("networkidle")
    await expect(page.get_by_text("Dit rooster houdt zich aan alle regels.")).to_be_visible()


async def tell(page: Page, adres: str) -> None:
    """Make links for the first block, and answer the first of them without an account."""
    await page.get_by_role("button", name="Maak links voor blok 1").click()
    await expect(page.get_by_text("/link/terugblik/").first).to_be_visible()
    link = re.search(r"/link/terugblik/[\w-]+", await page.content())
    assert link is not None
    answer = await page.context.new_page()
    await answer.goto(adres + link[0])
    for name, value in (("gezicht", "1"), ("geleerd", "2"), ("blijven", "1")):
        await answer.locator(f"[name={name}][value='{value}']").check()
    await answer.get_by_role("button", name="Klaar, verstuur").click()
    await expect(answer.locator("h1")).to_have_text("Dank je wel")


async def publish(page: Page) -> None:
    """Look at what changes, and publish."""
    await page.get_by_role("link", name="Nakijken en publiceren").click()
    await page.get_by_role("button", name="Publiceer het rooster").click()
    await expect(page.get_by_text("Het rooster is gepubliceerd.")).to_be_visible()


async def test_a_roulatie_from_beginning_to_end(page: Page, plaats: RoulatieSite, klok: LopendeKlok) -> None:
    async with serve(plaats.site.app) as adres:
        await enter(page, adres, f"/roulaties/{plaats.kleine.id}")
        pad = await make(page)
        await sign(page, adres, pad)
        await page.goto(f"{adres}{pad}/bord")
        await solve(page, plaats, "Maak een rooster")
        await expect(page.get_by_text("Dit rooster houdt zich aan alle regels.")).to_be_visible()

        await move_about(page)
        await publish(page)

        klok.dag = EERSTE + timedelta(weeks=3, days=3)
        await enter(page, adres, f"{pad}/terugblik")
        await tell(page, adres)
        await page.goto(f"{adres}{pad}/bord")
        await page.get_by_role("button", name="Maak een nieuw concept").click()
        await solve(page, plaats, "Vul de rest in")
        await page.get_by_role("link", name="Vergelijk met het bord").first.click()
        await expect(page.get_by_role("heading", name="Wat het oplevert")).to_be_visible()
        await page.get_by_role("button", name="Leg dit op het bord").click()
        await publish(page)

        klok.dag = EERSTE + timedelta(weeks=11, days=3)
        await enter(page, adres, f"{pad}/einde")
        await page.get_by_role("button", name="Rond de roulatie af").click()
        await expect(page.get_by_text("De roulatie is afgerond.")).to_be_visible()
        await page.get_by_role("link", name="Maak een voorstel").first.click()
        await expect(page.locator("h1")).to_contain_text("voorstel")
