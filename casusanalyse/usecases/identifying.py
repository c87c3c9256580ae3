"""Mark in a sentence what can point to somebody in or around a case."""

from collections.abc import Iterator

from casusanalyse.content.identifying import marks
from casusanalyse.content.mark import Known, Mark, MarkKind
from casusanalyse.content.text import page
from casusanalyse.domain.bearers import (
    Bearer,
    PseudonymWords,
    bearers_of,
    is_ordinary,
    parts_of,
)
from casusanalyse.domain.case import Case
from casusanalyse.domain.vocabulary import Lane
from casusanalyse.usecases.report import pseudonym_words


def marks_in(case: Case, sentence: str) -> tuple[Mark, ...]:
    """Return what can point to somebody in a sentence, in order; never all there is."""
    return marks(sentence, known_names(case)) if sentence.strip() else ()


def known_names(case: Case) -> tuple[Known, ...]:
    """Return everybody and everything with a name in the case, by how long the names are."""
    words = pseudonym_words()
    bearers = (_known(bearer, words) for bearer in bearers_of(case, words))
    found = (*bearers, *_places(case), *_named_places(case, words))
    kept = {
        one.name.casefold(): one for one in reversed(found) if not is_ordinary(one.name, words)
    }
    return tuple(sorted(kept.values(), key=lambda one: (-len(one.name), one.name)))


def _known(bearer: Bearer, words: PseudonymWords) -> Known:
    return Known(
        label=bearer.sort or page("identifying")["labels"]["child"],
        name=bearer.name.strip(),
        others=tuple(dict.fromkeys(parts_of(bearer, words))),
        kind=MarkKind.NAME if bearer.human else MarkKind.ORGANISATION,
    )


def _named_places(case: Case, words: PseudonymWords) -> Iterator[Known]:
    """Yield the capitals in what the group called a school, a place to live or a house."""
    told = page("identifying")
    school, house = told["kinds"]["school"], told["labels"]["house"]
    named = [(school, one.title) for one in case.periods if one.lane is Lane.EDUCATION]
    named += [(house, one.title) for one in case.periods if one.lane is Lane.STAY]
    named += [(house, one.name) for one in case.households]
    people = {
        part.casefold()
        for bearer in bearers_of(case, words)
        for part in (bearer.name, *parts_of(bearer, words))
    }
    for label, title in named:
        for part in parts_of(Bearer(title, "", label, human=False), words):
            if part[0].isupper() and people.isdisjoint(part.casefold().split()):
                yield Known(label=label, name=part, kind=MarkKind.PLACE)


def _places(case: Case) -> Iterator[Known]:
    """Yield what else has a name: the child's working name, the region and the town."""
    intake = case.intake
    told = page("identifying")
    child, region, town = (
        told["labels"]["child"],
        told["labels"]["region"],
        told["kinds"]["place"],
    )
    named = (
        (child, intake.working_name, MarkKind.NAME),
        (region, intake.region, MarkKind.PLACE),
        (town, intake.municipality, MarkKind.PLACE),
    )
    for label, name, kind in named:
        if name.strip():
            yield Known(label=label, name=name.strip(), kind=kind)
