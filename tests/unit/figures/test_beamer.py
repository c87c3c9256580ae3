"""What holds for every sheet of the beamer, of every scene and every sample case."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from casusanalyse.domain.case import Case
from casusanalyse.domain.projection import Viewer, as_seen
from casusanalyse.domain.sitting import STOP_QUESTIONS, Scene, SceneKind
from casusanalyse.figures.beamer_break import break_picture
from casusanalyse.figures.beamer_frame import quiet_picture
from casusanalyse.figures.beamer_stop import stop_picture
from casusanalyse.figures.dimming import dimmed
from casusanalyse.figures.svg import Picture
from casusanalyse.store.casefile import read_case
from casusanalyse.usecases.beamer import _DRAWN
from tests.unit.figures.beamer_sheet import choices, words_on, wrong

TODAY = date(2026, 11, 24)
SAMPLES = sorted((Path(__file__).parents[3] / "sample_cases").glob("*.json"))
MOST_PAGES = 40


@cache
def case_in(file: Path) -> Case:
    return as_seen(read_case(file.read_bytes()), Viewer.BEAMER)


def scenes(case: Case, kind: SceneKind) -> Iterator[Scene]:
    """Yield every scene of a kind a chair can show of this case."""
    if kind is SceneKind.EVENT:
        yield from (Scene(kind=kind, step=4, event=one.key) for one in case.events)
    elif kind is SceneKind.NETWORK:
        days = sorted({one.when.start for one in case.events if one.when})
        yield from (Scene(kind=kind, step=4, day=day) for day in days[::5])
    else:
        yield from (
            Scene(kind=kind, step=step, page=page)
            for step in range(1, 6)
            for page in range(MOST_PAGES if kind is SceneKind.QUESTION else 8)
        )


def sheets(file: Path, kind: SceneKind) -> Iterator[Picture]:
    """Yield every different sheet of a kind of scene."""
    case = case_in(file)
    drawn = {(one := _DRAWN[kind](case, scene, TODAY)).svg: one for scene in scenes(case, kind)}
    yield from drawn.values()


@pytest.mark.parametrize("kind", _DRAWN)
@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_every_sheet_can_be_read_from_ten_metres_in_both_looks(file, kind):
    every = list(sheets(file, kind))
    assert every
    for picture in every:
        assert (picture.width, picture.height) == (1920, 1080)
        assert picture.alt
        assert choices(picture) == []
        assert wrong(picture) == []
        assert wrong(dimmed(picture)) == []


@pytest.mark.parametrize(
    "picture",
    [
        *(stop_picture(number) for number in range(STOP_QUESTIONS)),
        *(dimmed(break_picture(until)) for until in ("", "14:35")),
        *(break_picture(until) for until in ("", "14:35")),
        quiet_picture(),
    ],
    ids=lambda picture: picture.alt,
)
def test_stop_break_and_waiting_can_be_read_from_ten_metres(picture):
    assert wrong(picture) == []
    assert words_on(picture)
