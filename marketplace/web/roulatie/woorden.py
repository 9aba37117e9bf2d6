"""How a roulatie is said: its steps, tiers and wishes, and sentences of the solver with names and links."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from marketplace.datum import KORT
from marketplace.roulatie.namen import Namen
from marketplace.roulatie.opgave import HERSTEL
from marketplace.web import namen as namen_web
from solver.spreektaal import listing

LAGEN = {
    "leren": "Leren wat is afgesproken",
    "voorkeur": "Wat mensen graag willen",
    "reizen": "Eerlijk reizen",
    "samen": "Elkaar leren kennen",
}
# Those of a run: a repair first keeps what was published.
DOELEN = {**LAGEN, HERSTEL: "Zo weinig mogelijk verandert"}
LAAG_UITLEG = {
    "leren": "Afgesproken werk komt zo vroeg mogelijk aan de beurt.",
    "voorkeur": "Mensen komen waar zij graag zijn, ook op hun laatste plek.",
    "reizen": "Wie het verst reist, reist zo min mogelijk.",
    "samen": "Bij elk bedrijf is steeds iemand, en mensen leren elkaar kennen.",
}
STAPPEN = {
    "deelnemers": "Deelnemers",
    "leerdoelen": "Wat zij gaan leren",
    "plekken": "Plekken bij bedrijven",
    "blokken": "Blokken",
    "handtekeningen": "Handtekeningen onder de afspraak",
    "rooster": "Rooster",
    "overeenkomsten": "Praktijkovereenkomsten",
}
VOORKEUREN = [("100", "Graag"), ("50", "Gaat wel"), ("0", "Liever niet")]
MAANDEN = list(enumerate(KORT, start=1))
WENSEN = {
    "dekking": "Hoe vroeg mensen oefenen wat is afgesproken",
    "voorkeur": "Hoe graag mensen ergens komen",
    "eindplek": "Of het laatste blok past als blijvende plek",
    "stabiliteit": "Plaatsen die blijven zoals ze gepubliceerd zijn",
    "reizen": "Hoe kort degene reist die het verst moet",
    "bezetting": "Blokken waarin een bedrijf iemand heeft",
    "opleider": "Hoe weinig mensen van praktijkopleider wisselen",
    "ontmoeten": "Mensen die elkaar leren kennen",
    "gezelschap": "Plaatsen waar iemand niet alleen is",
}
PAGES = {"deelnemer": "/roulaties/{roulatie}/deelnemers/{}", "plek": "/roulaties/{roulatie}/bedrijven/{}"}
_DEELNEMER = re.compile(r"^Deelnemer (\{deelnemer:\d+\}) ")


def stretches(weeks: Iterable[date]) -> list[tuple[date, date]]:
    """Weeks in a row, each row by its first and last Monday."""
    found: list[tuple[date, date]] = []
    for week in sorted(weeks):
        if found and week - found[-1][1] == timedelta(weeks=1):
            found[-1] = (found[-1][0], week)
        else:
            found.append((week, week))
    return found


def gather(sentences: Iterable[str]) -> list[str]:
    """Sentences with placeholders, those that say the same of several deelnemers as one."""
    found: dict[str, list[str]] = {}
    for sentence in sentences:
        named = _DEELNEMER.match(sentence)
        found.setdefault(_DEELNEMER.sub("Deelnemer {} ", sentence), []).extend(
            named.groups() if named else ()
        )
    return [_say_of_all(same, who) for same, who in found.items()]


def _say_of_all(same: str, who: list[str]) -> str:
    """A sentence about one, and of whom else it holds."""
    if not who:
        return same
    also = f" Dit geldt ook voor {listing(who[1:])}." if who[1:] else ""
    return same.replace("{}", who[0], 1) + also


def say_proven(lagen: list[dict[str, Any]] | None) -> str:
    """What a run proved of a rooster, of the first goal that may be better."""
    if lagen is None:
        return ""
    for laag in lagen:
        subject = DOELEN[laag["naam"]].lower()
        if laag["grens"] is None:
            return f"Voor het doel ‘{subject}’ is nog niet bewezen hoeveel beter het kan."
        if laag["grens"] > laag["waarde"]:
            return (
                f"Voor het doel ‘{subject}’ kan het hooguit van {laag['waarde']} naar {laag['grens']} punten."
            )
    return "Bewezen: beter kan niet, in de volgorde van uw doelen."


def link_names(roulatie_id: int, sentence: str, namen: Namen) -> Markup:
    """A sentence with names for its placeholders."""
    pages = {kind: page.replace("{roulatie}", str(roulatie_id)) for kind, page in PAGES.items()}
    return namen_web.link_names(sentence, namen.name, pages)
