"""What is written of an opdracht, and what of it cannot be: each fault is a sentence at its field."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from marketplace.datum import datum
from marketplace.groepsdetachering.opdrachten.model import Opdracht, OpdrachtGegevens
from marketplace.groepsdetachering.werkdagen import has_workday
from marketplace.werkprocessen.model import Keuzen

CHOOSE = "Maak een keuze uit de lijst."
END_FIRST = "De laatste dag ligt voor de eerste dag."
NO_WORKDAY = "Geen van deze dagen valt in de periode. Kies andere dagen of een langere periode."
MINIMUM = "Het minimum is hoger dan het maximum."
GEVRAAGD = "Dit aantal ligt niet tussen het minimum en het maximum."


@dataclass(frozen=True, slots=True, kw_only=True)
class Omgeving:
    """What an opdracht is held against: vestigingen, treden and short names of others at the SW-bedrijf."""

    vestigingen: Collection[int]
    treden: Collection[int]
    kort: Collection[str]
    keuzen: Keuzen


def wrong_times(van: date, tot: date, dagen: int) -> dict[str, str]:
    """What is wrong with a period and its weekdays."""
    if tot <= van:
        return {"tot": END_FIRST}
    return {} if has_workday(van, tot, dagen) else {"dagen": NO_WORKDAY}


def wrong_numbers(minimum: int, gevraagd: int, maximum: int) -> dict[str, str]:
    """What is wrong with how many people are asked."""
    if minimum > maximum:
        return {"minimum": MINIMUM}
    return {} if minimum <= gevraagd <= maximum else {"gevraagd": GEVRAAGD}


def wrong_fields(gegevens: OpdrachtGegevens, now: Opdracht | None, omgeving: Omgeving) -> dict[str, str]:
    """A sentence at every field that does not go with the others or with the SW-bedrijf.

    What stands there now may stay: a vestiging can have gone to the archive.
    """
    wrong = wrong_times(gegevens.van, gegevens.tot, gegevens.dagen)
    wrong |= wrong_numbers(gegevens.minimum, gegevens.gevraagd, gegevens.maximum)
    outside = [each for each in sorted(gegevens.gesloten) if not gegevens.van <= each < gegevens.tot]
    if outside and "tot" not in wrong:
        wrong["gesloten"] = f"{datum(outside[0])} ligt buiten de periode."
    if gegevens.toegezegd > gegevens.gevraagd:
        wrong["toegezegd"] = "U zegt meer mensen toe dan er worden gevraagd."
    if gegevens.kort.lower() in {each.lower() for each in omgeving.kort}:
        wrong["kort"] = "Een andere opdracht heeft deze korte naam al."
    return wrong | _wrong_choices(gegevens, now, omgeving)


def _wrong_choices(gegevens: OpdrachtGegevens, now: Opdracht | None, omgeving: Omgeving) -> dict[str, str]:
    """The same of what is chosen from a list."""
    before = {each.werkproces_id for each in now.werkprocessen} if now else set()
    processes = {each.werkproces_id for each in gegevens.werkprocessen}
    wrong = {}
    if gegevens.vestiging_id not in {*omgeving.vestigingen, *([now.vestiging_id] if now else [])}:
        wrong["vestiging"] = "Kies een bedrijf uit uw regio."
    if gegevens.trede not in omgeving.treden:
        wrong["trede"] = "Kies een trede van uw bedrijf."
    if not set(gegevens.voorwaarden) <= omgeving.keuzen.voorwaarden:
        wrong["voorwaarden"] = CHOOSE
    if not processes <= omgeving.keuzen.werkprocessen | before:
        wrong["werkprocessen"] = CHOOSE
    for each in gegevens.werkprocessen:
        if each.aantal > gegevens.maximum:
            wrong[f"aantal_{each.werkproces_id}"] = f"Er komen hooguit {gegevens.maximum} mensen."
    return wrong
