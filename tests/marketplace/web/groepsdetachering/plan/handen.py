"""The hands of the week board: people are moved to the row of a group, and arrows walk among them."""

from playwright.async_api import Locator, Page

from tests.marketplace.web.roulatie.hands import AT_MOST, Muis, Toetsen

ROW = "each => each.closest('tr').rowIndex"
PLACE = "each => [...each.closest('tr').querySelectorAll('.vak, th a')].indexOf(each)"


class WeekMuis(Muis):
    """By mouse; a row is where one drops."""

    def at(self, page: Page) -> "WeekMuis":
        """The same way on another page."""
        return WeekMuis(page)

    async def skip_to(self, _name: str) -> None:
        """Scroll."""

    async def put_at(self, van: Locator, naar: Locator) -> None:
        """Drag what stands at one place to another."""
        await self.move(van, naar)

    async def take_inside(self, vak: Locator, binnen: Locator) -> None:
        """Drag to the row of who works inside."""
        await self.move(vak, binnen)


class WeekToetsen(Toetsen):
    """By keyboard alone: up and down to a row, then along who is in it."""

    def at(self, page: Page) -> "WeekToetsen":
        """The same way on another page."""
        return WeekToetsen(page)

    async def skip_to(self, name: str) -> None:
        """Past what stands above it, by a link that only Tab shows."""
        await self.press(self.page.get_by_role("link", name=name))

    async def enter_board(self) -> None:
        """Tab to where one is on the board, on a fresh page past what stands above it."""
        if await self.page.locator("#bord [data-raster] :focus").count():
            return
        if not await self.page.locator(":focus").count():
            await self.skip_to("Naar het bord")
        await self.seek(self.page.locator("#bord [data-raster] [tabindex='0']"))

    async def walk(self, vak: Locator) -> None:
        """To somebody on the board, or to the name of a group."""
        await self.enter_board()
        for where, back, on in ((ROW, "ArrowUp", "ArrowDown"), (PLACE, "ArrowLeft", "ArrowRight")):
            wanted = await vak.evaluate(where)
            for _ in range(AT_MOST):
                now = await self.page.locator(":focus").evaluate(where)
                if now == wanted:
                    break
                await self.page.keyboard.press(back if now > wanted else on)
        await self.expect_seen(self.page.locator(":focus").and_(vak))

    async def move(self, van: Locator, naar: Locator) -> None:
        """Cut, and paste at the first stop of the row."""
        await self.walk(van)
        await self.page.keyboard.press("x")
        await self.walk(naar.locator(".vak, th a").first)
        await self.page.keyboard.press("v")

    async def put_at(self, van: Locator, naar: Locator) -> None:
        """Pick up what stands at one place and put it down at another."""
        await Toetsen.move(self, van, naar)

    async def take_inside(self, vak: Locator, _binnen: Locator) -> None:
        """Delete, for there may be nobody inside to walk to."""
        await self.walk(vak)
        await self.page.keyboard.press("Delete")

    async def undo(self) -> None:
        """The key of the board."""
        await self.enter_board()
        await self.page.keyboard.press("z")
