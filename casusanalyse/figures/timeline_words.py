"""The Dutch words on the picture of the line, and what a screen reader says."""

from casusanalyse.content.date_words import say_age, say_span
from casusanalyse.content.text import counted, page, text
from casusanalyse.content.vocabulary import label, labels
from casusanalyse.domain.case import Case, Party
from casusanalyse.domain.dates import Span
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.timeline import Event, Period
from casusanalyse.domain.vocabulary import EducationKind, EventKind, FrameKind, Lane, StayKind

MOST_LETTERS = 28
"""A longer title is shortened in the picture; the panel and the list show all of it."""

_ABBREVIATION = 3

_KINDS: dict[Lane, type[StayKind] | type[FrameKind] | type[EducationKind]] = {
    Lane.STAY: StayKind,
    Lane.FRAME: FrameKind,
    Lane.EDUCATION: EducationKind,
}


def lane_name(lane: str) -> str:
    """Return the title of a lane."""
    name: str = page("timeline_picture")["lanes"][lane]
    return name


def short_title(title: str) -> str:
    """Return the title as it fits on the line."""
    if len(title) <= MOST_LETTERS:
        return title
    return title[: MOST_LETTERS - 1].rstrip(" ,.;:·-") + "…"


def kind_label(period: Period) -> str:
    """Return the label of the kind of a period, empty when it has none."""
    kinds = _KINDS.get(period.lane)
    known = kinds is not None and period.kind in {kind.value for kind in kinds}
    return label(kinds(period.kind)) if kinds and known else ""


def short_kind(period: Period) -> str:
    """Return the short word for the kind of a period, empty when it has none."""
    shorts = page("timeline_picture")["short"].get(period.lane.value, {})
    return next(iter(shorts.get(period.kind, ())), "")


def bar_words(period: Period, parties: dict[str, Party]) -> tuple[str, ...]:
    """Return what can stand on a bar, the fullest first and the shortest last."""
    party = parties.get(period.party)
    if not period.title and isinstance(party, Professional):
        return _party_name(period, parties), party.name
    kind = kind_label(period)
    name = period.title or _party_name(period, parties)
    if period.lane is Lane.FRAME and kind and name:
        return (f"{kind} · {name}", *_frame_words(period, kind))
    shorts = page("timeline_picture")["short"].get(period.lane.value, {})
    short = shorts.get(period.kind, ())
    both = f"{name} · {short[0]}" if name and short and not _says(name, kind, short) else ""
    said = (both, name, *((kind,) if not name else ()), *short)
    return tuple(dict.fromkeys(words for words in said if words))


def period_label(period: Period, parties: dict[str, Party]) -> str:
    """Return what a screen reader says about a period."""
    when = say_span(period.when) if period.when else text("timeline_picture.undated")
    said = (
        lane_name(period.lane.value),
        period.title or _party_name(period, parties) or kind_label(period),
        kind_label(period) if period.title else "",
        period.role,
        when,
    )
    return ", ".join(words for words in said if words)


class EventLabels:
    """What a screen reader says about the events of one case; made once per drawing."""

    def __init__(self, case: Case) -> None:
        """Look up the words that return with every event."""
        self._birth = case.child.birth if case.child else None
        self._kinds = labels(EventKind)
        self._crucial = text("timeline_picture.crucial")
        self._differing = text("timeline_picture.seen_differently")

    def say(self, event: Event, when: Span, *, is_differing: bool) -> str:
        """Return date, title, kind, marks and the age of the child."""
        said = [say_span(when), event.title, self._kinds[event.kind]]
        if event.is_crucial:
            said.append(self._crucial)
        if is_differing:
            said.append(self._differing)
        if self._birth:
            said.append(say_age(self._birth, when))
        return ", ".join(said)


def child_name(case: Case) -> str:
    """Return how the child is called in this case, empty when not yet known."""
    return case.child.name if case.child and case.child.name else case.intake.working_name


def own_half(case: Case) -> str:
    """Return the title of the upper half of the picture."""
    name = child_name(case)
    if name:
        return text("timeline_picture.own_half", name=name)
    return text("timeline_picture.own_half_nameless")


def gap_words(lane: Lane, months: int, *, soft: bool) -> str:
    """Return what stands above a gap."""
    if lane is Lane.EDUCATION:
        return text("timeline_picture.gap_school")
    if lane is Lane.STAY:
        return text("timeline_picture.gap_stay")
    key = "gap_months_soft" if soft else "gap_months"
    return text(f"timeline_picture.{key}", number=months)


def helper(key: str, number: int) -> str:
    """Return the one number under the title of a lane."""
    return counted(f"timeline_picture.{key}", number)


def _frame_words(period: Period, kind: str) -> tuple[str, ...]:
    """A frame goes by its kind; the name of a court or an institution comes second."""
    return tuple(
        dict.fromkeys((kind, *page("timeline_picture")["short"]["frame"][period.kind]))
    )


def _party_name(period: Period, parties: dict[str, Party]) -> str:
    party = parties.get(period.party)
    if not isinstance(party, Professional):
        return party.name if party else ""
    organisation = parties.get(party.organisation)
    return f"{party.name} · {organisation.name}" if organisation else party.name


def _says(name: str, kind: str, short: tuple[str, ...]) -> bool:
    telling = (word for word in (kind, *short) if len(word) > _ABBREVIATION)
    return any(word.lower() in name.lower() for word in telling)
