"""The history of what a SW-bedrijf lends out groups with, in words."""

from marketplace.web.formats import euros
from marketplace.web.geschiedenis.onderwerp import Onderwerp

_AFWEZIG = {
    "afwezigheid_vastgelegd": "Vastgelegd wanneer afwezig",
    "afwezigheid_ingetrokken": "Afwezigheid ingetrokken",
}
WERKLEIDER = Onderwerp(
    soorten={
        "werkleider_toegevoegd": "Toegevoegd",
        "werkleider_gewijzigd": "Gewijzigd",
        "werkleider_gearchiveerd": "Naar het archief",
        **_AFWEZIG,
    },
    velden={"minuten": "Uren per week", "span": "Begeleidt tegelijk", "werkprocessen": "Kan voordoen"},
)
BUS = Onderwerp(
    soorten={
        "bus_toegevoegd": "Toegevoegd",
        "bus_gewijzigd": "Gewijzigd",
        "bus_gearchiveerd": "Naar het archief",
        **_AFWEZIG,
    },
    velden={"plaats_id": "Plaats", "plaatsen": "Aantal plaatsen"},
)
OPSTAPPLAATS = Onderwerp(
    soorten={
        "opstapplaats_toegevoegd": "Toegevoegd",
        "opstapplaats_gewijzigd": "Gewijzigd",
        "opstapplaats_gearchiveerd": "Naar het archief",
    },
    velden={"plaats_id": "Plaats"},
)
AFDELING = Onderwerp(
    soorten={
        "afdeling_toegevoegd": "Toegevoegd",
        "afdeling_gewijzigd": "Gewijzigd",
        "afdeling_gearchiveerd": "Naar het archief",
    },
)
DETACHERINGSBELEID = Onderwerp(
    soorten={
        "groepsdetachering_begonnen": "Begonnen met groepsdetachering",
        "detacheringsbeleid_gewijzigd": "Beleid gewijzigd",
        "detacheringslagen_gewijzigd": "Volgorde van de wensen gewijzigd",
        "trede_toegevoegd": "Trede toegevoegd",
        "trede_gewijzigd": "Trede gewijzigd",
        "trede_weggehaald": "Trede weggehaald",
        "treden_overgenomen": "Treden van een voorbeeld overgenomen",
    },
    velden={
        "weken": "Weken in het plan",
        "fase_volgorde": "Niet te snel een hogere trede",
        "max_rit": "Langste rit",
        "max_omweg": "Langste omweg",
        "loon": "Loon per uur",
        "leiding": "Begeleiding per uur",
        "kilometer": "Bus per kilometer",
        "uitstroom_per_groep": "Mensen die een groep kan missen",
        "terugkeer_maanden": "Maanden terugkeergarantie",
        "waarschuwing_weken": "Weken waarschuwing",
    },
    say={"loon": euros, "leiding": euros, "kilometer": euros},
)
