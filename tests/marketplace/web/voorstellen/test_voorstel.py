"""The page of a voorstel and every decision on it, through the real application."""

import pytest

from tests.marketplace.web.werkbank import EIGEN, VREEMD, WERKGEVER, Werkbank


@pytest.fixture
async def voorstel(bank: Werkbank) -> int:
    """The first voorstel of a fresh plan."""
    return (await bank.voorstellen(await bank.solve()))[0]


async def test_the_page_says_why_and_names_nobody(bank: Werkbank, voorstel: int) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/voorstellen/{voorstel}")).text
    for expected in (
        "Waarom deze plek",
        "Wat zou anders kunnen",
        "K-0001",
        "Bronckhorst",
        "De kandidaat zei ja",
    ):
        assert expected in page
    assert "{kandidaat" not in page
    assert "{plek" not in page
    assert page.count("knop-eerste") == 1


@pytest.mark.parametrize("email", [VREEMD, WERKGEVER])
async def test_a_stranger_cannot_see_or_decide(bank: Werkbank, voorstel: int, email: str) -> None:
    expected = 404 if email == VREEMD else 403
    async with bank.site.logged_in(email) as visitor:
        assert (await visitor.get(f"/voorstellen/{voorstel}")).status_code == expected
        fields = {"versie": "1", "ja_op": "2026-11-19"}
        for step in ("bespreken", "akkoord", "afwijzen", "vastzetten", "losmaken", "terugzetten"):
            response = await visitor.post(f"/voorstellen/{voorstel}/{step}", fields)
            assert response.status_code == expected, step
    assert await bank.status(voorstel) == "voorgesteld"


async def test_from_yes_to_akkoord_and_back(bank: Werkbank, voorstel: int) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        for step, fields, status in (
            ("bespreken", {"ja_op": "19-11-2026"}, "besproken_met_kandidaat"),
            ("akkoord", {"startweek": await bank.startweek(voorstel)}, "akkoord_accountmanager"),
            ("terugzetten", {}, "besproken_met_kandidaat"),
            ("terugzetten", {}, "voorgesteld"),
        ):
            form = {"versie": await bank.versie(voorstel), **fields}
            response = await visitor.post(f"/voorstellen/{voorstel}/{step}", form)
            assert response.status_code == 303, step
            assert await bank.status(voorstel) == status
            assert (await visitor.get(f"/voorstellen/{voorstel}")).status_code == 200
    assert await bank.eigenaar.fetchval("select count(*) from bezetting") == 0


@pytest.mark.parametrize(
    ("partij", "expected"),
    [("kandidaat", "/kandidaten/{}/bewerken?naar=/voorstellen/"), ("werkgever", "/leerwerkplekken/{}")],
)
async def test_a_rejection_that_changes_nothing_more_says_what_to_do(
    bank: Werkbank, voorstel: int, partij: str, expected: str
) -> None:
    await bank.eigenaar.execute("update afwijsredenen set partij = $1 where code = 'nu_niet'", partij)
    (pair,) = await bank.eigenaar.fetch("select * from voorstellen where id = $1", voorstel)
    number = pair["kandidaat_id" if partij == "kandidaat" else "leerwerkplek_id"]
    async with bank.site.logged_in(EIGEN) as visitor:
        fields = {"versie": await bank.versie(voorstel), "reden": "nu_niet"}
        await visitor.post(f"/voorstellen/{voorstel}/afwijzen", fields)
        page = (await visitor.get(f"/voorstellen/{voorstel}")).text
    panel = page.split('id="besluit-kop"')[1].split("</section>")[0]
    assert "houdt rekening met de reden" not in panel
    assert f'href="{expected.format(number)}' in panel


async def test_a_rejection_needs_a_reason_and_keeps_what_was_typed(bank: Werkbank, voorstel: int) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        fields = {"versie": await bank.versie(voorstel), "toelichting": "Wil binnen werken."}
        refused = await visitor.post(f"/voorstellen/{voorstel}/afwijzen", fields)
        assert refused.status_code == 400
        assert "Vul dit veld in." in refused.text
        assert "Wil binnen werken." in refused.text
        unknown = await visitor.post(f"/voorstellen/{voorstel}/afwijzen", {**fields, "reden": "zomaar"})
        assert "Kies een reden uit de lijst." in unknown.text
        done = await visitor.post(f"/voorstellen/{voorstel}/afwijzen", {**fields, "reden": "ander_werk"})
        assert done.status_code == 303
        page = (await visitor.get(f"/voorstellen/{voorstel}")).text
    assert "Afgewezen door de kandidaat: De kandidaat wil ander werk." in page
    assert await bank.status(voorstel) == "afgewezen"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("Bel 123456782 even", "een getal dat een BSN kan zijn"), ("x" * 1_000_000, "Deze tekst is te lang")],
)
async def test_a_bsn_or_a_huge_text_is_refused_and_changes_nothing(
    bank: Werkbank, voorstel: int, text: str, sentence: str
) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        fields = {"versie": await bank.versie(voorstel), "reden": "ander_werk", "toelichting": text}
        response = await visitor.post(f"/voorstellen/{voorstel}/afwijzen", fields)
    assert response.status_code == 400
    assert sentence in response.text
    assert await bank.status(voorstel) == "voorgesteld"


async def test_a_stale_version_shows_what_is_there_and_what_was_typed(bank: Werkbank, voorstel: int) -> None:
    old = await bank.versie(voorstel)
    async with bank.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"/voorstellen/{voorstel}/bespreken", {"versie": old, "ja_op": "2026-11-19"})
        fields = {"versie": old, "pin_reden": "Kent de werkgever.", "pin_tot": "2026-12-20"}
        response = await visitor.post(f"/voorstellen/{voorstel}/vastzetten", fields)
    assert response.status_code == 409
    assert "Kent de werkgever." in response.text.partition('<details class="meer" open>')[2]
    assert "Iemand anders heeft dit voorstel intussen gewijzigd" in response.text
    assert "Kent de werkgever." in response.text
    assert "Geef akkoord" in response.text
    assert await bank.eigenaar.fetchval("select pin_reden from voorstellen where id = $1", voorstel) is None


async def test_a_pin_needs_a_date_that_is_still_to_come(bank: Werkbank, voorstel: int) -> None:
    fields = {"versie": await bank.versie(voorstel), "pin_reden": "Kent de werkgever."}
    async with bank.site.logged_in(EIGEN) as visitor:
        past = await visitor.post(f"/voorstellen/{voorstel}/vastzetten", {**fields, "pin_tot": "2026-11-01"})
        assert past.status_code == 400
        assert "Deze dag is al voorbij." in past.text
        late = await visitor.post(f"/voorstellen/{voorstel}/vastzetten", {**fields, "pin_tot": "2028-01-01"})
        assert "U kunt vastzetten tot uiterlijk 15 januari 2027" in late.text
        good = await visitor.post(f"/voorstellen/{voorstel}/vastzetten", {**fields, "pin_tot": "2026-12-20"})
        assert good.status_code == 303
        page = (await visitor.get(f"/voorstellen/{voorstel}")).text
        assert "Staat vast tot 20 december 2026" in page
        loose = {"versie": await bank.versie(voorstel)}
        assert (await visitor.post(f"/voorstellen/{voorstel}/losmaken", loose)).status_code == 303


async def test_the_last_plaats_gone_is_said_and_the_voorstel_stays(bank: Werkbank, voorstel: int) -> None:
    await bank.eigenaar.execute(
        "insert into bezetting select $1, $2, praktijkopleider_id, '2026-11-30', 300, 'eigen_werkplek'"
        " from leerwerkplek_praktijkopleiders where leerwerkplek_id = $2",
        bank.regio.kandidaten[2],
        await bank.eigenaar.fetchval("select leerwerkplek_id from voorstellen where id = $1", voorstel),
    )
    await bank.eigenaar.execute("update leerwerkplekken set plaatsen = 1")
    await bank.eigenaar.execute("update plan_voorstellen set startweek = '2026-11-23'")
    async with bank.site.logged_in(EIGEN) as visitor:
        said = {"versie": await bank.versie(voorstel), "ja_op": "2026-11-19"}
        await visitor.post(f"/voorstellen/{voorstel}/bespreken", said)
        response = await visitor.post(
            f"/voorstellen/{voorstel}/akkoord",
            {"versie": await bank.versie(voorstel), "startweek": "2026-11-23"},
        )
    assert response.status_code == 409
    assert "geen plaats meer vrij" in response.text
    assert "Zet het voorstel een stap terug of wijs het af. Herstel daarna het plan." in response.text
    assert await bank.status(voorstel) == "besproken_met_kandidaat"


async def test_the_history_says_who_did_what(bank: Werkbank, voorstel: int) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        fields = {"versie": await bank.versie(voorstel), "reden": "te_ver"}
        await visitor.post(f"/voorstellen/{voorstel}/afwijzen", fields)
        await visitor.post(f"/voorstellen/{voorstel}/terugzetten", {"versie": await bank.versie(voorstel)})
        page = (await visitor.get(f"/voorstellen/{voorstel}")).text
    assert "Een stap teruggezet" in page
    assert "Afgewezen</strong>: De reis is te ver." in page
    assert page.count(", eigen</span>") == 2


async def test_the_way_back_keeps_the_filters_of_the_plan_also_after_a_decision(bank: Werkbank) -> None:
    voorstel = (await bank.voorstellen(await bank.solve()))[0]
    way = "?naar=/plan%3Fsector%3Dgroen%26pagina%3D1"
    async with bank.site.logged_in(EIGEN) as visitor:
        assert f'href="/voorstellen/{voorstel}{way}"' in (await visitor.get("/plan?sector=groen")).text
        assert f'href="/voorstellen/{voorstel}"' in (await visitor.get("/plan")).text
        page = (await visitor.get(f"/voorstellen/{voorstel}{way}")).text
        assert 'href="/plan?sector=groen&amp;pagina=1"' in page
        assert f'action="/voorstellen/{voorstel}/bespreken{way}"' in page
        fields = {"versie": await bank.versie(voorstel), "ja_op": "2026-11-19"}
        after = await visitor.post(f"/voorstellen/{voorstel}/bespreken{way}", fields)
        assert after.headers["location"] == f"/voorstellen/{voorstel}{way}"
        elsewhere = (await visitor.get(f"/voorstellen/{voorstel}?naar=//kwaad.example")).text
    assert "kwaad.example" not in elsewhere.split("<main")[1].split("<form")[0]
    assert 'href="/plan?regio=AM09"' in elsewhere
