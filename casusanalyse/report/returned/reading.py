"""Read a returned draft: every comment and every change, at the paragraph it is about."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from casusanalyse.report.returned.around import edges, notes
from casusanalyse.report.returned.block import Body
from casusanalyse.report.returned.body import read_body
from casusanalyse.report.returned.comments import Comment, comments
from casusanalyse.report.returned.draft import Sent
from casusanalyse.report.returned.matching import Match, Place, matched, places
from casusanalyse.report.returned.package import Package, opened
from casusanalyse.report.returned.result import (
    Kind,
    Placed,
    Reaction,
    Returned,
    Unplaced,
    with_fingerprints,
)
from casusanalyse.report.returned.silent import added, gone, hanging, outside, rewritten
from casusanalyse.report.returned.tracked import tracked
from casusanalyse.report.word.properties import CASE_PROPERTY

_PROPERTIES = "docProps/custom.xml"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"

_Told = Placed | Unplaced


def read_returned(data: bytes, draft: Sent) -> Returned:
    """Return what a reader said and changed, nothing left out without a word.

    Args:
        data: the file as it came back, not trusted.
        draft: as it was sent.

    Raises:
        Refusal: the codes that begin with `returned_`: the file is not safe, or not readable.
    """
    package = opened(data)
    body = read_body(package)
    match = matched(body, draft.paragraphs)
    told = [*_in_the_body(package, body, match, draft)]
    told += gone(match)
    told += outside([*edges(package)], draft.around)
    marked = list(with_fingerprints(told))
    return Returned(
        case=_case(package),
        placed=tuple(one for one in marked if isinstance(one, Placed)),
        unplaced=tuple(one for one in marked if isinstance(one, Unplaced)),
    )


def _in_the_body(package: Package, body: Body, match: Match, draft: Sent) -> Iterator[_Told]:
    """Return comments and changes by the paragraph they stand in."""
    where = places(body, match)
    told = [*_commented(body, comments(package), where)]
    for number, change in (
        *tracked(body),
        *rewritten(match),
        *added(body, match),
        *hanging(body, notes(package), draft.around),
    ):
        told.append((number, _put(change, [where[number]])))
    yield from map(itemgetter(1), sorted(told, key=itemgetter(0)))


def _commented(
    body: Body, found: Sequence[Comment], where: Sequence[Place]
) -> Iterator[tuple[int, _Told]]:
    """Return the comments; a reply stands where the comment stands that it answers."""
    parents = {comment.number: comment.answers for comment in found}
    for comment in found:
        stretch = body.stretches.get(comment.number)
        if stretch is None or not stretch.blocks:
            stretch = body.stretches.get(parents.get(comment.number, ""))
        blocks = [one for one in stretch.blocks if one < len(where)] if stretch else []
        reaction = _said(comment, stretch.quote if stretch else "")
        first = blocks[0] if blocks else len(where)
        yield first, _put(reaction, [where[one] for one in blocks])


def _said(comment: Comment, quote: str) -> Reaction:
    return Reaction(
        kind=Kind.COMMENT,
        text=comment.text,
        quote=quote,
        author=comment.author,
        at=comment.at,
        resolved=comment.resolved,
        number=comment.number,
        answers=comment.answers,
    )


def _put(reaction: Reaction, where: Sequence[Place]) -> _Told:
    """Put a reaction at the paragraphs it is about, or after the last one before it."""
    anchors = tuple(dict.fromkeys(name for place in where for name in place.anchors))
    if anchors:
        certain = all(place.certain for place in where)
        return Placed(reaction=reaction, anchors=anchors, certain=certain)
    return Unplaced(reaction=reaction, after=where[0].after if where else "")


def _case(package: Package) -> str:
    for kind, element in package.events(_PROPERTIES, _PROPERTY):
        if kind == "end" and element.get("name") == CASE_PROPERTY:
            return "".join(map(str, element.itertext())).strip()
    return ""
