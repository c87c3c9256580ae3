"""Understand one moment said in Dutch: "mrt 2019", "± 2018", "groep 4", "vorig jaar"."""

import re
from dataclasses import replace
from functools import cache

from casusanalyse.content.date_absolute import ABSOLUTE, FIRST_YEAR, YEARS_AHEAD, Around
from casusanalyse.content.date_calendar import roughly
from casusanalyse.content.date_forms import any_of, forms
from casusanalyse.content.date_relative import RELATIVE
from casusanalyse.content.text import page
from casusanalyse.domain.dates import VagueDate

_MAKERS = ABSOLUTE | RELATIVE


def read_moment(words: str, around: Around) -> VagueDate | None:
    """Return the moment these words say as a whole, or None.

    Args:
        words: plain: lower case, single spaces, ordinary dashes and quotes.
        around: decides what "groep 4", "toen zij 6 was" and "vorig jaar" mean.
    """
    before, core, after = _bare(words)
    moment = _read_core(core, around)
    if moment is None:
        return None
    if any(word in before for word in page("date")["words"]["about"]):
        moment = roughly(moment)
    doubted = "?" in before + after or any(word in before + after for word in _doubt_words())
    return replace(moment, doubt=doubted) if doubted else moment


def _read_core(words: str, around: Around) -> VagueDate | None:
    for form in forms():
        found = form.pattern.fullmatch(words)
        if found is None:
            continue
        given = {name: value for name, value in found.groupdict().items() if value}
        try:
            moment = _MAKERS[form.name](given, around)
        except (ValueError, OverflowError):  # an impossible day, such as 31 February
            moment = None
        if moment and _is_plausible(moment, around):
            return moment
    return None


def _is_plausible(moment: VagueDate, around: Around) -> bool:
    return moment.first.year >= FIRST_YEAR and (
        moment.last.year <= around.today.year + YEARS_AHEAD + 1
    )


def _bare(words: str) -> tuple[str, str, str]:
    """Split off what says roughly or doubtful, before and after the moment itself."""
    before, after = _softeners()
    start = before.match(words)
    end = after.search(words)
    opening = start.end() if start else 0
    closing = max(end.start() if end else len(words), opening)
    return words[:opening], words[opening:closing], words[closing:]


@cache
def _softeners() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = page("date")["words"]
    letters = [word for word in words["about"] + words["doubt"] if word[-1].isalpha()]
    marks = [word for word in words["about"] if not word[-1].isalpha()]
    article = any_of(words["article"])
    before = rf"(?:(?:{any_of(letters)} |{any_of(marks)} ?)(?:{article} )?)+"
    after = rf"(?:,? ?\(?(?:\?|{any_of(words['doubt_after'])})\)?)+$"
    return re.compile(before), re.compile(after)


@cache
def _doubt_words() -> tuple[str, ...]:
    words = page("date")["words"]
    return (*words["doubt"], *words["doubt_after"])
