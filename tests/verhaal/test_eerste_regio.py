"""A region that begins empty: one command, files in the templates of the site, a run, a plan reviewed."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import asyncpg
import pytest
from playwright.async_api import FilePayload, Page, expect

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from seed.begin import begin
from tests.axe import expect_accessible
from tests.live import Live, start_live
from tests.verhaal import spreadsheets
from tests.verhaal.spreadsheets import Rij, fill

EMAIL, WACHTWOORD = "eerste@regio.nl", "een lang genoeg wachtwoord"
PATIENCE = 60_000  # milliseconds: a file or a run on a busy machine
PLEKKEN, KANDIDATEN = 20, 40
FILES: Sequence[tuple[str, Sequence[Rij]]] = (
    ("organisaties", spreadsheets.organisaties()),
    ("vestigingen", spreadsheets.vestigingen()),
    ("praktijkopleiders", spreadsheets.praktijkopleiders()),
    ("erkenningen", spreadsheets.erkenningen()),
    ("opleidingen", spreadsheets.opleidingen()),
    ("leerwerkplekken", spreadsheets.plekken(PLEKKEN)),
    ("kandidaten", spreadsheets.kandidaten(KANDIDATEN)),
)


@pytest.fixture
async def token(database: Dsns, clock: FixedClock) -> str:
    """What the command gives to the first beheerder."""
    conn = await asyncpg.connect(database.eigenaar)
    try:
        return await begin(conn, clock=clock, regio_code="AM09", email=EMAIL, naam="Eerste Beheerder")
    finally:
        await conn.close()


@pytest.fixture
async def leeg(token: str, database: Dsns, tmp_path: Path) -> AsyncIterator[Live]:
    """Web and worker as processes on a database where only the beheerder is."""
    assert token
    running = start_live(database, tmp_path)
    try:
        await asyncio.to_thread(running.wait_until_up)
        yield running
    finally:
        running.stop()


async def come_in(page: Page, url: str, token: str) -> None:
    """Choose a password, log in, and take the role of accountmanager."""
    await page.goto(f"{url}/link/wachtwoord/{token}")
    await page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    await page.get_by_label("Wachtwoord, nog een keer").fill(WACHTWOORD)
    await page.get_by_role("button", name="Wachtwoord bewaren").click()
    await page.get_by_label("E-mailadres").fill(EMAIL)
    await page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    await page.get_by_role("button", name="Inloggen").click()
    await page.get_by_role("link", name="Naar de accounts").click()
    await page.get_by_role("link", name="Eerste Beheerder").click()
    await page.get_by_role("link", name="Rol geven").click()
    await page.get_by_label("Rol").select_option(label="Accountmanager")
    await page.get_by_role("button", name="Rol geven").click()


async def check(page: Page, url: str, soort: str, rows: Sequence[Rij]) -> None:
    """Fill the template that the site gives now, send it, and wait until it was checked."""
    await page.goto(f"{url}/gegevens/{soort}")
    template = await page.request.get(f"{url}/gegevens/{soort}/sjabloon.xlsx")
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    content = fill(await template.body(), rows)
    file = FilePayload(name=f"{soort}.xlsx", mimeType=mime, buffer=content)
    await page.get_by_label("Uw bestand").set_input_files(file)
    await page.get_by_role("button", name="Bestand nakijken").click()
    await expect(page.locator("#inlezing")).to_contain_text("Nagekeken", timeout=PATIENCE)


async def write(page: Page, rows: int) -> None:
    """Write what was checked."""
    await page.get_by_role("button", name=f"{rows} rijen inlezen").click()
    await expect(page.locator("#inlezing")).to_contain_text("Het bestand is ingelezen", timeout=PATIENCE)


async def test_an_empty_region_comes_to_a_plan_with_files_alone(page: Page, leeg: Live, token: str) -> None:
    url = leeg.url
    await come_in(page, url, token)
    await expect(page.locator("footer")).not_to_contain_text("voorbeeldregio")
    await page.goto(url)
    await page.get_by_role("link", name="Gegevens inlezen").click()

    for soort, rows in FILES[:-1]:
        await check(page, url, soort, rows)
        await write(page, len(rows))
    soort, rows = FILES[-1]
    wrong = [{**row, "Postcode": 9999} if number < 3 else row for number, row in enumerate(rows)]
    await check(page, url, soort, wrong)
    await expect(page.locator("#inlezing ol")).to_have_text(re.compile(r"^\s*H2, H3, H4 \(Postcode\): "))
    await expect_accessible(page)
    await check(page, url, soort, rows)
    await write(page, len(rows))

    await page.goto(f"{url}/plan")
    await page.get_by_role("button", name="Maak een eerste plan").click()
    await page.get_by_role("link", name="Naar het plan").click(timeout=PATIENCE)
    fresh = page.locator(".werklijst > li").filter(has_text="Voorgesteld")
    await fresh.locator("a[href^='/voorstellen/']").first.click()
    await expect(page.get_by_role("heading", name="Waarom deze plek")).to_be_visible()
    await page.get_by_text("Wijs af", exact=True).click()
    await page.get_by_label("Waarom niet?").select_option(label="De kandidaat wil ander werk.")
    await page.get_by_role("button", name="Wijs dit voorstel af").click()
    await expect(page.get_by_text("Afgewezen door")).to_be_visible()
