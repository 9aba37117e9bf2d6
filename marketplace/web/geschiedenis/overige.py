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
ROULATIE = Onderwerp(
    soorten={
        "roulatie_afgerond": "Roulatie afgerond",
        "rooster_gepubliceerd": "Rooster gepubliceerd",
    },
)
PLAN = Onderwerp(soorten={"plan_gepubliceerd": "Plan gepubliceerd"})
REKENRUN = Onderwerp(
    soorten={
        "rekenrun_gevraagd": "Rekenrun gevraagd",
        "rekenrun_geannuleerd": "Rekenrun gestopt",
        "rekenrun_afgerond": "Rekenrun gestopt en beste plan gehouden",
    },
)
ACCOUNT = Onderwerp(
    soorten={
        "account_aangezet": "Account aangezet",
        "account_uitgezet": "Account uitgezet",
        "sessies_ingetrokken": "Overal uitgelogd",
        "account_gemaakt": "Account gemaakt",
        "account_gewijzigd": "Account gewijzigd",
        "rol_gegeven": "Rol gegeven",
        "rol_weggehaald": "Rol weggehaald",
        "wachtwoordlink_gemaakt": "Link gemaakt om een wachtwoord te kiezen",
        "wachtwoordlink_ingetrokken": "Link ingetrokken",
        "wachtwoord_gekozen": "Wachtwoord gekozen met de link",
        "wachtwoord_gewijzigd": "Eigen wachtwoord gewijzigd",
        "elders_uitgelogd": "Zelf elders uitgelogd",
    },
    velden={"rol": "Rol", "plaats": "Waar", "naam": "Naam", "email": "E-mailadres"},
)
PRAKTIJKOPLEIDER = Onderwerp(
    soorten={
        "begeleiding_gewijzigd": "Tijd voor begeleiding gewijzigd",
        "praktijkopleider_gemaakt": "Toegevoegd",
        "praktijkopleider_gewijzigd": "Gewijzigd",
        "praktijkopleider_vertrekt": "Vertrek vastgelegd",
        "praktijkopleider_blijft": "Vertrek ingetrokken",
        "praktijkopleider_teruggenomen": "Teruggedraaid",
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
