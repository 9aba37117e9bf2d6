"""Matching as a run carries it out: read a region, ask for a plan or a mended one, keep it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from marketplace.db import Connection
from marketplace.matching.bewaren import keep_answer, make_question
from marketplace.matching.instance import load_opgave
from marketplace.matching.opgave import Opgave
from marketplace.rekenruns.model import Claim
from marketplace.rekenruns.planner import Planner


async def load(conn: Connection, claim: Claim) -> Opgave:
    """Read the region of a run; raises NotPlannable."""
    return await load_opgave(conn, claim.regio_code, claim.vandaag, claim.max_verplaatst, claim.soort)


def begins(question: Mapping[str, Any]) -> str:
    """What is being solved, with how many people and plekken."""
    people, plekken = (len(question["instantie"][name]) for name in ("kandidaten", "plekken"))
    what = "Het plan wordt hersteld" if "herstel" in question else "Er wordt gerekend"
    return f"{what} met {people} kandidaten en {plekken} leerwerkplekken."


async def keep(
    conn: Connection, claim: Claim, opgave: Opgave, answer: Mapping[str, Any], now: datetime
) -> bool:
    """Keep a plan with its voorstellen; False when the run is no longer ours to end."""
    return await keep_answer(conn, claim, opgave, answer, now) is not None


MATCHING = Planner(load=load, make_question=make_question, begins=begins, keep=keep)
