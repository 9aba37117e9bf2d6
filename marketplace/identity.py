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
PR_SET_KEEPCAPS = 8
PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE = 47, 2
CAPABILITY_VERSION = 0x20080522
CAP_DAC_OVERRIDE = 1


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
    """Ourselves; for root a user namespace of its own, or nobody where that is forbidden (many containers).

    Nobody gets a key to folders that are closed to others only when one of the needed paths lies in such a
    folder. Raises PermissionError where that key cannot be given.
    """
    if os.geteuid() != 0:
        return Identity()
    if can(enter_user_namespace):
        return Identity(prepare=enter_user_namespace)
    closed = [folder for path in needed for folder in path.parents if is_closed(folder)]
    if not closed:
        return Identity(prepare=become_nobody, owner=NOBODY)
    if can(become_nobody_with_key):
        return Identity(prepare=become_nobody_with_key, owner=NOBODY)
    raise PermissionError(f"{closed[0]} is closed to other users")


def is_closed(folder: Path) -> bool:
    """Whether others than its owner cannot pass through a folder."""
    return folder.exists() and not folder.stat().st_mode & stat.S_IXOTH


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


def become_nobody_with_key() -> None:
    """Leave root for nobody but keep the one capability that opens folders; raises OSError where it lacks."""
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform != "linux" or libc.prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "cannot keep a capability")
    become_nobody()
    bit = 1 << CAP_DAC_OVERRIDE
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    sets = (ctypes.c_uint32 * 6)(bit, bit, bit)  # effective, permitted, inheritable; then the upper halves
    if libc.capset(header, sets) != 0:
        raise OSError(ctypes.get_errno(), "cannot keep a capability")
    if libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_DAC_OVERRIDE, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "cannot hand a capability on")


def can(change: Callable[[], None]) -> bool:
    """Try a change of identity in a child."""
    pid = os.fork()
    if pid == 0:
        try:
            change()
        except OSError:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
