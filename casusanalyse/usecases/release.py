"""What the chair lets go of a finished case to the region, and takes back again."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from hashlib import scrypt

from casusanalyse.analysis.release import (
    about_lines,
    code_lines,
    figure_lines,
    summary_of,
    with_lines,
)
from casusanalyse.domain.case import Case
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.release import (
    QUARTER_LINE,
    LineKind,
    Release,
    ReleaseDeed,
    ReleaseLine,
)
from casusanalyse.domain.round import Round, RoundState, dutch_day, state_of
from casusanalyse.domain.summary import INVENTED, Quarter
from casusanalyse.store.summaries import Lettered
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.release_words import checked, rewritings
from casusanalyse.usecases.round import round_of

_KEY_BYTES, _SLOW = 12, 2**14


def offer(desk: Desk) -> tuple[ReleaseLine, ...]:
    """Return every line that can leave the case now.

    Raises:
        Refusal: `chair_only`; `not_final` while the report is not.
    """
    desk.refuse_others()
    week = _final(desk)
    case, before = desk.case(), released(desk)
    known = [code.id for code in book(desk).all]
    on = _looked_back(case, week)
    words = tuple(one.line for one in rewritings(case) if one.sentence)
    return (
        *about_lines(case, on=on, quarter=_quarter(week, before)),
        *code_lines(case, known),
        *figure_lines(case, on=on),
        *(replace(one, codes=_known(one.codes, known)) for one in words),
    )


def _known(ids: Collection[str], book: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for one in book if one in ids)


def released(desk: Desk) -> Release | None:
    """Return what of the case is with the region; None when nothing ever went."""
    return desk.cases.summaries.release(desk.reference)


def has_released(desk: Desk) -> bool:
    """Tell whether the region has anything of the case now."""
    before = released(desk)
    return before is not None and bool(before.lines)


def release(
    desk: Desk, lines: Sequence[ReleaseLine], *, counted: Collection[str] = ()
) -> Release:
    """Give lines to the region, beside or instead of what is there already.

    Args:
        desk: of the chair; its region gets them.
        lines: as the chair saw them; the quarter goes along by itself.
        counted: ids of codes of which the number of events goes along.

    Raises:
        Refusal: `chair_only`, `not_final`, `nothing_to_release`; `release_changed` when a line
            is no longer as the chair saw it; `words_empty`, `words_long`, `words_unconfirmed`;
            `practice_beside_real`, `real_beside_practice`.
    """
    desk.refuse_others()
    week, offered = _final(desk), {line.id: line for line in offer(desk)}
    chosen = {line.id: line for line in lines} | {QUARTER_LINE: offered[QUARTER_LINE]}
    if len(chosen) == 1:
        raise Refusal("nothing_to_release")
    case = desk.case()
    confirmed = {line.id: checked(case, line) for line in lines if line.kind is LineKind.WORDS}
    if any(offered.get(key) != line for key, line in chosen.items()):
        raise Refusal("release_changed")

    def added(before: Release | None) -> Lettered:
        now = before or Release(summary=_key(case, desk.region))
        after = with_lines(now, tuple(chosen.values()), counted)
        return _lettered(
            replace(
                after,
                fingerprint=week.fingerprint,
                confirmed={**now.confirmed, **confirmed},
                deeds=(*now.deeds, ReleaseDeed(at=desk.now, released=tuple(chosen))),
            )
        )

    deed = desk.deed("lines_released")
    return desk.cases.summaries.change(desk.reference, desk.region, added, deed)


def _key(case: Case, region: str) -> str:
    """Return the key of the summary: the same for a case that was destroyed and brought back.

    Otherwise one child would count twice. There is no way back from it to the key of the case:
    it takes too long to try them all.
    """
    told = scrypt(case.key.encode(), salt=region.encode(), n=_SLOW, r=8, p=1, dklen=_KEY_BYTES)
    return (INVENTED if case.intake.is_sample else "") + told.hex()


def withdraw(desk: Desk, ids: Iterable[str]) -> Release:
    """Take lines back from the region; the last one takes the quarter along.

    Args:
        desk: of the chair.
        ids: of lines; the quarter takes everything back.

    Raises:
        Refusal: `chair_only`; `not_released` when none of these is with the region.
    """
    desk.refuse_others()
    wanted = set(ids)

    def left(before: Release | None) -> Lettered:
        if before is None or not wanted & before.lines.keys():
            raise Refusal("not_released")
        kept = {key: line for key, line in before.lines.items() if key not in wanted}
        if QUARTER_LINE in wanted or kept.keys() == {QUARTER_LINE}:
            kept = {}
        gone = tuple(key for key in before.lines if key not in kept)
        return _lettered(
            replace(
                before,
                lines=kept,
                counted=tuple(one for one in before.counted if f"code/{one}" in kept),
                confirmed={key: said for key, said in before.confirmed.items() if key in kept},
                deeds=(*before.deeds, ReleaseDeed(at=desk.now, withdrawn=gone)),
            )
        )

    deed = desk.deed("lines_withdrawn")
    return desk.cases.summaries.change(desk.reference, desk.region, left, deed)


def withdraw_all(desk: Desk) -> None:
    """Take everything of a case back from the region.

    Raises:
        Refusal: `chair_only`, `not_released`.
    """
    withdraw(desk, [QUARTER_LINE])


def _lettered(after: Release) -> Lettered:
    return Lettered(release=after, summary=summary_of(after))


def _final(desk: Desk) -> Round:
    week = round_of(desk)
    if week is None or state_of(week, desk.now) is not RoundState.FINAL:
        raise Refusal("not_final")
    return week


def _quarter(week: Round, before: Release | None) -> Quarter:
    """Return the quarter a case counts in; a report that was opened again stays in its own."""
    if before and QUARTER_LINE in before.lines:
        return Quarter.read(before.lines[QUARTER_LINE].value)
    assert week.final_at is not None  # noqa: S101 - a final round has its moment
    return Quarter.of(dutch_day(week.final_at))


def _looked_back(case: Case, week: Round) -> date:
    """Return the day of the session; without a plan the day the concept was made."""
    made = dutch_day(week.made_at)
    return min(case.intake.planned_on or made, made)
