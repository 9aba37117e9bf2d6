"""A page of rows that are all here already."""

from collections.abc import Iterable
from operator import attrgetter
from typing import TypeVar

from marketplace.web.api.models import Bladeren

R = TypeVar("R")


def page_of(rows: Iterable[R], query: Bladeren, key: str = "id") -> list[R]:
    """The rows after a key, in order of it, and one more than the page holds."""
    get = attrgetter(key)
    return sorted((row for row in rows if get(row) > query.after), key=get)[: query.one_more]
