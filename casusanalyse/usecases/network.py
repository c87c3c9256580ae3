"""What a group does in the network: name people and organisations, draw ties."""

import re
from collections.abc import Iterator
from dataclasses import replace

from casusanalyse.content.date_reading import read_when
from casusanalyse.content.text import page
from casusanalyse.domain.case import Case, Party
from casusanalyse.domain.change import Change, Put, Remove
from casusanalyse.domain.dates import Span
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.timeline import Tie
from casusanalyse.domain.vocabulary import OrganisationKind, TieKind
from casusanalyse.usecases.desk import Desk, new_key, next_rank
from casusanalyse.usecases.participants import parts_of


def draw_tie(
    desk: Desk, between: tuple[str, str], kind: TieKind, words: str = "", when: str = ""
) -> None:
    """Draw a tie between two parties.

    Args:
        desk: who draws it, in which case.
        between: keys of two people, professionals or organisations.
        kind: support, tension or broken.
        words: how the group says it, short.
        when: as typed; empty when it holds as long as both are there.

    Raises:
        Refusal: `tie_needs_two`, `gone`, `date_not_read`.
    """
    case, (a, b) = desk.case(), between
    if a == b:
        raise Refusal("tie_needs_two")
    if not {a, b} <= case.parties().keys():
        raise Refusal("gone")
    tie = Tie(key=new_key(), rank=next_rank(case.ties), a=a, b=b, kind=kind)
    tie = replace(tie, words=words.strip(), when=_when(desk, case, when))
    desk.write("draw_tie", Put(tie))


def remove_tie(desk: Desk, key: str) -> None:
    """Take a tie away."""
    found = [tie for tie in desk.case().ties if tie.key == key]
    desk.write("remove_tie", *(Remove(tie) for tie in found))


def add_professional(desk: Desk, words: str) -> str:
    """Add somebody from one line and return the key.

    The line holds name, function and organisation; the last two may be left out.

    An organisation nobody named before is added with them. Two parts of which the second is
    an organisation the case knows are a name and an organisation.

    Raises:
        Refusal: `name_missing`, `name_long`.
    """
    case = desk.case()
    name, function, home = parts_of(words)
    if not home and _organisation(case, function):
        function, home = "", function
    known = _organisation(case, home)
    new = _new_organisation(case, home, home) if home and known is None else None
    organisation = known or new
    professional = Professional(
        key=new_key(),
        rank=next_rank(case.professionals),
        name=name,
        function=function,
        organisation=organisation.key if organisation else "",
    )
    added: list[Change] = [Put(new)] if new else []
    desk.write("add_professional", *added, Put(professional))
    return professional.key


def add_organisation(desk: Desk, words: str) -> None:
    """Add an organisation from one line: its name and, after a comma, what sort it is.

    Raises:
        Refusal: `name_missing`, `name_long`, `organisation_known`.
    """
    case = desk.case()
    name, *_ = parts_of(words)
    if _organisation(case, name):
        raise Refusal("organisation_known")
    desk.write("add_organisation", Put(_new_organisation(case, name, words)))


def remove_professional(desk: Desk, key: str) -> None:
    """Take a professional out of the case, and out of everything that names them."""
    case = desk.case()
    found = [one for one in case.professionals if one.key == key]
    for one in found:
        desk.write("remove_professional", *_without(case, one), Remove(one))


def remove_organisation(desk: Desk, key: str) -> None:
    """Take an organisation out of the case; its people stay, without an organisation."""
    case = desk.case()
    found = [one for one in case.organisations if one.key == key]
    for one in found:
        loose = [it for it in case.professionals if it.organisation == key]
        let_go = [Put(replace(it, organisation="")) for it in loose]
        desk.write("remove_organisation", *let_go, *_without(case, one), Remove(one))


def guess_kind(words: str) -> OrganisationKind:
    """Return what sort of organisation a name sounds like; `OTHER` when it says nothing."""
    kinds: dict[str, list[str]] = page("network")["organisation_words"]
    for kind, signs in kinds.items():
        if any(re.search(rf"\b{re.escape(sign)}\b", words.casefold()) for sign in signs):
            return OrganisationKind(kind)
    return OrganisationKind.OTHER


def _when(desk: Desk, case: Case, words: str) -> Span | None:
    birth = case.child.birth if case.child else None
    when = read_when(words, birth=birth, today=desk.now.date()) if words.strip() else None
    if words.strip() and when is None:
        raise Refusal("date_not_read")
    return when


def _organisation(case: Case, name: str) -> Organisation | None:
    wanted = name.strip().casefold()
    same = (one for one in case.organisations if one.name.strip().casefold() == wanted)
    return next(same, None)


def _new_organisation(case: Case, name: str, words: str) -> Organisation:
    return Organisation(
        key=new_key(), rank=next_rank(case.organisations), name=name, kind=guess_kind(words)
    )


def _without(case: Case, party: Party) -> Iterator[Change]:
    """Let go of a party; what a period said keeps its words."""
    for event in case.events:
        kept = tuple(one for one in event.involved if one.party != party.key)
        if kept != event.involved:
            yield Put(replace(event, involved=kept))
    for period in case.periods:
        if period.party == party.key:
            yield Put(replace(period, party="", title=period.title or party.name))
    for tie in case.ties:
        if party.key in {tie.a, tie.b}:
            yield Remove(tie)
