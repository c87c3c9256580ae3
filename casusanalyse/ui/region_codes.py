"""The code book of the region: find a code, add one, and publish what changed."""

from collections.abc import Iterator
from functools import partial
from html import escape

import streamlit as st

from casusanalyse.content.codebook import Code, found_in, kinds, say_edition
from casusanalyse.content.text import counted, text
from casusanalyse.domain.region_code import CodeEdition, CodeKind, RegionCode
from casusanalyse.ui.entry import entry
from casusanalyse.ui.frame import empty, heading, mute
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import forget, pick, picked, recall, region_desk, remember
from casusanalyse.ui.sheet import Action, Block, sheet
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.region_codes import (
    Work,
    add_code,
    publish_codes,
    take_back_code,
    work_of,
)

MOST_SHOWN = 40

_OPEN, _SAID = "code-open", "code-said"
_KIND, _WORDS, _PREFIX = "codes-kind", "codes-words", "codes-prefix"


def opened_book(desk: RegionDesk) -> Work:
    """Return the code book the region works on, and say which edition it is."""
    remember("reference", None)
    edition = say_edition(book(desk))
    said = text("region_codes.edition", edition=edition) if edition else ""
    mute(said or text("region_codes.method_alone"))
    return work_of(desk)


def open_code(work: Work) -> Code | None:
    """Return the code somebody opened; None while the list shows."""
    return work.book.get(recall(_OPEN, ""))


def close_code() -> None:
    """Go back to the list."""
    remember(_OPEN, "")


def drafts_box(work: Work) -> None:
    """Show what waits for the next edition, with the way back and the way on."""
    said = forget(_SAID)
    if said:
        st.html(f'<p class="ca-soft" role="status">{escape(said)}</p>')
    if not work.drafts:
        return
    number = work.shelf.edition + 1
    with st.container(border=True, key="drafts"):
        says, does = st.columns([2, 1], vertical_alignment="center")
        with says:
            heading(counted("region_codes.drafts", len(work.drafts)))
            mute(text("region_codes.drafts_help"))
        does.button(
            text("region_codes.publish", number=number),
            key="publish",
            type="primary",
            on_click=partial(_publish, number),
            width="stretch",
        )
        with st.expander(text("region_codes.drafts_list")):
            blocks = [_draft(work, one) for one in work.drafts]
            sheet("code-drafts", blocks, look="tight", on_press=_on_draft)


def _draft(work: Work, one: RegionCode) -> Block:
    label = work.book.label(one.id)
    back = text("region_codes.take_back_name", label=label)
    return Block(
        key=one.id,
        title=label,
        meta=" · ".join((one.id, *_changes(work, one))),
        actions=[
            Action(id="back", label=text("region_codes.take_back"), look="quiet", says=back),
        ],
        look="line",
    )


def _changes(work: Work, one: RegionCode) -> Iterator[str]:
    """Yield in a word or two what the draft of a code changes."""
    before, now = one.published, one.newest
    own = one.id not in work.shelf.method
    if now is None:
        return
    if before is None and own:
        yield text("region_codes.draft_new")
    elif now.words != (before or CodeEdition(at=now.at)).words:
        yield text("region_codes.draft_words" if own else "region_codes.draft_addition")
    if now.retired != (before.retired if before else False):
        yield text(
            "region_codes.draft_retired" if now.retired else "region_codes.draft_offered"
        )
    if now.into != (before.into if before else ""):
        yield text("region_codes.draft_merged", now=work.book.label(now.into))


def _on_draft(id_: str, _action: str) -> None:
    take_back_code(region_desk(), id_)


def _publish(number: int) -> None:
    with showing_refusals():
        publish_codes(region_desk())
        remember(_SAID, text("region_codes.published", number=number))


def code_search() -> None:
    """Show the kinds and the search; both lead back to the list."""
    names = kinds()
    kind, words = st.columns([3, 2], vertical_alignment="bottom")
    kind.segmented_control(
        text("region_codes.kind"),
        list(names),
        default=next(iter(names)),
        format_func=lambda one: names[one],
        key=_KIND,
        label_visibility="collapsed",
        required=True,
        on_change=close_code,
    )
    words.text_input(
        text("region_codes.search"),
        key=_WORDS,
        on_change=close_code,
        live="200ms",
    )


def _kind() -> CodeKind:
    kind: CodeKind = picked(_KIND) or "pattern"
    return kind


def code_list(work: Work) -> None:
    """Show the codes of one kind, those of the region first, and the line for a new one."""
    _new_code(work)
    found = sorted(
        found_in(work.book.all, picked(_WORDS) or "", _kind()),
        key=lambda one: one.owner == "method",
    )
    if not found:
        empty("region_codes.no_hit")
    waiting = {one.id for one in work.drafts}
    blocks = [_row(work, one, is_draft=one.id in waiting) for one in found[:MOST_SHOWN]]
    sheet("codes", blocks, on_press=_on_code)
    rest = len(found) - len(blocks)
    if rest:
        mute(counted("region_codes.more", rest))


def _new_code(work: Work) -> None:
    if not work.prefix:
        st.text_input(text("region_codes.prefix"), key=_PREFIX, max_chars=6)
        mute(text("region_codes.prefix_help"))
    entry("region_code", None, _add)


def _add(label: str) -> None:
    id_ = add_code(region_desk(), _kind(), label, picked(_PREFIX) or "")
    pick(_WORDS, "")
    remember(_OPEN, id_)


def _row(work: Work, one: Code, *, is_draft: bool) -> Block:
    says = text("region_codes.open_name", label=one.label)
    return Block(
        key=one.id,
        title=one.label,
        meta=meta_of(one, short=True),
        lines=[*meaning_of(one), *standing_of(work, one, is_draft=is_draft)],
        actions=[Action(id="open", label=text("region_codes.open"), look="quiet", says=says)],
        look="line",
    )


def _on_code(id_: str, _action: str) -> None:
    remember(_OPEN, id_)


def meta_of(one: Code, *, short: bool = False) -> str:
    """Return the id of a code and whose it is; unless short also where it comes from."""
    owner = text(f"region_codes.of_{one.owner}")
    source = [] if short else [one.source]
    return " · ".join(filter(None, (one.id, owner, *source)))


def meaning_of(one: Code) -> list[str]:
    """Return what a code means, in lines."""
    helping = text("region_codes.helping", belief=one.helping) if one.helping else ""
    addition = text("region_codes.addition", words=one.addition) if one.addition else ""
    return [line for line in (one.explanation, helping, addition) if line]


def standing_of(work: Work, one: Code, *, is_draft: bool) -> list[str]:
    """Return whether a code is offered, what it became, and whether that is settled."""
    lines = [text("region_codes.retired")] if one.retired else []
    if one.into:
        lines.append(text("region_codes.merged", now=work.book.label(one.into)))
    return [*lines, text("region_codes.draft")] if is_draft else lines
