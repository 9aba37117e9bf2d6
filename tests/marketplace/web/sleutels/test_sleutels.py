"""A beheerder makes a key, sees it once, and withdraws it; nobody else comes here."""

import re

import pytest

from tests.marketplace.web.api.program import program
from tests.marketplace.web.site import Site

PATH = "/beheer/api-sleutels"
FIELDS = {
    "naam": "Koppeling",
    "als": "accountmanager:AM09",
    "scopes": ["leerwerkplekken:lezen", "regios:lezen"],
    "laatste_dag": "2027-05-01",
}


@pytest.fixture(autouse=True)
async def ids(site: Site) -> None:
    """New accounts get ids after those of the example, which were chosen."""
    await site.behind.execute("select setval(pg_get_serial_sequence('accounts', 'id'), 100)")


async def test_a_key_is_shown_once_works_and_is_withdrawn(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as visitor:
        assert "Nog geen sleutels" in (await visitor.get(PATH)).text
        made = await visitor.post(f"{PATH}/nieuw", FIELDS)
        token = re.search(r"plekwijs_[\w-]{43}", made.text)
        assert token
        assert made.headers["cache-control"] == "no-store"
        async with program(site.app, token[0]) as used:
            assert (await used.get("/regios")).status_code == 200
            assert (await used.get("/kandidaten")).status_code == 403
            page = (await visitor.get(PATH)).text
            assert token[0] not in page
            assert "Koppeling" in page
            assert "nog nooit" not in page
            assert "1 mei 2027" in page
            own = (await visitor.get(f"{PATH}/1")).text
            for words in ("Accountmanager, Achterhoek", "leerwerkplekken:lezen", "API-sleutel gemaakt"):
                assert words in own
            assert (await visitor.post(f"{PATH}/1/intrekken")).status_code == 303
            assert (await used.get("/regios")).status_code == 401
        assert "Ingetrokken" in (await visitor.get(PATH)).text
        ended = (await visitor.get(f"{PATH}/1")).text
        assert "API-sleutel ingetrokken" in ended
        assert "/intrekken" not in ended
        assert (await visitor.get("/beheer/accounts")).text.count("Koppeling") == 0


async def test_why_a_key_is_withdrawn_stands_in_its_history(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as visitor:
        await visitor.post(f"{PATH}/nieuw", FIELDS)
        refused = await visitor.post(f"{PATH}/1/intrekken", {"reden": "van 123456782"})
        assert refused.status_code == 400
        assert 'value="van 123456782"' in refused.text
        assert "Sleutel intrekken" in (await visitor.get(f"{PATH}/1")).text
        await visitor.post(f"{PATH}/1/intrekken", {"reden": "De koppeling is vervangen."})
        page = (await visitor.get(f"{PATH}/1")).text
    assert re.search(r"API-sleutel ingetrokken</strong>.*<p>De koppeling is vervangen\.</p>", page, re.DOTALL)
    assert "Sleutel intrekken" not in page


async def test_every_mistake_is_told_at_its_field_and_what_was_typed_stays(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as visitor:
        wrong = {
            "naam": "Koppeling",
            "als": "beheerder:AM09",
            "scopes": ["alles:lezen"],
            "laatste_dag": "2027-05-01",
        }
        response = await visitor.post(f"{PATH}/nieuw", wrong)
        assert response.status_code == 400
        assert response.text.count("Maak een keuze uit de lijst.") == 4
        assert 'value="Koppeling"' in response.text
        late = await visitor.post(f"{PATH}/nieuw", {**FIELDS, "laatste_dag": "2029-01-01"})
        assert "hooguit een jaar vooruit" in late.text
        empty = await visitor.post(f"{PATH}/nieuw", {})
        assert "Er kloppen nog 4 dingen niet" in empty.text


async def test_a_beheerder_of_elsewhere_sees_and_withdraws_nothing(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as visitor:
        await visitor.post(f"{PATH}/nieuw", FIELDS)
    async with site.logged_in("beheerder@daar.nl") as stranger:
        assert "Nog geen sleutels" in (await stranger.get(PATH)).text
        assert (await stranger.get(f"{PATH}/1")).status_code == 404
        assert (await stranger.post(f"{PATH}/1/intrekken")).status_code == 404
        assert (await stranger.post(f"{PATH}/nieuw", FIELDS)).status_code == 400


@pytest.mark.parametrize("email", ["accountmanager@hier.nl", "werkgever@hier.nl"])
async def test_only_a_beheerder_comes_here(site: Site, email: str) -> None:
    async with site.logged_in(email) as visitor:
        for response in (
            await visitor.get(PATH),
            await visitor.get(f"{PATH}/nieuw"),
            await visitor.get(f"{PATH}/1"),
            await visitor.post(f"{PATH}/nieuw", FIELDS),
            await visitor.post(f"{PATH}/1/intrekken"),
        ):
            assert response.status_code == 403


async def test_the_beheerder_of_the_regio_reads_the_history_of_a_key_of_an_organisatie(site: Site) -> None:
    await site.behind.execute("insert into account_rollen values (2, 'beheerder', null, 1)")
    async with site.logged_in("werkgever@hier.nl") as visitor:
        made = await visitor.post(f"{PATH}/nieuw", {**FIELDS, "als": "werkgever:1"})
        assert made.status_code == 200, made.text
    async with site.logged_in("beheerder@hier.nl") as visitor:
        assert "API-sleutel gemaakt" in (await visitor.get(f"{PATH}/1")).text
