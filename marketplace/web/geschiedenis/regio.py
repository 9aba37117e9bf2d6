"""The history of the policies of a regio in words."""

from marketplace.web.geschiedenis.onderwerp import Onderwerp, say_numbers

REGIO = Onderwerp(
    soorten={"beleid_vastgelegd": "Beleid vastgelegd", "beleid_ingetrokken": "Gepland beleid ingetrokken"},
    velden={"vanaf": "Geldt vanaf"},
    say={"gewichten": say_numbers, "begeleiding_minuten": say_numbers},
)
