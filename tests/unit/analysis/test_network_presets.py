"""Which lines belong to a view."""

from datetime import date

from casusanalyse.analysis.network import Edge, EdgeKind, Network, Node, NodeKind, Status
from casusanalyse.analysis.network_presets import Preset, lines_of


def a_node(key, kind=NodeKind.PROFESSIONAL, home=""):
    return Node(key, kind, Status.WAS_THERE, home)


NODES = (
    a_node("noor", NodeKind.FAMILY),
    a_node("oma", NodeKind.FAMILY),
    a_node("gi", NodeKind.ORGANISATION),
    a_node("school", NodeKind.ORGANISATION),
    a_node("ine", home="gi"),
    a_node("tom", home="gi"),
    a_node("iris", home="school"),
)
DIRECTION = Edge("ine", "noor", EdgeKind.DIRECTION)
INE_NOOR = Edge("ine", "noor", EdgeKind.INVOLVED, "jeugdbeschermer")
TOM_NOOR = Edge("tom", "noor", EdgeKind.INVOLVED)
FAMILY = Edge("noor", "oma", EdgeKind.TOGETHER)
OMA_IRIS = Edge("oma", "iris", EdgeKind.TOGETHER)
COLLEAGUES = Edge("ine", "tom", EdgeKind.TOGETHER)
INE_IRIS = Edge("ine", "iris", EdgeKind.TOGETHER)
TOM_IRIS = Edge("iris", "tom", EdgeKind.TOGETHER)
TENSION = Edge("tom", "iris", EdgeKind.TENSION, "wachten", "t1")
SUPPORT = Edge("oma", "ine", EdgeKind.SUPPORT, "", "t2")


def lines(preset, *edges):
    return lines_of(Network(date(2020, 1, 1), NODES, edges), preset)


ALL = (DIRECTION, INE_NOOR, TOM_NOOR, FAMILY, OMA_IRIS, COLLEAGUES, INE_IRIS, TOM_IRIS)


def test_family_has_one_contact_per_organisation_and_family_member():
    found = lines(Preset.FAMILY, *ALL, TENSION, SUPPORT)
    assert found == (INE_NOOR, Edge("iris", "oma", EdgeKind.TOGETHER))


def test_direction_has_only_who_holds_it():
    assert lines(Preset.DIRECTION, *ALL, TENSION, SUPPORT) == (DIRECTION,)


def test_support_and_tension_has_the_ties_of_the_group():
    assert lines(Preset.SUPPORT_AND_TENSION, *ALL, TENSION, SUPPORT) == (TENSION, SUPPORT)


def test_organisations_have_one_line_per_pair():
    found = lines(Preset.ORGANISATIONS, *ALL)
    assert found == (Edge("gi", "school", EdgeKind.TOGETHER),)


def test_a_broken_contact_is_no_line_between_organisations():
    broken = Edge("tom", "iris", EdgeKind.BROKEN, "", "t3")
    assert lines(Preset.ORGANISATIONS, broken) == ()


def test_islands_show_the_tie_instead_of_the_contact_it_stands_for():
    assert lines(Preset.ISLANDS, *ALL, TENSION, SUPPORT) == (TENSION,)
    assert lines(Preset.ISLANDS, *ALL) == (Edge("gi", "school", EdgeKind.TOGETHER),)
