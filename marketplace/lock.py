"""A file lock that the kernel lets go of when its holder ends, however it ends."""

import fcntl
from pathlib import Path
from typing import IO


class FileLock:
    """One holder at a time; the holder may leave a note for the others."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """Hold it, also when we hold it already; False when another process does."""
        if self._file is not None:
            return True
        file = self._path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        self._file = file
        return True

    def write_note(self, note: str) -> None:
        """Tell the others something; only the holder may."""
        if self._file is None:
            raise RuntimeError("only the holder writes a note")
        self._file.truncate(0)
        self._file.write(note)
        self._file.flush()

    def read_note(self) -> str:
        """What the holder told."""
        return self._path.read_text(encoding="utf-8") if self._path.exists() else ""

    def release(self) -> None:
        """Let go."""
        if self._file is not None:
            self._file.close()
            self._file = None
