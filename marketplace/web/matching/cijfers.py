"""The figures of a plan as its pages show them."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from marketplace.db import Connection
from marketplace.kandidaten.doelgroepen import list_doelgroepsoorten
from marketplace.matching.queries import list_namen
from marketplace.voorstellen.plan import Plan
from marketplace.web.matching.eerlijkheid import Groepregel, groepregels, say_cost
from marketplace.web.matching.woorden import link_names, say_bound, say_mended
from marketplace.werkprocessen.queries import list_sectoren


@dataclass(frozen=True, slots=True)
class Cijfers:
    """What was counted when a plan was made, what is proven of it, and names of sectoren and doelgroepen.

    `hersteld` says of a plan that was mended from which, and who else lost a plek.
    """

    geteld: dict[str, Any]
    bewezen: str
    sectoren: dict[str, str]
    doelgroepen: dict[str, str]
    hersteld: Markup | None

    @property
    def bezet(self) -> list[tuple[str, int, int]]:
        """Per sector its name, the plaatsen taken in its busiest week, and how many there are."""
        return [
            (self.sectoren.get(row["sector"], row["sector"]), row["gebruikt"], row["totaal"])
            for row in self.geteld["sectoren"]
        ]

    @property
    def groepen(self) -> list[Groepregel]:
        """The ondergrenzen of the region and how they stand; none where it has none."""
        found = self.geteld.get("eerlijkheid")
        return groepregels(found, self.doelgroepen) if found else []

    @property
    def kosten(self) -> str:
        """What those ondergrenzen cost."""
        return say_cost(self.geteld["eerlijkheid"])

    @property
    def zonder(self) -> int:
        """How many kandidaten have no plek."""
        return int(self.geteld["kandidaten"]) - int(self.geteld["geplaatst"])


async def figures_of(conn: Connection, plan: Plan) -> Cijfers:
    """The figures of one plan."""
    sectoren = {each.code: each.kort for each in await list_sectoren(conn)}
    doelgroepen = dict(await list_doelgroepsoorten(conn)) if plan.cijfers.get("eerlijkheid") else {}
    hersteld = await _tell_mended(conn, plan)
    return Cijfers(plan.cijfers, say_bound(plan.cijfers), sectoren, doelgroepen, hersteld)


async def _tell_mended(conn: Connection, plan: Plan) -> Markup | None:
    """Whom mending moved, each a link; None for a plan that was made anew."""
    herstel = plan.cijfers.get("herstel")
    if herstel is None:
        return None
    told = say_mended(herstel)
    return link_names(told, await list_namen(conn, [plan.regio_code], [told]))
