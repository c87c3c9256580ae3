"""A long draft with many comments: everything lands, and it stays cheap."""

import tracemalloc
from time import process_time

import pytest

from casusanalyse.report.returned.draft import sent
from casusanalyse.report.returned.reading import read_returned
from tests.unit.report.full_case import full_case
from tests.unit.report.reading import W
from tests.unit.report.returned.test_nothing_lost import without_pictures
from tests.unit.report.returned.word import Element, changed, comment, comments, without_anchors

MEGABYTE = 1 << 20


def commented(events: int, *more) -> tuple[bytes, bytes]:
    """A draft, and the same with a comment on every event."""
    draft = without_pictures(full_case(events=events))
    places: dict[str, Element] = {}

    def remarked(root: Element) -> None:
        places.update(
            {mark.get(f"{W}name"): mark.getparent() for mark in root.iter(f"{W}bookmarkStart")}
        )
        for number in range(events):
            comment(number, places[f"ca_events_e{number}_title"])(root)

    said = comments(*((number, f"Bij {number}", str(number)) for number in range(events)))
    return draft, changed(draft, remarked, *more, comments=said)


@pytest.mark.parametrize("more", [(), (without_anchors,)], ids=["with anchors", "without"])
def test_three_hundred_comments_land_on_three_hundred_events(more) -> None:
    draft, file = commented(300, *more)
    before = sent(draft)
    tracemalloc.start()
    back = read_returned(file, before)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert {one.reaction.text: one.anchors for one in back.placed} == {
        f"Bij {number}": (f"ca_events_e{number}_title",) for number in range(300)
    }
    assert back.unplaced == ()
    assert most < 24 * MEGABYTE


def test_three_times_as_many_events_take_at_most_five_times_as_long() -> None:
    few, many = (spent(*commented(events)) for events in (150, 450))

    assert many < 5 * few


def spent(draft: bytes, file: bytes) -> float:
    before, times = sent(draft), []
    for _ in range(3):
        start = process_time()
        read_returned(file, before)
        times.append(process_time() - start)
    return min(times)
