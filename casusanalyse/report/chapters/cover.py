"""The front page: what this is, about whom and why."""

from datetime import date

from casusanalyse.content.date_words import say_long_day
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Person
from casusanalyse.report.anchor import Told, told
from casusanalyse.report.chapters.family import nature
from casusanalyse.report.chapters.wording import Fields, age, upper_first


def cover(case: Case, *, today: date, names: bool) -> Fields:
    """Return the fields of the front page, the headers and the footers."""
    intake, name = case.intake, case.intake.working_name
    day = intake.planned_on
    session = upper_first(say_long_day(day, weekday=True)) if day else ""
    return {
        "soort": text("report.kind"),
        "titel": text("report.title", name=name),
        "datum": say_long_day(today),
        "naam": name,
        "schuilnaam": "" if names else text("report.pseudonym"),
        "over_wie": _about(case, today=today, names=names),
        "bijeenkomst": _intake(case, "planned_on", session),
        "aanleiding": _intake(case, "reason", intake.reason),
        "hoofdvraag": _intake(case, "question", intake.question),
        "spelregels": _intake(case, "rules", intake.rules),
        "erbij": _who_took_part(case),
        "regio": _intake(case, "region", intake.region),
        "wie_is": text("report.who_is", name=name),
        "kind": _nature(case.child),
    }


def _intake(case: Case, field: str, words: str) -> Told:
    return told(words, "intake", case.intake.key, field)


def _about(case: Case, *, today: date, names: bool) -> str:
    child = case.child
    old = age(child.birth, today) if child else ""
    key = "report.about_with_age" if old else "report.about"
    about = text(key, name=case.intake.working_name, age=old)
    return about if names else f"{about} {text('report.all_pseudonyms')}"


def _who_took_part(case: Case) -> str:
    """Return functions when known, otherwise names: the table says it all."""
    said = [person.function or person.name for person in case.participants]
    return upper_first(", ".join(dict.fromkeys(filter(None, said))))


def _nature(child: Person | None) -> Fields:
    known = nature(child) if child else {}
    return {name: known.get(name, "") for name in ("aard", "blij", "typerend", "kracht")}
