"""The piece a region talks about every quarter: fixed figures, and the region's own words."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from casusanalyse.domain.problems import Refusal

MOST_FINDINGS = 5
"""A piece is for talking: five findings at most."""

LONGEST = {"title": 140, "opening": 1200, "closing": 1200, "note": 700, "question": 240}
"""Most letters of every text, so that the piece stays within four pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What a region wrote around the figures of one snapshot.

    Attributes:
        codes: the findings chosen by hand, in order; None for those chosen by rule.
        words: by the name of the text: `title`, `opening`, `closing`, and per code `RO3/note`
            and `RO3/question`. A text that is not there has its default.
    """

    codes: tuple[str, ...] | None = None
    words: Mapping[str, str] = field(default_factory=dict)


def with_codes(piece: Piece, codes: tuple[str, ...]) -> Piece:
    """Return the piece with other findings; the words about the ones left out are kept.

    Raises:
        Refusal: `too_many_findings` with the `most`.
    """
    if len(codes) > MOST_FINDINGS:
        raise Refusal("too_many_findings", most=MOST_FINDINGS)
    return replace(piece, codes=codes)


def with_words(piece: Piece, name: str, words: str) -> Piece:
    """Return the piece with another text under a name; an empty one counts as written.

    Raises:
        Refusal: `not_understood`, `words_too_long` with the `most` letters.
    """
    most = LONGEST.get(name.rpartition("/")[2])
    if most is None:
        raise Refusal("not_understood")
    if len(words) > most:
        raise Refusal("words_too_long", most=most)
    return replace(piece, words={**piece.words, name: words})
