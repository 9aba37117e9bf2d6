"""How a process logs: one JSON object a line on standard error, with a time; never personal data.

Callers give an event and pseudonymous numbers. Messages of exceptions stay out, for they may quote what
somebody typed: log the kind of error and its frames.
"""

import logging
import sys

import structlog


def configure_logs() -> None:
    """Set this process up to log."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
    )
