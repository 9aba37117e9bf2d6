"""What lives as long as the web process, beside the pool.

A room with a `lifespan.py` exports LIFESPAN there: an async context manager over the application, whose state
already holds `pool` and `settings`.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from importlib import import_module
from importlib.util import find_spec

from starlette.applications import Starlette

from marketplace.web.routes import ROOMS

Hook = Callable[[Starlette], AbstractAsyncContextManager[None]]


def _hook_of(room: str) -> Hook | None:
    """The hook of one room, if it has one."""
    name = f"marketplace.web.{room}.lifespan"
    if find_spec(f"marketplace.web.{room}") is None or find_spec(name) is None:
        return None
    hook: Hook = import_module(name).LIFESPAN
    return hook


HOOKS: tuple[Hook, ...] = tuple(hook for room in ROOMS if (hook := _hook_of(room)) is not None)
