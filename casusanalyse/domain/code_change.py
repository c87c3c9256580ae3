"""What may be changed in the code book of a region: pure rules, each with its refusals."""

import re
from dataclasses import replace
from datetime import datetime

from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.region_code import (
    CodeEdition,
    CodeKind,
    CodeShelf,
    CodeWords,
    RegionCode,
    letters_of,
)

MOST_LABEL = 80
MOST_TEXT = 600
"""Signs in the label, and in each of the other texts."""

_PREFIX = re.compile(r"[A-Z]{2,6}")


def add_own(
    shelf: CodeShelf, kind: CodeKind, words: CodeWords, *, prefix: str, now: datetime
) -> RegionCode:
    """Return a new code of the region, as a draft.

    Args:
        shelf: gives the letters and the number; a number is never used twice.
        kind: never changes.
        words: the label must be there.
        prefix: letters of the region, for its first code only.
        now: aware, UTC.

    Raises:
        Refusal: `code_prefix_odd`, `code_prefix_taken`, `code_label_missing`, `code_too_long`.
    """
    letters = shelf.prefix or _fit_prefix(shelf, prefix)
    numbers = (int(one.id.rpartition("-")[2]) for one in shelf.codes if _is(one, letters))
    id_ = f"{letters}-{max(numbers, default=0) + 1}"
    edition = CodeEdition(at=now, words=_fit(words))
    return RegionCode(id=id_, kind=kind, editions=(edition,))


def _is(code: RegionCode, letters: str) -> bool:
    return letters_of(code.id) == letters


def _fit_prefix(shelf: CodeShelf, prefix: str) -> str:
    letters = prefix.strip().upper()
    if not _PREFIX.fullmatch(letters):
        raise Refusal("code_prefix_odd")
    taken = {id_.rstrip("0123456789") for id_ in shelf.method}
    if letters in taken or any(_is(one, letters) for one in shelf.codes):
        raise Refusal("code_prefix_taken", prefix=letters)
    return letters


def reword(shelf: CodeShelf, id_: str, words: CodeWords, now: datetime) -> RegionCode:
    """Return a code with other words, as a draft.

    Raises:
        Refusal: `unknown_code`; `code_of_method` when more than the explanation beside a code
            of the method changes; `code_elsewhere` when another region wrote it; `code_merged`,
            `code_label_missing`, `code_too_long`.
    """
    code = _open(shelf, id_)
    if code.elsewhere:
        raise Refusal("code_elsewhere")
    if id_ in shelf.method and (words.label or words.helping or words.source):
        raise Refusal("code_of_method")
    said = _fit(words, named=id_ not in shelf.method)
    return _drafted(code, replace(_stands(code, now), words=said))


def retire(shelf: CodeShelf, id_: str, now: datetime) -> RegionCode:
    """Return a code that is no longer offered; old analyses keep showing it.

    Raises:
        Refusal: `unknown_code`, `code_merged`.
    """
    code = _open(shelf, id_)
    return _drafted(code, replace(_stands(code, now), retired=True))


def offer_again(shelf: CodeShelf, id_: str, now: datetime) -> RegionCode:
    """Return a code that is offered again.

    Raises:
        Refusal: `unknown_code`, `code_merged`.
    """
    code = _open(shelf, id_)
    return _drafted(code, replace(_stands(code, now), retired=False))


def merge(shelf: CodeShelf, id_: str, into: str, now: datetime) -> RegionCode:
    """Return a code that from the next edition on counts as another one.

    Raises:
        Refusal: `unknown_code`; `code_method_stays` for a code of the method; `code_merged`;
            `code_merge_kind` when the other is of another kind; `code_merge_target` when the
            other is itself, merged or no longer offered.
    """
    code, target = _open(shelf, id_), shelf.find(into)
    if id_ in shelf.method:
        raise Refusal("code_method_stays")
    if target.kind != code.kind:
        raise Refusal("code_merge_kind")
    stands = target.newest
    if into == id_ or (stands and (stands.into or stands.retired)):
        raise Refusal("code_merge_target")
    return _drafted(code, replace(_stands(code, now), into=into))


def take_back(shelf: CodeShelf, id_: str) -> RegionCode:
    """Return a code without its draft; what was published stays.

    Raises:
        Refusal: `unknown_code`; `code_not_draft`; `code_is_target` when another code is about
            to be merged into it.
    """
    code = shelf.find(id_)
    if not code.is_draft:
        raise Refusal("code_not_draft")
    waiting = (one for one in shelf.codes if one.newest and one.newest.into == id_)
    if code.published is None and id_ not in shelf.method and any(waiting):
        raise Refusal("code_is_target")
    return replace(code, editions=code.editions[:-1])


def publish(shelf: CodeShelf, now: datetime) -> CodeShelf:
    """Return the shelf with every draft in the next edition.

    Raises:
        Refusal: `code_nothing_new`.
    """
    if not any(code.is_draft for code in shelf.codes):
        raise Refusal("code_nothing_new")
    number = shelf.edition + 1
    codes = tuple(_published(code, number, now) for code in shelf.codes)
    return CodeShelf(shelf.method, codes)


def _published(code: RegionCode, number: int, now: datetime) -> RegionCode:
    if not code.is_draft:
        return code
    last = replace(code.editions[-1], edition=number, at=now)
    return replace(code, editions=(*code.editions[:-1], last))


def take_over(
    shelf: CodeShelf, given: RegionCode, words: CodeWords, now: datetime
) -> RegionCode:
    """Return a code of another region as a draft in our book.

    Args:
        shelf: of our region.
        given: its id and kind; what else it holds does not count.
        words: as the other region has them.
        now: aware, UTC.

    Raises:
        Refusal: `code_of_method`; `code_own_letters` when it carries our letters;
            `code_id_odd`; `code_kind_fixed`; `code_label_missing`; `code_too_long`.
    """
    if given.id in shelf.method:
        raise Refusal("code_of_method")
    if not letters_of(given.id):
        raise Refusal("code_id_odd")
    if letters_of(given.id) == shelf.prefix:
        raise Refusal("code_own_letters")
    known = next((one for one in shelf.codes if one.id == given.id), None)
    if known and known.kind != given.kind:
        raise Refusal("code_kind_fixed")
    code = known or RegionCode(id=given.id, kind=given.kind, elsewhere=True)
    return _drafted(code, replace(_stands(code, now), words=_fit(words)))


def _open(shelf: CodeShelf, id_: str) -> RegionCode:
    """Return a code that can still change: what was merged keeps its meaning."""
    code = shelf.find(id_)
    if code.newest and code.newest.into:
        raise Refusal("code_merged")
    return code


def _stands(code: RegionCode, now: datetime) -> CodeEdition:
    """Return how a code stands, as the beginning of a draft."""
    return replace(code.newest or CodeEdition(at=now), edition=0, at=now)


def _drafted(code: RegionCode, draft: CodeEdition) -> RegionCode:
    """Return a code with one draft on top; saying again what is published is no draft."""
    settled = tuple(one for one in code.editions if one.edition)
    before = settled[-1] if settled else CodeEdition(at=draft.at)
    is_same = replace(draft, edition=before.edition, at=before.at) == before
    return replace(code, editions=settled if is_same else (*settled, draft))


def _fit(words: CodeWords, *, named: bool = True) -> CodeWords:
    """Return the words without loose white space."""
    label = " ".join(words.label.split())
    explanation = "\n".join(words.explanation.split("\r\n")).strip()
    helping, source = (" ".join(one.split()) for one in (words.helping, words.source))
    if named and not label:
        raise Refusal("code_label_missing")
    too_long = any(len(one) > MOST_TEXT for one in (explanation, helping, source))
    if len(label) > MOST_LABEL or too_long:
        raise Refusal("code_too_long", label=MOST_LABEL, text=MOST_TEXT)
    return CodeWords(label=label, explanation=explanation, helping=helping, source=source)
