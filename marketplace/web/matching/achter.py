"""What changed after the question of a plan was read: the plan does not know it yet."""

from dataclasses import dataclass

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.voorstellen import plan_queries
from marketplace.voorstellen.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Achter:
    """How many voorstellen were decided on, and how many profielen, plekken and praktijkopleiders changed."""

    besluiten: int
    wijzigingen: int

    @property
    def any(self) -> bool:
        """Whether another run would know more."""
        return self.besluiten > 0 or self.wijzigingen > 0


async def read_behind(conn: Connection, actor: Actor, plan: Plan) -> Achter:
    """Count what a plan does not know."""
    asked = (conn, actor, plan.regio_code, plan.gelezen_op)
    return Achter(
        besluiten=await plan_queries.count_decisions_since(*asked),
        wijzigingen=await plan_queries.count_changes_since(*asked),
    )
