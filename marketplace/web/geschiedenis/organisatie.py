"""The history of an organisatie and of what belongs to it in words."""

from marketplace.web.geschiedenis.onderwerp import Onderwerp, laatste_dag

ORGANISATIE = Onderwerp(
    soorten={
        "organisatie_gemaakt": "Toegevoegd",
        "organisatie_gewijzigd": "Gewijzigd",
        "organisatie_gearchiveerd": "Naar het archief",
        "organisatie_teruggehaald": "Teruggehaald uit het archief",
    },
    velden={"soort": "Soort organisatie", "kvk": "KVK-nummer"},
)
VESTIGING = Onderwerp(
    soorten={
        "vestiging_gemaakt": "Toegevoegd",
        "vestiging_gewijzigd": "Gewijzigd",
        "vestiging_gearchiveerd": "Naar het archief",
        "vestiging_teruggehaald": "Teruggehaald uit het archief",
    },
    velden={"leerbedrijf_id": "Leerbedrijf-ID"},
)
ERKENNING = Onderwerp(
    soorten={
        "erkenning_toegevoegd": "Vastgelegd",
        "erkenning_gewijzigd": "Gewijzigd",
        "erkenning_teruggenomen": "Teruggedraaid",
    },
    velden={"tot": "Laatste dag", "werkprocessen": "Geldt voor", "gecontroleerd_op": "Nagekeken op"},
    say={"tot": laatste_dag},
)
OPLEIDING = Onderwerp(
    soorten={
        "opleiding_toegevoegd": "Toegevoegd",
        "opleiding_gewijzigd": "Gewijzigd",
        "opleiding_teruggenomen": "Teruggedraaid",
    },
    velden={"tot": "Laatste dag"},
    say={"tot": laatste_dag},
)
