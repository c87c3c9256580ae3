"""The long line of one child: a whole life on one quiet sheet, revealed layer by layer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casusanalyse.analysis.figure import Line, line_of
from casusanalyse.analysis.long_line_lane import LanePart, lane_parts
from casusanalyse.analysis.long_line_layers import LineLayer
from casusanalyse.analysis.step_line import StepLine, step_line
from casusanalyse.content.long_line_layers import layer_name
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.figures import long_line_lanes as lanes
from casusanalyse.figures import long_line_steps as steps
from casusanalyse.figures.beamer_frame import (
    CONTENT,
    HEIGHT,
    MARGIN,
    WIDTH,
    sheet,
    wrapped,
    written,
)
from casusanalyse.figures.long_line_aside import drawn_aside, drawn_legend, drawn_title
from casusanalyse.figures.long_line_axis import drawn_axis
from casusanalyse.figures.long_line_crises import (
    Diamond,
    crises_left,
    crisis_boxes,
    diamonds,
    drawn_analysis,
    drawn_crises,
    drawn_threads,
)
from casusanalyse.figures.long_line_head import drawn_national, drawn_sentence, drawn_who
from casusanalyse.figures.long_line_help import columns_of, drawn_help
from casusanalyse.figures.long_line_names import drawn_names
from casusanalyse.figures.long_line_pages import (
    LinePage,
    Shows,
    ToldLayer,
    line_name,
    page_at,
    told_layers,
)
from casusanalyse.figures.long_line_stage import Stage, stage_of
from casusanalyse.figures.long_line_suns import drawn_suns
from casusanalyse.figures.palette import PAPER
from casusanalyse.figures.svg import Picture, picture, tag

_HEAD = 204.0
"""Above this stand the name and the sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """Everything a layer needs to draw itself.

    Attributes:
        shown: layers that can be seen, the newest one last.
        said: layers whose sentence was shown.
    """

    case: Case
    today: date
    line: Line
    steps: StepLine
    stage: Stage
    shown: tuple[LineLayer, ...]
    said: frozenset[LineLayer]
    lanes: dict[LineLayer, tuple[LanePart, ...]]
    crises: tuple[Diamond, ...]


def long_line_picture(case: Case, *, today: date, page: int) -> Picture:
    """Draw the long line as far as it is revealed.

    Args:
        case: as the onlooker may see it.
        today: where the line ends.
        page: position of the reveal, see `line_pages`; a higher one shows everything.
    """
    layers = told_layers(case, today=today)
    now = page_at(layers, page)
    if now is None:
        return _nothing(case)
    scene = _scene(case, today, layers, now)
    drawn = [*_behind(scene), *_front(scene), _head(case, today, layers, now)]
    return sheet(drawn, alt=_alt(case, layers, now))


def long_line_on_paper(case: Case, *, today: date) -> Picture:
    """Draw the whole line without its head; on paper the sentences stand below it."""
    layers = told_layers(case, today=today)
    if not layers:
        return _nothing(case)
    whole = LinePage(len(layers) - 1, Shows.SENTENCE)
    scene = _scene(case, today, layers, whole)
    moved = tag("g", *_behind(scene), *_front(scene), transform=f"translate(0 {-_HEAD:.0f})")
    paper = tag("rect", width=WIDTH, height=HEIGHT - _HEAD, fill=PAPER)
    alt = _alt(case, layers, whole)
    return picture([paper, moved], width=WIDTH, height=HEIGHT - _HEAD, alt=alt)


def _scene(case: Case, today: date, layers: Sequence[ToldLayer], now: LinePage) -> _Scene:
    line, known = step_line(case, today=today), line_of(case, today)
    number = layers[now.newest].stage
    there = [one.layer for one in layers if one.stage <= number]
    stage = stage_of(case, line, today, number=number, layers=there)
    said = layers[: now.newest + (now.shows is not Shows.DRAWING)]
    has_crises = number > 1 and LineLayer.CRISES in stage.lanes
    return _Scene(
        case=case,
        today=today,
        line=known,
        steps=line,
        stage=stage,
        shown=tuple(one.layer for one in layers[: now.newest + 1]),
        said=frozenset(one.layer for one in said),
        lanes={
            layer: lane_parts(case, lane, today=today) for layer, lane in lanes.LANES.items()
        },
        crises=diamonds(known, line, stage) if has_crises else (),
    )


def _behind(scene: _Scene) -> Iterator[str]:
    """Yield what lies under the lines: fills, columns of emptiness, threads."""
    placed = steps.treads(scene.steps, scene.stage)
    if LineLayer.HOME in scene.shown:
        yield steps.drawn_distance(placed, scene.stage)
    if LineLayer.DIRECTION in scene.shown:
        yield lanes.drawn_emptiness(scene.lanes[LineLayer.DIRECTION], scene.stage)
    yield drawn_axis(scene.case, scene.stage)
    if LineLayer.CRISES in scene.shown:
        yield drawn_threads(scene.crises, scene.stage)


def _front(scene: _Scene) -> Iterator[str]:
    placed = steps.treads(scene.steps, scene.stage)
    if placed:
        room = [*steps.taken(placed, scene.stage), *crisis_boxes(scene.crises)]
        yield steps.title_of_line(scene.stage)
        yield steps.drawn_line(placed)
        yield drawn_names(placed, scene.stage, scene.case.parties(), room)
        yield drawn_legend(scene.steps, scene.stage, placed)
    if LineLayer.MOVES in scene.shown:
        yield steps.drawn_weight(placed, scene.stage)
    for layer in scene.shown:
        if layer in scene.stage.lanes:
            yield from _lane(layer, scene)


def _lane(layer: LineLayer, scene: _Scene) -> Iterator[str]:
    drawing, left = _drawn(layer, scene)
    yield drawn_title(layer, scene.line, scene.stage, is_dated=bool(drawing))
    yield drawing
    is_said = layer in scene.said
    yield drawn_aside(layer, scene.line, scene.stage, left, is_said=is_said)


def _drawn(layer: LineLayer, scene: _Scene) -> tuple[str, float]:
    """Return the drawing of a lane, and where it begins; 0 when that does not matter."""
    stage = scene.stage
    if layer in scene.lanes:
        parts = scene.lanes[layer]
        return lanes.drawn_boxes(layer, parts, stage), lanes.lane_left(parts, stage)
    if layer is LineLayer.HELP:
        columns = columns_of(scene.case, scene.steps, stage, scene.today)
        return drawn_help(columns, stage), stage.x(columns[0].start) if columns else 0.0
    if layer is LineLayer.CRISES:
        return drawn_crises(scene.crises, stage), crises_left(scene.crises)
    draw = drawn_analysis if layer is LineLayer.ANALYSIS else drawn_suns
    return draw(scene.line, stage), 0.0


def _head(case: Case, today: date, layers: Sequence[ToldLayer], now: LinePage) -> str:
    newest = layers[now.newest]
    if now.shows is Shows.NATIONAL and newest.national:
        return drawn_national(newest.sentence, newest.national)
    sentence = drawn_sentence(newest.sentence) if now.shows is Shows.SENTENCE else ""
    return drawn_who(case, today) + sentence


def _alt(case: Case, layers: Sequence[ToldLayer], now: LinePage) -> str:
    shown = layers[: now.newest + 1]
    names = ", ".join(layer_name(one.layer.value).lower() for one in shown)
    said = [one.sentence for one in shown[: now.newest + (now.shows is not Shows.DRAWING)]]
    national = layers[now.newest].national if now.shows is Shows.NATIONAL else None
    if national:
        said.append(text("long_line_layers.national_alt", text=national.text))
    facts = {"name": line_name(case), "layers": names, "sentences": " ".join(said)}
    return text("long_line_layers.alt", **facts).strip()


def _nothing(case: Case) -> Picture:
    said = text("long_line_layers.empty", name=line_name(case))
    lines = wrapped(said, WIDTH - 8 * MARGIN, CONTENT)
    place = (WIDTH / 2, HEIGHT / 2)
    return sheet([written(lines, place, CONTENT, anchor="middle")], alt=said)
