"""What a group takes from the line: insights and codes with their evidence (step 5)."""

from collections.abc import Sequence
from dataclasses import replace

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Put
from casusanalyse.domain.insight import Coding, Insight
from casusanalyse.domain.problems import Refusal
from casusanalyse.usecases.codebook import book, helping
from casusanalyse.usecases.desk import Desk, new_key, next_rank
from casusanalyse.usecases.removal import remove_record
from casusanalyse.usecases.timeline import event_of


def add_insight(desk: Desk, sentence: str, event: str = "") -> None:
    """Write down an insight, tied to the moment that is open, if any.

    Raises:
        Refusal: `insight_empty`, `gone` when the moment was taken away.
    """
    sentence = sentence.strip()
    if not sentence:
        raise Refusal("insight_empty")
    case = desk.case()
    evidence, rank = _evidence(case, event), next_rank(case.insights)
    insight = Insight(key=new_key(), rank=rank, text=sentence, evidence=evidence)
    desk.write("add_insight", Put(insight))


def remove_insight(desk: Desk, key: str) -> None:
    """Take an insight away."""
    remove_record(desk, "remove_insight", desk.case().insights, key)


def tie_insight(desk: Desk, key: str, event: str) -> None:
    """Tie an insight to an event that shows it, or untie it when it was tied.

    Raises:
        Refusal: `gone`.
    """
    case = desk.case()
    insight = next((one for one in case.insights if one.key == key), None)
    if insight is None or not event:
        raise Refusal("gone")
    (shown,) = _evidence(case, event)
    evidence = toggled(insight.evidence, shown)
    desk.write("tie_insight", Put(replace(insight, evidence=evidence)))


def _evidence(case: Case, event: str) -> tuple[str, ...]:
    return (event_of(case, event).key,) if event else ()


def toggled(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    """Return the keys with this one added at the end, or without it when it was there."""
    return tuple(one for one in keys if one != key) if key in keys else (*keys, key)


def coding_of(case: Case, code_id: str) -> Coding | None:
    """Return how the group uses a code in this case, None when it does not."""
    return next((coding for coding in case.codings if coding.code == code_id), None)


def choose_code(desk: Desk, code_id: str, event: str = "") -> None:
    """Recognise a code of the code book, with the open moment as evidence if there is one.

    A code that was chosen before gets or loses this moment as evidence; without a moment it
    stays as it is.

    Raises:
        Refusal: `unknown_code` when the book does not offer it, `gone` when the moment was
            taken away.
    """
    case = desk.case()
    evidence = _evidence(case, event)
    coding = coding_of(case, code_id)
    if coding is None:
        _refuse_unknown(desk, code_id)
        rank = next_rank(case.codings)
        coding = Coding(key=new_key(), rank=rank, code=code_id, evidence=evidence)
        desk.write("choose_code", Put(coding))
    elif event:
        evidence = toggled(coding.evidence, event)
        desk.write("tie_code", Put(replace(coding, evidence=evidence)))


def _refuse_unknown(desk: Desk, code_id: str) -> None:
    code = book(desk).get(code_id)
    if code is None or not code.is_offered:
        raise Refusal("unknown_code")


def set_helped(desk: Desk, key: str, helped: Sequence[str]) -> None:
    """Say which working elements and conditions helped to break a pattern in this case.

    Args:
        desk: who says it, in which case.
        key: of the coding.
        helped: ids in the code book; kept in its order.

    Raises:
        Refusal: `gone` when the pattern was dropped meanwhile; `unknown_code` when the book
            does not offer one of them for this.
    """
    coding = next((one for one in desk.case().codings if one.key == key), None)
    if coding is None:
        raise Refusal("gone")
    offered = [code.id for code in helping(book(desk), *coding.helped)]
    if not set(helped) <= set(offered):
        raise Refusal("unknown_code")
    kept = tuple(code for code in offered if code in helped)
    if kept != coding.helped:
        desk.write("set_helped", Put(replace(coding, helped=kept)))


def drop_code(desk: Desk, key: str) -> None:
    """No longer recognise a code in this case."""
    remove_record(desk, "drop_code", desk.case().codings, key)
