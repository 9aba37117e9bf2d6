"""Text that a spreadsheet would take for a formula gets an apostrophe before it, and loses it when read back.

As OWASP asks (ASVS 1.2.10), also for the wide forms of the signs. Text that has apostrophes of its own before
such a sign gets one more, so that nothing is lost.
"""

import re

STARTS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def guarded(text: str) -> str:
    """The text as it can stand in a CSV."""
    return f"'{text}" if STARTS.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was."""
    return text[1:] if text.startswith("'") and STARTS.match(text) else text
