"""A lock between processes."""

import os
from pathlib import Path

import pytest

from marketplace.lock import FileLock


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_the_holder_may_take_it_again(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "lock")
    assert lock.take()
    assert lock.take()
    lock.release()


def test_others_read_the_note_of_the_holder(tmp_path: Path) -> None:
    holder, other = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    holder.take()
    holder.write_note("een lange eerste regel")
    holder.write_note("kort")
    assert other.read_note() == "kort"
    holder.release()


def test_only_the_holder_writes(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        FileLock(tmp_path / "lock").write_note("ik")


def test_without_a_holder_there_is_no_note(tmp_path: Path) -> None:
    assert FileLock(tmp_path / "lock").read_note() == ""


def test_the_lock_of_a_dead_process_is_free(tmp_path: Path) -> None:
    pid = os.fork()
    if pid == 0:
        FileLock(tmp_path / "lock").take()
        os._exit(0)
    os.waitpid(pid, 0)
    lock = FileLock(tmp_path / "lock")
    assert lock.take()
    lock.release()
