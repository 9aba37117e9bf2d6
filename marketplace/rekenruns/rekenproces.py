"""The worker's handle on the process that solves: started ahead, asked, stopped, ended when it must be."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from marketplace.process import die_with_parent

COMMAND = (sys.executable, "-m", "marketplace.solver_child")
LINE_LIMIT = 256 * 1024 * 1024
GRACE_SECONDS = 3.0

OnStep = Callable[[Mapping[str, Any]], Awaitable[None]]


class RekenprocesStopped(RuntimeError):
    """The process that solves ended before it answered."""


class Rekenproces:
    """One child at a time; `warm` has it load the solver before anybody waits."""

    def __init__(self) -> None:
        self._child: Process | None = None

    async def warm(self) -> None:
        """Start the child and wait until it takes questions; raises RekenprocesStopped when it cannot."""
        if self._child is not None and self._child.returncode is None:
            return
        parent = os.getpid()
        self._child = await asyncio.create_subprocess_exec(
            *COMMAND,
            stdin=PIPE,
            stdout=PIPE,
            limit=LINE_LIMIT,
            preexec_fn=lambda: die_with_parent(signal.SIGKILL, parent),
        )
        if (await self._read()).get("soort") != "klaar_voor_werk":
            raise RekenprocesStopped

    async def solve(self, question: Mapping[str, object], on_step: OnStep) -> dict[str, Any]:
        """Put a question and wait for its answer; raises RekenprocesStopped when the child ends first."""
        await self.warm()
        await self._write(question)
        while True:
            message = await self._read()
            if message.get("soort") == "uitkomst":
                return message
            await on_step(message)

    async def stop_solving(self) -> None:
        """Ask the child to stop; it answers with the best plan so far, which nobody keeps."""
        await self._write({"soort": "stop"})

    async def finish(self) -> None:
        """Ask the child to answer with the best plan so far, or else with the first one that it finds."""
        if self.pid() is not None:
            await self._write({"soort": "genoeg"})

    def pid(self) -> int | None:
        """The process id of the child that lives now."""
        return self._child.pid if self._child is not None and self._child.returncode is None else None

    async def close(self) -> None:
        """End the child at once."""
        if self._child is None:
            return
        if self._child.returncode is None:
            self._child.kill()
        await self._child.wait()
        self._child = None

    async def _write(self, message: Mapping[str, object]) -> None:
        """Send one line."""
        assert self._child is not None and self._child.stdin is not None  # noqa: S101, PT018 (made by warm)
        try:
            self._child.stdin.write(json.dumps(message).encode() + b"\n")
            await self._child.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            raise RekenprocesStopped from None

    async def _read(self) -> dict[str, Any]:
        """Take one line."""
        assert self._child is not None and self._child.stdout is not None  # noqa: S101, PT018 (made by warm)
        line = await self._child.stdout.readline()
        if not line:
            await self._child.wait()
            raise RekenprocesStopped
        message: dict[str, Any] = json.loads(line)
        return message
