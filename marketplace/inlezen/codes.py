"""What files call a werkproces."""

from marketplace.werkprocessen.model import Werkproces
from marketplace.werkprocessen.tabel_werkprocessen import number_of

SHARED = "alle kwalificaties van het dossier"


def code_of(werkproces: Werkproces) -> str:
    """What a file calls a werkproces: its code, after the crebo where codes come back in every dossier."""
    return werkproces.code if werkproces.voorbeeld else f"{number_of(werkproces)}/{werkproces.code}"


def told(werkproces: Werkproces, words: str) -> tuple[str, str]:
    """A line of the list of codes: the code, and what it means in which kwalificatie."""
    return code_of(werkproces), f"{words} ({werkproces.kwalificatie or SHARED})"
