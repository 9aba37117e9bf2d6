"""A morning at the week board in a real browser, from a gap in a group to a plan that everyone knows.

Told once and played twice: by mouse, and by keyboard alone.
"""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Locator, Page, expect

from tests.axe import expect_accessible
from tests.marketplace.groepsdetachering.kleine_detachering import DO_VR, WEKEN
from tests.marketplace.web.groepsdetachering.plan.bord_site import PLANNER, BordSite
from tests.marketplace.web.groepsdetachering.plan.handen import WeekMuis, WeekToetsen
from tests.marketplace.web.serving import serve
from tests.marketplace.web.site import PASSWORD


@pytest.fixture
async def open_page(page: Page, bord: BordSite) -> AsyncIterator[Page]:
    """The board, on which Kas has a group with one person too few."""
    kleine = bord.kleine
    await bord.spel.start(kleine.kas, kleine.bram, dagen=DO_VR)
    await bord.spel.put(4, kleine.kas)
    async with serve(bord.site.app) as address:
        await page.goto(f"{address}/inloggen?naar={bord.thuis}/bord")
        await page.get_by_label("E-mailadres").fill(PLANNER)
        await page.get_by_label("Wachtwoord").fill(PASSWORD)
        await page.get_by_role("button", name="Inloggen").click()
        await expect(page.locator("#bord [data-raster]")).to_be_visible()
        yield page


def card(page: Page, bord: BordSite, wie: int) -> Locator:
    """Somebody by number on the board."""
    return page.locator(f"#vak-{bord.kleine.mensen[wie]}-{WEKEN[0].isoformat()}")


def name_of(page: Page, opdracht: int) -> Locator:
    """The name of a group, which opens it."""
    return page.locator(f"#vak-groep-{opdracht}")


def row(page: Page, name: str) -> Locator:
    """The row of a group, or of who works inside."""
    return page.locator("#bord [data-raster] tbody tr").filter(has=page.get_by_role("rowheader", name=name))


@pytest.mark.parametrize("by", [WeekMuis, WeekToetsen])
async def test_a_morning_at_the_board(
    open_page: Page, bord: BordSite, by: type[WeekMuis] | type[WeekToetsen]
) -> None:
    page, hand = open_page, by(open_page)
    first, heard = card(page, bord, 0), page.locator("#gezegd")
    perken, kas, binnen = (row(page, name) for name in ("Perken", "Kas", "Binnen"))

    await hand.open_list(first)
    await expect(page.locator("#kiezer")).to_be_focused()
    await hand.press(page.get_by_role("button", name="Kies Perken"))
    await expect(perken.locator(".vak")).to_have_count(4)
    await expect(first).to_be_focused()
    await expect(heard).to_contain_text("K-0001")

    await hand.move(first, kas)
    await expect(kas.locator(".vak")).to_have_count(2)
    await expect(kas.locator(":focus")).to_have_count(1)
    await hand.undo()
    await expect(perken.locator(".vak")).to_have_count(4)
    await expect(heard).to_contain_text("Ongedaan gemaakt: K-0001: Kas (week 47).")
    await hand.move(first, kas)
    await expect(page.locator("#bord").get_by_text("Dit plan houdt zich aan alle regels.")).to_be_visible()
    await hand.take_inside(card(page, bord, 4), binnen)
    await expect(kas.locator(".vak")).to_have_count(1)
    await hand.undo()
    await expect(kas.locator(".vak")).to_have_count(2)

    head = name_of(page, bord.kleine.perken)
    await hand.open_list(head)
    await expect(page.locator("#kiezer")).to_be_focused()
    await hand.choose(page.get_by_label("Werkleider"), 1)
    await hand.press(page.get_by_role("button", name="Groep opslaan"))
    await expect(perken).to_contain_text("Bram Voorbeeld")
    await expect(head).to_be_focused()
    await expect(heard).to_contain_text("mist 1 van wat de opdracht vraagt")

    await hand.press(page.get_by_role("link", name="Nakijken en publiceren"))
    await hand.fill(page.get_by_label("Waarom mag het plan afwijken?"), "Bram haalt deze week zijn VCA")
    await hand.press(page.get_by_role("button", name="Publiceer het plan"))
    await expect(page.get_by_text("Het plan is gepubliceerd.")).to_be_visible()


async def test_arrows_reach_every_row_and_a_list_closes_to_where_it_was_opened(
    open_page: Page, bord: BordSite
) -> None:
    toetsen = WeekToetsen(open_page)
    inside, group = card(open_page, bord, 0), name_of(open_page, bord.kleine.kas)
    await toetsen.walk(card(open_page, bord, 3))
    await open_page.keyboard.press("ArrowDown")
    await expect(inside).to_be_focused()
    await open_page.keyboard.press("ArrowUp")
    await expect(card(open_page, bord, 1)).to_be_focused()
    for stop in (inside, group):
        await toetsen.open_list(stop)
        await expect(open_page.locator("#kiezer")).to_be_focused()
        await toetsen.close_list()
        await expect(stop).to_be_focused()
    await toetsen.walk(card(open_page, bord, 4))
    await open_page.keyboard.press("p")
    await expect(card(open_page, bord, 4)).to_contain_text("staat vast")
    await open_page.keyboard.press("Delete")
    await expect(open_page.get_by_role("alert")).to_contain_text("Deze plaats staat vast.")
    await expect(card(open_page, bord, 4)).to_be_focused()


@pytest.mark.parametrize("by", [WeekMuis, WeekToetsen])
async def test_a_group_is_taken_to_another_week_and_to_somebody_else(
    open_page: Page, bord: BordSite, by: type[WeekMuis] | type[WeekToetsen]
) -> None:
    page, hand, kleine = open_page, by(open_page), bord.kleine
    await bord.spel.start(kleine.kas, kleine.bram, week=1, dagen=DO_VR)
    await page.goto(f"{page.url.partition('?')[0]}?beeld=mensen&wie=allen")
    here, later, other = (
        page.locator(f"#vak-{kleine.mensen[wie]}-{WEKEN[week].isoformat()}")
        for wie, week in ((4, 0), (4, 1), (0, 0))
    )
    await expect(here).to_contain_text("Kas")
    await hand.put_at(here, later)
    await expect(later).to_contain_text("Kas")
    await expect(page.locator("#bord :focus")).to_have_count(1)
    await hand.put_at(here, other)
    await expect(other).to_contain_text("Kas")
    await expect(here).to_contain_text("Kas")
    await hand.undo()
    await expect(other).not_to_contain_text("Kas")


async def test_what_is_dropped_where_it_was_stays_as_it_is(open_page: Page, bord: BordSite) -> None:
    before = await bord.versie()
    third = card(open_page, bord, 2)
    for hand in (WeekToetsen(open_page), WeekMuis(open_page)):
        await hand.move(third, row(open_page, "Perken"))
    await WeekMuis(open_page).move(card(open_page, bord, 0), row(open_page, "Kas"))
    await expect(row(open_page, "Kas").locator(".vak")).to_have_count(2)
    assert int(await bord.versie()) == int(before) + 1
    await expect(third).to_contain_text("ma, di")


async def test_axe_finds_nothing_on_the_board_and_where_it_is_published(
    open_page: Page, bord: BordSite
) -> None:
    await card(open_page, bord, 1).click()
    await expect(open_page.locator("#kiezer")).to_be_focused()
    await expect_accessible(open_page)
    await name_of(open_page, bord.kleine.perken).click()
    await expect(open_page.get_by_role("button", name="Groep opslaan")).to_be_visible()
    await expect_accessible(open_page)
    await open_page.get_by_role("link", name="Nakijken en publiceren").click()
    await expect(open_page.get_by_label("Waarom mag het plan afwijken?")).to_be_visible()
    await expect_accessible(open_page)
