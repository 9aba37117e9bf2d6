"""The board in a real browser: by mouse, by keyboard alone, and axe finds nothing."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, Route, expect

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.axe import violations
from tests.marketplace.roulatie.kleine_roulatie import BEGIN
from tests.marketplace.web.roulatie.hands import Muis, Toetsen
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
    toetsen = Toetsen(bord)
    await toetsen.seek(bord.locator(first))
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
    await expect(bord.get_by_role("status")).to_contain_text("Geknipt.")
    await bord.keyboard.press("ArrowDown")
    await bord.keyboard.press("v")
    await expect(bord.locator(below)).to_be_focused()
    await expect(bord.locator(below)).not_to_contain_text("leeg")
    await bord.keyboard.press("p")
    await expect(bord.locator(below)).to_contain_text("staat vast")
    await bord.keyboard.press("Delete")
    await expect(bord.get_by_role("alert")).to_contain_text("Deze plaats staat vast.")
    await bord.keyboard.press("z")
    await expect(bord.locator(below)).not_to_contain_text("staat vast")
    await bord.keyboard.press("Delete")
    await expect(bord.locator(below)).to_contain_text("leeg")


async def test_the_board_is_one_stop_of_the_tab_key_where_one_was(bord: Page, plaats: RoulatieSite) -> None:
    toetsen, last = Toetsen(bord), cell(plaats, 0, 2)
    await toetsen.seek(bord.locator(cell(plaats, 0, 0)))
    await bord.keyboard.press("End")
    await expect(bord.locator(last)).to_be_focused()
    await bord.keyboard.press("Tab")
    await expect(bord.get_by_role("region", name="Mensen en begeleiding")).to_be_focused()
    await bord.keyboard.press("Shift+Tab")
    await expect(bord.locator(last)).to_be_focused()
    await bord.keyboard.press("Home")
    await bord.keyboard.press("ArrowLeft")
    await expect(bord.get_by_role("rowheader").first.get_by_role("link")).to_be_focused()
    await bord.keyboard.press("Shift+Tab")
    await expect(bord.get_by_role("region", name="Wie is waar")).to_be_focused()


async def test_a_block_is_locked_by_arrows_and_keeps_the_focus(bord: Page, plaats: RoulatieSite) -> None:
    toetsen = Toetsen(bord)
    await toetsen.walk(bord.locator(cell(plaats, 0, 1)))
    await bord.keyboard.press("ArrowUp")
    for word in ("Zet op slot", "Haal van slot", "Zet op slot"):
        lock = bord.get_by_role("button", name=f"{word} : blok 2")
        await expect(lock).to_be_focused()
        await toetsen.expect_seen(lock)
        await bord.keyboard.press("Enter")
    await expect(bord.get_by_role("button", name="Haal van slot : blok 2")).to_be_focused()
    await bord.keyboard.press("Tab")
    await expect(bord.get_by_role("region", name="Mensen en begeleiding")).to_be_focused()


async def test_the_list_of_plekken_closes_by_escape_and_by_its_link(bord: Page, plaats: RoulatieSite) -> None:
    first = bord.locator(cell(plaats, 0, 0))
    for hand in (Toetsen(bord), Muis(bord)):
        await hand.open_list(first)
        await expect(bord.locator("#kiezer")).to_be_focused()
        await hand.close_list()
        await expect(bord.locator("#kiezer")).to_be_hidden()
        await expect(first).to_be_focused()


async def let_wait(route: Route) -> None:
    """A line that is slower than fingers."""
    await asyncio.sleep(0.15)
    await route.continue_()


async def test_keys_pressed_before_an_answer_are_all_done(bord: Page, plaats: RoulatieSite) -> None:
    cells = [bord.locator(cell(plaats, number, 0)) for number in range(2)]
    for each in cells:
        await each.click()
        await bord.get_by_role("button", name="Kies Haag").click()
        await expect(each).to_contain_text("Haag")
    await bord.route("**/bord/*", let_wait)
    for key in ("Delete", "ArrowUp", "Delete"):
        await bord.keyboard.press(key)
    for each in cells:
        await expect(each).to_contain_text("leeg")
    await expect(cells[0]).to_be_focused()
    await expect(bord.get_by_text("Dit kan niet")).to_have_count(0)


async def test_a_button_that_goes_leaves_the_focus_on_the_board(bord: Page, plaats: RoulatieSite) -> None:
    toetsen, first = Toetsen(bord), bord.locator(cell(plaats, 0, 0))
    await toetsen.open_list(first)
    await toetsen.press(bord.get_by_role("button", name="Kies Haag"))
    await expect(first).to_be_focused()
    await toetsen.press(bord.get_by_role("button", name="Ongedaan maken"))
    await expect(first).to_contain_text("leeg")
    await expect(first).to_be_focused()


async def test_on_a_narrow_screen_the_place_one_walks_to_is_in_sight(
    bord: Page, plaats: RoulatieSite
) -> None:
    await bord.set_viewport_size({"width": 480, "height": 800})
    toetsen = Toetsen(bord)
    for blok in (2, 1, 0):
        await toetsen.walk(bord.locator(cell(plaats, 0, blok)))
        await toetsen.expect_seen(bord.locator(cell(plaats, 0, blok)))


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


async def close_places(plaats: RoulatieSite) -> None:
    """The second deelnemer is away in the first block, and the second block is locked."""
    kleine = plaats.kleine
    await plaats.eigenaar.execute(
        "insert into roulatie_afwezig (roulatie_id, kandidaat_id, week) select $1, $2, day::date"
        " from generate_series($3::date, $3::date + 21, '7 days') day",
        kleine.id,
        kleine.deelnemers[1],
        BEGIN,
    )
    locked = "update roulatie_blokken set vergrendeld = true where id = $1"
    await plaats.eigenaar.execute(locked, kleine.blokken[1])


@pytest.mark.parametrize("by", [Muis, Toetsen])
async def test_a_move_to_where_nothing_moves_says_why(
    bord: Page, plaats: RoulatieSite, by: type[Muis] | type[Toetsen]
) -> None:
    hand, first = by(bord), bord.locator(cell(plaats, 0, 0))
    await first.click()
    await bord.get_by_role("button", name="Kies Haag").click()
    await expect(first).to_contain_text("Haag")
    await close_places(plaats)
    await bord.reload()
    for wie, blok, why in ((1, 0, "is er niet in dit blok"), (0, 1, "Dit blok zit op slot")):
        target = bord.locator(cell(plaats, wie, blok))
        await hand.move(first, target)
        await expect(bord.get_by_role("alert")).to_contain_text(why)
        await expect(target).not_to_contain_text("Haag")
        await expect(first).to_contain_text("Haag")


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
    await expect(bord.locator(".bord-conflicten").get_by_text("Deze regel geldt altijd.")).to_be_visible()
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
    await bord.get_by_role("link", name="Voorstellen van Plekwijs (1)").click()
    await expect(bord.get_by_role("heading", name="Voorstellen van Plekwijs")).to_be_in_viewport()
    assert await violations(bord) == []
    assert await bord.evaluate("document.documentElement.scrollWidth <= innerWidth")
