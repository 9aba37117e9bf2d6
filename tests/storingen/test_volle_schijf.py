"""PostgreSQL on a disk that is full: calm pages, nothing half, and work again once there is room."""

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from random import Random
from string import ascii_letters

import pytest

from marketplace.clock import clock_at
from marketplace.embedded import EmbeddedPostgres
from marketplace.migrate import migrate
from tests.marketplace.kleine_regio import make_regio
from tests.marketplace.web.inlezen.bestanden import get_rows, read_in, text_of, upload, workbook
from tests.marketplace.web.invullen import offered_again
from tests.marketplace.web.leerwerkplekken.formulier import good
from tests.marketplace.web.regio_site import EIGEN, RegioSite, open_regio_site
from tests.marketplace.werkplaats import VANDAAG, open_werkplaats
from tests.storingen.stilstand import read_all

SIZE = "160m"
NO_DISK = "Only root can mount a small disk to fill."
PIECE = 1 << 16
PLEKKEN = "select count(*) from leerwerkplekken"


@pytest.fixture
def schijf(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, small; skips where nobody may mount one."""
    disk = tmp_path / "schijf"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=755", "plekwijs-proef", disk],  # noqa: S607 (of the system)
        check=False,
        capture_output=True,
    )
    if made.returncode != 0:
        pytest.skip(NO_DISK)
    yield disk
    subprocess.run(["umount", disk], check=True)  # noqa: S607 (of the system)


@pytest.fixture
def postgres(schijf: Path) -> Iterator[EmbeddedPostgres]:
    """A PostgreSQL on that disk."""
    server = EmbeddedPostgres(schijf / "data", fsync=False)
    migrate(server.start().eigenaar)
    yield server
    server.stop()


@pytest.fixture
async def huis(postgres: EmbeddedPostgres) -> AsyncIterator[RegioSite]:
    """The running application on it."""
    async with open_regio_site(postgres.dsns(), clock_at(VANDAAG)) as opened:
        yield opened


def fill(disk: Path) -> Path:
    """Take what room is left; gives the file to remove."""
    filler = disk / "vol"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * PIECE)
        except OSError:
            pass
    return filler


async def test_a_page_stays_calm_on_a_full_disk_and_works_again_once_there_is_room(
    huis: RegioSite, schijf: Path
) -> None:
    large = os.urandom(1 << 18)
    async with huis.site.logged_in(EIGEN) as visitor:
        before = await read_all(huis.eigenaar)
        filler = fill(schijf)
        refused = await upload(visitor, "leerwerkplekken", large)
        assert refused.status_code == 500
        assert "Er is niets veranderd. Probeer het straks nog eens." in refused.text
        assert await read_all(huis.eigenaar) == before
        assert "K-0001" in await text_of(visitor, "/kandidaten"), "what is there can be read"
        filler.unlink()
        assert (await upload(visitor, "leerwerkplekken", large)).status_code == 303


async def test_a_form_that_meets_a_full_disk_is_given_back_and_sent_again_once_there_is_room(
    huis: RegioSite, schijf: Path
) -> None:
    path, versie, rnd = f"/leerwerkplekken/{huis.regio.plekken[0]}/bewerken", 1, Random(1)
    async with huis.site.logged_in(EIGEN) as visitor:
        filler = fill(schijf)
        while True:
            before = await read_all(huis.eigenaar)
            text = "".join(rnd.choices(ascii_letters, k=3000))
            refused = await visitor.post(path, good(huis, omschrijving=text, versie=str(versie)))
            if refused.status_code != 303:
                break
            versie += 1
        assert refused.status_code == 500, refused.text
        assert "Er is niets opgeslagen." in refused.text
        assert text in refused.text
        assert await read_all(huis.eigenaar) == before
        filler.unlink()
        again, fields = offered_again(refused.text)
        sent = await visitor.client.post(again, data=fields, headers={"sec-fetch-site": "same-origin"})
        assert sent.status_code == 303
        assert text in await text_of(visitor, sent.headers["location"])


async def test_a_file_that_finds_the_disk_full_while_it_is_written_writes_nothing_and_is_written_later(
    huis: RegioSite, schijf: Path
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        first = (await get_rows(visitor, "leerwerkplekken"))[0]
        rows = [{**first, "Nummer": f"N-{number}"} for number in range(400)]
        path = await read_in(visitor, "leerwerkplekken", workbook(rows))
        assert "400 rijen inlezen" in (await visitor.get(path)).text
        before = await huis.eigenaar.fetchval(PLEKKEN)
        filler = fill(schijf)
        await visitor.post(f"{path}/schrijven")
        filler.unlink()
        assert await huis.eigenaar.fetchval(PLEKKEN) == before
        page = await text_of(visitor, path)
        assert "Er ging iets mis bij ons. Er is niets veranderd. Probeer het nog eens." in page
        await visitor.post(f"{path}/schrijven")
        assert "Het bestand is ingelezen" in await text_of(visitor, path)
    assert await huis.eigenaar.fetchval(PLEKKEN) == before + len(rows)


async def test_a_run_on_a_full_disk_ends_with_a_sentence_and_the_next_one_is_well(
    postgres: EmbeddedPostgres, schijf: Path, tmp_path: Path
) -> None:
    async with open_werkplaats(postgres.dsns(), tmp_path) as place:
        await make_regio(place.conn)
        run = await place.ask()
        filler = fill(schijf)
        place.start_worker()
        await place.wait_for_status(run, "mislukt")
        assert "Er is niets veranderd." in await place.conn.fetchval("select fout from rekenruns")
        assert await place.conn.fetchval("select count(*) from plannen") == 0
        await asyncio.to_thread(filler.unlink)
        await place.wait_for_status(await place.ask(), "geslaagd")
