"""The history of a kandidaat in words."""

from marketplace.kandidaten.wijziging import steps_of
from marketplace.web.formats import dagdelen, minuten
from marketplace.web.geschiedenis.onderwerp import Onderwerp, laatste_dag
from marketplace.web.statuses import STATUSES
from marketplace.werkprocessen.model import FASE_WOORDEN, NIVEAUS, TAALNIVEAUS, Fase
from solver.spreektaal import VERVOER


def _begeleiding(weken: list[int]) -> str:
    """Vanaf week 1: 4 uur; vanaf week 5: 2 uur."""
    return "; ".join(f"vanaf week {step.week}: {minuten(step.minuten)}" for step in steps_of(tuple(weken)))


KANDIDAAT = Onderwerp(
    soorten={
        "uitzondering_gemaakt": "Beleid opzij gezet",
        "uitzondering_ingetrokken": "Uitzondering ingetrokken",
        "profiel_gewijzigd": "Profiel gewijzigd",
        "doelgroepen_gewijzigd": "Doelgroepen gewijzigd",
        "kandidaat_aangemeld": "Aangemeld",
        "werkprocessen_vastgelegd": "Vastgelegd wat deze persoon al kan",
        "aanmelding_teruggenomen": "Aanmelding teruggenomen",
        "status_gewijzigd": "Status gewijzigd",
        "kandidaat_gearchiveerd": "Naar het archief",
        "kandidaat_teruggehaald": "Teruggehaald uit het archief",
        "betrokkene_toegevoegd": "Iemand betrokken bij deze persoon",
        "betrokkene_beeindigd": "Laatste dag van iemand die betrokken is vastgelegd",
        "persoonsgegevens_ingezien": "Persoonsgegevens bekeken",
        "persoonsgegevens_gewijzigd": "Persoonsgegevens gewijzigd",
        "reistijd_verlaagd": "Langste reistijd verlaagd na een afwijzing",
        "reistijd_hersteld": "Langste reistijd weer als daarvoor",
        "uitsluiting_ingetrokken": "Een plek mag weer worden voorgesteld",
    },
    velden={
        "crebo": "Kwalificatie",
        "gewenst": "Wil leren",
        "geoefend": "Heeft geoefend",
        "bewezen": "Kan het, bewezen",
        "sectorwensen": "Sectoren, de liefste eerst",
        "vormen": "Vormen van plaatsing",
        "niveau_geschat": "Niveau, geschat",
        "pc4": "Postcode",
        "max_reistijd": "Langste reistijd",
        "max_afstand": "Grootste afstand",
        "reist_alleen": "Kan alleen reizen",
        "interne_dagen": "Dagen intern per week",
        "fase": "Werkt nu",
        "minuten_min": "Minste uren per week",
        "minuten_max": "Meeste uren per week",
        "van": "Eerste dag",
        "tot": "Laatste dag",
        "weken": "Duur in weken",
        "voorwaarden": "Nodig op het werk",
        "taal": "Nederlands",
    },
    say={
        "status": lambda code: STATUSES[code].woord,
        "crebo": lambda crebo: f"crebo {crebo}",
        "niveau_geschat": NIVEAUS.__getitem__,
        "vervoermiddel": VERVOER.__getitem__,
        "max_reistijd": lambda each: f"{each} minuten",
        "max_afstand": lambda each: f"{each} km",
        "dagdelen": dagdelen,
        "minuten_min": minuten,
        "minuten_max": minuten,
        "tot": laatste_dag,
        "taal": TAALNIVEAUS.__getitem__,
        "fase": lambda code: FASE_WOORDEN[Fase(code)],
        "begeleiding": _begeleiding,
    },
)
