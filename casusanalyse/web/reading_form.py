"""What a reader sends: choices and words by paragraph, and what to do with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from casusanalyse.content.text import text
from casusanalyse.domain.draft import WHOLE
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.reading import Reading
from casusanalyse.domain.remark import RemarkKind, Said
from casusanalyse.usecases.reading import Page, Reader, react, send, withdraw
from casusanalyse.web.reading_piece import WHOLE_NAME, saved_words

_CHOICE, _WORDS = "keuze-", "woorden-"
_SEND, _TAKE_BACK = "verstuur", "terug"
_WITHOUT_WORDS = (RemarkKind.AGREES, RemarkKind.RECOGNISES)


@dataclass(slots=True)
class Outcome:
    """What became of a form.

    Attributes:
        reading: what the reader has before them now.
        saved: by paragraph, when it was saved in words.
        trouble: by paragraph, the sentence that says why it was not.
        typed: by paragraph, what was not saved, to show again.
        says: a sentence about the whole, or empty.
    """

    reading: Reading
    saved: dict[str, str] = field(default_factory=dict)
    trouble: dict[str, str] = field(default_factory=dict)
    typed: dict[str, Said] = field(default_factory=dict)
    says: str = ""

    @property
    def is_fine(self) -> bool:
        """All of it was done."""
        return not (self.trouble or self.says)


def carried_out(reader: Reader, page: Page, form: Mapping[str, str]) -> Outcome:
    """Save what changed, and send it or take it back when asked.

    Args:
        reader: who sends the form.
        page: what they had before them.
        form: fields as they came in; a form without any was too long.

    Raises:
        Refusal: `link_unknown`.
    """
    if not form:
        return Outcome(reading=page.reading, says=text("reading.too_much"))
    outcome = Outcome(reading=page.reading)
    for paragraph, said in _reactions(form):
        before = page.reading.remark(paragraph)
        if said != (before.draft if before else None):
            _save(reader, paragraph, said, outcome)
    if not outcome.trouble:
        _finish(reader, form.get("doe", ""), outcome)
    return outcome


def _reactions(form: Mapping[str, str]) -> Iterator[tuple[str, Said | None]]:
    for name in form:
        if name.startswith(_WORDS):
            called = name.removeprefix(_WORDS)
            wiped = form.get("wis") == called
            yield (
                WHOLE if called == WHOLE_NAME else called,
                None if wiped else _said(form, called),
            )


def _said(form: Mapping[str, str], called: str) -> Said | None:
    """Return a choice with its words; words without any choice are not lost either."""
    words = form[_WORDS + called].replace("\r\n", "\n").strip()
    chosen = form.get(_CHOICE + called)
    if chosen is None and words:
        chosen = RemarkKind.GENERAL if called == WHOLE_NAME else RemarkKind.MISSES
    if not chosen:
        return None
    try:
        kind = RemarkKind(chosen)
    except ValueError:
        kind = RemarkKind.COMMENT  # refused further on, like every kind that does not fit
    return Said(kind=kind, words="" if kind in _WITHOUT_WORDS else words)


def _save(reader: Reader, paragraph: str, said: Said | None, outcome: Outcome) -> None:
    try:
        outcome.reading = react(reader, paragraph, said)
    except Refusal as refusal:
        _refuse_link(refusal)
        outcome.trouble[paragraph] = _sentence(refusal)
        if said:
            outcome.typed[paragraph] = said
    else:
        outcome.saved[paragraph] = saved_words(reader.now, reader.now)


def _finish(reader: Reader, does: str, outcome: Outcome) -> None:
    act = {_SEND: send, _TAKE_BACK: withdraw}.get(does)
    try:
        if act:
            outcome.reading = act(reader)
    except Refusal as refusal:
        _refuse_link(refusal)
        outcome.says = _sentence(refusal)


def _refuse_link(refusal: Refusal) -> None:
    if refusal.code == "link_unknown":
        raise refusal


def _sentence(refusal: Refusal) -> str:
    return text(f"refusal.{refusal.code}", **refusal.facts)
