"""Fill in a form as a page shows it: what stands there stays, what is asked for gets something that fits."""

from html.parser import HTMLParser

EMPTY = {"date": "2026-12-07", "email": "iemand@voorbeeld.nl"}


class _Reader(HTMLParser):
    """The fields of the forms of a page, by their address."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self.fields: dict[str, str] = {}
        self.name = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a form and each field in it."""
        given = {name: value or "" for name, value in attrs}
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "form":
            post = given.get("method") == "post"
            self.fields = self.forms.setdefault(given["action"], {}) if post else {}
        elif tag == "input" and name:
            kind = given.get("type", "text")
            self.fields.setdefault(name, value or (EMPTY.get(kind, "12") if "required" in given else ""))
        elif tag == "textarea":
            self.fields.setdefault(name, "Iets geschreven.")
        elif tag == "select":
            self.name = name
            self.fields[name] = ""
        elif tag == "option" and ("selected" in given or not self.fields[self.name]):
            self.fields[self.name] = value


class _Again(HTMLParser):
    """The form that a page offers to send again, each value as it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.path, self.fields, self.text = "", dict[str, list[str]](), ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where it goes, its hidden fields and where a text begins."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("class") == "formulier":
            self.path = given["action"]
        elif self.path and tag == "input":
            self.fields.setdefault(given["name"], []).append(given["value"])
        elif self.path and tag == "textarea":
            self.text = given["name"]

    def handle_data(self, data: str) -> None:
        """Note a text; browsers drop the first line end."""
        if self.text:
            self.fields.setdefault(self.text, []).append(data.removeprefix("\n"))
            self.text = ""


def offered_again(page: str) -> tuple[str, dict[str, list[str]]]:
    """Where the form goes that a page offers to send again, and what would be sent; empty when none is."""
    reader = _Again()
    reader.feed(page)
    return reader.path, reader.fields


def filled_forms(page: str) -> dict[str, dict[str, str]]:
    """What would be sent to each address that a form of the page posts to."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms
