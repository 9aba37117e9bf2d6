"""Writing PDF by typst: a template that stands beside its capability, filled with plain data.

Every document is tagged for who listens to it (PDF/UA-1), which typst refuses to write where a heading, a
language or the words of a picture lack.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from marketplace.exports.letters import load_letters

MEDIA_TYPE = "application/pdf"
LOOK = 72  # pixels an inch


def write_pdf(template: Path, data: Mapping[str, object], made_on: datetime) -> bytes:
    """The document of a template, which finds the data as JSON in `sys.inputs.gegevens`."""
    (document,) = _compile(
        template, data, format="pdf", pdf_standards=["ua-1"], timestamp=int(made_on.timestamp())
    )
    return document


def draw_pages(template: Path, data: Mapping[str, object]) -> list[bytes]:
    """The same document as pictures (PNG), one a page, to look at."""
    return _compile(template, data, format="png", ppi=LOOK)


def _compile(template: Path, data: Mapping[str, object], **options: Any) -> list[bytes]:  # noqa: ANN401 (what typst takes)
    """The files that typst makes; it reads nothing outside the folder of the template."""
    compiler = typst.Compiler(
        template,
        root=template.parent,
        font_paths=load_letters(),
        sys_inputs={"gegevens": json.dumps(data, ensure_ascii=False)},
    )
    made = compiler.compile(**options)
    return made if isinstance(made, list) else [made or b""]
