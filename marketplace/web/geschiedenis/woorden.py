"""A moment of the history in Dutch; `layout/geschiedenis.html` shows it.

A soort or a field that has no words yet is said by its own name, never refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from marketplace.datum import datum
from marketplace.toegang.geschiedenis import Moment
from marketplace.web.formats import getal, hoofdletter, opsomming
from marketplace.web.geschiedenis.catalogus import KWALIFICATIE, WERKPROCES
from marketplace.web.geschiedenis.groepsplan import GROEPSPLAN
from marketplace.web.geschiedenis.kandidaat import KANDIDAAT
from marketplace.web.geschiedenis.leerwerkplek import LEERWERKPLEK
from marketplace.web.geschiedenis.medewerker import MEDEWERKER
from marketplace.web.geschiedenis.onderwerp import Onderwerp
from marketplace.web.geschiedenis.opdracht import OPDRACHT
from marketplace.web.geschiedenis.organisatie import ERKENNING, OPLEIDING, ORGANISATIE, VESTIGING
from marketplace.web.geschiedenis.overige import (
    ACCOUNT,
    API_SLEUTEL,
    BESTAND,
    GROEP,
    INLEZING,
    LEERLIJN,
    PLAN,
    PRAKTIJKOPLEIDER,
    REKENRUN,
    ROULATIE,
    VOORSTEL,
)
from marketplace.web.geschiedenis.regio import REGIO
from marketplace.web.geschiedenis.sw_bedrijf import (
    AFDELING,
    BUS,
    DETACHERINGSBELEID,
    OPSTAPPLAATS,
    WERKLEIDER,
)

ONDERWERPEN: Mapping[str, Onderwerp] = {
    "account": ACCOUNT,
    "afdeling": AFDELING,
    "api_sleutel": API_SLEUTEL,
    "bestand": BESTAND,
    "bus": BUS,
    "detacheringsbeleid": DETACHERINGSBELEID,
    "groep": GROEP,
    "roulatie": ROULATIE,
    "inlezing": INLEZING,
    "kandidaat": KANDIDAAT,
    "kwalificatie": KWALIFICATIE,
    "leerlijn": LEERLIJN,
    "leerwerkplek": LEERWERKPLEK,
    "medewerker": MEDEWERKER,
    "groepsplan": GROEPSPLAN,
    "opdracht": OPDRACHT,
    "opstapplaats": OPSTAPPLAATS,
    "organisatie": ORGANISATIE,
    "vestiging": VESTIGING,
    "erkenning": ERKENNING,
    "opleiding": OPLEIDING,
    "plan": PLAN,
    "praktijkopleider": PRAKTIJKOPLEIDER,
    "regio": REGIO,
    "rekenrun": REKENRUN,
    "voorstel": VOORSTEL,
    "werkleider": WERKLEIDER,
    "werkproces": WERKPROCES,
}
_UNKNOWN = Onderwerp(soorten={})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One field of an edit in words; both None where only its name was kept."""

    veld: str
    was: str | None
    werd: str | None


def say_soort(moment: Moment) -> str:
    """What happened."""
    known = ONDERWERPEN.get(moment.onderwerp, _UNKNOWN).soorten
    return known.get(moment.soort) or _readable(moment.soort)


def list_wijzigingen(moment: Moment, names: Mapping[object, str]) -> list[Wijziging]:
    """The fields that an edit changed; `names` are the words for codes and for ids in a list."""
    onderwerp = ONDERWERPEN.get(moment.onderwerp, _UNKNOWN)
    velden: Mapping[str, list[Any] | None] = moment.gegevens.get("velden", {})
    return [_wijziging(onderwerp, name, pair, names) for name, pair in velden.items()]


def _wijziging(
    onderwerp: Onderwerp, name: str, pair: list[Any] | None, names: Mapping[object, str]
) -> Wijziging:
    """One field by its label, with what it was and became."""
    label = onderwerp.velden.get(name, _readable(name))
    if pair is None:
        return Wijziging(label, None, None)
    say = onderwerp.say.get(name, lambda value: _say(value, names))
    was, werd = ("leeg" if value is None else say(value) for value in pair)
    return Wijziging(label, was, werd)


def _say(value: object, names: Mapping[object, str]) -> str:
    """A value of JSON as people read it."""
    match value:
        case bool():
            return "ja" if value else "nee"
        case int() | float():
            return getal(value)
        case list():
            return opsomming(names.get(each) or _say(each, names) for each in value) or "niets"
        case str() if _DAY.fullmatch(value):
            return datum(date.fromisoformat(value))
        case str():
            return names.get(value, value) or "leeg"
        case _:
            return str(value)


def _readable(name: str) -> str:
    """A name of the database as the start of a line."""
    return hoofdletter(name.replace("_", " "))
