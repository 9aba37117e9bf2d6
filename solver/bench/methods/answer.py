"""What a method gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Report: TypeAlias = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The chosen pairs (None without a plan) and the bound it proved (None without one)."""

    paren: tuple[int, ...] | None
    bound: int | None = None
