"""What files call a werkproces."""

from marketplace.werkprocessen.model import Werkproces


def code_of(werkproces: Werkproces) -> str:
    """What a file calls a werkproces: its code, after the crebo where codes come back in every dossier."""
    if werkproces.voorbeeld:
        return werkproces.code
    return f"{werkproces.crebo or werkproces.dossier_crebo}/{werkproces.code}"
