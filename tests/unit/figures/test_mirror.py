import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.domain.dates import Span, whole_year
from casusanalyse.domain.insight import Coding
from casusanalyse.domain.timeline import Mirror
from casusanalyse.domain.vocabulary import Dynamic, Layer
from casusanalyse.figures.mirror import mirror_picture
from tests.builders import a_case, an_event

TODAY = date(2026, 11, 22)
SVG = "{http://www.w3.org/2000/svg}"
FEAR, TRUST, HASTE = Dynamic.FEAR, Dynamic.TRUST, Dynamic.HASTE
CASE = a_case(
    an_event("2019-05-01", "Melding", key="a", in_family=(FEAR, TRUST)),
    an_event("2020-05-01", "Overleg", key="b", in_team=(FEAR,)),
    an_event("2021-05-01", "Wachtlijst", key="c", in_organisation=(HASTE,)),
    codings=(
        Coding(
            key="c1",
            code="RO3",
            own_words="Een vacature",
            layer=Layer.REGION,
            evidence=("b",),
        ),
    ),
)


def drawn(case=CASE, lit: Dynamic | None = None, *, wide: bool = False):
    return mirror_picture(case, lit=lit, today=TODAY, wide=wide)


def items(picture) -> dict[str, ET.Element]:
    groups = ET.fromstring(picture.svg).iter(f"{SVG}g")
    return {one.get("data-key"): one for one in groups if one.get("class") == "item"}


def test_everything_seen_can_be_chosen_on_its_own_side() -> None:
    lanes = {key: one.get("data-lane") for key, one in items(drawn()).items()}
    assert lanes == {
        "family/a/fear": "family",
        "family/a/trust": "family",
        "team/b/fear": "team",
        "organisation/b/c1": "organisation",
        "organisation/c/haste": "organisation",
    }


def test_a_screen_reader_hears_side_word_event_and_date() -> None:
    found = items(drawn())
    assert found["team/b/fear"].get("aria-label") == (
        "Wij, de professionals, angst bij ‘Overleg’, 1 mei 2020"
    )
    assert found["organisation/b/c1"].get("aria-label") == (
        "Organisatie en beleid, Een vacature bij ‘Overleg’, 1 mei 2020"
    )


def test_the_dynamic_that_is_looked_at_stands_out_on_every_side() -> None:
    def plates(lit: Dynamic | None) -> set[str]:
        found = items(drawn(lit=lit))
        return {key for key, one in found.items() if len(one.findall(f"{SVG}rect")) > 1}

    assert plates(None) == set()
    assert plates(FEAR) == {"family/a/fear", "team/b/fear"}


def ties(*mirrors: Mirror) -> list[str]:
    svg = drawn(replace(CASE, mirrors=mirrors)).svg
    return re.findall(r'<path d="M[\d.]+ [\d.]+C', svg)


def test_a_tie_is_one_line_and_two_for_what_carries() -> None:
    burden = Mirror(key="m", family_event="a", family=FEAR, team_event="b", team=FEAR)
    assert len(ties(burden)) == 1
    assert len(ties(replace(burden, family=TRUST))) == 2
    assert len(ties(replace(burden, organisation_event="c", organisation=HASTE))) == 2
    assert len(ties(replace(burden, organisation_event="b"))) == 2
    assert ties(Mirror(key="m", family_event="a", family=FEAR)) == []


def test_what_is_tied_says_so() -> None:
    mirror = Mirror(key="m", family_event="a", family=FEAR, team_event="b", team=FEAR)
    found = items(drawn(replace(CASE, mirrors=(mirror,))))
    told = {key for key, one in found.items() if one.get("aria-label").endswith(", verbonden")}
    assert told == {"family/a/fear", "team/b/fear"}


def test_hidden_and_undated_events_are_not_drawn() -> None:
    hidden, undated, vague = (
        an_event("2019-05-01", key="h", in_family=(FEAR,), hidden=True),
        an_event("2019-05-01", key="u", in_family=(FEAR,), when=None),
        an_event("2019-05-01", key="v", in_family=(FEAR,), when=Span(since=whole_year(2019))),
    )
    assert list(items(drawn(a_case(hidden, undated, vague)))) == ["family/v/fear"]


def test_an_empty_case_has_three_empty_sides() -> None:
    picture = drawn(a_case())
    assert (items(picture), picture.height > 100) == ({}, True)


DAYS = st.dates(date(2012, 1, 1), date(2026, 1, 1)).map(date.isoformat)
TAGS = st.lists(st.sampled_from(Dynamic), max_size=4, unique=True).map(tuple)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(DAYS, TAGS, TAGS, TAGS), max_size=60), st.booleans())
def test_whatever_was_seen_every_word_has_its_item_within_the_picture(seen, wide) -> None:
    events = [
        an_event(day, key=f"k{at}", in_family=above, in_team=team, in_organisation=beyond)
        for at, (day, above, team, beyond) in enumerate(seen)
    ]
    picture = drawn(a_case(*events), FEAR, wide=wide)
    found = items(picture)
    assert len(found) == sum(len(above + team + beyond) for _, above, team, beyond in seen)
    for one in found.values():
        hit = next(one.iter(f"{SVG}rect"))
        x, y, high = (float(hit.get(name)) for name in ("x", "y", "height"))
        assert x > 90
        assert y >= 10
        assert y + high <= picture.height + 4


def test_the_name_of_a_side_stays_on_the_picture_when_hardly_anything_stands_there() -> None:
    event = an_event("2021-05-02", key="e1", in_organisation=(Dynamic.FEAR,))
    picture = drawn(a_case(event))
    feet = [float(one.get("y")) for one in ET.fromstring(picture.svg).iter(f"{SVG}text")]
    assert max(feet) + 4 <= picture.height
