"""The drawings of the region: legible, and telling no more than what is published."""

import re
from itertools import combinations

import pytest

from casusanalyse.analysis.findings import both
from casusanalyse.analysis.region_together import tied_codes
from casusanalyse.content.codebook import method_book
from casusanalyse.figures.lettering import width
from casusanalyse.figures.region_bars import Bar, bars_picture
from casusanalyse.figures.region_charts import Moment, time_alt, time_chart
from casusanalyse.figures.region_figure import ClassRow, Legend, figure_picture
from casusanalyse.figures.region_hidden import hatched, hidden_sign
from casusanalyse.figures.region_pairs import MOST_CODES, Step, pairs_picture
from casusanalyse.figures.region_together import together_picture
from casusanalyse.figures.svg import Picture
from tests.snapshots import CODES, REGION, a_snapshot

BOOK = method_book()
LONGEST = sorted(BOOK.all, key=lambda code: -len(code.label))
TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")


def attribute(told: str, name: str) -> str:
    return re.search(rf'\b{name}="([^"]*)"', told)[1]


def boxes(drawing: Picture) -> list[tuple[str, float, float, float, float]]:
    """Every line of words with its box: words, left, top, right, bottom."""
    found = []
    for told, said in TEXT.findall(drawing.svg):
        size = float(attribute(told, "font-size"))
        assert size >= 13
        weight = int(attribute(told, "font-weight"))
        anchor = attribute(told, "text-anchor") if "text-anchor" in told else "start"
        wide = width(said.replace("&amp;", "&"), size, weight=weight)
        x, y = float(attribute(told, "x")), float(attribute(told, "y"))
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        found.append((said, left, y - size * 0.72, left + wide, y + size * 0.2))
    return found


def check_legible(drawing: Picture) -> None:
    """No words over each other or over the edge."""
    told = boxes(drawing)
    outside = [
        said
        for said, left, top, right, bottom in told
        if left < -1 or top < -1 or right > drawing.width + 1 or bottom > drawing.height + 1
    ]
    assert outside == []
    over = [
        (one[0], other[0])
        for one, other in combinations(told, 2)
        if one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]
    ]
    assert over == []


def long_steps(number: int) -> list[Step]:
    return [Step(code.id, code.label) for code in LONGEST[:number]]


def test_bars_are_legible_with_the_longest_names() -> None:
    bars = [Bar(code.id, code.label, 42_000) for code in LONGEST[:7]]
    check_legible(bars_picture(bars, whole=42_000, chosen=bars[0].key))


def test_the_length_of_a_bar_is_its_part_of_the_whole() -> None:
    drawing = bars_picture([Bar("a", "Een", 10), Bar("b", "Twee", 20)], whole=40, chosen="")
    assert re.findall(r'width="([\d.]+)" height="15" fill="#0F5C5C"', drawing.svg) == [
        "64",
        "128",
    ]
    assert drawing.alt == "Hoe vaak, in analyses: Een 10, Twee 20."


def test_a_row_can_be_chosen_and_says_what_it_is() -> None:
    drawing = bars_picture([Bar("a", "Een", None)], whole=None, chosen="a")
    assert 'data-shelf="codes" data-key="a" role="button"' in drawing.svg
    assert 'aria-label="Een verborgen"' in drawing.svg
    assert 'aria-pressed="true"' in drawing.svg


def test_a_hidden_bar_has_full_length_whatever_the_others_are() -> None:
    def hidden(other: int) -> str:
        bars = [Bar("b", "Geen", None), Bar("a", "Een", other)]
        drawn = bars_picture(bars, whole=40, chosen="").svg
        return drawn.partition(">")[2].partition('data-key="a"')[0]

    assert hidden(10) == hidden(35)
    assert hatched(0.75, 25, 254.5, 15) in hidden(10)


@pytest.mark.parametrize("codes", range(2, MOST_CODES + 1))
def test_the_staircase_is_legible_with_the_longest_names(codes) -> None:
    drawing = pairs_picture(long_steps(codes), lambda *_: 42_000, lit=("KG5", "RO3"))
    check_legible(drawing)


def test_a_hidden_pair_is_a_hatched_box_and_says_nothing_of_its_number() -> None:
    steps = [Step(key, BOOK.label(key)) for key in ("RO3", "KG5", "SH2")]
    drawing = pairs_picture(steps, lambda *pair: both(REGION, *pair), lit=("KG5", "RO3"))
    assert drawing.alt == (
        "Trap van wat samen voorkomt: De regie valt weg bij een wisseling"
        " en Van plek naar plek 20."
    )
    assert drawing.svg.count("<circle") == 1
    assert [said for said, *_ in boxes(drawing) if said.isdigit()] == ["20"]
    with_more = a_snapshot(seen={"RO3": 95, "KG5": 90, "SH2": 90}, pairs={("KG5", "RO3"): 20})
    assert pairs_picture(steps, lambda *pair: both(with_more, *pair)).svg == (
        pairs_picture(steps, lambda *pair: both(REGION, *pair)).svg
    )


@pytest.mark.parametrize("number", range(2, 9))
def test_the_network_is_legible_with_the_longest_names(number) -> None:
    keys = [code.id for code in LONGEST[:number]]
    pairs = {
        tuple(sorted(pair, key=CODES.index)): 10 + 5 * at
        for at, pair in enumerate(combinations(keys, 2))
    }
    snapshot = a_snapshot(cases=500, seen=dict.fromkeys(keys, 200), pairs=pairs)
    ties = tied_codes(snapshot, CODES, most=8)
    labels = {key: BOOK.label(key) for key in keys}
    numbers = dict.fromkeys(keys, 200)
    check_legible(together_picture(ties, labels, numbers, chosen=keys[0]))


def test_the_thickness_of_a_line_follows_the_published_number() -> None:
    ties = tied_codes(REGION, ("AK1", "KG5", "SH7", "RO3"), most=8)
    labels = {key: key for key in CODES}
    drawing = together_picture(ties, labels, {}, chosen="KG5")
    thick = re.findall(r'<line [^>]*stroke-width="([\d.]+)"', drawing.svg)
    assert sorted(map(float, thick)) == [6.5, 9.8, 9.8, 9.8, 13.0]
    assert drawing.alt.count("20") == 1


NATIONAL = [
    ClassRow("één plek", None, "", 13),
    ClassRow("twee tot vier plekken", 15, "", 46),
    ClassRow("vijf plekken of meer", 20, "", 42),
]


def test_a_figure_stands_beside_the_national_one() -> None:
    legend = Legend("Onze regio", "Landelijk: één aanbieder, 2017")
    drawing = figure_picture("Op hoeveel plekken?", NATIONAL, whole=40, legend=legend)
    check_legible(drawing)
    assert drawing.alt == (
        "Op hoeveel plekken? één plek: verborgen, landelijk 13%, twee tot vier plekken: 15,"
        " landelijk 46%, vijf plekken of meer: 20, landelijk 42%."
    )


def test_a_figure_without_a_national_one_has_one_bar_per_class() -> None:
    rows = [ClassRow("nooit", 42_000, ">90%"), ClassRow("drie keer of vaker", 10, "<10%")]
    drawing = figure_picture("Hoe vaak?", rows, whole=42_010, legend=Legend("Alle regio's"))
    check_legible(drawing)
    assert drawing.alt == "Hoe vaak? nooit: 42.000, drie keer of vaker: 10."


def test_through_time_a_hidden_number_is_a_hatched_bar_of_full_height() -> None:
    told = [Moment("2025", "", "2025", None), Moment("2026", "", "2026", 20)]
    known, hidden = time_chart(told).data
    assert (list(known.y), list(hidden.y)) == ([None, 20], [24.0, None])
    assert (list(known.x), hidden.marker.pattern.shape) == (["2025", "2026"], "/")
    assert list(known.hovertext) == ["2025: verborgen", "2026: 20"]
    assert time_alt(told) == "Door de tijd, in analyses: 2025 verborgen, 2026 20."


def test_quarters_stand_under_their_year() -> None:
    known, _ = time_chart([Moment("2025", "k4", "vierde kwartaal 2025", 10)]).data
    assert [list(one) for one in known.x] == [["2025"], ["k4"]]


def test_hatching_stays_inside_its_box() -> None:
    points = re.findall(r"[ML]([\d.]+) ([\d.]+)", hatched(10, 20, 100, 15))
    assert len(points) > 30
    assert all(10 <= float(x) <= 110 and 20 <= float(y) <= 35 for x, y in points)
    assert hidden_sign().startswith("<svg")
