"""The history of the catalogue in words."""

from marketplace.web.geschiedenis.onderwerp import Onderwerp, laatste_dag

KWALIFICATIE = Onderwerp(
    soorten={
        "kwalificatie_toegevoegd": "Toegevoegd",
        "kwalificatie_gewijzigd": "Gewijzigd",
        "kwalificatie_teruggenomen": "Teruggedraaid",
    },
    velden={"tot": "Laatste dag", "dossier": "Naam van het dossier"},
    say={"tot": laatste_dag},
)
WERKPROCES = Onderwerp(
    soorten={
        "werkproces_toegevoegd": "Toegevoegd",
        "werkproces_gewijzigd": "Gewijzigd",
        "werkproces_gearchiveerd": "Naar het archief",
        "werkproces_teruggehaald": "Teruggehaald uit het archief",
    },
    velden={"uitleg": "In gewone woorden", "titel": "Officiële naam"},
)
