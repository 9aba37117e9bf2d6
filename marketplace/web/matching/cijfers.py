"""The figures of a plan as its pages show them."""

from dataclasses import dataclass
from typing import Any

from marketplace.db import Connection
from marketplace.kandidaten.doelgroepen import list_doelgroepsoorten
from marketplace.voorstellen.plan import Plan
from marketplace.web.matching.eerlijkheid import Groepregel, groepregels, say_cost
from marketplace.web.matching.woorden import say_bound
from marketplace.werkprocessen.queries import list_sectoren


@dataclass(frozen=True, slots=True)
class Cijfers:
    """What was counted when a plan was made, what is proven of it, and names of sectoren and doelgroepen."""

    geteld: dict[str, Any]
    bewezen: str
    sectoren: dict[str, str]
    doelgroepen: dict[str, str]

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
    doelgroepen = dict(await list_doelgroepsoorten(conn)) if "eerlijkheid" in plan.cijfers else {}
    return Cijfers(plan.cijfers, say_bound(plan.cijfers), sectoren, doelgroepen)
