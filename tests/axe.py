"""axe-core on the page as it stands, and whether anything sticks out of its window."""

from functools import cache
from pathlib import Path

from playwright.async_api import Page

AXE = Path("marketplace/web/node_modules/axe-core/axe.min.js")
RUN = "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WIDTHS = (1280, 390)
HEIGHT = 900


@cache
def axe() -> str:
    """The checker itself, from its npm package."""
    return AXE.read_text()


async def violations(page: Page) -> list[str]:
    """What axe finds."""
    await page.evaluate(axe())
    return list(await page.evaluate(RUN))


async def expect_accessible(page: Page) -> None:
    """Assert that axe finds nothing and nothing sticks out, wide and narrow; leaves the page wide."""
    for width in reversed(WIDTHS):
        await page.set_viewport_size({"width": width, "height": HEIGHT})
        assert await violations(page) == [], f"{page.url} at {width}"
        assert await page.evaluate(WIDER) <= 0, f"{page.url} at {width}"
