"""An agenda that goes out: what a program that subscribes to it reads."""

from dataclasses import replace
from datetime import UTC, date, datetime

from icalendar import Calendar

from marketplace.exports.ics import Item, write_ics

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
ITEM = Item(
    uid="blok-2@voorbeeld.nl",
    eerste_dag=date(2026, 11, 23),
    laatste_dag=date(2026, 12, 18),
    titel="Tuin; hagen, gras",
    plaats="Zelhem",
    tekst="Blok 2",
)


def read(edition: int = 1, *items: Item) -> Calendar:
    """The agenda as another program reads it."""
    return Calendar.from_ical(write_ics("Groen", items or (ITEM,), made_on=NOW, edition=edition))


def test_a_block_is_one_item_on_each_working_day_until_its_last_friday() -> None:
    (event,) = read().walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 11, 23)
    assert event.decoded("dtend") == date(2026, 11, 24)
    rule = b"RRULE:FREQ=WEEKLY;UNTIL=20261218;BYDAY=MO,TU,WE,TH,FR"
    assert rule in event.to_ical().splitlines()
    assert (event["summary"], event["location"]) == ("Tuin; hagen, gras", "Zelhem")


def test_what_changes_keeps_its_uid_and_is_a_later_edition() -> None:
    (before,) = read(1).walk("VEVENT")
    (after,) = read(2, replace(ITEM, titel="Haag")).walk("VEVENT")
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (1, 2)


def test_an_agenda_says_what_it_is_and_how_often_to_look() -> None:
    calendar = read()
    assert (calendar["x-wr-calname"], calendar["method"]) == ("Groen", "PUBLISH")
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H" in calendar.to_ical()
    assert all(len(line) <= 75 for line in calendar.to_ical().splitlines())
