"""Praktijkopleiders, erkenningen and opleidingen on their pages."""

import html
import re
from datetime import date

from tests.marketplace.regio_details import occupy
from tests.marketplace.web.leerwerkplekken.formulier import good, send
from tests.marketplace.web.organisaties.rollen import give_role
from tests.marketplace.web.regio_site import EIGEN, WERKGEVER, RegioSite

WEG = date(2027, 3, 1)


async def test_a_werkgever_adds_a_praktijkopleider_with_time(huis: RegioSite) -> None:
    path = f"/vestigingen/{huis.regio.vestiging}/praktijkopleiders/nieuw"
    async with huis.site.logged_in(WERKGEVER) as visitor:
        assert "steeds ernaast voor 480 minuten" in (await visitor.get(path)).text
        half = await visitor.post(path, {"naam": "Nieuwe Collega", "minuten": "200"})
        assert half.status_code == 400
        assert "Kies hoe dichtbij deze praktijkopleider is." in half.text
        fields = {"naam": "Nieuwe Collega", "nabijheid": "op_afroep", "minuten": "200"}
        made = await visitor.post(path, fields)
        assert made.status_code == 303
        text = re.sub(r"\s+", " ", (await visitor.get(made.headers["location"])).text)
    assert "Vanaf 23 november 2026" in text
    assert "200 minuten per week, op afroep" in text


async def test_name_and_time_are_edited_and_an_overtaken_form_shows_both(huis: RegioSite) -> None:
    path = f"/praktijkopleiders/{huis.details.praktijkopleider}/bewerken"
    fields = {"naam": "Voorbeeld", "nabijheid": "af_en_toe", "minuten": "480", "versie": "1"}
    async with huis.site.logged_in(WERKGEVER) as visitor:
        assert (await visitor.post(path, fields)).status_code == 303
        late = await visitor.post(path, {**fields, "naam": "Anders"})
        assert late.status_code == 409
        assert re.search(r"<td>Anders</td>\s*<td>Voorbeeld</td>", late.text)
        await occupy(huis.eigenaar, huis.regio, 0, 0, WEG)
        less = await visitor.post(
            path, {**fields, "versie": late.text.split('name="versie" value="')[1][0], "minuten": "59"}
        )
        assert less.status_code == 400
        assert "Er zouden er 59 over zijn." in less.text


async def test_a_departure_says_first_what_it_does_and_keeps_promises(huis: RegioSite) -> None:
    await occupy(huis.eigenaar, huis.regio, 0, 0, WEG)
    path = f"/praktijkopleiders/{huis.details.praktijkopleider}"
    async with huis.site.logged_in(WERKGEVER) as visitor:
        text = (await visitor.get(f"{path}/vertrek")).text
        assert "tot en met 5 maart 2027" in text
        assert "Tuin aanleggen" in text
        refused = await visitor.post(f"{path}/vertrek", {"versie": "1", "laatste_dag": "2027-02-28"})
        assert refused.status_code == 400
        assert "Kies een laatste dag vanaf 5 maart 2027." in refused.text
        assert 'value="2027-02-28"' in refused.text
        booked = await visitor.post(f"{path}/vertrek", {"versie": "1", "laatste_dag": "2027-03-05"})
        assert booked.status_code == 303
        text = (await visitor.get(path)).text
        assert "vertrekt en werkt hier niet meer vanaf 6 maart 2027" in re.sub(r"\s+", " ", text)
        plek = await visitor.get(f"/leerwerkplekken/{huis.regio.plekken[0]}/weken")
        assert "niemand" in plek.text
        assert (await visitor.post(f"{path}/blijft", {"versie": "2"})).status_code == 303
        assert "vertrekt" not in (await visitor.get(path)).text


async def test_a_plek_cannot_be_saved_past_the_last_day_of_who_leads_it(huis: RegioSite) -> None:
    path = f"/praktijkopleiders/{huis.details.praktijkopleider}/vertrek"
    async with huis.site.logged_in(WERKGEVER) as visitor:
        assert (await visitor.post(path, {"versie": "1", "laatste_dag": "2026-11-20"})).status_code == 303
        status, page = await send(visitor, huis, 0, good(huis, versie="2", plaatsen="1"))
    assert status == 400
    assert "werkt hier vanaf 21 november 2026 niet meer. Kies wie het dan overneemt" in page


async def test_an_erkenning_is_recorded_and_then_limited(huis: RegioSite) -> None:
    path = f"/vestigingen/{huis.details.buren_vestiging}/erkenningen/nieuw"
    async with huis.site.logged_in(EIGEN) as visitor:
        fields = {"crebo": "25258", "van": "2026-12-01", "gecontroleerd_op": "2026-11-21"}
        refused = await visitor.post(path, fields)
        assert refused.status_code == 400
        assert "Deze dag is nog niet geweest." in refused.text
        made = await visitor.post(path, {**fields, "gecontroleerd_op": "2026-11-20"})
        assert made.status_code == 303
        text = (await visitor.get(made.headers["location"])).text
        assert "Je knipt hagen." in text
        twice = await visitor.post(path, {**fields, "gecontroleerd_op": "2026-11-20"})
    assert "Voor deze kwalificatie is er in die periode al een erkenning." in twice.text


async def test_who_feels_an_earlier_end_is_read_before_it_is_saved(huis: RegioSite) -> None:
    await occupy(huis.eigenaar, huis.regio, 0, 0, WEG)
    await huis.eigenaar.execute("update leerwerkplekken set vormen = '{behoud_uitkering}'")
    await huis.eigenaar.execute("update kandidaten set praktijkleren = true, crebo = 25258")
    number = await huis.eigenaar.fetchval("select id from erkenningen")
    path = f"/erkenningen/{number}/bewerken"
    fields = {"tot": "2027-02-28", "gecontroleerd_op": "2026-11-20", "versie": "1"}
    async with huis.site.logged_in(EIGEN) as visitor:
        warned = await visitor.post(path, fields)
        text = html.unescape(warned.text)
        assert warned.status_code == 400
        assert "Wie dit merkt" in text
        assert "K-0001" in text
        assert "Tuin aanleggen" in text
        assert await huis.eigenaar.fetchval("select upper(periode) from erkenningen") == date(2030, 1, 1)
        assert (await visitor.post(path, {**fields, "gezien": "ja"})).status_code == 303
        late = await visitor.post(path, {**fields, "tot": "2027-01-31", "gezien": "ja"})
        assert late.status_code == 409
        assert re.search(r"<td>31 januari 2027</td>\s*<td>28 februari 2027</td>", late.text)
    adviseur = await give_role(huis, "sbb_adviseur", regio_code="AM09")
    async with huis.site.logged_in(adviseur) as visitor:
        warned = await visitor.post(path, {**fields, "tot": "2027-01-31", "versie": "2"})
    assert "Tuin aanleggen" in warned.text
    assert "K-0001" not in warned.text


async def test_the_people_of_a_school_say_what_it_offers(huis: RegioSite) -> None:
    await huis.eigenaar.execute("insert into organisatiesoorten values ('mbo', 'Mbo-school')")
    college = await huis.eigenaar.fetchval(
        "insert into organisaties (naam, soort, regio_code) values ('College', 'mbo', 'AM09') returning id"
    )
    email = await give_role(huis, "mbo", organisatie_id=college)
    path = f"/organisaties/{college}/opleidingen/nieuw"
    async with huis.site.logged_in(email) as visitor:
        assert "Achterhoek" in (await visitor.get(path)).text
        none = await visitor.post(path, {"crebo": "25258", "van": "2026-12-01", "regios": []})
        assert none.status_code == 400
        made = await visitor.post(path, {"crebo": "25258", "van": "2026-12-01", "regios": ["AM09"]})
        assert made.status_code == 303
        page = (await visitor.get(f"/organisaties/{college}")).text
        assert "Assistent groen" in page
        number = await huis.eigenaar.fetchval("select max(id) from opleidingen")
        end = f"/opleidingen/{number}/bewerken"
        assert (await visitor.post(end, {"versie": "1", "tot": "2026-11-30"})).status_code == 400
        assert (await visitor.post(end, {"versie": "1", "tot": "2027-07-31"})).status_code == 303
        late = await visitor.post(end, {"versie": "1", "tot": "2027-06-30"})
        assert late.status_code == 409
        assert re.search(r"<td>30 juni 2027</td>\s*<td>31 juli 2027</td>", late.text)
        assert "Wat er is veranderd (2)" in late.text
    reader = await give_role(huis, "regiocoordinator", regio_code="AM09")
    async with huis.site.logged_in(reader) as visitor:
        assert (await visitor.post(end, {"versie": "2", "tot": ""})).status_code == 403
    async with huis.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post(end, {"versie": "2", "tot": ""})).status_code == 303
