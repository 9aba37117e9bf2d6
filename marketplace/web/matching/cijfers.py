"""The figures of a plan as its pages show them."""

from dataclasses import dataclass
from typing import Any

from marketplace.db import Connection
from marketplace.voorstellen.plan import Plan
from marketplace.web.matching.woorden import say_bound
from marketplace.werkprocessen.queries import list_sectoren


@dataclass(frozen=True, slots=True)
class Cijfers:
    """What was counted when a plan was made, what is proven of it, and short names of sectoren by code."""

    geteld: dict[str, Any]
    bewezen: str
    sectoren: dict[str, str]

    @property
    def bezet(self) -> list[tuple[str, int, int]]:
        """Per sector its name, the plaatsen taken in its busiest week, and how many there are."""
        return [
            (self.sectoren.get(row["sector"], row["sector"]), row["gebruikt"], row["totaal"])
            for row in self.geteld["sectoren"]
        ]

    @property
    def zonder(self) -> int:
        """How many kandidaten have no plek."""
        return int(self.geteld["kandidaten"]) - int(self.geteld["geplaatst"])


async def figures_of(conn: Connection, plan: Plan) -> Cijfers:
    """The figures of one plan."""
    sectoren = {each.code: each.kort for each in await list_sectoren(conn)}
    return Cijfers(plan.cijfers, say_bound(plan.cijfers), sectoren)
