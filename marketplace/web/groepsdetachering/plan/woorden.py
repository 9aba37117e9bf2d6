"""How a plan of groups is said: its goals, and sentences of the solver with names and links."""

from markupsafe import Markup

from marketplace.groepsdetachering.plan.namen import Namen
from marketplace.web import namen as namen_web

LAGEN = {
    "opdrachten": "Opdrachten vervullen",
    "ontwikkeling": "Mensen verder brengen",
    "continuiteit": "Vaste groep en leiding",
    "reizen": "Korter en eerlijker reizen",
    "productie": "Eigen productie sparen",
    "marge": "Marge",
    "uitstroom": "Uitstroom spreiden",
}
PAGES = {"medewerker": "/mensen/{}", "opdracht": "/opdrachten/{}"}


def link_names(thuis: str, sentence: str, namen: Namen) -> Markup:
    """A sentence with names for its placeholders."""
    pages = {kind: f"{thuis}{page}" for kind, page in PAGES.items()}
    return namen_web.link_names(sentence, namen.name, pages)
