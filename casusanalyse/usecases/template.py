"""A template of Word files: the one that ships with the product, or a region's own."""

from casusanalyse.content.text import text
from casusanalyse.report.word.template import PIECE, REPORT, check_template
from casusanalyse.settings import Settings
from casusanalyse.usecases.desk import Desk

_FILES = {REPORT: "verslag.docx", PIECE: "kwartaalstuk.docx"}


def own_template(settings: Settings, *, of: str = REPORT) -> bytes | None:
    """Return the region's own template, None when it uses ours.

    Args:
        settings: tell where it lies.
        of: what it is a template of, `REPORT` or `PIECE`.
    """
    file = settings.data_folder / _FILES[of]
    return file.read_bytes() if file.is_file() else None


def template_mistakes(template: bytes, *, of: str = REPORT) -> tuple[str, ...]:
    """Return what is wrong with a template, each with its place, in Dutch; empty when fine."""
    return tuple(
        text("template.mistake", place=one.where, sentence=one.fact)
        for one in check_template(template, of=of)
    )


def keep_template(
    desk: Desk, settings: Settings, template: bytes | None, *, of: str = REPORT
) -> None:
    """Use this template everywhere from now on; None goes back to ours.

    Raises:
        Refusal: `chair_only`.
    """
    desk.refuse_others()
    file = settings.data_folder / _FILES[of]
    if template is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(".new")
    new.write_bytes(template)
    new.replace(file)
