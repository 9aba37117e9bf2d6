"""Functions compiled to machine code by numba, kept in a folder of their own for every state of the sources.

numba looks only at the file of a function to know whether its compiled form is stale, not at the files of the
functions that it calls; so the name of the folder is a digest of all files that hold compiled functions.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numba
from numba.core import config

if TYPE_CHECKING:
    from collections.abc import Callable

Function = TypeVar("Function", bound="Callable[..., object]")
ROOT = Path(__file__).resolve().parent


def _cache_folder() -> Path:
    """Where compiled functions stand: beside the sources where that can be written, else with the user."""
    sources = [path.read_bytes() for path in sorted(ROOT.rglob("*.py"))]
    digest = hashlib.sha256(b"".join(each for each in sources if b"solver.compiled" in each)).hexdigest()[:16]
    home = ROOT.parent / ".cache"
    if not os.access(home if home.exists() else ROOT.parent, os.W_OK):
        home = Path(tempfile.gettempdir()) / f"plekwijs-{os.getuid()}"
    return home / "compiled" / digest


config.CACHE_DIR = str(_cache_folder())  # type: ignore[attr-defined]  # made when numba reads its settings
njit: Any = numba.njit


def compiled(function: Function) -> Function:
    """Compile at the first call, once for all processes; runs without the interpreter's lock."""
    return cast("Function", njit(nogil=True, cache=True)(function))


def lean(function: Function) -> Function:
    """Compile a function that makes no arrays, without counting references to those it is given.

    Counting takes most of the time of small functions with many arrays: four times as many moves a second.
    """
    return cast("Function", njit(nogil=True, cache=True, _nrt=False, error_model="numpy")(function))


def inlined(function: Function) -> Function:
    """Compile into every compiled function that calls it."""
    return cast("Function", njit(nogil=True, cache=True, inline="always")(function))
