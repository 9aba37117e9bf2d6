"""What the list of codes says of a werkproces."""

from marketplace.inlezen.codes import SHARED, told
from marketplace.werkprocessen.model import Werkproces


def _werkproces(kwalificatie: str | None) -> Werkproces:
    return Werkproces(
        id=1,
        dossier_crebo=23110,
        crebo=25252 if kwalificatie else None,
        kwalificatie=kwalificatie,
        code="B1-K1-W1",
        titel="Voert uit",
        uitleg="Uitvoeren",
        sector="bos",
        voorbeeld=False,
        bron="",
        gearchiveerd=False,
        versie=1,
    )


def test_a_code_says_to_which_kwalificatie_it_belongs() -> None:
    assert told(_werkproces("Assistent"), "Uitvoeren") == ("25252/B1-K1-W1", "Uitvoeren (Assistent)")
    assert told(_werkproces(None), "Uitvoeren") == ("23110/B1-K1-W1", f"Uitvoeren ({SHARED})")
