"""How a process logs: a line an event on standard error, in JSON or for a person; never personal data.

Callers give an event and pseudonymous numbers. What an exception or a library says stays out, for it may
quote what somebody typed: `where` tells the kind of an error, our frames and where in a library it broke, and
of a library's message only the words that stand in its code are kept.
"""

import logging
import os
import sys
from pathlib import Path
from traceback import walk_tb
from types import CodeType, FrameType, TracebackType

import structlog

FRAMES = 12
ROOT = Path(__file__).resolve().parent.parent


def configure_logs(*, readable: bool = False) -> None:
    """Set this process up to log, libraries and what nobody caught included."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _tell_where,
            structlog.dev.ConsoleRenderer(colors=False) if readable else structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
    )
    logging.basicConfig(level=logging.WARNING, handlers=[LibraryHandler()], force=True)
    sys.excepthook = tell_uncaught


def where(error: BaseException) -> dict[str, object]:
    """The kind of error and where it broke, never what was in it."""
    calls = list(walk_tb(error.__traceback__))
    ours = [_tell_frame(frame, line) for frame, line in calls if _is_ours(frame.f_code)]
    found: dict[str, object] = {"kind": type(error).__name__, "frames": ours[-FRAMES:]}
    if calls and not _is_ours(calls[-1][0].f_code):
        found["library"] = _tell_frame(*calls[-1])
    if isinstance(error, ImportError) and error.name:
        found["module"] = error.name
    sqlstate = getattr(error, "sqlstate", None)
    if sqlstate:
        found["sqlstate"] = sqlstate
    if isinstance(error, OSError) and error.errno:
        found["reason"] = os.strerror(error.errno)
    return found


def _is_ours(code: CodeType) -> bool:
    """Whether this is code of the house, not of a library in its environment."""
    path = Path(code.co_filename)
    return path.is_relative_to(ROOT) and "site-packages" not in path.parts


def _tell_frame(frame: FrameType, line: int) -> str:
    """A file, its line and the function: ours from the top of the house, a library's from its packages."""
    path = Path(frame.f_code.co_filename)
    if _is_ours(frame.f_code):
        path = path.relative_to(ROOT)
    elif "site-packages" in path.parts:
        path = Path(*path.parts[path.parts.index("site-packages") + 1 :])
    else:
        path = Path(path.name)
    return f"{path}:{line} {frame.f_code.co_qualname}"


class LibraryHandler(logging.Handler):
    """Passes on what a library logs: the first line of the words in its code, without what they are about."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log one record of a library as an event of ours."""
        said = record.msg
        event = said.partition("\n")[0] if isinstance(said, str) else "error"
        error = said if isinstance(said, BaseException) else (record.exc_info or (None, None))[1]
        log = structlog.get_logger()
        tell = log.error if record.levelno >= logging.ERROR else log.warning
        tell(event, logger=record.name, **(where(error) if error else {}))


def tell_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log what nobody caught; being interrupted is no event."""
    if not issubclass(kind, KeyboardInterrupt):
        structlog.get_logger().error("uncaught", **where(error.with_traceback(trace)))


def _tell_where(
    _logger: object, _method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Put where it broke in the place of an exception that a caller handed over."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given
    if isinstance(error, BaseException):
        event.update(where(error))
    return event
