"""Matching as a run carries it out: read a region, ask for a plan or a mended one, keep it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from marketplace.db import Connection
from marketplace.matching.bewaren import keep_answer, make_question
from marketplace.matching.instance import load_opgave
from marketplace.matching.opgave import Opgave
from marketplace.rekenruns.model import Opdracht
from marketplace.rekenruns.planner import Planner


async def load(conn: Connection, opdracht: Opdracht) -> Opgave:
    """Read the region of a run; raises NotPlannable."""
    return await load_opgave(
        conn, opdracht.regio_code, opdracht.vandaag, opdracht.max_verplaatst, opdracht.soort
    )


def begins(question: Mapping[str, Any]) -> str:
    """What is being solved, with how many people and plekken."""
    people, plekken = (len(question["instantie"][name]) for name in ("kandidaten", "plekken"))
    what = "Het plan wordt hersteld" if "herstel" in question else "Er wordt gerekend"
    return f"{what} met {people} kandidaten en {plekken} leerwerkplekken."


async def keep(
    conn: Connection, opdracht: Opdracht, opgave: Opgave, answer: Mapping[str, Any], now: datetime
) -> bool:
    """Keep a plan with its voorstellen; False when the run is no longer ours to end."""
    return await keep_answer(conn, opdracht, opgave, answer, now) is not None


MATCHING = Planner(load=load, make_question=make_question, begins=begins, keep=keep)
