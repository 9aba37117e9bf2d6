"""What the page of a medewerker shows besides the row: steps, weeks, learning goals and pairs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marketplace.groepsdetachering.mensen.model import Medewerker
from marketplace.groepsdetachering.mensen.opbouw import step_after
from marketplace.groepsdetachering.mensen.stand import Mensen
from marketplace.groepsdetachering.opdrachten.model import Afspraak, Opdracht
from marketplace.groepsdetachering.plan.model import Indeling
from marketplace.rekenruns.weken import WEEK
from marketplace.web.groepsdetachering.mensen.woorden import PAREN

# So many weeks back the picture goes.
BACK = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class StapRegel:
    """A step outside, and how many weeks of it were kept up; None where it is still to come."""

    nummer: int
    dagen: int
    weken: int
    gedaan: int | None
    nu: bool
    laatste: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRegel:
    """Where somebody was or will be in a week; without an opdracht inside."""

    week: date
    indeling: Indeling | None
    opdracht: Opdracht | None
    nu: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaarRegel:
    """Another medewerker, and what holds for the two."""

    kandidaat_id: int
    kenmerk: str
    woorden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerdoel:
    """What somebody learns: weeks that were practised and are needed."""

    naam: str
    geoefend: int
    weken: int
    bewezen: bool
    aangeboden: bool


def steps_of(mensen: Mensen, wie: Medewerker) -> list[StapRegel]:
    """The steps, with where somebody is now."""
    number, weken = step_after(wie.stappen, mensen.verleden.volgehouden(wie))
    return [
        StapRegel(
            nummer=each + 1,
            dagen=stap.dagen,
            weken=stap.weken,
            gedaan=stap.weken if each < number else weken if each == number else None,
            nu=each == number,
            laatste=each == len(wie.stappen) - 1,
        )
        for each, stap in enumerate(wie.stappen)
    ]


def weeks_of(mensen: Mensen, wie: Medewerker) -> list[WeekRegel]:
    """The last weeks and those that were published, by what people were told; nothing where none was."""
    places = [*mensen.verleden.places.get(wie.kandidaat_id, ()), *mensen.komend]
    mine = {each.week: each for each in places if each.kandidaat_id == wie.kandidaat_id}
    told = {each.week for each in mensen.komend}
    back = [mensen.week - number * WEEK for number in range(BACK, 0, -1)]
    weeks = [each for each in back if each in mine] + sorted(told)
    return [_week(mensen, each, mine.get(each)) for each in weeks] if mine else []


def _week(mensen: Mensen, week: date, indeling: Indeling | None) -> WeekRegel:
    """One week."""
    opdracht = mensen.wereld.opdracht(indeling.opdracht_id) if indeling else None
    return WeekRegel(week=week, indeling=indeling, opdracht=opdracht, nu=week == mensen.week)


def paren_of(mensen: Mensen, wie: Medewerker) -> list[PaarRegel]:
    """With whom something holds, by kenmerk."""
    found = []
    for each in mensen.wereld.paren:
        if wie.kandidaat_id in (each.kandidaat_id, each.ander_id):
            other = each.ander_id if each.kandidaat_id == wie.kandidaat_id else each.kandidaat_id
            ander = mensen.wereld.medewerker(other)
            kenmerk = ander.kenmerk if ander else ""
            found.append(PaarRegel(kandidaat_id=other, kenmerk=kenmerk, woorden=PAREN[each.soort]))
    return sorted(found, key=lambda each: each.kenmerk)


def leerdoelen_of(mensen: Mensen, wie: Medewerker, names: Mapping[object, str]) -> list[Leerdoel]:
    """What somebody learns."""
    return [
        Leerdoel(
            naam=names.get(each, str(each)),
            geoefend=mensen.verleden.geoefend(wie, each),
            weken=weken,
            bewezen=each in wie.bewezen,
            aangeboden=mensen.is_offered(each),
        )
        for each, weken in wie.leerdoelen.items()
    ]


def afspraken_of(mensen: Mensen, wie: Medewerker) -> list[tuple[Opdracht, Afspraak]]:
    """What was agreed on somebody at opdrachten that are planned."""
    return [
        (opdracht, each)
        for each in mensen.wereld.afspraken
        if each.kandidaat_id == wie.kandidaat_id and (opdracht := mensen.wereld.opdracht(each.opdracht_id))
    ]
