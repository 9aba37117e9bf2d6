"""The history of a medewerker in words."""

from marketplace.groepsdetachering.werkdagen import say_days
from marketplace.web.formats import minuten
from marketplace.web.geschiedenis.onderwerp import Onderwerp

MEDEWERKER = Onderwerp(
    soorten={
        "medewerker_toegevoegd": "Toegevoegd als medewerker",
        "medewerker_gewijzigd": "Gewijzigd",
        "afwezigheid_vastgelegd": "Vastgelegd wanneer afwezig",
        "afwezigheid_ingetrokken": "Afwezigheid ingetrokken",
        "paar_vastgelegd": "Vastgelegd met wie wel of niet samen",
        "paar_vervallen": "Met wie wel of niet samen vervallen",
        "gesprek_vastgelegd": "Gesprek vastgelegd",
        "klaar_bevonden": "Klaar voor de volgende trede",
        "klaar_ingetrokken": "Toch nog niet klaar voor de volgende trede",
        "trede_verhoogd": "Naar de volgende trede",
        "uitstroom_begonnen": "Op weg naar een eigen plek",
        "uitstroom_gestopt": "Niet meer op weg naar een eigen plek",
        "uitstroom_matchbaar": "Bekendgemaakt in de regio onder kenmerk",
        "terugkeer_vastgelegd": "Terugkeergarantie vastgelegd",
        "teruggekeerd": "Teruggekeerd",
    },
    velden={
        "afdeling_id": "Afdeling",
        "max_minuten_dag": "Uren per dag",
        "behoefte": "Begeleiding",
        "wil_buiten": "Wil naar buiten",
        "naam_delen": "Voornaam delen",
        "stappen": "Stappen naar buiten",
        "opnieuw": "Stappen opnieuw geteld",
        "leerdoelen": "Leerdoelen",
        "uit_dienst_op": "Uit dienst",
    },
    say={"dagen": say_days, "max_minuten_dag": minuten},
)
