"""What the page of a voorstel does in a browser, without any script."""

from playwright.async_api import Page, expect

from marketplace.web.assets import STATIC
from tests.marketplace.web.werkbank import EIGEN, Werkbank


async def test_the_longest_way_is_asked_only_where_the_way_was_too_long(bank: Werkbank, page: Page) -> None:
    voorstel = (await bank.voorstellen(await bank.solve()))[0]
    async with bank.site.logged_in(EIGEN) as visitor:
        await page.set_content((await visitor.get(f"/voorstellen/{voorstel}")).text)
    await page.add_style_tag(path=STATIC / "css" / "formulieren.css")
    await page.get_by_text("Wijs af", exact=True).click()
    longest = page.get_by_label("Langste reis in minuten")
    await expect(longest).to_be_hidden()
    await page.select_option("#reden", "te_ver")
    await expect(longest).to_be_visible()
    await page.select_option("#reden", "ander_werk")
    await expect(longest).to_be_hidden()
