import pytest

from casusanalyse.domain.participant import Agreement, Participant
from casusanalyse.domain.vocabulary import AgreementMoment
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case
from tests.pages.conftest import Open
from tests.pages.screen import press, put, save, told_to

REFERENCE = "2026-0001"
GROUP = a_case(
    participants=(
        Participant(key="d1", name="Ida", rank=1.0),
        Participant(key="d2", name="Kees", rank=2.0),
    )
)


def test_a_place_is_given_and_the_turn_goes_on(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("together", GROUP)
    assert screen.selectbox[0].value == "d1"
    screen = press(screen, "place-position", "d1", "3")
    assert [one.position for one in cases.get(REFERENCE).participants] == [3, None]
    assert screen.selectbox[0].value == "d2"


def test_the_turn_can_be_given_to_somebody_else(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("together", GROUP).selectbox[0].select("d2").run()
    assert told_to(screen, "place-position")["blocks"][0]["key"] == "d2"


def test_the_spread_names_nobody(open_page: Open) -> None:
    screen = press(open_page("together", GROUP), "place-position", "d1", "3")
    drawn = told_to(screen, "spread-position")["svg"]
    assert drawn.count("<circle") == 1
    assert "Ida" not in drawn


@pytest.mark.parametrize("place", ["9", "-1"])
def test_a_place_beside_the_line_is_refused(
    open_page: Open, cases: CaseStore, place: str
) -> None:
    screen = press(open_page("together", GROUP), "place-position", "d1", place)
    assert not screen.exception
    assert cases.get(REFERENCE).participants[0].position is None


def test_an_agreement_for_today_is_made_changed_and_dropped(
    open_page: Open, cases: CaseStore
) -> None:
    screen = put(open_page("together", GROUP), "agreement_today", "We laten elkaar uitpraten")
    (made,) = cases.get(REFERENCE).agreements
    assert made.moment is AgreementMoment.TODAY
    screen = save(screen, "agreement_today", f"agreements/{made.key}/what", "Om de beurt")
    assert cases.get(REFERENCE).agreements[0].what == "Om de beurt"
    press(screen, "agreement_today", made.key, "remove")
    assert cases.get(REFERENCE).agreements == ()


def test_agreements_for_afterwards_wait_for_step_5(open_page: Open) -> None:
    later = Agreement(key="a1", what="Bellen", moment=AgreementMoment.AFTERWARDS)
    screen = open_page("together", a_case(agreements=(later,)))
    assert told_to(screen, "agreement_today")["blocks"] == []
