"""The history of a regio in words: its policies and its gemeenten."""

from marketplace.web.geschiedenis.onderwerp import Onderwerp, say_numbers, say_shares

REGIO = Onderwerp(
    soorten={
        "beleid_vastgelegd": "Beleid vastgelegd",
        "beleid_ingetrokken": "Gepland beleid ingetrokken",
        "gemeente_verplaatst": "Gemeente naar een andere regio",
        "gemeente_blijft": "Gemeente gaat toch niet naar een andere regio",
    },
    velden={
        "vanaf": "Geldt vanaf",
        "wachttermijn_weken": "Weken waarna iemand te lang wacht",
        "startweken_om_de": "Weken van het ene startmoment tot het volgende",
        "startweken_aantal": "Startmomenten in een plan",
        "horizon_weken": "Weken die een plan vooruitkijkt",
        "niveau_is_eis": "Het niveau van een plek is een eis",
        "fase_volgorde": "Hooguit één fase verder naar buiten",
        "vouchers": "Opleidingsvouchers die er nog zijn",
        "gewichten": "Hoe zwaar de wensen wegen",
        "begeleiding_minuten": "Minuten begeleiding per week",
        "ondergrenzen": "Ondergrenzen voor doelgroepen",
        "ondergrens_prijs": "Punten voor een plek onder een ondergrens",
        "spreiding": "Spreiding over werkgevers",
        "rekenseconden": "Seconden die een rekenrun mag rekenen",
        "pin_weken": "Weken dat een pin vasthoudt",
    },
    say={
        "gewichten": say_numbers,
        "begeleiding_minuten": say_numbers,
        "ondergrenzen": say_shares,
        "spreiding": say_numbers,
    },
)
