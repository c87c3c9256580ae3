"""Who sits at the table, and what the group agrees (steps 1, 2 and 5)."""

from dataclasses import replace

from casusanalyse.domain.change import Put
from casusanalyse.domain.participant import POSITIONS, Agreement, Participant
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.vocabulary import AgreementMoment
from casusanalyse.usecases.desk import Desk, new_key, next_rank
from casusanalyse.usecases.lookup import record_of
from casusanalyse.usecases.removal import remove_record

LONGEST_NAME = 80


def add_participant(desk: Desk, line: str) -> None:
    """Add somebody from one line: name, function, organisation; the last two may be left out.

    Raises:
        Refusal: `name_missing`, `name_long`.
    """
    name, function, organisation = parts_of(line)
    participant = Participant(
        key=new_key(),
        rank=next_rank(desk.case().participants),
        name=name,
        function=function,
        organisation=organisation,
    )
    desk.write("add_participant", Put(participant))


def parts_of(line: str) -> tuple[str, str, str]:
    """Split a line at its first two commas; what is left out is empty.

    Raises:
        Refusal: `name_missing` when nothing stands before the first comma, `name_long`.
    """
    first, second, third = (*(part.strip() for part in line.split(",", 2)), "", "")[:3]
    if not first:
        raise Refusal("name_missing")
    if len(first) > LONGEST_NAME:
        raise Refusal("name_long")
    return first, second, third


def remove_participant(desk: Desk, key: str) -> None:
    """Take somebody off the list; undo brings them back with everything they said."""
    remove_record(desk, "remove_participant", desk.case().participants, key)


def add_agreement(desk: Desk, line: str, moment: AgreementMoment) -> None:
    """Add an agreement from one line: what, who, by when; the last two may be left out.

    Raises:
        Refusal: `agreement_missing`.
    """
    what, who, due = (*(part.strip() for part in line.split(";", 2)), "", "")[:3]
    if not what:
        raise Refusal("agreement_missing")
    agreements = desk.case().agreements
    agreement = Agreement(
        key=new_key(), rank=next_rank(agreements), what=what, who=who, due=due, moment=moment
    )
    desk.write("add_agreement", Put(agreement))


def remove_agreement(desk: Desk, key: str) -> None:
    """Take an agreement away."""
    remove_record(desk, "remove_agreement", desk.case().agreements, key)


def give_position(desk: Desk, key: str, place: int, name: str) -> None:
    """Set where somebody stands between opposite (0) and beside each other (4).

    Args:
        desk: who writes it down.
        key: of the participant.
        place: one of `POSITIONS`.
        name: `position` or `position_after`.

    Raises:
        Refusal: `not_understood`, `gone`.
    """
    if place not in POSITIONS or name not in {"position", "position_after"}:
        raise Refusal("not_understood")
    found = record_of(desk.case().participants, key)
    # The verb is the same for every place: the log says that a place was given, not which.
    given = (
        replace(found, position=place)
        if name == "position"
        else replace(found, position_after=place)
    )
    desk.write(f"give_{name}", Put(given))
