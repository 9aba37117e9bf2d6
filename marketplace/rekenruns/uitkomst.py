"""What a run may spend, and what is kept of its outcome, the same for every planner."""

import hashlib
import json
import platform
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

import solver
from solver.budget import Budget
from solver.result import Result, TierResult

FORMAT = "plekwijs-uitkomst/1"
# Wall time is only a safety net: the deterministic limit ends a solve, so that it can be repeated.
SAFETY_SECONDS = 120.0
SAFETY_FACTOR = 10.0

Report: TypeAlias = Callable[[Mapping[str, object]], None]


def make_budget(seconden: float, seed: int) -> Budget:
    """What a run may spend; the same budget gives the same plan."""
    return Budget(
        seconds=max(SAFETY_SECONDS, SAFETY_FACTOR * seconden), workers=1, seed=seed, moves=float(seconden)
    )


def digest(question: Mapping[str, object]) -> str:
    """SHA-256 of a question, however its JSON is written."""
    text = json.dumps(question, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def to_uitkomst(result: Result[Any], budget: Budget, oplossing: object) -> dict[str, object]:
    """What is kept of an outcome: value, bound and gap per tier, the plan in plain values, and with what."""
    return {
        "format": FORMAT,
        "status": result.status.value,
        "lagen": to_lagen(result.tiers),
        "seconden": round(result.seconds, 2),
        "inspanning": budget.moves,
        "herhaalbaar": result.seconds < budget.seconds and not budget.cancelled(),
        "software": {
            "python": platform.python_version(),
            "ortools": version("ortools"),
            "numpy": version("numpy"),
            "solver": solver_digest(),
        },
        "oplossing": oplossing,
    }


def to_lagen(tiers: Sequence[TierResult]) -> list[dict[str, object]]:
    """Value, bound and gap of each tier."""
    return [{"naam": each.name, "waarde": each.value, "grens": each.bound, "gat": each.gap} for each in tiers]


@cache
def solver_digest() -> str:
    """A short hash of the solver's own source, so that a replay can tell that it was another solver."""
    sources = sorted(Path(solver.__file__).parent.rglob("*.py"))
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]
