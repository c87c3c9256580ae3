"""What changed since the last stop, in one sentence of roles."""

from collections.abc import Sequence

from casusanalyse.analysis.network import NodeKind
from casusanalyse.content.text import text
from casusanalyse.figures.network_faces import Face, faces, spoken, supporters
from casusanalyse.figures.network_people import Cast

MOST = 4
"""More names than this are counted: one sentence stays one sentence."""
_GROUPS = ("new", "left", "returned", "appeared", "faded")
_CAME = ("new", "returned", "appeared")


def say_change(cast: Cast) -> str:
    """Return who came, who left, who came back and who stayed, sure things first.

    Whoever comes or goes on a day that is too vague to be sure of is told as "rond deze
    tijd", never as new or gone.
    """
    if cast.network.before in {None, cast.network.day}:
        return text("network.change_start")
    if cast.change.is_empty:
        return text("network.change_none")
    told = {group: changed_faces(cast, group) for group in _GROUPS}
    said = [
        text(f"network.change_{group}", people=_listed(list(spoken(cast, found))))
        for group, found in told.items()
        if found
    ]
    stayed = stayed_words(cast)
    if stayed:
        said.append(text("network.change_stayed", people=_listed(stayed)))
    return " ".join(said)


def stayed_words(cast: Cast, *, by_name: bool = False) -> list[str]:
    """Return who stayed: who supports the child, the family in one word, then the others.

    Args:
        cast: everybody on the day.
        by_name: say the first name of every professional.
    """
    apart, found = supporters(cast), stayed_faces(cast)
    own = [face for face in found if face.key in apart or face.kind is not NodeKind.FAMILY]
    first = [face for face in own if face.key in apart]
    family = [text("network.change_family")] if len(own) < len(found) else []
    others = own[len(first) :]
    return [
        *spoken(cast, first, by_name=by_name),
        *family,
        *spoken(cast, others, by_name=by_name),
    ]


def changed_faces(cast: Cast, group: str) -> tuple[Face, ...]:
    """Return a group of a change under their names; people come and go with their organisation.

    Args:
        cast: everybody on the day.
        group: attribute of `NetworkChange`, all but `stayed`.
    """
    sort = _CAME if group in _CAME else ("left", "faded")
    homes = {key for one in sort for key in getattr(cast.change, one)}
    return faces(cast, getattr(cast.change, group), homes=homes)


def stayed_faces(cast: Cast) -> tuple[Face, ...]:
    """Return who stayed, without the child: those who support it first, in their own name."""
    child = cast.case.child
    keys = [key for key in cast.change.stayed if not child or key != child.key]
    apart = supporters(cast)
    found = faces(cast, keys, homes=set(keys), apart=apart)
    return tuple(sorted(found, key=lambda face: face.key not in apart))


def _listed(names: Sequence[str]) -> str:
    if len(names) <= MOST:
        return ", ".join(names)
    shown, more = names[: MOST - 1], len(names) - MOST + 1
    return text("network.change_more", people=", ".join(shown), number=more)
