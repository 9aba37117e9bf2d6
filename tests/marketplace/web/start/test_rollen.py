"""Each role reads what waits for it: people not ready, plekken and erkenningen that end, a plan to read."""

import pytest

from tests.marketplace.web.kandidaten.rollen_site import add_rollen
from tests.marketplace.web.organisaties.rollen import give_role
from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite

ADDRESS = "{}@voorbeeld.plekwijs.nl"


async def home(huis: RegioSite, email: str) -> str:
    """The first page as somebody reads it."""
    async with huis.site.logged_in(email) as visitor:
        return " ".join((await visitor.get("/")).text.split())


@pytest.mark.parametrize(("email", "told"), [(EIGEN, True), (WERKGEVER, True), (VREEMD, False)])
async def test_a_plek_that_ends_soon_is_told_and_picked_out(
    huis: RegioSite, email: str, *, told: bool
) -> None:
    await huis.eigenaar.execute(
        "update leerwerkplekken set periode = daterange(lower(periode), '2026-12-20')"
        " where titel = 'Tuin aanleggen'"
    )
    assert ("1 leerwerkplek stopt binnenkort" in await home(huis, email)) == told
    async with huis.site.logged_in(email) as visitor:
        text = (await visitor.get("/leerwerkplekken?eindigt=binnenkort")).text
    assert ("Tuin aanleggen" in text) == told
    assert "Gras maaien" not in text


@pytest.mark.parametrize(
    ("name", "told"), [("eigen", True), ("planner", True), ("jobcoach", False), ("vreemde_planner", False)]
)
async def test_who_is_registered_but_takes_no_part_is_told(huis: RegioSite, name: str, *, told: bool) -> None:
    await add_rollen(huis)
    await huis.eigenaar.execute("update kandidaten set status = 'voor_aangemeld' where kenmerk = 'K-0002'")
    assert ("1 kandidaat doet nog niet mee" in await home(huis, ADDRESS.format(name))) == told


async def test_a_regiocoordinator_reads_how_the_plan_stands_and_who_waits(huis: RegioSite) -> None:
    await add_rollen(huis)
    text = await home(huis, ADDRESS.format("coordinator"))
    assert "Er is nog geen plan voor regio Achterhoek" in text
    assert "2 kandidaten wachten te lang" in text
    assert "Het eerste plan maken" not in text


async def test_an_adviseur_of_sbb_reads_which_erkenning_ends_and_opens_a_plek_without_people(
    huis: RegioSite,
) -> None:
    email = await give_role(huis, "sbb_adviseur", regio_code="AM09")
    assert "geen erkenning af" in await home(huis, email)
    await huis.eigenaar.execute("update erkenningen set periode = daterange(lower(periode), '2026-12-20')")
    text = await home(huis, email)
    assert "De erkenning van Voorbeeld Tuinen loopt af" in text
    assert "erkend tot 20 december 2026" in text
    async with huis.site.logged_in(email) as visitor:
        path = f"/leerwerkplekken/{huis.regio.plekken[0]}"
        page = await visitor.get(path)
        assert page.status_code == 200
        assert "Wie hier een plaats heeft" not in page.text
        assert "K-000" not in page.text
        assert "/bewerken" not in page.text
        assert (await visitor.get(f"{path}/weken")).status_code == 403
        assert (await visitor.get("/kandidaten")).status_code == 403
        assert (await visitor.get("/plan")).status_code == 403


async def test_an_adviseur_of_elsewhere_reads_of_no_erkenning_and_no_plek(huis: RegioSite) -> None:
    email = await give_role(huis, "sbb_adviseur", regio_code="AM07")
    await huis.eigenaar.execute("update erkenningen set periode = daterange(lower(periode), '2026-12-20')")
    assert "Voorbeeld Tuinen" not in await home(huis, email)
    async with huis.site.logged_in(email) as visitor:
        assert (await visitor.get(f"/leerwerkplekken/{huis.regio.plekken[0]}")).status_code == 404


async def test_a_praktijkopleider_opens_the_plekken_of_the_own_organisatie(huis: RegioSite) -> None:
    organisatie = await huis.eigenaar.fetchval("select id from organisaties where naam = 'Voorbeeld Tuinen'")
    email = await give_role(huis, "praktijkopleider", organisatie_id=organisatie)
    assert "2 leerwerkplekken doen mee" in await home(huis, email)
    async with huis.site.logged_in(email) as visitor:
        text = (await visitor.get("/leerwerkplekken")).text
        assert "Tuin aanleggen" in text
        assert "Plek bij de buren" not in text
        assert "Nieuwe leerwerkplek" not in text
        path = f"/leerwerkplekken/{huis.regio.plekken[0]}"
        page = await visitor.get(path)
        assert "Wie hier een plaats heeft" in page.text
        assert "/bewerken" not in page.text
        assert (await visitor.get(f"{path}/weken")).status_code == 200
        assert (await visitor.get(f"{path}/bewerken")).status_code == 403
        assert (await visitor.get(f"/leerwerkplekken/{huis.details.buren_plek}")).status_code == 404
