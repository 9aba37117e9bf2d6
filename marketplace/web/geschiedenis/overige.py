"""The history of what knows no edits of fields, in words."""

from marketplace.web.geschiedenis.onderwerp import Onderwerp

VOORSTEL = Onderwerp(
    soorten={
        "voorstel_toegevoegd": "Toegevoegd door een mens",
        "voorstel_besproken": "De kandidaat zei ja",
        "voorstel_akkoord": "Akkoord gegeven en plaats gereserveerd",
        "voorstel_afgewezen": "Afgewezen",
        "voorstel_vastgezet": "Vastgezet",
        "voorstel_losgemaakt": "Losgemaakt",
        "voorstel_stap_terug": "Een stap teruggezet",
    },
)
GROEP = Onderwerp(
    soorten={
        "groep_aangemeld": "Groep aangemeld",
        "groep_gestart": "Groep gestart",
        "groep_geannuleerd": "Groep geannuleerd",
        "groep_afgerond": "Groep afgerond",
    },
)
PLAN = Onderwerp(soorten={"plan_gepubliceerd": "Plan gepubliceerd"})
REKENRUN = Onderwerp(
    soorten={
        "rekenrun_gevraagd": "Rekenrun gevraagd",
        "rekenrun_geannuleerd": "Rekenrun gestopt",
    },
)
ACCOUNT = Onderwerp(
    soorten={
        "account_aangezet": "Account aangezet",
        "account_uitgezet": "Account uitgezet",
        "sessies_ingetrokken": "Overal uitgelogd",
    },
)
PRAKTIJKOPLEIDER = Onderwerp(
    soorten={
        "begeleiding_gewijzigd": "Tijd voor begeleiding gewijzigd",
        "praktijkopleider_gemaakt": "Toegevoegd",
        "praktijkopleider_gewijzigd": "Gewijzigd",
        "praktijkopleider_vertrekt": "Vertrek vastgelegd",
        "praktijkopleider_blijft": "Vertrek ingetrokken",
    }
)
INLEZING = Onderwerp(
    soorten={
        "bestand_ingelezen": "Bestand ingelezen",
        "bestand_teruggedraaid": "Bestand teruggedraaid",
    },
)
BESTAND = Onderwerp(soorten={"gegevens_gedownload": "Gegevens opgehaald als bestand"})
API_SLEUTEL = Onderwerp(
    soorten={
        "api_sleutel_gemaakt": "API-sleutel gemaakt",
        "api_sleutel_ingetrokken": "API-sleutel ingetrokken",
    },
)
