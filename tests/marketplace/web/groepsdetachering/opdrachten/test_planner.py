"""Opdrachten as who plans sees and changes them; who reads sees no form, a stranger nothing."""

import asyncio
import re
from typing import Any

import pytest

from tests.marketplace.web.groepsdetachering.opdrachten.conftest import Huis, said

STOP = {"versie": 1, "vanaf": "2026-12-14", "stop_reden": "Er is geen werk meer."}


def fields(huis: Huis, **other: object) -> dict[str, Any]:
    """An opdracht as people type it."""
    return {
        "vestiging": huis.klein.buurvestiging,
        "naam": "Hagen snoeien",
        "kleur": 3,
        "van": "2026-12-07",
        "tot": "31-3-2027",
        "dagen": [0, 1],
        "minuten": "6,5",
        "gesloten": "21-12-2026 t/m 1-1-2027\n8-2-2027",
        "minimum": 2,
        "maximum": 6,
        "gevraagd": 4,
        "toegezegd": 2,
        "werkprocessen": [huis.klein.werkprocessen[1]],
        "trede": 2,
        "voorwaarden": ["rustig"],
        "trainingen": "VCA, BHV",
        "tarief": "12,50",
        "waarde": 5,
        "toont": "kenmerk",
        **other,
    }


async def test_the_list_says_what_runs_and_warns_where_nothing_was_signed(huis: Huis) -> None:
    page = await huis.get(huis.lijst)
    for words in ("Perken", "Voorbeeld Tuinen, Zelhem", "ma t/m wo", "2 tot 6", "In een groep", "€ 12,50"):
        assert words in page, words
    assert "2 nov 2026 t/m 31 okt 2027" in page
    assert "Zonder getekende overeenkomst: Perken." in page
    assert "Nieuwe opdracht" in page


async def test_without_opdrachten_the_list_says_what_one_is(huis: Huis) -> None:
    await huis.eigenaar.execute("delete from opdrachten")
    assert "Er zijn nog geen opdrachten" in await huis.get(huis.lijst)


async def test_an_opdracht_is_made_with_a_short_name(huis: Huis) -> None:
    assert 'value="2026-11-23"' in await huis.get(f"{huis.lijst}/nieuw")
    assert await huis.post(f"{huis.lijst}/nieuw", **fields(huis)) == (303, huis.lijst)
    made = """
        select kort, periode::text, dagen, minuten, tarief, trainingen, toont,
               (select count(*) from opdracht_gesloten where opdracht_id = opdracht.id)
        from opdrachten opdracht order by id desc
    """
    assert await huis.row(made) == (
        *("Elders", "[2026-12-07,2027-04-01)", 3, 390, 1250, ["VCA", "BHV"], "kenmerk"),
        13,
    )
    assert "Elders" in await huis.get(huis.lijst)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("minimum", "7", "Het minimum is hoger dan het maximum."),
        ("minimum", "veel", "Vul een heel getal in."),
        ("gevraagd", "7", "Dit aantal ligt niet tussen het minimum en het maximum."),
        ("toegezegd", "5", "U zegt meer mensen toe dan er worden gevraagd."),
        ("tot", "2026-12-06", "De laatste dag ligt voor de eerste dag."),
        ("van", "ooit", "Vul een datum in, bijvoorbeeld 23-11-2026."),
        ("kort", "perken", "Een andere opdracht heeft deze korte naam al."),
        ("kort", "Een veel te lange naam", "Deze tekst is te lang. Er passen 14 tekens in."),
        ("gesloten", "1-4-2027", "1 april 2027 ligt buiten de periode."),
        ("gesloten", "kerst", "Vul een datum in, bijvoorbeeld 23-11-2026."),
        (
            "gesloten",
            "2-1-2027 t/m 1-1-2027",
            "Vul van elke periode eerst de eerste en dan de laatste dag in.",
        ),
        ("minuten", "11", "Vul 1 tot 10 uur per dag in."),
        ("tarief", "12,345", "Vul een bedrag in, bijvoorbeeld 18,50."),
        ("tarief", "201", "Vul hooguit € 200 in."),
        ("dagen", "", "Kies ten minste één dag."),
        ("trede", "9", "Kies een trede van uw bedrijf."),
        ("werkprocessen", "999", "Maak een keuze uit de lijst."),
        ("naam", "", "Vul dit veld in."),
    ],
)
async def test_bad_input_comes_back_as_typed_with_its_sentence(
    huis: Huis, field: str, typed: str, sentence: str
) -> None:
    status, page = await huis.post(f"{huis.lijst}/nieuw", **fields(huis, **{field: typed}))
    assert status == 400
    assert sentence in said(page, field)
    for kept in ('value="12,50"', 'value="VCA, BHV"', 'value="Hagen snoeien"'):
        assert kept in page or field in {"tarief", "trainingen", "naam"}, kept
    assert await huis.row("select count(*) from opdrachten") == (1,)


async def test_days_that_fall_outside_the_period_are_refused(huis: Huis) -> None:
    wrong = fields(huis, tot="2026-12-09", dagen=[4], gesloten="")
    status, page = await huis.post(f"{huis.lijst}/nieuw", **wrong)
    assert (status, "Geen van deze dagen valt in de periode." in said(page, "dagen")) == (400, True)


async def test_a_vestiging_of_another_regio_is_no_choice(huis: Huis) -> None:
    page = await huis.get(f"{huis.lijst}/nieuw")
    assert "Voorbeeld Elders, Kas, Vorden" in page
    assert "Voorbeeld Ver Weg" not in page
    wrong = fields(huis, vestiging=huis.klein.verre_vestiging)
    status, page = await huis.post(f"{huis.lijst}/nieuw", **wrong)
    assert (status, "Kies een bedrijf uit uw regio." in said(page, "vestiging")) == (400, True)


async def test_an_edit_says_for_new_work_who_must_master_it(huis: Huis) -> None:
    one, two = huis.klein.werkprocessen
    page = await huis.get(f"{huis.een}/bewerken")
    assert 'value="12,50"' in page
    assert ">25-12-2026</textarea>" in page.replace("> 25", ">25")
    changed = fields(huis, versie=1, werkprocessen=[one, two], **{f"aantal_{one}": 3})
    status, path = await huis.post(f"{huis.een}/bewerken", **changed)
    assert (status, path) == (303, f"{huis.een}/bewerken#werk")
    changed |= {"versie": 2, f"aantal_{two}": 1, f"leidt_{two}": "ja"}
    assert await huis.post(f"{huis.een}/bewerken", **changed) == (303, huis.een)
    stored = await huis.eigenaar.fetch(
        "select werkproces_id, aantal, werkleider from opdracht_werkprocessen order by werkproces_id"
    )
    assert [tuple(each) for each in stored] == [(one, 3, False), (two, 1, True)]
    wrong = {**changed, "versie": 3, f"aantal_{two}": 7}
    status, page = await huis.post(f"{huis.een}/bewerken", **wrong)
    assert (status, said(page, f"aantal_{two}")) == (400, "Er komen hooguit 6 mensen.")


async def test_who_was_too_late_keeps_what_was_typed(huis: Huis) -> None:
    assert (await huis.post(f"{huis.een}/bewerken", **fields(huis, versie=1)))[0] == 303
    status, page = await huis.post(f"{huis.een}/bewerken", **fields(huis, versie=1, naam="Ander werk"))
    assert (status, "intussen gewijzigd" in page, 'value="Ander werk"' in page) == (409, True, True)
    assert 'name="versie" value="2"' in page


async def test_an_opdracht_with_hours_stays_at_its_company(huis: Huis) -> None:
    await huis.eigenaar.execute(
        """
        insert into detacheringsweken (organisatie_id, opdracht_id, week, ingevuld_op, ingevuld_door, tarief)
        select organisatie_id, id, '2026-11-09', now(), $1, 1250 from opdrachten
        """,
        huis.klein.planner.account_id,
    )
    now = await huis.eigenaar.fetchval("select vestiging_id from opdrachten")
    moved = fields(huis, versie=1)
    assert moved["vestiging"] != now
    status, page = await huis.post(f"{huis.een}/bewerken", **moved)
    assert (status, "zijn er al uren" in said(page, "vestiging")) == (400, True)
    assert (await huis.post(f"{huis.een}/bewerken", **moved | {"vestiging": now}))[0] == 303


async def test_what_was_typed_about_an_opdracht_that_was_answered_meanwhile_is_kept(huis: Huis) -> None:
    await huis.eigenaar.execute("update opdrachten set versie = 2")
    refusal = {"versie": 1, "weiger_reden": "Er zijn te weinig werkleiders."}
    status, page = await huis.post(f"{huis.een}/afwijzen", **refusal)
    assert (status, "Er zijn te weinig werkleiders." in page) == (409, True)
    assert (await huis.post(f"{huis.een}/stoppen", **STOP | {"versie": 10**12}))[0] == 400


async def test_what_an_inlener_asks_is_taken_on(huis: Huis) -> None:
    await huis.eigenaar.execute("update opdrachten set status = 'gevraagd', trede = 7")
    page = await huis.get(huis.lijst)
    assert page.index("Gevraagd door inleners") < page.index("Bekijken en beslissen")
    assert "Neemt u deze vraag aan?" in await huis.get(huis.een)
    status, page = await huis.post(f"{huis.een}/aannemen", versie=1)
    assert (status, "Kies eerst bij welke trede" in page) == (409, True)
    await huis.eigenaar.execute("update opdrachten set trede = 1")
    assert (await huis.post(f"{huis.een}/aannemen", versie=1))[0] == 303
    assert await huis.row("select status, versie from opdrachten") == ("open", 2)
    assert "Aangenomen" in await huis.get(huis.een)


async def test_what_an_inlener_asks_is_turned_down_with_a_reason(huis: Huis) -> None:
    await huis.eigenaar.execute("update opdrachten set status = 'gevraagd'")
    status, page = await huis.post(f"{huis.een}/afwijzen", versie=1, weiger_reden="Nee")
    assert (status, "te kort" in said(page, "weiger_reden")) == (400, True)
    assert (await huis.post(f"{huis.een}/afwijzen", versie=1, weiger_reden="Te weinig mensen."))[0] == 303
    page = await huis.get(huis.lijst)
    assert "Voorbij of niet doorgegaan (1)" in page
    assert "Te weinig mensen." in await huis.get(huis.een)


async def test_an_opdracht_stops_with_a_reason(huis: Huis) -> None:
    status, page = await huis.post(f"{huis.een}/stoppen", **{**STOP, "vanaf": "2026-11-02"})
    assert (status, "begint op 2 november 2026" in said(page, "vanaf")) == (400, True)
    assert (await huis.post(f"{huis.een}/stoppen", **STOP))[0] == 303
    page = await huis.get(huis.een)
    assert "tot en met 13 december 2026" in page
    assert "Reden: Er is geen werk meer." in page
    assert "stopt: 2 nov 2026 t/m 13 dec 2026" in await huis.get(huis.lijst)
    assert "/bewerken" not in page
    assert (await huis.post(f"{huis.een}/bewerken", **fields(huis, versie=2)))[0] == 409


async def test_an_opdracht_that_did_not_begin_is_withdrawn(huis: Huis) -> None:
    assert "Opdracht intrekken" not in await huis.get(huis.een)
    status, page = await huis.post(f"{huis.een}/intrekken", versie=1, intrek_reden="Ander werk.")
    assert (status, "al begonnen" in page, "Ander werk.</textarea>" in page) == (400, True, True)
    await huis.eigenaar.execute("update opdrachten set periode = daterange('2026-12-07', '2027-04-01')")
    assert "Opdracht intrekken" in await huis.get(huis.een)
    status, page = await huis.post(f"{huis.een}/intrekken", versie=1, intrek_reden="Nee")
    assert (status, "te kort" in said(page, "intrek_reden")) == (400, True)
    assert (await huis.post(f"{huis.een}/intrekken", versie=1, intrek_reden="Geen werk."))[0] == 303
    page = await huis.get(huis.een)
    assert ("Reden: Geen werk." in page, "/bewerken" in page) == (True, False)
    assert "ingetrokken" in (await huis.get(huis.lijst)).partition("Voorbij of niet doorgegaan (1)")[2]


async def test_the_overeenkomst_is_recorded_and_says_whose_people_they_are(huis: Huis) -> None:
    page = await huis.get(huis.een)
    assert "Deze opdracht loopt zonder getekende overeenkomst." in page
    assert "Medewerkers blijven in dienst bij Voorbeeld Werk." in page
    typed = {
        "versie": 1,
        "nummer": "D-12",
        "getekend_op": "2027-01-01",
        "namens_inlener": "De directeur",
        "namens_bedrijf": "De manager",
        "afspraken": "Kleding van de inlener.",
    }
    status, page = await huis.post(f"{huis.een}/overeenkomst", **typed)
    assert (status, said(page, "getekend_op")) == (400, "Fout: Deze dag is nog niet geweest.")
    assert 'value="D-12"' in page
    assert (await huis.post(f"{huis.een}/overeenkomst", **{**typed, "getekend_op": "2-11-2026"}))[0] == 303
    page = await huis.get(huis.een)
    assert "zonder getekende" not in page
    assert "D-12" in page
    assert "Detacheringsovereenkomst vastgelegd" in page
    assert "Zonder getekende" not in await huis.get(huis.lijst)


async def test_something_is_agreed_on_somebody(huis: Huis) -> None:
    typed = {"versie": 1, "kenmerk": "K-9999", "soort": "nooit", "afspraak_reden": "Zo besproken."}
    status, page = await huis.post(f"{huis.een}/afspraken", **typed)
    assert (status, "niet van een medewerker" in said(page, "kenmerk")) == (400, True)
    assert "Zo besproken.</textarea>" in page
    assert (await huis.post(f"{huis.een}/afspraken", **{**typed, "kenmerk": "K-0001"}))[0] == 303
    assert "Komt nooit bij deze opdracht. Zo besproken." in await huis.get(huis.een)
    gone = f"{huis.een}/afspraken/{huis.klein.medewerker}/weg"
    assert (await huis.post(gone, versie=1))[0] == 409
    assert (await huis.post(gone, versie=2))[0] == 303
    assert "Komt nooit bij deze opdracht. Zo" not in await huis.get(huis.een)


async def test_who_reads_sees_everything_without_a_form(huis: Huis) -> None:
    for path in (huis.lijst, huis.een):
        page = await huis.get(path, "werkleider")
        assert "Perken" in page
        assert f'action="{huis.lijst}' not in page
        assert "Nieuwe opdracht" not in page
    for path in (f"{huis.lijst}/nieuw", f"{huis.een}/bewerken"):
        assert await huis.status(path, "werkleider") == 403
    assert (await huis.post(f"{huis.een}/stoppen", "werkleider", **STOP))[0] == 403


@pytest.mark.parametrize(("who", "status"), [("andere_planner", 404), ("werkgever", 403)])
async def test_a_stranger_sees_nothing_of_it(huis: Huis, who: str, status: int) -> None:
    for path in (huis.lijst, huis.een, f"{huis.lijst}/nieuw", f"{huis.een}/bewerken"):
        assert await huis.status(path, who) == status, path
    assert (await huis.post(f"{huis.een}/stoppen", who, **STOP))[0] == status
    assert (await huis.post(f"{huis.lijst}/nieuw", who, **fields(huis)))[0] == status


async def test_an_opdracht_stands_at_its_own_sw_bedrijf_only(huis: Huis) -> None:
    other = await huis.eigenaar.fetchval("select id from organisaties where naam = 'Voorbeeld Ander Werk'")
    await huis.eigenaar.execute(
        "insert into account_rollen (account_id, rol, organisatie_id) values ($1, 'planner', $2)",
        huis.klein.planner.account_id,
        other,
    )
    assert await huis.status(huis.een.replace(f"/{huis.klein.bedrijf}/", f"/{other}/", 1), "planner") == 404


async def test_of_two_who_take_one_short_name_together_one_is_told(huis: Huis) -> None:
    asked = fields(huis, kort="Samen")
    answers = await asyncio.gather(*(huis.post(f"{huis.lijst}/nieuw", **asked) for _ in range(2)))
    assert sorted(status for status, _ in answers) == [303, 400]
    (refused,) = [page for status, page in answers if status == 400]
    assert re.search("Een andere opdracht heeft deze korte naam al", refused)
