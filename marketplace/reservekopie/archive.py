"""The file of a reservekopie: a zip with what pg_dump gave and what must be in it once it is put back.

It is private, appears whole or not at all, and every reading checks it against its SHA-256.
"""

import errno
import hashlib
import json
import os
import struct
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

FORMAT = "plekwijs-reservekopie/1"
CONTENTS, DUMP = "inhoud.json", "plekwijs.dump"
PIECE = 1 << 20
FULL = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de ruimte die u op deze schijf mag gebruiken is op",
    errno.EFBIG: "het bestand wordt groter dan deze schijf of dit systeem toestaat",
}


class ReservekopieError(RuntimeError):
    """It could not be done and nothing was changed; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """What a reservekopie holds; `rechten` is the digest of grants and policies."""

    revisie: str
    major: int
    gemaakt_op: str
    rijen: Mapping[str, int]
    rechten: str

    @property
    def totaal(self) -> int:
        """All rows together."""
        return sum(self.rijen.values())


@contextmanager
def open_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file for its owner alone that gets its name once all of it is on the disk."""
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    pending = Path(name)
    try:
        with os.fdopen(number, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        pending.replace(path)
    except BaseException:
        pending.unlink(missing_ok=True)
        raise


def write_archive(file: IO[bytes], inhoud: Inhoud, pieces: Iterable[bytes]) -> None:
    """Write what pg_dump gives, then what it should amount to."""
    digest = hashlib.sha256()
    with zipfile.ZipFile(file, "w") as archive:
        with archive.open(DUMP, "w", force_zip64=True) as part:
            for piece in pieces:
                digest.update(piece)
                part.write(piece)
        found = {"format": FORMAT, **asdict(inhoud), "sha256": digest.hexdigest()}
        archive.writestr(CONTENTS, json.dumps(found, ensure_ascii=False, indent=1))


def read_archive(file: IO[bytes]) -> Inhoud:
    """What a file holds, after reading all of it; raises ReservekopieError when it is not as it was made."""
    try:
        with zipfile.ZipFile(file) as archive:
            found = json.loads(archive.read(CONTENTS))
        digest = hashlib.sha256()
        for piece in read_dump(file):
            digest.update(piece)
        if found.pop("format") == FORMAT and found.pop("sha256") == digest.hexdigest():
            return Inhoud(**found)
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, NotImplementedError, EOFError, struct.error):
        pass
    raise ReservekopieError(
        "Dit bestand is beschadigd of is geen reservekopie van Plekwijs. Er is niets veranderd. "
        "Neem een andere reservekopie."
    )


def read_dump(file: IO[bytes]) -> Iterator[bytes]:
    """What pg_dump gave, piece by piece."""
    with zipfile.ZipFile(file) as archive, archive.open(DUMP) as part:
        while piece := part.read(PIECE):
            yield piece


def tell_disk(error: OSError) -> str:
    """Why a file could not be written or read, as a sentence."""
    reason = FULL.get(error.errno or 0) or os.strerror(error.errno or 0)
    return f"Het bestand kon niet worden geschreven of gelezen: {reason}. Er is niets veranderd."
