"""A werkproces that somebody is to practise; shared by the planners."""

from dataclasses import dataclass

from solver.validate import require_unsigned


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerdoel:
    """An agreed werkproces: to be practised in so many weeks, of which some are behind already."""

    werkproces: int
    weken: int
    geoefend: int = 0

    def __post_init__(self) -> None:
        """Refuse negative weeks."""
        require_unsigned(f"werkproces {self.werkproces}", "weken", self.weken)
        require_unsigned(f"werkproces {self.werkproces}", "geoefend", self.geoefend)

    @property
    def left(self) -> int:
        """The weeks that still lack."""
        return max(0, self.weken - self.geoefend)
