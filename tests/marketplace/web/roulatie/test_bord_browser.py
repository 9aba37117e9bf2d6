"""The board in a real browser: by mouse, by keyboard alone, and axe finds nothing."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, expect

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.axe import violations
from tests.marketplace.web.roulatie.roulatie_site import EIGEN, RoulatieSite, open_roulatie
from tests.marketplace.web.serving import serve
from tests.marketplace.web.site import PASSWORD


@pytest.fixture
async def plaats(database: Dsns, clock: FixedClock) -> AsyncIterator[RoulatieSite]:
    async with open_roulatie(database, clock) as made:
        yield made


@pytest.fixture
async def bord(page: Page, plaats: RoulatieSite) -> AsyncIterator[Page]:
    """The board, begun and empty."""
    async with serve(plaats.site.app) as address:
        await page.goto(f"{address}/inloggen?naar={plaats.bord}")
        await page.get_by_label("E-mailadres").fill(EIGEN)
        await page.get_by_label("Wachtwoord").fill(PASSWORD)
        await page.get_by_role("button", name="Inloggen").click()
        await page.get_by_role("button", name="Begin met een leeg bord").click()
        await expect(page.get_by_role("heading", name="Wie is waar")).to_be_visible()
        yield page


def cell(plaats: RoulatieSite, wie: int, blok: int) -> str:
    """The selector of a place on the board, by numbers."""
    return f"#vak-{plaats.kleine.deelnemers[wie]}-{plaats.kleine.blokken[blok]}"


async def test_by_mouse_pick_drag_and_undo(bord: Page, plaats: RoulatieSite) -> None:
    first, second = cell(plaats, 0, 0), cell(plaats, 1, 0)
    await bord.locator(first).click()
    await bord.get_by_role("button", name="Kies Haag").click()
    await expect(bord.locator(first)).to_contain_text("Haag")
    await bord.locator(first).drag_to(bord.locator(second))
    await expect(bord.locator(second)).to_contain_text("Haag")
    await expect(bord.locator(first)).to_contain_text("leeg")
    await bord.get_by_role("button", name="Ongedaan maken").click()
    await expect(bord.locator(first)).to_contain_text("Haag")
    assert await violations(bord) == []


async def test_by_keyboard_alone_walk_pick_cut_paste_pin_undo(bord: Page, plaats: RoulatieSite) -> None:
    first, below = cell(plaats, 0, 0), cell(plaats, 1, 0)
    await bord.locator(first).focus()
    await bord.keyboard.press("ArrowDown")
    await expect(bord.locator(below)).to_be_focused()
    await bord.keyboard.press("ArrowUp")
    await bord.keyboard.press("Enter")
    await expect(bord.locator("#kiezer")).to_be_focused()
    await bord.keyboard.press("Tab")
    await bord.keyboard.press("Enter")
    await expect(bord.locator(first)).to_be_focused()
    await expect(bord.locator(first)).not_to_contain_text("leeg")
    await bord.keyboard.press("x")
    await bord.keyboard.press("ArrowDown")
    await bord.keyboard.press("v")
    await expect(bord.locator(below)).to_be_focused()
    await expect(bord.locator(below)).not_to_contain_text("leeg")
    await bord.keyboard.press("p")
    await expect(bord.locator(below)).to_contain_text("staat vast")
    await bord.keyboard.press("z")
    await expect(bord.locator(below)).not_to_contain_text("staat vast")
    await bord.keyboard.press("Delete")
    await expect(bord.locator(below)).to_contain_text("leeg")


async def test_what_was_in_the_way_of_a_move_is_in_sight_where_one_works(
    bord: Page, plaats: RoulatieSite
) -> None:
    await bord.set_viewport_size({"width": 1280, "height": 420})
    last = bord.locator(cell(plaats, 3, 2))
    await last.click()
    await bord.get_by_role("button", name="Kies Haag").click()
    await expect(last).to_contain_text("Haag")
    await last.press("p")
    await expect(last).to_contain_text("staat vast")
    await last.press("Delete")
    alert = bord.get_by_role("alert")
    await expect(alert).to_contain_text("Deze plaats staat vast. Maak haar eerst los.")
    await expect(alert).to_be_in_viewport(ratio=1)
    await expect(last).to_be_focused()
    await expect(last).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 320])
async def test_axe_finds_nothing_on_a_board_in_conflict_and_nothing_sticks_out(
    bord: Page, plaats: RoulatieSite, width: int
) -> None:
    await bord.set_viewport_size({"width": width, "height": 800})
    for number in range(3):
        await bord.locator(cell(plaats, number, 0)).click()
        await bord.get_by_role("button", name="Kies Gras").click()
        await expect(bord.locator(cell(plaats, number, 0))).to_contain_text("Gras")
    await bord.locator(cell(plaats, 0, 0)).click()
    await expect(bord.locator("#kiezer")).to_be_focused()
    await expect(bord.get_by_text("Deze regel geldt altijd.")).to_be_visible()
    assert await violations(bord) == []
    assert await bord.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1280, 320])
async def test_axe_finds_nothing_on_a_board_with_alternatives_beside_it(
    bord: Page, plaats: RoulatieSite, width: int
) -> None:
    await bord.set_viewport_size({"width": width, "height": 800})
    await bord.get_by_role("button", name="Vul de rest in").click()
    await expect(bord.get_by_text("Er wordt een rooster gemaakt.")).to_be_visible()
    assert await plaats.work()
    await bord.reload()
    await expect(bord.get_by_role("button", name="Neem over: voorstel 1")).to_be_visible()
    assert await violations(bord) == []
    assert await bord.evaluate("document.documentElement.scrollWidth <= innerWidth")
