"""The mirror: what runs in the family, and whether we recognise it in ourselves."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from casusanalyse.analysis.mirror import (
    Side,
    Sight,
    Suggestion,
    mirror_sides,
    sights,
    visible_mirrors,
)
from casusanalyse.content.mirror import mirror_word
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Mirror
from casusanalyse.domain.vocabulary import Dynamic
from casusanalyse.figures.mirror import mirror_picture
from casusanalyse.figures.mirror_words import SightWords
from casusanalyse.ui.choice import choose_event
from casusanalyse.ui.clock import today
from casusanalyse.ui.frame import empty, heading, is_wide, mute
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.picture import show_picture
from casusanalyse.ui.session import desk, recall, remember
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.usecases.mirror import (
    answer_mirror,
    decline_mirror,
    echo_mirror,
    open_suggestions,
    tie_mirror,
    untie_mirror,
)

_PANEL = 190
"""Height of the two panels above the line, so that it does not move when one is filled."""


def mirror_link() -> None:
    """Show the quiet way to the mirror."""
    st.button(
        text("mirror.open"), key="to-mirror", on_click=go_to, args=("mirror",), type="tertiary"
    )


def mirror_choice(case: Case) -> None:
    """Show what was picked on the line, or the tie that is open."""
    said, mirror, pick = SightWords(case), _open_mirror(case), _pick(case)
    with st.container(border=True, height=_PANEL):
        if mirror:
            _tie(mirror, said)
        elif pick:
            heading(said.full(pick))
            block = Block(
                key="pick",
                lines=[text(f"mirror.chosen_{pick.side}")],
                actions=_pick_actions(pick),
            )
            sheet("mirror-pick", [block], on_press=partial(_press_pick, pick))
        else:
            heading(text("mirror.question"))
            mute(text("mirror.how"))


def _tie(mirror: Mirror, said: SightWords) -> None:
    """Show the tie that is open: what it ties, what can still be added, the group's words."""
    team, organisation = mirror_sides(mirror)[1:]
    ask = "add_organisation" if team else "add_team"
    names = ["drop_organisation"] if organisation else []
    word, acts = st.columns([1, 1.3], vertical_alignment="center")
    with word:
        heading(mirror_word(mirror))
    with acts:
        block = Block(key=mirror.key, actions=_actions(*names, "untie", "close"))
        sheet("mirror-acts", [block], on_press=_press_tie)
    block = Block(
        key=mirror.key,
        lines=[_in_short(mirror, said), *([] if organisation else [text(f"mirror.{ask}")])],
        fields=[field(mirror, "words", hint=""), field(mirror, "starred", kind="star")],
        columns=2,
    )
    sheet("mirror", [block])


def _in_short(mirror: Mirror, said: SightWords) -> str:
    """Return the events of a mirror in one line; one that shows it on every side once."""
    titles = dict.fromkeys(said.title(one) for one in mirror_sides(mirror) if one)
    named = [text("mirror.title_quoted", title=title) for title in titles]
    return " · ".join([*named, *([] if mirror.team_event else [text("mirror.help")])])


def _told(sides: Sequence[Sight | None], said: SightWords) -> list[str]:
    """Return what a mirror ties, one line per side."""
    lines = [
        text("mirror.says", word=text(f"mirror.{one.side}"), said=said.full(one))
        for one in sides
        if one
    ]
    return lines if sides[1] else [*lines, text("mirror.help")]


def _actions(*names: str) -> list[Action]:
    return [Action(id=name, label=text(f"mirror.{name}"), look="quiet") for name in names]


def _pick_actions(pick: Sight) -> list[Action]:
    own = ["leave_open"] if pick.side is Side.FAMILY else []
    return _actions(*own, "to_event", "close")


def _press_tie(key: str, action: str) -> None:
    if action == "drop_organisation":
        echo_mirror(desk(), key, None)
    elif action == "untie":
        untie_mirror(desk(), key)
    remember("mirror", key if action == "drop_organisation" else "")


def _press_pick(pick: Sight, _where: str, action: str) -> None:
    if action == "leave_open":
        _tied(tie_mirror(desk(), pick))
    elif action == "to_event":
        choose_event(pick.event)
        go_to("timeline")
    remember("mirror-pick", "")


def mirror_suggestion(case: Case) -> None:
    """Ask about one pair at a time; it is a question, whatever the dates say."""
    found = open_suggestions(case, today())
    with st.container(border=True, height=_PANEL):
        heading(text("mirror.asks"))
        if not found:
            mute(text("mirror.asked_all"))
            return
        first = found[0]
        answers = [
            Action(id="yes", label=text("mirror.yes")),
            Action(id="no", label=text("mirror.no"), look="quiet"),
        ]
        block = Block(key="asks", lines=_asked(case, first), actions=answers)
        sheet("mirror-asks", [block], on_press=partial(_answer, first))
        if len(found) > 1:
            mute(counted("mirror.more", len(found) - 1))


def _asked(case: Case, one: Suggestion) -> list[str]:
    titles = {event.key: event.title for event in case.events}
    word = SightWords(case).short(one.family)
    family, team = titles[one.family.event], titles[one.team.event]
    word = word[:1].upper() + word[1:]
    if one.family.event == one.team.event:
        return [text("mirror.asked_once", word=word, family=family)]
    near = counted("mirror.within", one.days) if one.days else text("mirror.same_time")
    return [text("mirror.asked", word=word, family=family, team=team), near]


def _answer(one: Suggestion, _where: str, action: str) -> None:
    if action == "yes":
        _tied(tie_mirror(desk(), one.family, one.team))
    else:
        decline_mirror(desk(), one)


def mirror_drawing(case: Case) -> None:
    """Show the three sides on the line, and what still misses a date."""
    seen = sights(case)
    if not seen:
        empty("mirror.none")
        return
    drawing = mirror_picture(case, lit=_lit(case), today=today(), wide=is_wide())
    show_picture("mirror-line", drawing, on_open=partial(_choose, case), chosen=_chosen(case))
    dated = {event.key for event in case.events if event.when}
    undated = [one for one in seen if one.event not in dated]
    if undated:
        said = SightWords(case)
        mute(text("mirror.undated"))
        chips = [Action(id=one.key, label=said.full(one)) for one in undated]
        block = Block(key="undated", actions=chips)
        sheet("mirror-undated", [block], on_press=partial(_choose, case))


def _choose(case: Case, _where: str, key: str) -> None:
    """Pick what somebody chose; a pick on both sides is a tie, a tied word opens its tie."""
    sight = next((one for one in sights(case) if one.key == key), None)
    mirror, pick = _open_mirror(case), _pick(case)
    if sight is None:
        return
    if mirror and sight.side is Side.TEAM:
        answer_mirror(desk(), mirror.key, sight)
    elif mirror and sight.side is Side.ORGANISATION:
        echo_mirror(desk(), mirror.key, sight)
    elif pick and {pick.side, sight.side} == {Side.FAMILY, Side.TEAM}:
        _tied(tie_mirror(desk(), *sorted((pick, sight), key=lambda one: one.side)))
    else:
        remember("mirror", "" if pick else _tie_with(case, sight))
        remember("mirror-pick", "" if recall("mirror") else key)


def _tie_with(case: Case, sight: Sight) -> str:
    tied = (one.key for one in visible_mirrors(case) if sight in mirror_sides(one))
    return next(tied, "")


def _tied(key: str) -> None:
    remember("mirror", key)
    remember("mirror-pick", "")


def _open_mirror(case: Case) -> Mirror | None:
    return next((one for one in case.mirrors if one.key == recall("mirror")), None)


def _pick(case: Case) -> Sight | None:
    return next((one for one in sights(case) if one.key == recall("mirror-pick")), None)


def _chosen(case: Case) -> str:
    mirror, pick = _open_mirror(case), _pick(case)
    above = mirror_sides(mirror)[0] if mirror else pick
    return above.key if above else ""


def _lit(case: Case) -> Dynamic | None:
    """Return what stands out: of the tie, of the pick, or of what is asked."""
    mirror, pick = _open_mirror(case), _pick(case)
    if mirror:
        return mirror.family
    if pick:
        return pick.dynamic
    asked = open_suggestions(case, today())
    return asked[0].family.dynamic if asked else None


def mirror_ties(case: Case) -> None:
    """Show what is tied, as sentences."""
    heading(text("mirror.ties"))
    mirrors, said = visible_mirrors(case), SightWords(case)
    if not mirrors:
        mute(text("mirror.no_ties"))
    blocks = [
        Block(
            key=one.key,
            title=mirror_word(one),
            lines=_told(mirror_sides(one), said),
            fields=[field(one, "starred", kind="star")],
            actions=_actions("open_tie", "untie"),
            look="line",
        )
        for one in mirrors
    ]
    sheet("mirrors", blocks, on_press=_press_list)


def _press_list(key: str, action: str) -> None:
    if action == "open_tie":
        _tied(key)
    else:
        untie_mirror(desk(), key)
