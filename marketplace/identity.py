"""PostgreSQL refuses to run as root: the identity its processes take when we are root."""

import ctypes
import os
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

NOBODY = 65_534
CLONE_NEWUSER = 0x10000000


@dataclass(frozen=True, slots=True)
class Identity:
    """What a child does before its program starts, and who must own its files (None: we ourselves)."""

    prepare: Callable[[], None] | None = None
    owner: int | None = None

    def give(self, *paths: Path) -> None:
        """Hand files that we just made to the identity."""
        if self.owner is not None:
            for path in paths:
                os.chown(path, self.owner, self.owner)


def choose_identity(*needed: Path) -> Identity:
    """Ourselves; for root a user namespace of its own, or nobody where that is forbidden.

    Raises PermissionError when nobody could not reach one of the needed folders.
    """
    if os.geteuid() != 0:
        return Identity()
    if may_enter_user_namespace():
        return Identity(prepare=enter_user_namespace)
    for folder in needed:
        for part in (folder, *folder.parents):
            if part.exists() and part != needed[0] and not part.stat().st_mode & stat.S_IXOTH:
                raise PermissionError(f"{part} is closed to other users")
    return Identity(prepare=become_nobody, owner=NOBODY)


def enter_user_namespace() -> None:
    """Leave root for a namespace in which our files are those of nobody; raises OSError where forbidden."""
    uid, gid = os.geteuid(), os.getegid()
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform != "linux" or libc.unshare(CLONE_NEWUSER) != 0:
        raise OSError(ctypes.get_errno(), "no user namespace")
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/uid_map").write_text(f"{NOBODY} {uid} 1", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"{NOBODY} {gid} 1", encoding="ascii")


def become_nobody() -> None:
    """Leave root for the user nobody."""
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def may_enter_user_namespace() -> bool:
    """Try it in a child: many containers forbid it."""
    pid = os.fork()
    if pid == 0:
        try:
            enter_user_namespace()
        except OSError:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
