"""The history of a regio in words: its policies and its gemeenten."""

from marketplace.web.geschiedenis.onderwerp import Onderwerp, say_numbers

REGIO = Onderwerp(
    soorten={
        "beleid_vastgelegd": "Beleid vastgelegd",
        "beleid_ingetrokken": "Gepland beleid ingetrokken",
        "gemeente_verplaatst": "Gemeente naar een andere regio",
        "gemeente_blijft": "Gemeente gaat toch niet naar een andere regio",
    },
    velden={"vanaf": "Geldt vanaf"},
    say={"gewichten": say_numbers, "begeleiding_minuten": say_numbers},
)
