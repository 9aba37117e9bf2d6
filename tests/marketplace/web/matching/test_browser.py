"""In a real browser: a run followed live and stopped with the best plan kept; a plan mended after a pin."""

from collections.abc import AsyncIterator
from urllib.parse import quote

import pytest
from playwright.async_api import Page, expect

from marketplace.rekenruns import claims
from marketplace.rekenruns.doorbell import ring_progress
from tests.axe import expect_accessible
from tests.marketplace.web.serving import serve
from tests.marketplace.web.site import PASSWORD
from tests.marketplace.web.werkbank import EIGEN, Werkbank


@pytest.fixture
async def address(bank: Werkbank) -> AsyncIterator[str]:
    """The site behind a real server."""
    async with serve(bank.site.app) as found:
        yield found


async def login(page: Page, address: str, naar: str) -> None:
    """Come in and go to a page."""
    await page.goto(f"{address}/inloggen?naar={naar}")
    await page.get_by_label("E-mailadres").fill(EIGEN)
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Inloggen").click()


async def ask_rekenrun(page: Page, address: str) -> None:
    """Come in and start a run."""
    await login(page, address, "/rekenruns")
    await page.get_by_role("button", name="Start een rekenrun").click()
    await expect(page.get_by_text("In de wachtrij", exact=True)).to_be_visible()


async def test_the_best_plan_so_far_appears_and_is_kept_on_request(
    page: Page, address: str, bank: Werkbank
) -> None:
    await ask_rekenrun(page, address)
    claim = await claims.claim_rekenrun(bank.eigenaar, "proef", bank.clock.now())
    assert claim is not None
    for seconden, geplaatst, grens in ((0.1, 2, 133), (1.5, 3, 106)):
        lagen = [{"naam": "geplaatst", "waarde": 100, "grens": grens, "gat": 0.0}]
        await claims.insert_voortgang(
            bank.eigenaar,
            claim.id,
            now=bank.clock.now(),
            fase="rekenen",
            zin="Een beter plan.",
            plan={"seconden": seconden, "geplaatst": geplaatst, "lagen": lagen},
        )
        await ring_progress(bank.eigenaar, claim.id)
        await expect(page.locator("#run")).to_contain_text(f"minstens {geplaatst} kandidaten een plek")
    await expect(page.locator("#run")).to_contain_text("hooguit 6 % beter mogelijk")
    await page.locator("summary", has_text="in getallen").click()
    await expect(page.get_by_role("row", name="1,5 s 3 6 %")).to_be_visible()
    await expect_accessible(page)
    await page.get_by_role("button", name="Stop en houd het beste plan").click()
    await expect(page.locator("#run")).to_contain_text("stopt het rekenen")
    await bank.work(claim)
    await expect(page.locator("#run")).to_contain_text("stopte het rekenen eerder")
    await expect(page.get_by_role("link", name="Naar het plan")).to_be_visible()
    await page.locator("summary", has_text="per doel").click()
    await expect(page.get_by_text("Mensen die een plek krijgen:")).to_be_visible()
    await expect_accessible(page)


async def test_a_pin_is_followed_by_a_mended_plan_that_appears_by_itself(
    page: Page, address: str, bank: Werkbank
) -> None:
    plan = await bank.solve()
    narrow = bank.regio.plekken[0]
    rows = await bank.eigenaar.fetch(
        "select deel.kandidaat_id, deel.leerwerkplek_id, deel.startweek, kandidaat.kenmerk"
        " from plan_voorstellen deel join kandidaten kandidaat on kandidaat.id = deel.kandidaat_id"
        " where deel.plan_id = $1 order by 1",
        plan,
    )
    there = next(row for row in rows if row["leerwerkplek_id"] == narrow)
    other, stays = [row for row in rows if row["leerwerkplek_id"] != narrow]
    pad = f"/kandidaten/{other['kandidaat_id']}/voorstel?plek={narrow}&startweek={there['startweek']}"
    await login(page, address, quote(pad))
    await page.get_by_label("Waarom").fill("Kent de werkgever.")
    await page.get_by_label("Tot welke dag").fill("2026-12-20")
    await page.get_by_role("button", name="Maak dit voorstel").click()
    await expect(page.get_by_text("het plan van nu houdt daar nog geen rekening mee")).to_be_visible()
    await expect_accessible(page)
    await page.get_by_role("button", name="Plan herstellen").click()
    await expect(page.get_by_text("Het plan wordt nu hersteld.")).to_be_visible()
    await expect_accessible(page)
    await bank.work()
    said = page.get_by_role("status")
    await expect(said).to_contain_text(
        f"Daarbij kreeg 1 ander een andere plek of geen plek: {there['kenmerk']}."
    )
    await expect_accessible(page)
    await said.get_by_role("link", name="Bekijk wat er veranderde").click()
    moved = page.locator("main ul").filter(has_text="Eerder")
    await expect(moved.locator("li")).to_have_count(2)
    await expect(moved).not_to_contain_text(stays["kenmerk"])
