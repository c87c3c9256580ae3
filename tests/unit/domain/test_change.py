from datetime import UTC, datetime

from casusanalyse.domain.change import DRAFTING, Deed, step_to_redo, step_to_undo

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def work(number: int, *, step: int = 0, who: str = "voorzitter", verb: str = "saved") -> Deed:
    return Deed(number=number, step=step or number, who=who, at=NOW, verb=verb)


def undo(number: int, of: int, *, who: str = "voorzitter") -> Deed:
    return Deed(number=number, step=number, who=who, at=NOW, verb="undone", undoes=of)


def both(*oldest_first: Deed, who: str = "voorzitter") -> tuple[int | None, int | None]:
    """The steps that undo and redo would take back."""
    deeds = list(reversed(oldest_first))
    back, forth = step_to_undo(deeds, who=who), step_to_redo(deeds, who=who)
    return back.step if back else None, forth.step if forth else None


def test_without_work_there_is_nothing_to_take_back() -> None:
    assert both() == (None, None)


def test_the_newest_step_is_taken_back_first() -> None:
    assert both(work(1), work(2)) == (2, None)


def test_deeds_of_one_step_are_taken_back_together() -> None:
    assert both(work(1), work(2), work(3, step=2)) == (2, None)
    assert both(work(1), work(2), work(3, step=2), undo(4, 2)) == (1, 4)


def test_after_an_undo_the_step_before_it_comes_next() -> None:
    assert both(work(1), work(2), undo(3, 2)) == (1, 3)
    assert both(work(1), work(2), undo(3, 2), undo(4, 1)) == (None, 4)


def test_new_work_after_an_undo_leaves_nothing_to_redo() -> None:
    assert both(work(1), work(2), undo(3, 2), work(4)) == (4, None)


def test_everybody_takes_back_their_own_work_only() -> None:
    deeds = (work(1), work(2, who="notulist"), undo(3, 2, who="notulist"))
    assert both(*deeds) == (1, None)
    assert both(*deeds, who="notulist") == (None, 3)


def test_half_typed_lines_are_no_step() -> None:
    assert both(work(1), work(2, verb=DRAFTING)) == (1, None)
    assert both(work(1), undo(2, 1), work(3, verb=DRAFTING)) == (None, 2)
