"""A column of text; a postcode or a code that begins with a nought is text too."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from marketplace.tables.column import Cell, Unfit, excel_made

MOST_CHARACTERS = 4000
EXACT = 10**15  # a spreadsheet keeps fifteen digits of a number
# Control characters, signs that turn the direction of text, halves of pairs and what is no character.
NO_TEXT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
LINE_END = re.compile(r"\r\n?")


def text_of(cell: Cell) -> str:
    """The text of a cell; a whole number is what was typed, anything else a spreadsheet has changed."""
    match cell:
        case str():
            return LINE_END.sub("\n", cell)
        case bool():
            raise excel_made("ja of nee")
        case int() | float() if cell == cell // 1 and abs(cell) < EXACT:
            return str(int(cell))
        case date() | time() | timedelta():
            raise excel_made("datum of tijd")
    raise excel_made("getal")


@dataclass(frozen=True, slots=True)
class Text:
    """Text of at most so many characters; `form` says in Dutch what `pattern` asks, with an example."""

    most: int = MOST_CHARACTERS
    pattern: str = ""
    form: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.most <= MOST_CHARACTERS or bool(self.pattern) != bool(self.form):
            raise ValueError(self)

    @property
    def empty(self) -> None:
        """Nothing."""
        return

    def accepts(self, annotation: type) -> bool:
        """A text."""
        return annotation is str

    def read(self, cell: Cell) -> str:
        """The text, with plain line ends."""
        text = text_of(cell)
        if len(text) > self.most:
            raise Unfit(f"Deze tekst is te lang: {len(text)} tekens. Er passen er {self.most} in.")
        if NO_TEXT.search(text):
            raise Unfit("In deze tekst zit een teken dat we niet kunnen bewaren. Typ de tekst opnieuw.")
        if self.pattern and not re.fullmatch(self.pattern, text):
            raise Unfit(f"Dit heeft niet de goede vorm. Vul in: {self.form}.")
        return text

    def write(self, value: str) -> str:
        """The text as it is."""
        return value

    def explain(self) -> str:
        """The form, or the length."""
        return f"{self.form}." if self.form else f"Tekst, hooguit {self.most} tekens."
