"""The history of a plek in words."""

from marketplace.web.formats import dagdelen, minuten
from marketplace.web.geschiedenis.onderwerp import Onderwerp, laatste_dag
from marketplace.werkprocessen.model import FASE_WOORDEN, NIVEAUS, TAALNIVEAUS, Fase

LEERWERKPLEK = Onderwerp(
    soorten={
        "leerwerkplek_gemaakt": "Gemaakt",
        "leerwerkplek_gewijzigd": "Gewijzigd",
        "leerwerkplek_gepubliceerd": "Gepubliceerd",
        "leerwerkplek_gesloten": "Gesloten",
        "leerwerkplek_teruggezet": "Weer een concept",
        "plek_link_gemaakt": "Link gemaakt voor de werkgever",
        "plek_link_ingetrokken": "Link voor de werkgever ingetrokken",
        "plek_klopt": "De werkgever zei: dit klopt nog",
        "plek_klopt_niet": "De werkgever zei: dit klopt niet meer",
        "leerwerkplek_verwijderd": "Concept verwijderd",
    },
    velden={
        "tot": "Laatste dag",
        "van": "Eerste dag",
        "minuten_min": "Minste uren per week",
        "minuten_max": "Meeste uren per week",
        "taal": "Nederlands",
        "fase": "Hoe beschermd het werk is",
        "vervoer_geregeld": "Vervoer geregeld",
        "vormen": "Vormen van plaatsing",
        "voorwaarden": "Wat de plek kan bieden",
        "werkprocessen": "Werk",
    },
    say={
        "niveau": NIVEAUS.__getitem__,
        "taal": TAALNIVEAUS.__getitem__,
        "fase": lambda code: FASE_WOORDEN[Fase(code)],
        "dagdelen": dagdelen,
        "minuten_min": minuten,
        "minuten_max": minuten,
        "tot": laatste_dag,
    },
)
