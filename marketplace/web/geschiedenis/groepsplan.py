"""The history of a plan of groups in words."""

from marketplace.web.geschiedenis.onderwerp import Onderwerp

GROEPSPLAN = Onderwerp(
    soorten={"groepsplan_gepubliceerd": "Gepubliceerd"},
    velden={
        "anders": "Plaatsen die veranderden",
        "groepen": "Groepen die veranderden",
        "tegen": "Regels die niet klopten",
    },
)
