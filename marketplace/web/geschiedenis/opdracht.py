"""The history of an opdracht in words."""

from marketplace.groepsdetachering.werkdagen import say_days
from marketplace.web.formats import euros, minuten
from marketplace.web.geschiedenis.onderwerp import Onderwerp, laatste_dag
from marketplace.werkprocessen.model import NIVEAUS

OPDRACHT = Onderwerp(
    soorten={
        "opdracht_gemaakt": "Gemaakt",
        "opdracht_gewijzigd": "Gewijzigd",
        "opdracht_gevraagd": "Gevraagd door de inlener",
        "opdracht_aangenomen": "Aangenomen",
        "opdracht_afgewezen": "Afgewezen",
        "opdracht_gestopt": "Gestopt",
        "opdracht_ingetrokken": "Ingetrokken",
        "overeenkomst_vastgelegd": "Detacheringsovereenkomst vastgelegd",
        "afspraak_gemaakt": "Afspraak over een medewerker gemaakt",
        "afspraak_vervallen": "Afspraak over een medewerker vervallen",
        "uren_ingevuld": "Uren ingevuld",
        "uren_link_gemaakt": "Link gemaakt om uren te bevestigen",
        "uren_link_ingetrokken": "Link om uren te bevestigen ingetrokken",
        "uren_bevestigd": "Uren bevestigd door de inlener",
        "uren_kloppen_niet": "Volgens de inlener kloppen de uren niet",
    },
    velden={
        "vestiging_id": "Inlener",
        "kort": "Korte naam",
        "van": "Eerste dag",
        "tot": "Laatste dag",
        "minuten": "Uren per dag",
        "minimum": "Minste mensen",
        "maximum": "Meeste mensen",
        "waarde": "Hoe zwaar de opdracht telt",
        "voorwaarden": "Wat de opdracht kan bieden",
        "trainingen": "Trainingen van de werkleider",
        "toont": "Wat de inlener ziet",
        "toelichting": "Opmerkingen",
        "werkprocessen": "Werk",
        "gesloten": "Dagen dat de inlener dicht is",
    },
    say={
        "tot": laatste_dag,
        "dagen": say_days,
        "minuten": minuten,
        "tarief": euros,
        "niveau": NIVEAUS.__getitem__,
    },
)
