"""The mirror: a dynamic of the family tied to the same movement among professionals."""

from dataclasses import replace
from datetime import date
from hashlib import blake2b

from casusanalyse.analysis.mirror import Side, Sight, Suggestion, mirror_sides, suggestions
from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Put
from casusanalyse.domain.participant import Note
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.projection import Viewer, as_seen
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.domain.timeline import Mirror
from casusanalyse.figures.beamer_mirror import mirror_pages
from casusanalyse.usecases.desk import Desk, new_key, next_rank
from casusanalyse.usecases.lookup import record_of
from casusanalyse.usecases.removal import remove_record
from casusanalyse.usecases.sitting import show, sitting_of
from casusanalyse.usecases.timeline import event_of

_STEP = 5

_DECLINED = "no-mirror-"
"""Beginning of the keys of notes that keep a suggestion the group said no to."""


def tie_mirror(desk: Desk, family: Sight, team: Sight | None = None) -> str:
    """Tie a dynamic of the family to the one among professionals; return the key.

    Without the other side the mirror stays open: the group asks what can help here. An open
    mirror of the same dynamic is answered instead of made twice.

    Raises:
        Refusal: `gone`, `mirror_untagged` when the event no longer shows this dynamic,
            `mirror_needs_both` when the sides are not family and professionals,
            `mirror_tied` when the pair was tied before.
    """
    case = desk.case()
    if family.side is not Side.FAMILY or (team and team.side is not Side.TEAM):
        raise Refusal("mirror_needs_both")
    _refuse_unseen(case, family)
    if team:
        _refuse_unseen(case, team)
    known = {mirror_sides(one)[:2]: one for one in case.mirrors}
    if (family, team) in known:
        raise Refusal("mirror_tied")
    mirror = known.get((family, None)) or _new(case, family)
    desk.write("tie_mirror", Put(_answered(mirror, team)))
    return mirror.key


def _new(case: Case, family: Sight) -> Mirror:
    assert family.dynamic is not None  # noqa: S101 - _refuse_unseen lets no other through
    return Mirror(
        key=new_key(),
        rank=next_rank(case.mirrors),
        family_event=family.event,
        family=family.dynamic,
    )


def _answered(mirror: Mirror, team: Sight | None) -> Mirror:
    if team is None:
        return mirror
    return replace(mirror, team_event=team.event, team=team.dynamic)


def answer_mirror(desk: Desk, key: str, team: Sight) -> None:
    """Say where professionals recognise the dynamic of a mirror, or say it differently.

    Raises:
        Refusal: `gone`, `mirror_untagged`, `mirror_needs_both`, `mirror_tied`.
    """
    case = desk.case()
    mirror = record_of(case.mirrors, key)
    if team.side is not Side.TEAM:
        raise Refusal("mirror_needs_both")
    _refuse_unseen(case, team)
    above = mirror_sides(mirror)[0]
    if (above, team) in {mirror_sides(one)[:2] for one in case.mirrors if one.key != key}:
        raise Refusal("mirror_tied")
    desk.write("tie_mirror", Put(_answered(mirror, team)))


def echo_mirror(desk: Desk, key: str, organisation: Sight | None) -> None:
    """Say where organisations or policy echo a mirror; None takes that off again.

    Raises:
        Refusal: `gone`, `mirror_untagged`, `mirror_needs_both`.
    """
    case = desk.case()
    mirror = record_of(case.mirrors, key)
    if organisation and organisation.side is not Side.ORGANISATION:
        raise Refusal("mirror_needs_both")
    if organisation:
        _refuse_unseen(case, organisation)
    echoed = replace(
        mirror,
        organisation_event=organisation.event if organisation else "",
        organisation=organisation.dynamic if organisation else None,
    )
    desk.write("echo_mirror", Put(echoed))


def untie_mirror(desk: Desk, key: str) -> None:
    """Take a mirror away; the events and their dynamics stay."""
    remove_record(desk, "untie_mirror", desk.case().mirrors, key)


def open_suggestions(case: Case, today: date) -> tuple[Suggestion, ...]:
    """Return the pairs to ask about; what the group declined does not come back."""
    declined = {note.text for note in case.notes if note.key.startswith(_DECLINED)}
    return tuple(one for one in suggestions(case, today=today) if _line(one) not in declined)


def decline_mirror(desk: Desk, suggestion: Suggestion) -> None:
    """Remember that the group sees a pair as something else; each answer is its own step."""
    line = _line(suggestion)
    key = _DECLINED + blake2b(line.encode(), digest_size=8).hexdigest()
    if key not in {note.key for note in desk.case().notes}:
        desk.write("decline_mirror", Put(Note(key=key, text=line)))


def _line(suggestion: Suggestion) -> str:
    return f"{suggestion.family.key} {suggestion.team.key}"


def _refuse_unseen(case: Case, sight: Sight) -> None:
    """Refuse what does not stand at its event: somebody may just have changed that."""
    event = event_of(case, sight.event)
    tags = {
        Side.FAMILY: event.in_family,
        Side.TEAM: event.in_team,
        Side.ORGANISATION: event.in_organisation,
    }
    codings = {one.key for one in case.codings if event.key in one.evidence}
    is_code = sight.side is Side.ORGANISATION and sight.coding in codings
    if sight.dynamic not in tags[sight.side] and not is_code:
        raise Refusal("mirror_untagged")


def show_mirror(desk: Desk, page: int) -> None:
    """Put the mirror on the beamer, revealed as far as this page.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    last = mirror_pages(as_seen(desk.case(), Viewer.BEAMER)) - 1
    page = min(max(page, 0), last)
    show(desk, Scene(kind=SceneKind.MIRROR, step=_STEP, page=page))


def shown_mirror(desk: Desk) -> tuple[int, int] | None:
    """Return which stage of the mirror the beamer shows and how many there are.

    Returns:
        Stages count from 1; None when the beamer shows something else.

    Raises:
        Refusal: `unknown_case`.
    """
    scene = sitting_of(desk).scene
    if scene.kind is not SceneKind.MIRROR:
        return None
    stages = mirror_pages(as_seen(desk.case(), Viewer.BEAMER))
    return min(scene.page + 1, stages), stages
