from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.invitations import guests, invite, remind, revoke
from casusanalyse.usecases.reading import Reader, open_link
from casusanalyse.usecases.round import (
    make_concept,
    open_round,
)
from tests.refusals import refusal
from tests.unit.usecases.week import (
    AGREES,
    CLOSING,
    SESSION,
    TODAY,
    a_desk,
    a_reader,
    an_open_round,
    said,
)


def invitation(store: CaseStore, participant: str = "d1"):
    desk = a_desk(store)
    found = {one.participant.key: one.invitation for one in guests(desk, desk.case())}
    return found[participant]


def test_one_participant_has_one_invitation_and_may_have_more_links(store) -> None:
    desk = an_open_round(store)
    first, second = invite(desk, "d1"), invite(desk, "d1")
    readers = [Reader(cases=store, token=one, now=SESSION) for one in (first, second)]

    assert first != second
    assert len(first) >= 43, "256 bits"
    assert {open_link(one).reading.invitation.key for one in readers} == {invitation(store).key}


def test_a_token_is_nowhere_in_the_database(store) -> None:
    token = invite(an_open_round(store), "d1")
    with store._database.reading() as connection:
        tables = connection.exec_driver_sql("SELECT * FROM reading_link").all()
        tables += connection.exec_driver_sql("SELECT * FROM invitation").all()

    assert token not in str(tables)


def test_nobody_is_invited_before_it_opens_nor_who_was_not_there(store) -> None:
    desk = a_desk(store)
    make_concept(desk, today=TODAY)
    assert refusal(lambda: invite(desk, "d1")) == "not_open_yet"

    open_round(desk, today=TODAY)
    assert refusal(lambda: invite(desk, "nobody")) == "gone"


def test_a_revoked_invitation_stops_every_link_until_a_new_one_is_made(store) -> None:
    desk = an_open_round(store)
    reader = a_reader(store)
    revoke(desk, "d1")
    assert refusal(lambda: open_link(reader)) == "link_unknown"

    again = a_reader(store)
    assert open_link(again).name == "Fatima el Hadioui"
    assert refusal(lambda: open_link(reader)) == "link_unknown"


def test_who_has_not_reacted_is_reminded_at_most_twice(store) -> None:
    desk = an_open_round(store)
    invite(desk, "d1")
    remind(desk, "d1")
    token = remind(desk, "d1")

    assert invitation(store).reminders == 2
    assert open_link(Reader(cases=store, token=token, now=SESSION)).name
    assert refusal(lambda: remind(desk, "d1")) == "reminded_enough"


def test_who_reacted_is_not_reminded(store) -> None:
    desk = an_open_round(store)
    said(store, AGREES)

    assert refusal(lambda: remind(desk, "d1")) == "has_reacted"


def test_who_was_not_invited_and_whoever_is_too_late_is_not_reminded(store) -> None:
    desk = an_open_round(store)
    assert refusal(lambda: remind(desk, "d2")) == "gone"

    invite(desk, "d2")
    assert refusal(lambda: remind(a_desk(store, CLOSING), "d2")) == "round_closed"
