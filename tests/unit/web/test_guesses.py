from datetime import UTC, datetime, timedelta

from casusanalyse.web.guesses import MOST_WRONG, WINDOW, Guesses, place_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOME, OTHER = "192.0.2.7", "192.0.2.8"


def after_wrong(times: int) -> Guesses:
    guesses = Guesses()
    for number in range(times):
        guesses.note_wrong(HOME, f"wrong-{number}", NOW)
    return guesses


def test_after_ten_wrong_links_in_a_minute_no_other_from_there_is_looked_at() -> None:
    assert after_wrong(MOST_WRONG - 1).may_try(HOME, "next", NOW) is True
    assert after_wrong(MOST_WRONG).may_try(HOME, "next", NOW) is False


def test_somewhere_else_nobody_notices() -> None:
    assert after_wrong(50).may_try(OTHER, "next", NOW) is True


def test_a_minute_later_it_is_forgotten() -> None:
    guesses = after_wrong(MOST_WRONG)

    assert guesses.may_try(HOME, "next", NOW + WINDOW - timedelta(microseconds=1)) is False
    assert guesses.may_try(HOME, "next", NOW + WINDOW) is True


def test_who_came_in_before_is_not_held_up_by_a_neighbour() -> None:
    guesses = after_wrong(MOST_WRONG)
    guesses.note_right("mine")

    assert guesses.may_try(HOME, "mine", NOW) is True


def test_a_link_that_stopped_working_is_a_guess_like_any_other() -> None:
    guesses = after_wrong(MOST_WRONG)
    guesses.note_right("mine")
    guesses.note_wrong(HOME, "mine", NOW)

    assert guesses.may_try(HOME, "mine", NOW) is False


def test_a_home_with_many_addresses_is_one_place() -> None:
    assert (
        place_of("2001:db8:1:2::7") == place_of("2001:db8:1:2:ffff::1") == "2001:db8:1:2::/64"
    )
    assert place_of("2001:db8:1:3::7") != place_of("2001:db8:1:2::7")
    assert place_of("::ffff:192.0.2.7") == "192.0.2.7"
    assert (place_of("192.0.2.7"), place_of("nonsense")) == ("192.0.2.7", "")
