"""The code book goes out as a file, and codes of another region come in after a look."""

from dataclasses import dataclass
from datetime import datetime

from casusanalyse.content.text import text
from casusanalyse.domain.code_change import retire, take_over
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.region_code import CodeShelf, RegionCode
from casusanalyse.report.codebook_file import FileCode, Misfit, column
from casusanalyse.report.codebook_qdc import book_as_qdc, read_qdc
from casusanalyse.report.codebook_table import book_as_table, read_table
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.region_codes import change_shelf, shelf_with

_WHERE = {"code_label_missing": "label", "code_too_long": "explanation"}
"""What is wrong when a rule refuses; everything else is about the id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a file would bring.

    Attributes:
        new, changed: codes that would come in, or say something else than before.
        method: how many codes of the method it holds; those stay as they are.
        same: how many codes it holds that already say the same here.
        misfits: what does not fit; with any of these nothing comes in.
    """

    new: tuple[RegionCode, ...] = ()
    changed: tuple[RegionCode, ...] = ()
    method: int = 0
    same: int = 0
    misfits: tuple[Misfit, ...] = ()


def codes_as_qdc(desk: RegionDesk) -> bytes:
    """Return the published code book for programs for qualitative research."""
    return book_as_qdc(book(desk))


def codes_as_table(desk: RegionDesk) -> bytes:
    """Return the published code book for a spreadsheet."""
    return book_as_table(book(desk))


def codes_file_name(edition: int, kind: str) -> str:
    """Return the name of the file; `kind` is `qdc` or `csv`."""
    return text("codebook_file.file_name", edition=edition, kind=kind)


def look_at(desk: RegionDesk, data: bytes, *, is_table: bool) -> Brought:
    """Return what a file would bring; nothing changes.

    Raises:
        Refusal: see `read_table` and `read_qdc`.
    """
    found, misfits = read_table(data) if is_table else read_qdc(data)
    shelf = shelf_with(desk.cases.region_codes.all(desk.keeper))
    return _weighed(shelf, found, misfits, desk.now)[1]


def bring_in(desk: RegionDesk, data: bytes, *, is_table: bool) -> Brought:
    """Take the codes of another region over as drafts: all of them, or none.

    Raises:
        Refusal: `code_file_misfits`; see `read_table` and `read_qdc`.
    """
    found, misfits = read_table(data) if is_table else read_qdc(data)
    brought = Brought()

    def take(shelf: CodeShelf) -> CodeShelf:
        nonlocal brought
        after, brought = _weighed(shelf, found, misfits, desk.now)
        if brought.misfits:
            raise Refusal("code_file_misfits")
        return after

    change_shelf(desk, take)
    return brought


def _weighed(
    shelf: CodeShelf, found: tuple[FileCode, ...], misfits: tuple[Misfit, ...], now: datetime
) -> tuple[CodeShelf, Brought]:
    """Return the shelf with the codes of the file, and what was done for it."""
    before, wrong, seen = shelf, list(misfits), set[str]()
    taken: list[RegionCode] = []
    for one in found:
        if one.id in seen:
            wrong.append(_misfit(one, "id", "code_twice"))
        elif one.id not in shelf.method:
            try:
                taken.append(_taken(shelf, one, now))
                shelf = shelf.with_code(taken[-1])
            except Refusal as refusal:
                name = _WHERE.get(refusal.code, "id")
                wrong.append(Misfit(row=one.row, column=column(name), why=refusal))
        seen.add(one.id)
    return shelf, _brought(before, taken, wrong, len(seen & shelf.method.keys()))


def _misfit(one: FileCode, name: str, code: str) -> Misfit:
    return Misfit(row=one.row, column=column(name), why=Refusal(code))


def _taken(shelf: CodeShelf, one: FileCode, now: datetime) -> RegionCode:
    """Return a code of the file as it would lie on our shelf."""
    known = next((code for code in shelf.codes if code.id == one.id), None)
    if known and _stays(known, one):
        return known
    if one.kind is None:
        raise Refusal("code_kind_missing")
    given = RegionCode(id=one.id, kind=one.kind)
    code = take_over(shelf, given, one.words, now)
    stands = code.newest
    if one.retired and stands and not stands.retired:
        return retire(shelf.with_code(code), code.id, now)
    return code


def _stays(known: RegionCode, one: FileCode) -> bool:
    """Tell whether our code stays as it is: it was merged, or is ours and said this before."""
    merged = known.newest is not None and known.newest.into
    said = not known.elsewhere and any(was.words == one.words for was in known.editions)
    return bool(merged) or said


def _brought(
    before: CodeShelf, taken: list[RegionCode], wrong: list[Misfit], method: int
) -> Brought:
    known = {code.id: code for code in before.codes}
    new = [code for code in taken if code.id not in known]
    changed = [code for code in taken if code.id in known and _differs(code, known[code.id])]
    return Brought(
        new=tuple(new),
        changed=tuple(changed),
        method=method,
        same=len(taken) - len(new) - len(changed),
        misfits=tuple(sorted(wrong, key=lambda one: one.row)),
    )


def _differs(one: RegionCode, other: RegionCode) -> bool:
    first, second = one.newest, other.newest
    if first is None or second is None:
        return first is not second
    return (first.words, first.retired) != (second.words, second.retired)
