"""How groepsdetachering is said: the seven tiers of wishes."""

from collections.abc import Iterable

LAGEN = {
    "opdrachten": "Opdrachten",
    "ontwikkeling": "Ontwikkeling",
    "continuiteit": "Vertrouwd",
    "reizen": "Reizen",
    "productie": "Eigen productie",
    "marge": "Geld",
    "uitstroom": "Uitstroom",
}
LAAG_UITLEG = {
    "opdrachten": "Inleners krijgen de mensen die zij vragen. Wat is toegezegd, gaat voor.",
    "ontwikkeling": "Mensen leren wat zij willen leren en gaan verder als zij daar klaar voor zijn.",
    "continuiteit": "Mensen houden hun groep en hun werkleider. Het plan verandert zo min mogelijk.",
    "reizen": "Mensen zijn kort onderweg. Wie het verst reist, telt extra.",
    "productie": "De eigen afdelingen houden de mensen die zij wensen.",
    "marge": "Opdrachten brengen meer op dan loon, leiding en bus kosten.",
    "uitstroom": "Wie binnenkort een eigen werkplek krijgt, zit niet met te veel anderen in één groep.",
}


def say_lagen(lagen: Iterable[str]) -> list[tuple[str, str, str]]:
    """Tiers in their order: code, name and what it means."""
    return [(each, LAGEN[each], LAAG_UITLEG[each]) for each in lagen]
