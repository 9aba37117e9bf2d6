"""A roulatie from beginning to end in a real browser: made, signed, solved, published, told of, ended.

Told once and played twice: by mouse, and by keyboard alone.
"""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest
from playwright.async_api import Page, expect

from marketplace.embedded import Dsns
from tests.marketplace.web.roulatie.hands import Hand, Muis, Toetsen
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


async def enter(hand: Hand, adres: str, pad: str) -> None:
    """Come in, also after days."""
    page = hand.page
    await page.goto(f"{adres}/inloggen?naar={pad}")
    await hand.fill(page.get_by_label("E-mailadres"), EIGEN)
    await hand.fill(page.get_by_label("Wachtwoord"), PASSWORD)
    await hand.press(page.get_by_role("button", name="Inloggen"))
    await page.wait_for_url(f"**{pad}")


async def go(hand: Hand, naar: str) -> None:
    """To a page of the roulatie by its link."""
    link = hand.page.get_by_role("navigation", name="Deze roulatie").get_by_role("link", name=naar)
    await hand.press(link)
    await expect(link).to_have_attribute("aria-current", "page")


async def make(hand: Hand) -> str:
    """Make the next roulatie with the companies of the former one; gives its path."""
    page = hand.page
    await hand.press(page.get_by_role("link", name="Nieuwe roulatie met dezelfde bedrijven"))
    await hand.choose(page.get_by_label("Welke groep?"), 1)
    await hand.fill(page.get_by_label("Naam van de roulatie"), "Groen, tweede keer")
    await hand.fill_date(page.get_by_label("Eerste maandag"), EERSTE)
    await hand.fill(page.get_by_label("Hoeveel blokken?"), "3")
    await hand.fill(page.get_by_label("Hoeveel weken per blok?"), "4")
    await hand.press(page.get_by_role("button", name="Roulatie maken"))
    await expect(page.locator("h1")).to_have_text("Groen, tweede keer")
    return page.url[page.url.index("/roulaties/") :]


async def sign(hand: Hand) -> None:
    """Let each company sign."""
    await go(hand, "Bedrijven")
    forms = hand.page.locator("details", has_text="Handtekening vastleggen")
    for left in reversed(range(await forms.count())):
        form = forms.first
        await hand.press(form.locator("summary"))
        await hand.fill(form.get_by_label("Wie tekende?"), "De directie")
        await hand.fill_date(form.get_by_label("Op welke dag?"), date(2026, 11, 20))
        await hand.press(form.get_by_role("button", name="Vastleggen"))
        await expect(forms).to_have_count(left)


async def solve(hand: Hand, plaats: RoulatieSite, knop: str) -> None:
    """Ask for a rooster, let a worker make it, and see it come."""
    busy = hand.page.get_by_text("Er wordt een rooster gemaakt.")
    await hand.press(hand.page.get_by_role("button", name=knop))
    await expect(busy).to_be_visible()
    assert await plaats.work()
    await expect(busy).to_be_hidden()


async def move_about(hand: Hand) -> None:
    """Move somebody, see a conflict said where it is, and undo it all."""
    page, undo = hand.page, hand.page.get_by_role("button", name="Ongedaan maken")
    vakken = page.locator("#bord [data-vak]")
    before = await vakken.all_inner_texts()
    blocks = 3
    other = next(each for each in (3, 6, 9) if before[each].split()[-1] != before[0].split()[-1])
    await hand.move(vakken.nth(0), vakken.nth(other))
    await expect(vakken.nth(other)).to_contain_text(before[0].split()[-1])
    await hand.press(undo)
    await expect(vakken.nth(0)).to_contain_text(before[0].split()[-1])
    await expect(page.locator("#gezegd")).to_contain_text("Ongedaan gemaakt: ")
    for row in range(3):
        await hand.open_list(vakken.nth(row * blocks))
        await expect(page.locator("#kiezer")).to_be_focused()
        kies = page.get_by_role("button", name="Kies Haag")
        await (hand.press(kies) if await kies.count() else hand.close_list())
        await expect(page.locator("#kiezer")).to_be_hidden()
        await expect(vakken.nth(row * blocks)).to_be_focused()
        await expect(vakken.nth(row * blocks)).to_contain_text("Haag")
    for place in (page.locator(".bord-conflicten"), page.locator("#gezegd")):
        await expect(place).to_contain_text("Er is plaats voor 2.")
    await expect(vakken.nth(0)).to_have_accessible_description(re.compile("Er is plaats voor 2"))
    while await undo.count():
        async with page.expect_response("**/bord"):
            await hand.undo()
        await page.wait_for_load_state("networkidle")
    await expect(page.get_by_text("Dit rooster houdt zich aan alle regels.").first).to_be_visible()


async def tell(hand: Hand, adres: str) -> None:
    """Make links for the first block, and answer the first of them without an account."""
    page = hand.page
    await hand.press(page.get_by_role("button", name="Maak links voor blok 1"))
    await expect(page.get_by_text("/link/terugblik/").first).to_be_visible()
    link = re.search(r"/link/terugblik/[\w-]+", await page.content())
    assert link is not None
    answer = await page.context.new_page()
    await answer.goto(adres + link[0])
    own = hand.at(answer)
    for question, number in (
        ("Hoe vond je het?", 0),
        ("Heb je veel geleerd?", 1),
        ("Wil je hier blijven", 0),
    ):
        await own.tick(answer.get_by_role("group", name=question), number)
    await own.press(answer.get_by_role("button", name="Klaar, verstuur"))
    await expect(answer.locator("h1")).to_have_text("Dank je wel")
    await answer.close()
    await hand.press(page.get_by_role("link", name="Ik heb de links bewaard"))


async def publish(hand: Hand) -> None:
    """Look at what changes, and publish."""
    await hand.press(hand.page.get_by_role("link", name="Nakijken en publiceren"))
    await hand.press(hand.page.get_by_role("button", name="Publiceer het rooster"))
    await expect(hand.page.get_by_text("Het rooster is gepubliceerd.")).to_be_visible()


async def replan(hand: Hand, plaats: RoulatieSite) -> None:
    """Let the rest be planned anew, look at what that gives, and lay it on the board."""
    page = hand.page
    await go(hand, "Bord")
    await hand.press(page.get_by_role("button", name="Maak een nieuw concept"))
    await solve(hand, plaats, "Vul de rest in")
    await hand.press(page.get_by_role("link", name="Vergelijk met het bord").first)
    await expect(page.get_by_role("heading", name="Wat het oplevert")).to_be_visible()
    await hand.press(page.get_by_role("button", name="Leg dit op het bord"))
    await expect(page.get_by_role("link", name="Nakijken en publiceren")).to_be_visible()


async def end(hand: Hand) -> None:
    """End the roulatie, and begin a voorstel of a lasting place."""
    page = hand.page
    await hand.press(page.get_by_role("button", name="Rond de roulatie af"))
    await expect(page.get_by_text("De roulatie is afgerond.")).to_be_visible()
    await hand.press(page.get_by_role("link", name="Maak een voorstel").first)
    await expect(page.locator("h1")).to_contain_text("voorstel")


@pytest.mark.parametrize("by", [Muis, Toetsen])
async def test_a_roulatie_from_beginning_to_end(
    page: Page, plaats: RoulatieSite, klok: LopendeKlok, by: type[Muis] | type[Toetsen]
) -> None:
    hand: Hand = by(page)
    async with serve(plaats.site.app) as adres:
        await enter(hand, adres, f"/roulaties/{plaats.kleine.id}")
        pad = await make(hand)
        await sign(hand)
        await go(hand, "Bord")
        await solve(hand, plaats, "Maak een rooster")
        await expect(page.get_by_text("Dit rooster houdt zich aan alle regels.").first).to_be_visible()
        await move_about(hand)
        await publish(hand)

        klok.dag = EERSTE + timedelta(weeks=3, days=3)
        await enter(hand, adres, f"{pad}/terugblik")
        await tell(hand, adres)
        await replan(hand, plaats)
        await publish(hand)

        klok.dag = EERSTE + timedelta(weeks=11, days=3)
        await enter(hand, adres, f"{pad}/einde")
        await end(hand)
