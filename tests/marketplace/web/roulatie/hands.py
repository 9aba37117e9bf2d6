"""Two ways to act on a page: by mouse, and by keyboard alone, where Tab reaches all and shows where it is."""

from datetime import date
from typing import Protocol

from playwright.async_api import Locator, Page, expect

AT_MOST = 35
FOCUSED = """each => {
    const [box] = each.getClientRects();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const whole = each.closest("label") ?? each;
    return {
        ring: [each, whole].some(one => getComputedStyle(one).outlineStyle !== "none"),
        seen: whole.contains(top),
    };
}"""
BEFORE = """(each, focused) => Boolean(
    focused && focused.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING)"""
WHERE = "each => [each.closest('tr').rowIndex, each.closest('td').cellIndex]"
WHAT = """() => {
    const each = document.activeElement;
    const named = each.labels?.[0] ?? each;
    return `${each.tagName.toLowerCase()} ${(each.ariaLabel || named.textContent).trim().slice(0, 40)}`;
}"""


class Hand(Protocol):
    """What somebody does on a page, however they do it."""

    @property
    def page(self) -> Page:
        """What is looked at."""

    def at(self, page: Page) -> "Hand":
        """The same way on another page."""

    async def press(self, target: Locator) -> None:
        """Follow a link, press a button, unfold what is folded."""

    async def fill(self, field: Locator, text: str) -> None:
        """Write in a field."""

    async def fill_date(self, field: Locator, day: date) -> None:
        """Write a day in a field for days."""

    async def choose(self, field: Locator, number: int) -> None:
        """Choose an option of a list by its number."""

    async def tick(self, group: Locator, number: int) -> None:
        """Answer a question by the number of its answer."""

    async def open_list(self, vak: Locator) -> None:
        """Ask of a place on the board what can be there."""

    async def close_list(self) -> None:
        """Close that list."""

    async def move(self, van: Locator, naar: Locator) -> None:
        """Let two places on the board change plek."""

    async def undo(self) -> None:
        """Undo the last move."""


class Muis:
    """By mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def at(self, page: Page) -> "Muis":
        """The same way on another page."""
        return Muis(page)

    async def press(self, target: Locator) -> None:
        """Click."""
        await target.click()

    async def fill(self, field: Locator, text: str) -> None:
        """Click and write."""
        await field.fill(text)

    async def fill_date(self, field: Locator, day: date) -> None:
        """Pick the day."""
        await field.fill(day.isoformat())

    async def choose(self, field: Locator, number: int) -> None:
        """Pick from the list."""
        await field.select_option(index=number)

    async def tick(self, group: Locator, number: int) -> None:
        """Click on the answer."""
        await group.get_by_role("radio").nth(number).check()

    async def open_list(self, vak: Locator) -> None:
        """Click on the place."""
        await vak.click()

    async def close_list(self) -> None:
        """Click on the word."""
        await self.page.get_by_role("link", name="Sluiten").click()

    async def move(self, van: Locator, naar: Locator) -> None:
        """Drag."""
        await van.drag_to(naar)

    async def undo(self) -> None:
        """Click on the button."""
        await self.page.get_by_role("button", name="Ongedaan maken").click()


class Toetsen:
    """By keyboard alone: nothing is pressed or filled in but what Tab and the arrows came to."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def at(self, page: Page) -> "Toetsen":
        """The same way on another page."""
        return Toetsen(page)

    async def seek(self, target: Locator) -> None:
        """Tab until this has the focus, backwards where it lies before; it must be in view, with a ring."""
        await expect(target).to_be_visible()
        here, passed = self.page.locator(":focus").and_(target), list[str]()
        at = await self.page.evaluate_handle("document.activeElement")
        key = "Shift+Tab" if await target.evaluate(BEFORE, at) else "Tab"
        while not await here.count():
            assert len(passed) < AT_MOST, f"{target} is not reached by {key}: {passed}"
            await self.page.keyboard.press(key)
            passed.append(await self.page.evaluate(WHAT))
        await self.expect_seen(here)

    async def expect_seen(self, here: Locator) -> None:
        """What has the focus shows it, and nothing lies over it."""
        shown = await here.evaluate(FOCUSED)
        assert shown == {"ring": True, "seen": True}, f"{here}: {shown}"

    async def press(self, target: Locator) -> None:
        """Enter."""
        await self.seek(target)
        await self.page.keyboard.press("Enter")

    async def fill(self, field: Locator, text: str) -> None:
        """Type; what stood there was selected by Tab."""
        await self.seek(field)
        await self.page.keyboard.type(text)

    async def fill_date(self, field: Locator, day: date) -> None:
        """Type the parts in the order in which the browser shows them, which is that of its language."""
        await self.seek(field)
        for shown in ("%d%m%Y", "%m%d%Y"):
            await self.page.keyboard.type(day.strftime(shown))
            if await field.input_value() == day.isoformat():
                return
            for _ in range(2):
                await self.page.keyboard.press("ArrowLeft")
        raise AssertionError(f"{day} cannot be typed: {await field.input_value()}")

    async def choose(self, field: Locator, number: int) -> None:
        """Walk down the list."""
        await self.seek(field)
        for _ in range(number):
            await self.page.keyboard.press("ArrowDown")

    async def tick(self, group: Locator, number: int) -> None:
        """Tab comes to the first answer, arrows to the next."""
        await self.seek(group.get_by_role("radio").first)
        await self.page.keyboard.press("Space")
        for _ in range(number):
            await self.page.keyboard.press("ArrowRight")

    async def walk(self, vak: Locator) -> None:
        """To a place on the board: Tab to where one is on it, then arrows."""
        if not await self.page.locator("#bord [data-vak]:focus").count():
            await self.seek(self.page.locator("#bord [data-vak][tabindex='0']"))
        row, column = await self.page.locator(":focus").evaluate(WHERE)
        to_row, to_column = await vak.evaluate(WHERE)
        down, right = to_row - row, to_column - column
        for _ in range(abs(down)):
            await self.page.keyboard.press("ArrowDown" if down > 0 else "ArrowUp")
        for _ in range(abs(right)):
            await self.page.keyboard.press("ArrowRight" if right > 0 else "ArrowLeft")
        await expect(vak).to_be_focused()

    async def open_list(self, vak: Locator) -> None:
        """Enter on the place."""
        await self.walk(vak)
        await self.page.keyboard.press("Enter")

    async def close_list(self) -> None:
        """Escape."""
        await self.page.keyboard.press("Escape")

    async def move(self, van: Locator, naar: Locator) -> None:
        """Cut and paste."""
        await self.walk(van)
        await self.page.keyboard.press("x")
        await self.walk(naar)
        await self.page.keyboard.press("v")

    async def undo(self) -> None:
        """The key of the board, from where one is on it."""
        if not await self.page.locator("#bord [data-vak]:focus").count():
            await self.seek(self.page.locator("#bord [data-vak][tabindex='0']"))
        await self.page.keyboard.press("z")
