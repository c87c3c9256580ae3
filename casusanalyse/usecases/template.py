"""The template of the report: the one that ships with the product, or a region's own."""

from pathlib import Path

from casusanalyse.content.text import text
from casusanalyse.report.word.template import check_template
from casusanalyse.settings import Settings
from casusanalyse.usecases.desk import Desk


def own_template(settings: Settings) -> bytes | None:
    """Return the region's own template, None when it uses ours."""
    file = _file(settings)
    return file.read_bytes() if file.is_file() else None


def template_mistakes(template: bytes) -> tuple[str, ...]:
    """Return what is wrong with a template, each with its place, in Dutch; empty when fine."""
    return tuple(
        text("template.mistake", place=one.where, sentence=one.fact)
        for one in check_template(template)
    )


def keep_template(desk: Desk, settings: Settings, template: bytes | None) -> None:
    """Use this template for every case from now on; None goes back to ours.

    Raises:
        Refusal: `chair_only`.
    """
    desk.refuse_others()
    file = _file(settings)
    if template is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(".new")
    new.write_bytes(template)
    new.replace(file)


def _file(settings: Settings) -> Path:
    return settings.data_folder / "verslag.docx"
