"""A Word template: what is wrong with it, and filling it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError

from casusanalyse.content.text import page
from casusanalyse.domain.problems import Problem, Refusal
from casusanalyse.report.word.assembly import Package
from casusanalyse.report.word.checking import field_mistakes
from casusanalyse.report.word.compiling import MAIN, Compiled, compiled
from casusanalyse.report.word.mistake import Mistake
from casusanalyse.report.word.package import opened, written
from casusanalyse.report.word.properties import Properties
from casusanalyse.report.word.rendering import Writer

REPORT, PIECE = "template", "piece_template"
"""The pages of the content that name the fields of a report, and of a quarterly piece."""

_OURS, _PER_PART = 9000, 100
"""Numbers of our pictures start above those a template brings along itself."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A template that was opened: understood, or with everything that is wrong."""

    compiled: Compiled | None
    mistakes: tuple[Mistake, ...]


@lru_cache(maxsize=4)
def _read(template: bytes, of: str) -> _Read:
    """Open and understand a template; a template holds no case content, so it may stay."""
    try:
        understood = compiled(opened(template))
    except Mistake as mistake:
        return _Read(None, (mistake,))
    wrong = [*understood.mistakes]
    for steps in understood.programs.values():
        wrong += field_mistakes(steps, page(of)["fields"])
    return _Read(understood, tuple(wrong))


def check_template(template: bytes, *, of: str = REPORT) -> tuple[Problem, ...]:
    """Return what the author of a template has to put right, in Dutch, with the place.

    Args:
        template: a .docx, trusted or not.
        of: what it is a template of, `REPORT` or `PIECE`.
    """
    mistakes = _read(template, of).mistakes or _second_opinion(template)
    return tuple(
        Problem(code="template_mistake", where=mistake.place, fact=mistake.sentence)
        for mistake in mistakes
    )


def _second_opinion(template: bytes) -> tuple[Mistake, ...]:
    """Let another reader of Word files open what we found safe; it sees broken relations."""
    try:
        Document(BytesIO(template))
    except (PythonDocxError, OpcError, KeyError, ValueError):
        return (Mistake("suspect_package"),)
    return ()


def filled(
    template: bytes, contents: Mapping[str, Any], properties: Properties, *, of: str = REPORT
) -> bytes:
    """Fill a template and return the document as a .docx.

    Args:
        template: a .docx.
        contents: a value for every field that the page `of` names.
        properties: what the file says about itself.
        of: what it is a template of, `REPORT` or `PIECE`.

    Raises:
        Refusal: `template_broken`, with the first mistake as `mistake`.
    """
    read = _read(template, of)
    if read.compiled is None or read.mistakes:
        raise Refusal("template_broken", mistake=str(read.mistakes[0]))
    try:
        return _filled(read.compiled, contents, properties)
    except Mistake as mistake:
        raise Refusal("template_broken", mistake=str(mistake)) from mistake


def _filled(template: Compiled, contents: Mapping[str, Any], properties: Properties) -> bytes:
    package = Package(dict(template.parts))
    for number, (name, steps) in enumerate(template.programs.items(), 1):
        prefix = "rIdCa" if name == MAIN else f"rIdCa{number}x"
        writer = Writer(prefix, first_picture=_OURS + _PER_PART * number)
        package.add_text(name, writer.written(steps, contents))
        package.add_drawings(name, writer.drawings, prefix)
    package.track_changes(on=properties.tracked)
    package.add_properties(properties)
    return written(package.parts)
