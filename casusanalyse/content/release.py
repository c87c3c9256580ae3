"""Say in Dutch what of a case goes to the region, exactly as it goes."""

from collections.abc import Iterator
from dataclasses import dataclass

from casusanalyse.content.codebook import Book
from casusanalyse.content.region import figure_classes, say_quarter
from casusanalyse.content.text import counted, text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.release import LineKind, ReleaseLine
from casusanalyse.domain.summary import (
    UNSURE,
    FrameGroup,
    MunicipalityKind,
    RegionWords,
    StayGroup,
    Summary,
)
from casusanalyse.domain.vocabulary import Layer

_ABOUT = {"municipality": MunicipalityKind, "stay": StayGroup, "frame": FrameGroup}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a summary in words: its heading, and its lines."""

    title: str
    lines: tuple[str, ...]


def say_line(line: ReleaseLine, book: Book, *, with_number: bool) -> str:
    """Return a line in words, such as `Van plek naar plek · laag: professional`.

    Args:
        line: that can leave the case.
        book: for what codes are called.
        with_number: the number of events goes along.
    """
    name = line.id.partition("/")[2]
    if line.kind is LineKind.ABOUT:
        return _about(name, line.value)
    if line.kind is LineKind.FIGURE:
        return _figure(name, line.value)
    if line.kind is LineKind.WORDS:
        return _words(line.value, line.codes, book)
    number = line.evidence if with_number else None
    return _code(name, Layer(line.value), number, line.helped, book)


def say_summary(summary: Summary, book: Book) -> tuple[Part, ...]:
    """Return what the region gets, part by part; a part without lines is left out."""
    parts = (
        Part(text("release.about"), tuple(_all_about(summary))),
        Part(text("release.codes"), tuple(_all_seen(summary, book))),
        Part(
            text("release.figures"),
            tuple(_figure(name, value) for name, value in summary.figures.items()),
        ),
        Part(text("release.words"), tuple(_said(one, book) for one in summary.words)),
    )
    return tuple(part for part in parts if part.lines)


def _all_about(summary: Summary) -> Iterator[str]:
    yield _about("quarter", summary.quarter)
    for name in _ABOUT:
        value: str = getattr(summary, name)
        if value != StayGroup.UNTOLD:
            yield _about(name, value)


def _about(name: str, value: str) -> str:
    said = say_quarter(value) if name == "quarter" else label(_ABOUT[name](value))
    return text(f"release.about_{name}", value=said)


def _figure(name: str, value: str) -> str:
    words = text("release.unsure") if value == UNSURE else figure_classes(name).classes[value]
    return text("release.figure", title=text(f"release.figure_{name}"), value=words)


def _all_seen(summary: Summary, book: Book) -> Iterator[str]:
    """Yield the codes in the order of the book, those it does not have last."""
    order = {code.id: place for place, code in enumerate(book.all)}
    for seen in sorted(summary.codes, key=lambda one: order.get(one.code, len(order))):
        yield _code(seen.code, seen.layer, seen.evidence, seen.helped, book)


def _code(
    code: str, layer: Layer, number: int | None, helped: tuple[str, ...], book: Book
) -> str:
    parts = [book.said(code), text("release.layer", layer=label(layer))]
    if number is not None:
        parts.append(counted("release.events", number))
    if helped:
        names = ", ".join(book.said(one) for one in helped)
        parts.append(text("release.helped", names=names))
    return " · ".join(parts)


def _said(words: RegionWords, book: Book) -> str:
    return _words(words.text, words.codes, book)


def _words(sentence: str, codes: tuple[str, ...], book: Book) -> str:
    said = text("release.quoted", words=sentence)
    if not codes:
        return said
    names = ", ".join(book.said(code) for code in codes)
    return f"{said} · {text('release.belongs', names=names)}"
