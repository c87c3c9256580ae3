"""A sentence with what can point to somebody marked in it, by shape and in words."""

from collections.abc import Container, Iterable
from html import escape

from casusanalyse.content.mark import Mark
from casusanalyse.content.text import text


def marked(sentence: str, marks: Iterable[Mark], waiting: Container[Mark]) -> str:
    """Return a sentence as HTML, each mark underlined and with what it seems to be below it.

    Args:
        sentence: composed, as the marks were found in it.
        marks: in order; they never overlap.
        waiting: the marks nobody looked at yet; their line is dashed.
    """
    told, done = [], 0
    for mark in marks:
        told.append(escape(sentence[done : mark.start]))
        told.append(_mark(sentence[mark.start : mark.end], mark, is_open=mark in waiting))
        done = mark.end
    return f'<p class="ca-marked">{"".join(told)}{escape(sentence[done:])}</p>'


def _mark(piece: str, mark: Mark, *, is_open: bool) -> str:
    look = "" if is_open else ' class="seen"'
    label = mark.label if is_open else text("identifying.seen", label=mark.label)
    return f"<mark{look}>{escape(piece)}<small>{escape(label)}</small></mark>"
