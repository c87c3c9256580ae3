"""The network as a picture."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from casusanalyse.analysis.network_presence import all_turns, presence
from casusanalyse.analysis.network_presets import Preset
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Period, Tie
from casusanalyse.domain.vocabulary import Bond, Lane, TieKind
from casusanalyse.figures.network import network_picture
from casusanalyse.figures.network_ground import NARROW, WIDE
from casusanalyse.figures.network_lines import MOST_LINES, lines
from casusanalyse.figures.network_paths import crosses
from casusanalyse.figures.network_people import Cast
from casusanalyse.figures.network_places import MOST_AROUND, places
from casusanalyse.figures.network_routes import name_box
from tests.builders import a_case, a_span

AROUND_NOOR = {
    "GI": (
        "Ine gedragsdeskundige",
        "Nora jurist",
        "Lotte jeugdbeschermer",
        "Tom teamleider",
        "Hanna jeugdbeschermer",
    ),
    "De Haven": (
        "Dirk groepsleider",
        "Younes mentor",
        "Femke gedragsdeskundige",
        "Rob locatiehoofd",
        "Kim groepsleider",
        "Lies nachtdienst",
    ),
    "GGZ De Brug": (
        "Yara psychiater",
        "Ellen regie",
        "Bas systeemtherapeut",
        "Koen therapeut",
        "Tess vaktherapeut",
    ),
    "’t Veld (gesloten)": ("Olga behandeling", "Stijn mentor", "Lea nazorg"),
    "Wijkteam": ("Joris gezinswerker", "Sanne gezinswerker", "Mieke coach"),
    "Gezinshuis De Linde": (
        "Anke gezinshuisouder",
        "Joost gezinshuisouder",
        "Nel begeleider",
        "Gijs stage",
    ),
    "Huisarts en kinderarts": ("Vos huisarts", "Rik praktijkhulp", "Saar kinderarts"),
    "School Het Kompas": (
        "Iris mentor",
        "Wim ib’er",
        "Pien directeur",
        "Loes jobcoach",
        "Aad conciërge",
    ),
    "RET en regio": ("Joke voorzitter RET", "Mark regio", "Anja secretaris"),
    "Gemeente": ("Carla consulent", "Ron inkoop", "Eva leerplicht"),
    "Raad voor de Kinderbescherming": ("Maud onderzoeker", "Geert onderzoeker"),
    "Politie en rechtbank": ("Ben wijkagent", "Kok advocaat", "Dam kinderrechter"),
}
CAME = {"Hanna", "Anke", "Joost", "Nel", "Tess", "Eva", "Loes"}
LEFT = {"Lotte", "Younes", "Olga", "Geert"}
TIES = (
    ("Hanna", "Mirjam", TieKind.SUPPORT, "belt elke week"),
    ("Tom", "Rob", TieKind.TENSION, "wie betaalt de plek?"),
    ("Koen", "Noor", TieKind.SUPPORT, ""),
    ("Joris", "Erik", TieKind.TENSION, ""),
    ("Vos", "Truus", TieKind.SUPPORT, ""),
    ("Anke", "Noor", TieKind.SUPPORT, ""),
    ("Joost", "Sam", TieKind.SUPPORT, ""),
    ("Kim", "Robin", TieKind.TENSION, ""),
    ("Iris", "Truus", TieKind.SUPPORT, ""),
    ("Mirjam", "Erik", TieKind.BROKEN, ""),
)
TURN = "2025-03-03"
AFTER_TURN = date(2025, 9, 15)


def _stays(name):
    if name == "Sanne":
        return (a_span("2018-01-08", "2020-06-01"), a_span(TURN, ongoing=True))
    if name in CAME:
        return (a_span(TURN, ongoing=True),)
    return (
        a_span("2019-05-06", "2025-03-02" if name in LEFT else None, ongoing=name not in LEFT),
    )


def noors_case(**fields):
    """The network of the mock: 12 organisations, 45 people, one turn in March 2025."""
    organisations, professionals, periods = [], [], []
    for place, (home, people) in enumerate(AROUND_NOOR.items()):
        organisations.append(Organisation(key=f"o{place}", rank=place, name=home))
        for person in people:
            name, _, function = person.partition(" ")
            rank = len(professionals)
            professionals.append(
                Professional(
                    key=name, rank=rank, name=name, function=function, organisation=f"o{place}"
                )
            )
            for number, when in enumerate(_stays(name)):
                periods.append(
                    Period(key=f"{name}{number}", lane=Lane.INVOLVEMENT, party=name, when=when)
                )
    periods.append(
        Period(
            key="d1",
            lane=Lane.DIRECTION,
            party="Hanna",
            role="casusregie",
            when=a_span(TURN, ongoing=True),
        )
    )
    family = ("Noor", "Robin", "Sam", "Truus", "Erik", "Mirjam")
    people = [
        Person(key=name, rank=place, name=name, bond=Bond.OWN if place else Bond.CHILD)
        for place, name in enumerate(family)
    ]
    ties = [
        Tie(key=f"t{place}", a=a, b=b, kind=kind, words=words)
        for place, (a, b, kind, words) in enumerate(TIES)
    ]
    shelves = {
        "organisations": tuple(organisations),
        "professionals": tuple(professionals),
        "periods": tuple(periods),
        "people": tuple(people),
        "ties": tuple(ties),
    }
    return a_case(**(shelves | fields))


PRESETS = [preset.value for preset in Preset]
ITEM = re.compile(
    r'<g class="item" data-shelf="([a-z]+)" data-key="([^"]+)"[^>]*aria-label="([^"]+)"'
)


def drawn(case, day=AFTER_TURN, preset="support_and_tension", **options):
    return network_picture(Cast(case, day=day, preset=preset), **options)


def items(picture, shelf):
    return {key: label for found, key, label in ITEM.findall(picture.svg) if found == shelf}


def plan(case, **options):
    return places(case, presence(case), **({"wide": False} | options))


def rows_on(case, day):
    cast = Cast(case, day=day, preset="family")
    ground = places(case, cast.when_there, wide=False)
    return {
        row.party.key: (card.box.x, card.row(row.place))
        for card in ground.cards
        for row in cast.rows(card)
    }


def a_full_case(organisations, each=2, *, apart=False):
    """Organisations with people; all at once, or each in a year of its own."""
    homes = range(organisations)
    people = [(home, number) for home in homes for number in range(each)]
    year = {home: 1990 + home if apart else 1990 for home in homes}
    return a_case(
        organisations=tuple(Organisation(key=f"o{h}", rank=h, name=f"Huis {h}") for h in homes),
        professionals=tuple(
            Professional(
                key=f"p{h}-{n}", rank=h + n / 100, name=f"P{h}-{n}", organisation=f"o{h}"
            )
            for h, n in people
        ),
        periods=tuple(
            Period(
                key=f"i{h}-{n}",
                lane=Lane.INVOLVEMENT,
                party=f"p{h}-{n}",
                when=a_span(f"{year[h]}-01-01", f"{year[h]}-06-01"),
            )
            for h, n in people
        ),
        people=(Person(key="Noor", name="Noor", bond=Bond.CHILD),),
    )


def test_everybody_who_is_there_can_be_chosen_and_says_how_they_stand():
    labels = items(drawn(noors_case()), "professionals")
    assert len(labels) == 45
    assert {name: labels[name] for name in ("Ine", "Hanna", "Sanne", "Lotte")} == {
        "Ine": "Ine (gedragsdeskundige)",
        "Hanna": "Hanna (jeugdbeschermer, nieuw)",
        "Sanne": "Sanne (gezinswerker, terug)",
        "Lotte": "Lotte (jeugdbeschermer, net weg)",
    }


def test_a_name_that_is_a_function_is_not_said_twice():
    case = noors_case()
    people = tuple(replace(one, name=one.function) for one in case.professionals)
    picture = drawn(replace(case, professionals=people))
    labels = items(picture, "professionals")
    assert {name: labels[name] for name in ("Ine", "Hanna")} == {
        "Ine": "gedragsdeskundige",
        "Hanna": "jeugdbeschermer (nieuw)",
    }
    assert picture.svg.count(">gedragsdeskundige<") == 2  # one for each of the two


def test_who_is_not_there_is_not_drawn():
    early = drawn(noors_case(), day=date(2018, 3, 1))
    assert items(early, "professionals") == {"Sanne": "Sanne (gezinswerker, nieuw)"}
    assert items(early, "organisations") == {"o4": "Wijkteam"}


def test_the_family_stands_in_the_middle():
    labels = items(drawn(noors_case()), "people")
    assert sorted(labels) == ["Erik", "Mirjam", "Noor", "Robin", "Sam", "Truus"]


def test_the_ties_of_the_group_can_be_chosen_and_say_their_words():
    labels = items(drawn(noors_case()), "ties")
    assert len(labels) == len(TIES)
    assert labels["t1"] == "Tom en Rob: spanning (‘wie betaalt de plek?’)."


def test_twelve_organisations_and_forty_five_people_fit_on_one_screen():
    narrow, wide = drawn(noors_case()), drawn(noors_case(), wide=True)
    assert (narrow.width, wide.width) == (NARROW, WIDE)
    assert max(narrow.height, wide.height) <= 640


def test_moving_the_date_moves_nobody():
    case = noors_case()
    seen = {}
    for day in (*all_turns(presence(case)), AFTER_TURN):
        for key, place in rows_on(case, day).items():
            assert seen.setdefault(key, place) == place
    assert len(seen) == 45


def test_an_organisation_added_at_the_end_moves_no_other():
    case = noors_case()
    more = Organisation(key="o99", rank=99, name="Buurthuis")
    before = {card.key: card.box for card in plan(case).cards}
    after = plan(replace(case, organisations=(*case.organisations, more)))
    assert {card.key: card.box for card in after.cards if card.key != "o99"} == before


def test_cards_that_are_there_together_never_overlap():
    for case in (noors_case(), a_full_case(9, 7), a_full_case(20), a_full_case(20, apart=True)):
        for day in all_turns(presence(case)):
            cast = Cast(case, day=day, preset="family")
            ground = places(case, cast.when_there, wide=False)
            boxes = [card.box for card in cast.cards(ground)]
            boxes.append(ground.hull)
            assert [pair for pair in pairs(boxes) if overlap(*pair)] == []


@pytest.mark.parametrize("year", range(2004, 2010))
def test_a_card_that_emptied_long_ago_makes_room_for_the_one_that_took_its_place(year):
    case, home = a_full_case(20, apart=True), year - 1990
    both = {"day": date(year, 3, 1), "before": date(year - 14, 3, 1)}
    cast = Cast(case, preset="family", **both)
    ground = places(case, cast.when_there, wide=False)
    assert cast.status.keys() >= {f"o{home}", f"o{home - 14}"}
    assert [card.key for card in cast.cards(ground)] == [f"o{home}"]


def test_a_long_list_never_grows_out_of_its_card():
    shifts = [("1990-01-01", "1990-06-01")] * 6 + [("2000-01-01", None)] * 6
    case = a_full_case(1, 12)
    periods = tuple(
        replace(period, when=a_span(first, last, ongoing=last is None))
        for period, (first, last) in zip(case.periods, shifts, strict=True)
    )
    case = replace(case, periods=periods)
    cast = Cast(case, preset="family", day=date(2001, 1, 1), before=date(1990, 3, 1))
    (card,) = cast.cards(places(case, cast.when_there, wide=False))
    rows = cast.rows(card)
    assert [row.party.key for row in rows] == [f"p0-{number}" for number in range(6, 12)]
    assert card.row(rows[-1].place) < card.box.bottom


def pairs(boxes):
    return [(a, b) for place, a in enumerate(boxes) for b in boxes[place + 1 :]]


def overlap(a, b):
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def test_everything_lies_inside_the_picture():
    for case in (noors_case(), a_full_case(9, 7), a_full_case(20), a_full_case(20, apart=True)):
        ground = plan(case)
        for box in (ground.hull, *(card.box for card in ground.cards)):
            assert (box.x >= 0, box.y >= 0) == (True, True)
            assert (box.right <= ground.width, box.bottom <= ground.height) == (True, True)


def test_organisations_that_never_meet_share_a_place_when_there_are_many():
    few, many = plan(a_full_case(14, apart=True)), plan(a_full_case(20, apart=True))
    assert len({(card.box.x, card.box.y) for card in few.cards}) == 14
    assert len({(card.box.x, card.box.y) for card in many.cards}) == 14
    assert many.cards[0].box == few.cards[0].box


def test_above_fourteen_at_once_the_family_stands_on_top_of_three_columns():
    ground = plan(a_full_case(MOST_AROUND + 1))
    assert {round(card.box.x) for card in ground.cards} == {0, 341, 683}
    assert min(card.box.y for card in ground.cards) > ground.hull.bottom


def test_a_long_list_shows_eight_people_and_counts_the_others():
    picture = drawn(a_full_case(1, 11), day=date(1990, 3, 1))
    assert len(items(picture, "professionals")) == 8
    assert picture.svg.count(">en nog 3<") == 1


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("wide", [False, True])
def test_no_line_crosses_a_card_it_does_not_belong_to(preset, wide):
    cast = Cast(noors_case(), day=AFTER_TURN, preset=preset)
    ground = places(cast.case, cast.when_there, wide=wide)
    crossed = [
        (line.edge.a, line.edge.b, card.key)
        for line in lines(ground, cast)
        for card in ground.cards
        for a, b in pairwise(line.path)
        if crosses(a, b, card.box.shrunk(1))
    ]
    assert crossed == []


def test_a_line_between_two_cards_on_one_side_runs_beside_them():
    tie = Tie(key="t1", a="Ine", b="Iris", kind=TieKind.TENSION)
    cast = Cast(noors_case(ties=(tie,)), day=AFTER_TURN, preset="support_and_tension")
    ground = places(cast.case, cast.when_there, wide=False)
    (line,) = lines(ground, cast)
    edge = line.path[0][0]
    assert line.path[-1][0] == edge
    assert {round(x - edge) for x, _ in line.path[6:-6]} == {10}


@pytest.mark.parametrize("preset", PRESETS)
def test_no_line_crosses_the_name_of_a_family_member_it_does_not_belong_to(preset):
    cast = Cast(noors_case(), day=AFTER_TURN, preset=preset)
    ground = places(cast.case, cast.when_there, wide=False)
    crossed = [
        (line.edge.a, line.edge.b, key)
        for line in lines(ground, cast)
        for key, spot in ground.family.items()
        for a, b in pairwise(line.path)
        if key not in {line.edge.a, line.edge.b} and crosses(a, b, name_box(spot).shrunk(2))
    ]
    assert crossed == []


def test_at_most_a_dozen_lines_are_drawn_and_the_others_counted():
    ties = tuple(
        Tie(key=f"t{place}", rank=place, a=a, b="Noor", kind=TieKind.SUPPORT)
        for place, a in enumerate(("Ine", "Nora", "Tom", "Dirk", "Rob", "Kim", "Lies", "Yara"))
    )
    more = tuple(replace(tie, key=f"x{tie.key}", kind=TieKind.TENSION) for tie in ties)
    picture = drawn(noors_case(ties=ties + more))
    assert len(items(picture, "ties")) == MOST_LINES
    assert picture.svg.count(">nog 4 lijnen<") == 1


def test_a_card_without_a_line_is_dashed_except_where_direction_is_shown():
    dashed = 'stroke-dasharray="6 4"'
    assert drawn(noors_case()).svg.count(dashed) == 5
    assert drawn(noors_case(), preset="direction").svg.count(dashed) == 0


def test_a_day_without_direction_says_so_kindly():
    case = noors_case()
    without = replace(
        case, periods=tuple(it for it in case.periods if it.lane is not Lane.DIRECTION)
    )
    said = "Op deze dag staat er niemand met de regie op de lijn."
    assert drawn(without, preset="direction").svg.count(said) == 1
    assert drawn(case, preset="direction").svg.count(said) == 0


def test_people_without_an_organisation_and_of_the_own_network_have_their_own_card():
    case = noors_case()
    loose = Professional(key="bo", rank=99, name="Bo", function="tolk")
    friend = Person(key="wil", rank=99, name="Wil", kin="buurvrouw", bond=Bond.NETWORK)
    stay = Period(key="bo1", lane=Lane.INVOLVEMENT, party="bo", when=a_span(TURN, ongoing=True))
    case = replace(
        case,
        professionals=(*case.professionals, loose),
        people=(*case.people, friend),
        periods=(*case.periods, stay),
    )
    assert {card.key: card.members for card in plan(case).cards[-2:]} == {
        "own-network": ("wil",),
        "no-organisation": ("bo",),
    }
    picture = drawn(case)
    assert items(picture, "people")["wil"] == "Wil (buurvrouw)"
    assert (
        picture.svg.count(">Eigen netwerk<") == picture.svg.count(">Zonder organisatie<") == 1
    )


def test_an_empty_case_shows_the_child_and_that_nobody_is_there_yet():
    picture = drawn(a_case())
    assert picture.svg.count(">V<") == 1
    assert picture.svg.count("Er staat nu niemand om Vlinder heen.") == 1


def test_people_without_a_date_are_counted_below_the_picture():
    case = noors_case()
    waiting = replace(
        case, periods=tuple(it for it in case.periods if it.party not in {"Ine", "Vos"})
    )
    assert drawn(waiting).svg.count("2 mensen hebben nog geen plek in de tijd.") == 1


def test_hostile_words_stay_words():
    case = noors_case()
    first = replace(case.professionals[0], name="<script>alert(1)</script>")
    picture = drawn(replace(case, professionals=(first, *case.professionals[1:])))
    assert picture.svg.count("<script") == 0


def test_the_chosen_record_is_marked():
    plain, chosen = drawn(noors_case()), drawn(noors_case(), chosen="Ine")
    assert chosen.svg.count("#E3EFEE") - plain.svg.count("#E3EFEE") == 1


def test_the_same_case_is_drawn_the_same_in_any_order_of_entry():
    case = noors_case()
    other = replace(
        case,
        organisations=case.organisations[::-1],
        professionals=case.professionals[::-1],
        periods=case.periods[::-1],
        people=case.people[::-1],
        ties=case.ties[::-1],
    )
    assert items(drawn(other), "ties") == items(drawn(case), "ties")
    assert drawn(other).svg == drawn(case).svg
