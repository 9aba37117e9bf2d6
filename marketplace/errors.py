"""The refusals that people can meet: the docstring is the sentence they read, `status` the HTTP status."""

import inspect
from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

import asyncpg


class Refusal(Exception):
    """Dit kan niet."""

    status: ClassVar[int] = 400

    def __init__(self, sentence: str | None = None, *, fields: Mapping[str, str] | None = None) -> None:
        self.sentence = sentence or inspect.cleandoc(type(self).__doc__ or "")
        self.fields: Mapping[str, str] = MappingProxyType(dict(fields or {}))
        super().__init__(self.sentence)


class InvalidInput(Refusal):
    """Niet alles is goed ingevuld. Kijk naar de meldingen bij de velden."""


class NotLoggedIn(Refusal):
    """U bent niet ingelogd. Log in en probeer het opnieuw."""

    status = 401


class Forbidden(Refusal):
    """U mag dit niet doen."""

    status = 403


class NotFound(Refusal):
    """Deze pagina bestaat niet of u mag haar niet zien."""

    status = 404


class Conflict(Refusal):
    """Iemand anders was net eerder. Kijk eerst wat er nu staat."""

    status = 409


class StaleVersion(Conflict):
    """Iemand anders heeft dit intussen gewijzigd. Vergelijk uw invoer met wat er nu staat."""


class CapacityReached(Conflict):
    """Deze plaats is net vergeven aan iemand anders."""


class LinkEnded(Refusal):
    """Deze link werkt niet of niet meer. Vraag een nieuwe link aan wie u deze link gaf."""

    status = 410


class TooLarge(Refusal):
    """Dit is te veel tekst. Maak de tekst korter en probeer het opnieuw."""

    status = 413


class TooSlow(Refusal):
    """Uw formulier kwam niet op tijd bij ons aan. Controleer uw verbinding en probeer het opnieuw."""

    status = 408


class TooManyAttempts(Refusal):
    """U hebt het te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw."""

    status = 429


BSN = "In deze tekst staat een getal dat op een burgerservicenummer (BSN) lijkt. Haal dat getal weg."
CONSTRAINTS: Mapping[str, str] = MappingProxyType(
    {
        "korte_tekst_bsn": BSN,
        "vrije_tekst_bsn": BSN,
        "korte_tekst_lengte": "Een tekst is leeg of te lang: hooguit 200 tekens.",
        "vrije_tekst_lengte": "Een tekst is te lang: hooguit 4.000 tekens.",
        "telefoonnummer_vorm": "Dit is geen telefoonnummer. Vul het in als 06-12345678 of +31 6 12345678.",
        "leerwerkplek_periode": "De periode klopt niet: de einddatum ligt na de begindatum.",
        "kandidaat_periode": "De periode klopt niet: de einddatum ligt na de begindatum.",
        "organisatie_naam_eenmalig": "Er is al een organisatie met deze naam in deze regio.",
        "vestiging_naam_eenmalig": "Deze organisatie heeft al een vestiging met deze naam.",
        "erkenning_een_tegelijk": "Voor deze kwalificatie is er in die periode al een erkenning.",
        "opleiding_een_tegelijk": "Deze opleider biedt deze kwalificatie in die periode al aan.",
        "een_praktijkopleider_tegelijk": "Deze plek heeft in die periode al een eerste praktijkopleider.",
        "leerlijn_naam_eenmalig": "Er is al een leerlijn met deze naam in deze regio.",
        "roulatie_periode": "Een roulatie begint op een maandag en duurt hele weken.",
        "roulatie_afspraak_duur": "De afspraak geldt ten minste tot de roulatie voorbij is.",
        "blok_periode": "Een blok begint op een maandag en duurt hele weken.",
        "blokken_overlappen_niet": "Dit blok valt samen met een ander blok.",
        "plek_kort_eenmalig": "Een andere plek heeft deze korte naam al.",
        "plek_minimum_onder_maximum": "Het minimum is hoger dan het maximum.",
        "deelnemer_begint_voor_einde": "De deelnemer stopt op of voor de eerste dag.",
        "opdracht_kort_eenmalig": "Een andere opdracht heeft deze korte naam al.",
        "opdracht_periode": "De periode klopt niet: de laatste dag ligt voor de eerste.",
        "opdracht_dagen": "Geen van deze dagen valt in de periode.",
        "opdracht_duur": "Een dag duurt 1 tot 10 uur.",
        "opdracht_minimum": "Het minimum is hoger dan het maximum.",
        "opdracht_gevraagd": "Het aantal dat wordt gevraagd ligt niet tussen het minimum en het maximum.",
        "opdracht_toegezegd": "Er worden meer mensen toegezegd dan gevraagd.",
        "roulatie_paar_spreekt_zich_niet_tegen": "Twee mensen kunnen niet samen blijven en apart zijn.",
        "werkleider_naam_eenmalig": "Er is al een werkleider met deze naam.",
        "bus_naam_eenmalig": "Er is al een bus met deze naam.",
        "opstapplaats_naam_eenmalig": "Er is al een opstapplaats met deze naam.",
        "afdeling_naam_eenmalig": "Er is al een afdeling met deze naam.",
        "afdeling_aantallen": "Het gewenste aantal is op elke dag ten minste het minimum.",
        "bus_heeft_plaatsen": "Een bus heeft 1 tot 60 plaatsen.",
        "bus_hooguit_vijf_opstapplaatsen": "Een bus komt langs hooguit vijf opstapplaatsen.",
        "werkleider_een_keer_afwezig": "Deze dagen vallen samen met een andere periode.",
        "bus_een_keer_afwezig": "Deze dagen vallen samen met een andere periode.",
        "medewerker_een_keer_afwezig": "Deze dagen vallen samen met een andere periode.",
        "terugkeer_een_tegelijk": "In deze tijd geldt al een terugkeergarantie.",
        "medewerkers_organisatie_id_trede_fkey": "Er is nog een medewerker met een trede die dan verdwijnt.",
    }
)
CAPACITY_STATE = "PW001"
STEP_STATE = "PW003"


def refusal_from_database(error: BaseException) -> Refusal | None:
    """The refusal that an error of the database stands for, or None when it is our mistake.

    Our triggers raise SQLSTATE PW001 and PW003 with a Dutch sentence; two people in each other's way show
    as a deadlock or a serialization failure; named constraints have their sentence in `CONSTRAINTS`.
    """
    if not isinstance(error, asyncpg.PostgresError):
        return None
    if error.sqlstate == CAPACITY_STATE:
        return CapacityReached(error.args[0])
    if error.sqlstate == STEP_STATE:
        return Conflict(error.args[0])
    if isinstance(error, asyncpg.DeadlockDetectedError | asyncpg.SerializationError):
        return Conflict("Iemand anders was hier op hetzelfde moment mee bezig. Probeer het opnieuw.")
    sentence = CONSTRAINTS.get(getattr(error, "constraint_name", None) or "")
    return InvalidInput(sentence) if sentence else None
