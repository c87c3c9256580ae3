"""The quarterly piece: a few findings of one snapshot, in words the region can change."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from casusanalyse.analysis.findings import (
    Counted,
    helped,
    helped_against,
    most_seen,
    neighbours,
    seen,
    whole_number,
)
from casusanalyse.analysis.region_finding import findings_of
from casusanalyse.content.codebook import Book, Code
from casusanalyse.content.region import finding_sentence, question_for, say_quarter, share
from casusanalyse.content.text import page, text
from casusanalyse.domain.piece import MOST_FINDINGS, Piece, with_codes, with_words
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.round import dutch_day
from casusanalyse.domain.snapshot import Snapshot
from casusanalyse.figures.piece_bars import piece_bars
from casusanalyse.figures.png import png
from casusanalyse.figures.region_bars import Bar
from casusanalyse.report.piece import PieceFinding, PieceText, piece_document
from casusanalyse.report.word.drawing import Drawing
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.findings import words_on
from casusanalyse.usecases.region import RegionDesk

PIECE_TEMPLATE = Path(__file__).parents[2] / "templates" / "kwartaalstuk.docx"
"""The template that ships with the product; a region may bring its own."""

_LISTED, _SENTENCES = 3, 2
"""How many others, and how many sentences of groups, stand with one finding."""

_ZOOM = 3.0
_HELP_KINDS = ("element", "condition")


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceView:
    """A piece as it stands: the words with their defaults filled in.

    Attributes:
        codes: the findings in it, in order.
        choices: every code that is published, the one seen most first, by its label.
        piece: only what the region wrote itself.
        default_title: the title when the region writes none.
    """

    snapshot: Snapshot
    codes: tuple[str, ...]
    choices: dict[str, str]
    piece: Piece
    default_title: str
    told: PieceText


def piece_of(desk: RegionDesk, snapshot: Snapshot) -> PieceView:
    """Return the piece around a snapshot, as it stands now."""
    codes, kept = book(desk), desk.cases.pieces.get(desk.keeper, snapshot.number)
    known = [key for key in snapshot.codes if codes.get(key)]
    ranked = [one.name for one in most_seen(snapshot, known) if one.number is not None]
    chosen = tuple(_by_rule(ranked, codes) if kept.codes is None else kept.codes)
    chosen = tuple(key for key in chosen if key in ranked)
    title = _title(snapshot, codes)
    return PieceView(
        snapshot=snapshot,
        codes=chosen,
        choices={key: codes.label(key) for key in ranked},
        piece=kept,
        default_title=title,
        told=_told(desk, snapshot, codes, _Kept(kept, chosen, title)),
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the region chose and wrote, and the title when it wrote none."""

    piece: Piece
    codes: tuple[str, ...]
    title: str

    def words(self, name: str, default: str = "") -> str:
        return self.piece.words.get(name, "").strip() or default


def choose_findings(desk: RegionDesk, number: int, codes: Sequence[str]) -> None:
    """Choose the findings of a piece by hand, in this order.

    Raises:
        Refusal: `too_many_findings`.
    """
    alter = partial(with_codes, codes=tuple(codes))
    desk.cases.pieces.change(desk.keeper, number, alter)


def write_words(desk: RegionDesk, number: int, name: str, words: str, *, base: str) -> None:
    """Keep one text of a piece.

    Args:
        desk: of the region.
        number: of the snapshot.
        name: of the text, see `Piece.words`.
        words: what was typed.
        base: what the screen held before.

    Raises:
        Refusal: `changed_elsewhere` when somebody wrote in this very text; `not_understood`,
            `words_too_long`.
    """
    desk.cases.pieces.change(
        desk.keeper, number, partial(_written, name=name, words=words, base=base)
    )


def _written(piece: Piece, *, name: str, words: str, base: str) -> Piece:
    held = piece.words.get(name)
    if held is not None and held not in {base, words}:
        raise Refusal("changed_elsewhere")
    return with_words(piece, name, words)


def piece_file(view: PieceView, desk: RegionDesk, template: bytes | None = None) -> bytes:
    """Return the piece as a .docx.

    Raises:
        Refusal: `no_findings` when nothing is chosen; `template_broken`.
    """
    if not view.codes:
        raise Refusal("no_findings")
    return piece_document(
        template or PIECE_TEMPLATE.read_bytes(),
        view.told,
        _drawing(view),
        made_on=dutch_day(desk.now),
    )


def piece_file_name(snapshot: Snapshot) -> str:
    """Return the name of the piece as a file."""
    return text("piece.file_name", quarter=snapshot.quarter)


def _by_rule(ranked: Sequence[str], codes: Book) -> tuple[str, ...]:
    """Choose the patterns that are seen most; what else is seen most fills it up."""
    patterns = [key for key in ranked if _kind(codes, key) == "pattern"]
    others = [key for key in ranked if _kind(codes, key) != "pattern"]
    return tuple([*patterns, *others][:MOST_FINDINGS])


def _kind(codes: Book, key: str) -> str:
    code = codes.get(key)
    return code.kind if code else ""


def _title(snapshot: Snapshot, codes: Book) -> str:
    patterns = [key for key in snapshot.codes if _kind(codes, key) == "pattern"]
    finding = next(iter(findings_of(snapshot, patterns)), None)
    if finding is None:
        return finding_sentence("no_finding", ())
    about = tuple(filter(None, map(codes.get, finding.codes)))
    return finding_sentence(finding.kind.value, about)


def _told(desk: RegionDesk, snapshot: Snapshot, codes: Book, kept: _Kept) -> PieceText:
    whole, quarter = whole_number(snapshot) or 0, say_quarter(snapshot.quarter)
    region, number = region_name(desk), snapshot.number
    facts = {"number": number, "quarter": quarter, "whole": whole, "region": region}
    rules = {"rounding": snapshot.rules.rounding, "threshold": snapshot.rules.threshold}
    return PieceText(
        region=region,
        mark=text("piece.mark", number=number, quarter=quarter),
        title=kept.words("title", kept.title),
        under=text("piece.under", **facts),
        opening=kept.words("opening", text("piece.opening")),
        findings=_findings(desk, snapshot, codes, kept),
        closing=kept.words("closing"),
        caption=text("piece.figure", whole=whole),
        reading=tuple(one.format(**rules) for one in page("piece")["reading"]),
    )


def region_name(desk: RegionDesk) -> str:
    """Return how the region is called on paper."""
    if desk.national:
        return text("piece.all_regions")
    return desk.region or text("piece.some_region")


def _findings(
    desk: RegionDesk, snapshot: Snapshot, codes: Book, kept: _Kept
) -> tuple[PieceFinding, ...]:
    said = _sentences(desk, kept.codes)
    about = [code for key in kept.codes if (code := codes.get(key))]
    return tuple(_finding(snapshot, codes, code, kept, said[code.id]) for code in about)


def _sentences(desk: RegionDesk, codes: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return what groups wrote for the region, each with the first code it explains."""
    found: dict[str, tuple[str, ...]] = {}
    for code in codes:
        said = {sentence for sentences in found.values() for sentence in sentences}
        about = [one.text for one in words_on(desk, code) if one.text not in said]
        found[code] = tuple(about[:_SENTENCES])
    return found


def _finding(
    snapshot: Snapshot, codes: Book, code: Code, kept: _Kept, sentences: tuple[str, ...]
) -> PieceFinding:
    against = _against(snapshot, codes, code)
    return PieceFinding(
        code=code.id,
        title=code.label,
        explanation=code.explanation,
        often=_often(snapshot, code.id),
        together=_listed("piece.listed", neighbours(snapshot, code.id), codes),
        helped=_listed("piece.listed_helped", against, codes),
        note=kept.words(f"{code.id}/note"),
        sentences=sentences,
        question=kept.words(
            f"{code.id}/question", question_for(code.kind, has_helped=bool(against))
        ),
    )


def _often(snapshot: Snapshot, code: str) -> str:
    number, whole = seen(snapshot, code), whole_number(snapshot)
    if number is None or whole is None:
        return text("piece.often_hidden")
    return text("piece.often", number=number, whole=whole, share=share(number, whole))


def _against(snapshot: Snapshot, codes: Book, code: Code) -> tuple[Counted, ...]:
    kinds = {key: _kind(codes, key) for key in snapshot.codes}
    if code.kind == "pattern":
        others = [key for key, kind in kinds.items() if kind in _HELP_KINDS]
        found = helped(snapshot, code.id, others)
    elif code.kind in _HELP_KINDS:
        patterns = [key for key, kind in kinds.items() if kind == "pattern"]
        found = helped_against(snapshot, code.id, patterns)
    else:
        found = ()
    return tuple(one for one in found if one.number is not None)


def _listed(key: str, found: Sequence[Counted], codes: Book) -> str:
    named = (
        text(key, label=codes.label(one.name), number=one.number) for one in found[:_LISTED]
    )
    return " · ".join(named)


def _drawing(view: PieceView) -> Drawing:
    bars = [
        Bar(one.code, one.title, seen(view.snapshot, one.code)) for one in view.told.findings
    ]
    drawn = piece_bars(bars, whole=whole_number(view.snapshot) or 1)
    return Drawing(
        png=png(drawn, zoom=_ZOOM), width=drawn.width, height=drawn.height, alt=drawn.alt
    )
