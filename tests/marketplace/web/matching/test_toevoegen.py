"""A voorstel by hand: what today's rules say of it, exceptions with authority, and the run that keeps it."""

from marketplace.db import Connection
from tests.marketplace.kleine_regio import REGIO, WEEK0
from tests.marketplace.web.site import Visitor
from tests.marketplace.web.werkbank import EIGEN, VREEMD, WERKGEVER, Werkbank

WEEK = WEEK0.isoformat()
TOT = "2026-12-20"
REDEN = {"reden": "De werkgever kent de kandidaat al.", "tot": TOT}


def page_of(bank: Werkbank, kandidaat: int = 0) -> str:
    """The page on which one makes a voorstel."""
    return f"/kandidaten/{bank.regio.kandidaten[kandidaat]}/voorstel"


def choice(bank: Werkbank, plek: int = 0) -> dict[str, str]:
    """A plek and the first startweek."""
    return {"plek": str(bank.regio.plekken[plek]), "startweek": WEEK}


async def look(bank: Werkbank, visitor: Visitor, kandidaat: int = 0, plek: int = 0) -> str:
    """What the page says of a choice."""
    number = bank.regio.plekken[plek]
    return (await visitor.get(f"{page_of(bank, kandidaat)}?plek={number}&startweek={WEEK}")).text


async def make_coordinator(conn: Connection) -> None:
    """Let the accountmanager also decide on beleid."""
    await conn.execute("insert into rollen values ('regiocoordinator', 'Coördinator', true, '{}')")
    await conn.execute(
        "insert into account_rollen (account_id, rol, regio_code)"
        " select id, 'regiocoordinator', $2 from accounts where email = $1",
        EIGEN,
        REGIO,
    )


async def without_plek(bank: Werkbank) -> int:
    """A plan of a minute ago in which nobody has a plek."""
    await bank.eigenaar.execute("update leerwerkplekken set taal = 4")
    plan = await bank.solve()
    await bank.eigenaar.execute("update leerwerkplekken set taal = 1")
    await bank.eigenaar.execute("update rekenruns set gelezen_op = gelezen_op - interval '1 minute'")
    return plan


async def test_a_pair_that_fits_becomes_a_pinned_voorstel_that_the_next_run_keeps(bank: Werkbank) -> None:
    await without_plek(bank)
    async with bank.site.logged_in(EIGEN) as visitor:
        page = await look(bank, visitor)
        assert "Deze plek past bij alle regels. Niemand anders hoeft te verschuiven." in page
        response = await visitor.post(page_of(bank), choice(bank) | REDEN)
        assert response.status_code == 303, response.text
        page = (await visitor.get(response.headers["location"])).text
        assert "Toegevoegd door eigen" in page
        assert "Toegevoegd door een mens" in page
        assert "Staat vast tot" in page
        assert "Bij 1 voorstel is iets besloten" in (await visitor.get("/plan")).text
    plan = await bank.solve()
    row = await bank.eigenaar.fetchrow(
        "select leerwerkplek_id, startweek from plan_voorstellen where plan_id = $1 and kandidaat_id = $2",
        plan,
        bank.regio.kandidaten[0],
    )
    assert row is not None
    assert (row["leerwerkplek_id"], row["startweek"]) == (bank.regio.plekken[0], WEEK0)
    assert await bank.eigenaar.fetchval("select count(*) from voorstellen where toegevoegd_op is not null")


async def test_wet_is_told_and_cannot_be_passed(bank: Werkbank) -> None:
    await without_plek(bank)
    await make_coordinator(bank.eigenaar)
    await bank.eigenaar.execute("update leerwerkplekken set vormen = '{behoud_uitkering}'")
    async with bank.site.logged_in(EIGEN) as visitor:
        page = await look(bank, visitor)
        assert "Hier kan niemand van afwijken." in page
        assert "Maak dit voorstel" not in page
        assert "Leg de uitzondering vast" not in page
        response = await visitor.post(page_of(bank), choice(bank) | REDEN)
    assert response.status_code == 409
    assert "Dit past niet bij de regels van vandaag." in response.text
    assert "De werkgever kent de kandidaat al." not in await _texts(bank)


async def _texts(bank: Werkbank) -> str:
    """All reasons of pins."""
    return str(await bank.eigenaar.fetch("select pin_reden from voorstellen"))


async def test_beleid_is_passed_by_who_has_authority_with_a_reason(bank: Werkbank) -> None:
    await bank.eigenaar.execute("update leerwerkplekken set taal = 4")
    await bank.solve()
    afwijken = {"regels": "taal", "afwijk_reden": "Een collega vertaalt.", "afwijk_tot": TOT}
    exceptions = page_of(bank).replace("voorstel", "uitzonderingen")
    async with bank.site.logged_in(EIGEN) as visitor:
        page = await look(bank, visitor)
        assert "Hiervan mag de regiocoördinator afwijken" in page
        assert "Leg de uitzondering vast" not in page
        assert (await visitor.post(page_of(bank), choice(bank) | REDEN)).status_code == 409
        assert (await visitor.post(exceptions, choice(bank) | afwijken)).status_code == 403
        await make_coordinator(bank.eigenaar)
        assert "Leg de uitzondering vast" in await look(bank, visitor)
        stale = await visitor.post(exceptions, choice(bank) | afwijken | {"regels": "reistijd"})
        assert stale.status_code == 409
        assert "Een collega vertaalt." in stale.text
        response = await visitor.post(exceptions, choice(bank) | afwijken)
        page = (await visitor.get(response.headers["location"])).text
        assert "Deze plek past bij alle regels." in page
        assert "<strong>Taal</strong> geldt niet op" in page
        assert (await visitor.post(page_of(bank), choice(bank) | REDEN)).status_code == 303
    plan = await bank.solve()
    assert len(await bank.voorstellen(plan)) == 1


async def test_a_withdrawn_exception_holds_no_more(bank: Werkbank) -> None:
    await bank.eigenaar.execute("update leerwerkplekken set taal = 4")
    await bank.solve()
    await make_coordinator(bank.eigenaar)
    afwijken = {"regels": "taal", "afwijk_reden": "Een collega vertaalt.", "afwijk_tot": TOT}
    async with bank.site.logged_in(EIGEN) as visitor:
        await visitor.post(page_of(bank).replace("voorstel", "uitzonderingen"), choice(bank) | afwijken)
        number = await bank.eigenaar.fetchval("select id from uitzonderingen")
        response = await visitor.post(f"/uitzonderingen/{number}/intrekken")
        assert response.status_code == 303
        assert "Leg de uitzondering vast" in await look(bank, visitor)
    assert await bank.voorstellen(await bank.solve()) == []


async def test_who_would_have_to_give_way_is_named(bank: Werkbank) -> None:
    plan = await bank.solve()
    at_first = await bank.eigenaar.fetchval(
        "select kandidaat_id from plan_voorstellen where plan_id = $1 and leerwerkplek_id = $2",
        plan,
        bank.regio.plekken[0],
    )
    other = next(number for number, each in enumerate(bank.regio.kandidaten) if each != at_first)
    await bank.eigenaar.execute("update plan_voorstellen set startweek = $1", WEEK0)
    async with bank.site.logged_in(EIGEN) as visitor:
        page = await look(bank, visitor, kandidaat=other)
    assert "Gevolgen voor anderen" in page
    kenmerk = await bank.eigenaar.fetchval("select kenmerk from kandidaten where id = $1", at_first)
    assert f">{kenmerk}</a>" in page
    assert "Maak dit voorstel" in page


async def test_every_wrong_field_is_told_at_once_and_what_was_typed_stays(bank: Werkbank) -> None:
    await without_plek(bank)
    async with bank.site.logged_in(EIGEN) as visitor:
        wrong = choice(bank) | {"reden": "", "tot": "morgen"}
        response = await visitor.post(page_of(bank), wrong)
        assert response.status_code == 400
        assert "Er kloppen nog 2 dingen niet" in response.text
        late = await visitor.post(page_of(bank), choice(bank) | REDEN | {"tot": "2029-01-01"})
        assert late.status_code == 400
        assert "U kunt vastzetten tot uiterlijk" in late.text
        assert "De werkgever kent de kandidaat al." in late.text
        odd = await visitor.post(page_of(bank), choice(bank) | REDEN | {"startweek": "2028-01-03"})
        assert odd.status_code == 400
    assert await bank.eigenaar.fetchval("select count(*) from voorstellen") == 0


async def test_a_voorstel_that_is_there_already_is_not_made_twice(bank: Werkbank) -> None:
    await without_plek(bank)
    async with bank.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post(page_of(bank), choice(bank) | REDEN)).status_code == 303
        again = await visitor.post(page_of(bank), choice(bank) | REDEN)
        assert again.status_code == 409
        assert "Dit voorstel is er al." in again.text
        elsewhere = await visitor.post(page_of(bank), choice(bank, 1) | REDEN)
        assert elsewhere.status_code == 409
        assert "Deze kandidaat staat al vast op" in elsewhere.text
    assert await bank.eigenaar.fetchval("select count(*) from voorstellen") == 1


async def test_a_yes_and_an_akkoord_ask_the_rules_of_today(bank: Werkbank) -> None:
    voorstel = (await bank.voorstellen(await bank.solve()))[0]
    await bank.eigenaar.execute("update leerwerkplekken set taal = 4")
    async with bank.site.logged_in(EIGEN) as visitor:
        ja = {"versie": await bank.versie(voorstel), "ja_op": "2026-11-20"}
        refused = await visitor.post(f"/voorstellen/{voorstel}/bespreken", ja)
        assert refused.status_code == 409
        assert "vraag de regiocoördinator om een uitzondering" in refused.text
        assert await bank.status(voorstel) == "voorgesteld"
        await bank.eigenaar.execute("update leerwerkplekken set taal = 1")
        assert (await visitor.post(f"/voorstellen/{voorstel}/bespreken", ja)).status_code == 303
        await bank.eigenaar.execute("update leerwerkplekken set vormen = '{behoud_uitkering}'")
        akkoord = {"versie": await bank.versie(voorstel), "startweek": await bank.startweek(voorstel)}
        refused = await visitor.post(f"/voorstellen/{voorstel}/akkoord", akkoord)
        assert refused.status_code == 409
        assert "Dit past niet bij de regels van vandaag." in refused.text
        assert "uitzondering" not in refused.text.split("Uw besluit")[0]
        await bank.eigenaar.execute("update leerwerkplekken set vormen = '{proefplaatsing}'")
        assert (await visitor.post(f"/voorstellen/{voorstel}/akkoord", akkoord)).status_code == 303


async def test_an_exception_lets_a_yes_pass(bank: Werkbank) -> None:
    voorstel = (await bank.voorstellen(await bank.solve()))[0]
    await bank.eigenaar.execute("update leerwerkplekken set taal = 4")
    await bank.eigenaar.execute(
        """
        insert into uitzonderingen (kandidaat_id, leerwerkplek_id, regel, reden, sinds, door, tot)
        select kandidaat_id, leerwerkplek_id, 'taal', 'Een collega vertaalt.', now(), $2, '2027-01-01'
        from voorstellen where id = $1
        """,
        voorstel,
        bank.actor.account_id,
    )
    async with bank.site.logged_in(EIGEN) as visitor:
        ja = {"versie": await bank.versie(voorstel), "ja_op": "2026-11-20"}
        assert (await visitor.post(f"/voorstellen/{voorstel}/bespreken", ja)).status_code == 303


async def test_a_kandidaat_who_left_says_no_yes(bank: Werkbank) -> None:
    voorstel = (await bank.voorstellen(await bank.solve()))[0]
    await bank.eigenaar.execute("update kandidaten set status = 'lopend'")
    async with bank.site.logged_in(EIGEN) as visitor:
        ja = {"versie": await bank.versie(voorstel), "ja_op": "2026-11-20"}
        refused = await visitor.post(f"/voorstellen/{voorstel}/bespreken", ja)
    assert refused.status_code == 409
    assert "doet niet meer mee" in refused.text


async def test_a_stranger_sees_and_makes_nothing(bank: Werkbank) -> None:
    await without_plek(bank)
    for email, status in ((VREEMD, 404), (WERKGEVER, 403)):
        async with bank.site.logged_in(email) as visitor:
            assert (await visitor.get(page_of(bank))).status_code == status
            assert (await visitor.post(page_of(bank), choice(bank) | REDEN)).status_code == status
    assert await bank.eigenaar.fetchval("select count(*) from voorstellen") == 0
