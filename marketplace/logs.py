"""How a process logs: a line an event on standard error, in JSON or for a person; never personal data.

Callers give an event and pseudonymous numbers. What an exception or a library says stays out, for it may
quote what somebody typed: `where` tells the kind of an error and its frames, and of a library's message only
the words that stand in its code are kept.
"""

import logging
import os
import sys
from types import TracebackType

import structlog

FRAMES = 12


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
    frames = []
    trace = error.__traceback__
    while trace is not None:
        frames.append(f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}")
        trace = trace.tb_next
    found: dict[str, object] = {"kind": type(error).__name__, "frames": frames[-FRAMES:]}
    sqlstate = getattr(error, "sqlstate", None)
    if sqlstate:
        found["sqlstate"] = sqlstate
    if isinstance(error, OSError) and error.errno:
        found["reason"] = os.strerror(error.errno)
    return found


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
