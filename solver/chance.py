"""Random numbers for compiled functions: the state of a search carries its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

from solver.compiled import inlined

if TYPE_CHECKING:
    from numpy.typing import NDArray


class HasChance(Protocol):
    """A state with one number of 64 bits, never 0."""

    @property
    def random(self) -> NDArray[np.uint64]:
        """It changes with every draw."""


def seeded(seed: int) -> NDArray[np.uint64]:
    """Where the numbers of a seed begin."""
    return np.random.default_rng(seed).integers(1, 1 << 63, 1, dtype=np.uint64)


@inlined
def draw(state: HasChance) -> np.uint64:
    """The next 64 random bits (xorshift64, Marsaglia 2003)."""
    bits: np.uint64 = state.random[0]
    bits ^= bits << np.uint64(13)
    bits ^= bits >> np.uint64(7)
    bits ^= bits << np.uint64(17)
    state.random[0] = bits
    return bits


@inlined
def below(state: HasChance, limit: int) -> int:
    """A random number in [0, limit), limit below 2^31."""
    return int(((draw(state) >> np.uint64(33)) * np.uint64(limit)) >> np.uint64(31))


@inlined
def unit(state: HasChance) -> float:
    """A random number in [0, 1)."""
    return float(draw(state) >> np.uint64(11)) * (1.0 / 9007199254740992.0)
