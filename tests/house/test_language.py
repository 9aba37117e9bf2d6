"""One word for one thing: Dutch nouns of the domain, English everything else."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from marketplace.settings import ROOT

SYNONYMS: Mapping[str, str] = {
    "candidate": "kandidaat",
    "applicant": "kandidaat",
    "placement": "plaatsing",
    "employer": "werkgever",
    "trainer": "praktijkopleider",
    "supervisor": "praktijkopleider or werkleider",
    "workplace": "leerwerkplek",
    "internship": "leerwerkplek",
    "vacancy": "leerwerkplek",
    "proposal": "voorstel",
    "municipality": "gemeente",
    "region": "regio",
    "school": "opleider",
    "seat": "plaatsen",
    "begeleider": "praktijkopleider, jobcoach or werkleider",
}
OURS = {
    "marketplace/supervisor.py": "supervisor",  # the programmer's word: what keeps processes alive
    "marketplace/demo.py": "supervisor",
}
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
ALONE = re.compile(r"\bbegeleiders?\b", re.IGNORECASE)


def _identifiers(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Every name that a module gives: functions, classes, arguments, variables, attributes."""
    for node in ast.walk(module):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name
            case ast.arg(arg=name):
                yield node.lineno, name
            case ast.Name(id=name, ctx=ast.Store()):
                yield node.lineno, name
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield node.lineno, name


def _synonyms(name: str) -> Iterator[str]:
    """The refused words in a name, in singular or plural."""
    for word in WORDS.findall(name):
        lower = word.lower()
        for form in (lower, lower.removesuffix("s"), re.sub("ies$", "y", lower)):
            if form in SYNONYMS:
                yield form
                break


def test_identifiers_use_the_dutch_word(modules: Mapping[Path, ast.Module]) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}: say {SYNONYMS[word]}"
        for path, module in modules.items()
        for line, name in _identifiers(module)
        for word in _synonyms(name)
        if OURS.get(str(path.relative_to(ROOT))) != word
    ]
    assert not found, "\n".join(found)


def test_modules_and_folders_use_the_dutch_word(modules: Mapping[Path, ast.Module]) -> None:
    parts = {(part, str(path.relative_to(ROOT))) for path in modules for part in path.relative_to(ROOT).parts}
    found = [path for part, path in parts for word in _synonyms(part) if OURS.get(path) != word]
    assert not found


def test_identifiers_are_ascii(modules: Mapping[Path, ast.Module]) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path, module in modules.items()
        for line, name in _identifiers(module)
        if not name.isascii()
    ]
    assert not found


def test_no_text_says_begeleider_alone(tracked: tuple[Path, ...]) -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in tracked
        if path.suffix in {".py", ".html", ".sql"} and "tests" not in path.parts
        if ALONE.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_no_module_is_a_drawer_for_everything(modules: Mapping[Path, ast.Module]) -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
    assert not [path for path in modules if path.stem in drawers or path.parent.name in drawers]
