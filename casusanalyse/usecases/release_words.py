"""Sentences written for the region, each beside what the group said, with what may identify."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casusanalyse.analysis.release import words_kind
from casusanalyse.content.mark import Mark
from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Put
from casusanalyse.domain.participant import Note
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.release import REGION_NOTE, LineKind, ReleaseLine
from casusanalyse.domain.summary import WordsKind
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.identifying import marks_in

MOST_SIGNS = 300
"""Longest sentence for the region; more than this is the story of one family."""

_CONFIRMED = f"{REGION_NOTE}confirmed-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """Something the group said, and the sentence the chair writes for the region instead.

    Attributes:
        id: of the line it becomes.
        said: words of the case; they never leave it.
        codes: ids of the codes it explains.
        starred: the group's own words stand in the report.
        note: where the sentence for the region is typed.
        sentence: what would leave, on one line; empty while there is nothing.
        marks: what in it may point to somebody.
        confirmed: pieces of it the chair looked at and left standing.
    """

    id: str
    said: str
    codes: tuple[str, ...] = ()
    starred: bool = True
    note: Note
    sentence: str = ""
    marks: tuple[Mark, ...] = ()
    confirmed: tuple[str, ...] = ()

    def piece(self, mark: Mark) -> str:
        """Return the words of a mark."""
        return self.sentence[mark.start : mark.end]

    @property
    def is_insight(self) -> bool:
        """It comes from an insight; otherwise it is a quote."""
        return words_kind(self.id) is WordsKind.INSIGHT

    @property
    def waiting(self) -> tuple[Mark, ...]:
        """The marks nobody looked at yet."""
        return tuple(one for one in self.marks if self.piece(one) not in self.confirmed)

    @property
    def line(self) -> ReleaseLine:
        """The line it becomes."""
        return ReleaseLine(
            id=self.id, kind=LineKind.WORDS, value=self.sentence, codes=self.codes
        )


def rewritings(case: Case) -> tuple[Rewriting, ...]:
    """Return every insight and every quote that may be rewritten, insights first."""
    return tuple(_filled(case, one) for one in (*_insights(case), *_quotes(case)))


def _insights(case: Case) -> Iterator[Rewriting]:
    for one in case.insights:
        yield _empty(one.key, one.text, codes=one.codes, starred=one.starred)


def _quotes(case: Case) -> Iterator[Rewriting]:
    for coding in case.codings:
        if coding.own_words.strip():
            yield _empty(f"codings-{coding.key}", coding.own_words, codes=(coding.code,))
    shown = {event.key for event in case.events if not event.hidden}
    for view in case.perspectives:
        if view.event in shown and view.text.strip():
            yield _empty(f"perspectives-{view.key}", view.text)


def _empty(
    key: str, said: str, *, codes: Sequence[str] = (), starred: bool = True
) -> Rewriting:
    note = Note(key=REGION_NOTE + key)
    return Rewriting(
        id=f"words/{key}", said=said, codes=tuple(codes), starred=starred, note=note
    )


def _filled(case: Case, empty: Rewriting) -> Rewriting:
    notes = {note.key: note for note in case.notes}
    note = notes.get(empty.note.key, empty.note)
    sentence = " ".join(unicodedata.normalize("NFC", note.text).split())
    return replace(
        empty,
        note=note,
        sentence=sentence,
        marks=marks_in(case, sentence),
        confirmed=tuple(case.note(_confirmed_key(empty.id)).splitlines()),
    )


def confirm(desk: Desk, line_id: str, piece: str, *, may_stay: bool) -> None:
    """Say of a marked piece of a sentence that it points to nobody, or take that back.

    Raises:
        Refusal: `chair_only`; `gone` when the piece is no longer marked.
    """
    desk.refuse_others()
    case = desk.case()
    found = next((one for one in rewritings(case) if one.id == line_id), None)
    if found is None or piece not in map(found.piece, found.marks):
        raise Refusal("gone")
    key = _confirmed_key(line_id)
    note = next((note for note in case.notes if note.key == key), Note(key=key))
    kept = [one for one in found.confirmed if one != piece]
    said = "\n".join([*kept, piece] if may_stay else kept)
    desk.write("confirm_mark", Put(replace(note, text=said)))


def checked(case: Case, line: ReleaseLine) -> tuple[str, ...]:
    """Return what was confirmed in a line of words.

    Raises:
        Refusal: `words_empty`, `words_long` with how many signs fit at `most`,
            `words_unconfirmed`.
    """
    if not line.value:
        raise Refusal("words_empty")
    if len(line.value) > MOST_SIGNS:
        raise Refusal("words_long", most=MOST_SIGNS)
    found = next((one for one in rewritings(case) if one.id == line.id), None)
    if found is None or found.waiting:
        raise Refusal("words_unconfirmed")
    return tuple(dict.fromkeys(map(found.piece, found.marks)))


def _confirmed_key(line_id: str) -> str:
    return _CONFIRMED + line_id.partition("/")[2]
