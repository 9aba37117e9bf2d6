"""What is taken along: planning, invoices and JSON in the form of SETU, read back."""

import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from pypdf import PdfReader

from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.exports.pdf import write_pdf
from marketplace.groepsdetachering.uren import papier
from marketplace.groepsdetachering.uren.facturatie import (
    Facturatie,
    Factuurregel,
    build_facturatie,
    facturatie_data,
    write_facturatie,
)
from marketplace.groepsdetachering.uren.invullen import save_uren
from marketplace.groepsdetachering.uren.links import answer, make_uren_link
from marketplace.groepsdetachering.uren.planning import load_planning, planning_data, write_planning
from marketplace.groepsdetachering.uren.queries import list_kenmerken
from marketplace.groepsdetachering.uren.setu import duration, write_setu
from marketplace.groepsdetachering.uren.weken import list_urenweken
from marketplace.rekenruns.weken import WEEK
from tests.marketplace.groepsdetachering.uren.kleine_uren import NOW, VORIGE, KleineUren

MADE_ON = datetime(2026, 11, 20, tzinfo=UTC)
Rows = list[tuple[object, ...]]


def sheets(content: bytes) -> dict[str, Rows]:
    """The cells of every sheet."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def text_of(document: bytes) -> str:
    """All text of a PDF."""
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages)


async def confirmed(conn: Connection, kleine: KleineUren) -> None:
    """Last week confirmed, this week filled in."""
    await kleine.fill_in(conn)
    await answer(conn, clock=kleine.clock, token=await kleine.link(conn), wie="Bas Baas", opmerking="")
    await save_uren(conn, kleine.planner, kleine.wijziging(week=NOW), [kleine.uur(2, 0, 390)])


async def facturatie(conn: Connection, kleine: KleineUren) -> Facturatie:
    """Both weeks."""
    weken = await list_urenweken(
        conn, kleine.planner, kleine.clock, kleine.klein.id, VORIGE, VORIGE + 2 * WEEK
    )
    return build_facturatie("Voorbeeld Werkplein", VORIGE, date(2026, 11, 22), weken)


async def test_only_what_was_confirmed_counts(conn: Connection, kleine: KleineUren) -> None:
    await confirmed(conn, kleine)
    found = await facturatie(conn, kleine)
    [line] = found.bevestigd
    # 360 + 200 + 360 minutes at € 12,50 an hour.
    assert (line.uren, line.bedrag) == (Decimal("15.33"), Decimal("191.67"))
    assert [(each.urenweek.week, each.uren) for each in found.apart] == [(NOW, Decimal("6.50"))]


async def test_an_amount_is_at_the_tarief_of_when_hours_were_filled_in(
    conn: Connection, kleine: KleineUren
) -> None:
    await confirmed(conn, kleine)
    await conn.execute("update opdrachten set tarief = 2000")
    found = await facturatie(conn, kleine)
    assert [each.bedrag for each in (*found.bevestigd, *found.apart)] == [Decimal("191.67"), Decimal("81.25")]
    again = kleine.wijziging(versie=1, week=NOW)
    await save_uren(conn, kleine.planner, again, [kleine.uur(2, 0, 390)])
    token = await make_uren_link(conn, kleine.planner, kleine.wijziging(2, NOW))
    await answer(conn, clock=kleine.clock, token=token, wie="Bas Baas", opmerking="")
    lines = (await facturatie(conn, kleine)).bevestigd
    assert [each.bedrag for each in lines] == [Decimal("191.67"), Decimal("130.00")]
    file = io.BytesIO()
    write_facturatie(await facturatie(conn, kleine), file)
    assert sheets(file.getvalue())["Per opdracht"][1][2:] == (21.83, None, 321.67)


async def test_an_amount_is_rounded_to_cents(conn: Connection, kleine: KleineUren) -> None:
    await save_uren(conn, kleine.planner, kleine.wijziging(), [kleine.uur(0, 0, 1)])
    assert Factuurregel(await kleine.read(conn)).bedrag == Decimal("0.21")


async def test_the_workbook_of_an_invoice_adds_up(conn: Connection, kleine: KleineUren) -> None:
    await confirmed(conn, kleine)
    file = io.BytesIO()
    write_facturatie(await facturatie(conn, kleine), file)
    book = sheets(file.getvalue())
    assert list(book) == ["Bevestigd", "Per opdracht", "Telt nog niet mee"]
    head, line, total = book["Bevestigd"]
    assert head[3:] == ("Week", "Maandag", "Uren", "Tarief (€)", "Bedrag (€)")
    monday = datetime(2026, 11, 9)  # noqa: DTZ001 (a day in a workbook has no time zone)
    assert line == ("Tuin", "Voorbeeld Tuinen", "bevestigd", 46, monday, 15.33, 12.5, 191.67)
    assert (total[0], total[5], total[7]) == ("Totaal", 15.33, 191.67)
    assert book["Per opdracht"][1] == ("Tuin", "Voorbeeld Tuinen", 15.33, 12.5, 191.67)
    assert book["Telt nog niet mee"][1][2] == "nog niet bevestigd"
    cell = openpyxl.load_workbook(io.BytesIO(file.getvalue()))["Bevestigd"]["H2"]
    assert cell.number_format == "#,##0.00"


async def test_an_invoice_on_paper_says_what_counts_and_what_does_not(
    conn: Connection, kleine: KleineUren
) -> None:
    empty = write_pdf(papier.FACTURATIE, facturatie_data(await facturatie(conn, kleine)), MADE_ON)
    assert "geen uren bevestigd" in text_of(empty)
    await confirmed(conn, kleine)
    read = text_of(write_pdf(papier.FACTURATIE, facturatie_data(await facturatie(conn, kleine)), MADE_ON))
    for words in (
        "9 november 2026",
        "191,67",
        "Totaal: 15,33 uur",
        "Telt nog niet mee",
        "nog niet bevestigd",
    ):
        assert words in read


async def test_the_planning_has_groups_and_people(conn: Connection, kleine: KleineUren) -> None:
    planning = await load_planning(conn, kleine.planner, kleine.klein.id, VORIGE)
    file = io.BytesIO()
    write_planning(planning, file)
    book = sheets(file.getvalue())
    assert book["Groepen"][1] == (
        *("Tuin", "Voorbeeld Tuinen", "Zelhem", "ma, di", "Anna", None, None),
        *("K-0001, K-0002 (di)", 2),
    )
    assert [row[0] for row in book["Medewerkers"][1:]] == ["K-0001", "K-0002"]
    assert book["Medewerkers"][2][4:9] == (None, "x", None, None, None)
    read = text_of(write_pdf(papier.PLANNING, planning_data(planning), MADE_ON))
    for words in ("Planning week 46", "Voorbeeld Tuinen, Zelhem", "Anna", "K-0002 (di)"):
        assert words in read


async def test_a_planning_names_who_leads_on_which_days_bus_and_stops(
    conn: Connection, kleine: KleineUren
) -> None:
    await conn.execute("reset role")
    await conn.execute(
        """
        insert into werkleiders (organisatie_id, naam, minuten, span)
            select organisatie_id, 'Bea', 1920, 8 from werkleiders;
        insert into bussen (organisatie_id, naam, plaatsen, plaats_id)
            select organisatie_id, 'Witte bus', 8, (select min(id) from plaatsen) from groepsplannen;
        insert into opstapplaatsen (organisatie_id, naam, plaats_id)
            select organisatie_id, 'Halte ' || n, (select min(id) from plaatsen)
            from groepsplannen, generate_series(1, 2) n;
        update groepsplan_groepen set bus_id = (select id from bussen),
            opstapplaatsen = array(select id from opstapplaatsen order by id desc);
        update groepsplan_dagen set bus_id = (select id from bussen),
            werkleider_id = case dag when 1 then (select max(id) from werkleiders) else werkleider_id end;
        update bussen set gearchiveerd_op = '2026-11-19';
        """
    )
    await conn.execute("set local role app_ongebonden")
    [group] = (await load_planning(conn, kleine.planner, kleine.klein.id, VORIGE)).groepen
    assert (group.leiding, group.bus) == ("Anna (ma), Bea (di)", "Witte bus")
    assert group.opstapplaatsen == ("Halte 2", "Halte 1")


async def test_an_empty_planning_can_be_printed_and_a_stranger_has_none(
    conn: Connection, kleine: KleineUren
) -> None:
    planning = await load_planning(conn, kleine.planner, kleine.klein.id, date(2027, 5, 3))
    assert "geen groep" in text_of(write_pdf(papier.PLANNING, planning_data(planning), MADE_ON))
    with pytest.raises(NotFound):
        await load_planning(conn, kleine.klein.vreemd, kleine.klein.id, VORIGE)


async def test_the_form_of_setu_holds_assignments_and_time_cards_without_names(
    conn: Connection, kleine: KleineUren
) -> None:
    await confirmed(conn, kleine)
    weken = await list_urenweken(
        conn, kleine.planner, kleine.clock, kleine.klein.id, VORIGE, VORIGE + 2 * WEEK
    )
    kenmerken = await list_kenmerken(conn, kleine.planner, kleine.klein.id)
    told = json.loads(write_setu((7, "Voorbeeld Werkplein"), weken, kenmerken, {kleine.opdracht: "D-1"}))
    assert "Niet gecontroleerd" in told["description"]
    [assignment] = told["assignments"]
    assert assignment["customerReportingRequirements"] == {"customerReferenceNumber": "D-1"}
    assert assignment["assignmentDateRange"] == {"startDate": "2026-11-01", "endDate": "2027-10-31"}
    assert assignment["rates"][0]["amount"] == "12.50"
    first, second, third = told["timeCards"]
    assert [each["humanResourceId"] for each in told["timeCards"]] == ["K-0001", "K-0002", "K-0003"]
    assert first["reportedTime"] == {
        "periodStartDate": "2026-11-09",
        "periodEndDate": "2026-11-15",
        "timeIntervals": [
            {"intervalType": "worked", "startDate": "2026-11-09", "duration": "PT6H"},
            {"intervalType": "worked", "startDate": "2026-11-10", "duration": "PT3H20M"},
        ],
        "totalDuration": "PT9H20M",
    }
    assert second["approvalInfo"]["status"] == "approved"
    assert second["approvalInfo"]["approvedBy"] == "Bas Baas"
    assert third["approvalInfo"] == {"status": "submitted", "approvedBy": None, "approvedDateTime": None}


@pytest.mark.parametrize(("minutes", "said"), [(390, "PT6H30M"), (360, "PT6H"), (45, "PT45M"), (0, "PT0H")])
def test_a_duration_is_said_as_iso_8601(minutes: int, said: str) -> None:
    assert duration(minutes) == said
