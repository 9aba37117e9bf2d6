"""How a plan of groups is said: sentences of the solver with names and links."""

from markupsafe import Markup

from marketplace.groepsdetachering.plan.namen import Namen
from marketplace.web import namen as namen_web

PAGES = {"medewerker": "/mensen/{}", "opdracht": "/opdrachten/{}"}


def link_names(thuis: str, sentence: str, namen: Namen) -> Markup:
    """A sentence with names for its placeholders."""
    pages = {kind: f"{thuis}{page}" for kind, page in PAGES.items()}
    return namen_web.link_names(sentence, namen.name, pages)
