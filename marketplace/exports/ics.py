"""Writing an agenda that telephones and mail programs subscribe to (iCalendar, RFC 5545)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

MEDIA_TYPE = "text/calendar; charset=utf-8"
OF_US = "-//Plekwijs//NONSGML Roulatie//NL"
WORKDAYS = ("MO", "TU", "WE", "TH", "FR")
OFTEN = timedelta(hours=12)  # that a reader may look again


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something on each working day from a Monday to a Friday; `uid` stays when the rest changes."""

    uid: str
    eerste_dag: date
    laatste_dag: date
    titel: str
    plaats: str
    tekst: str = ""


def write_ics(naam: str, items: Sequence[Item], *, made_on: datetime, edition: int) -> bytes:
    """The agenda; `edition` grows with each publication, so that readers see that an item changed."""
    calendar = Calendar()
    calendar.add("prodid", OF_US)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", naam)
    calendar.add("refresh-interval", OFTEN, parameters={"VALUE": "DURATION"})
    for item in items:
        calendar.add_component(_event(item, made_on, edition))
    return bytes(calendar.to_ical())


def _event(item: Item, made_on: datetime, edition: int) -> Event:
    """One item: a whole day that comes back on each working day until the last."""
    event = Event()
    event.add("uid", item.uid)
    event.add("dtstamp", made_on)
    event.add("last-modified", made_on)
    event.add("sequence", edition)
    event.add("dtstart", item.eerste_dag)
    event.add("dtend", item.eerste_dag + timedelta(days=1))
    event.add("rrule", {"freq": "weekly", "byday": list(WORKDAYS), "until": item.laatste_dag})
    event.add("summary", item.titel)
    event.add("location", item.plaats)
    event.add("description", item.tekst)
    event.add("transp", "TRANSPARENT")
    return event
