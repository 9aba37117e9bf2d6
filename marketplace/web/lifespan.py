"""What lives as long as the web process, beside the pool: one row per room that has something of the kind.

A hook is an async context manager over the application, whose state already holds `pool` and `settings`.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from starlette.applications import Starlette

from marketplace.web.doorbell import LIFESPAN as DOORBELL
from marketplace.web.matching.lifespan import LIFESPAN as LISTENERS

Hook = Callable[[Starlette], AbstractAsyncContextManager[None]]

HOOKS: tuple[Hook, ...] = (LISTENERS, DOORBELL)
