"""Keeping processes alive: each child is started again when it dies, a little later each time."""

import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from marketplace.process import start_child, stop_child, tail

LONGEST_WAIT = 30.0
CALM_SECONDS = 60.0


@dataclass(slots=True)
class Child:
    """A process that should always run."""

    name: str
    command: Sequence[str | Path]
    log: Path
    environment: Mapping[str, str]
    running: subprocess.Popen[bytes] | None = None
    failures: int = 0
    started: float = 0.0
    next_start: float = 0.0

    def start(self) -> None:
        """Start it now."""
        self.running = start_child(self.command, log=self.log, environment=self.environment)
        self.started = time.monotonic()

    def is_down(self) -> bool:
        """Whether it has ended."""
        return self.running is None or self.running.poll() is not None

    def stop(self) -> None:
        """Stop it in order."""
        if self.running is not None:
            stop_child(self.running, signal.SIGTERM)
            self.running = None


@dataclass(slots=True)
class Supervisor:
    """The children and the way to tell what happens to them."""

    say: Callable[[str], None]
    children: list[Child] = field(default_factory=list)

    def add(self, child: Child) -> None:
        """Start a child and keep it running."""
        self.children.append(child)
        child.start()

    def look_after(self) -> None:
        """Start again what has died; call this every now and then."""
        now = time.monotonic()
        for child in self.children:
            if not child.is_down():
                continue
            if child.running is not None:
                self._note_death(child, now)
            if now >= child.next_start:
                child.start()

    def stop(self) -> None:
        """Stop the children in the order in which they were started."""
        while self.children:
            self.children.pop(0).stop()

    def _note_death(self, child: Child, now: float) -> None:
        """Say it once, and wait longer each time unless the child had run calmly for a while."""
        code = child.running.returncode if child.running else None
        child.failures = 1 if now - child.started > CALM_SECONDS else child.failures + 1
        wait = min(0.25 * 2**child.failures, LONGEST_WAIT)
        child.next_start = now + wait
        child.running = None
        self.say(f"{child.name} is gestopt (code {code}) en start over {wait:.1f} s opnieuw.")
        if child.failures > 1:
            self.say(tail(child.log, 5))
