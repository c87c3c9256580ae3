from pathlib import Path

from casusanalyse.store.casefile import read_case
from tests.builders import a_case, an_event
from tests.pages.conftest import APP, Open
from tests.pages.screen import shown

SAMPLE = read_case((APP.parent / "sample_cases" / "lange-lijn.json").read_bytes())
OURS = APP.parent / "templates" / "verslag.docx"


def test_the_contents_say_what_goes_in_and_what_stays_out(open_page: Open) -> None:
    case = a_case(
        an_event("2019-05-01", "Melding", key="e1"),
        an_event("2020-05-01", "Verhuisd", key="e2", starred=False),
    )
    screen = open_page("report", case)
    assert "Melding" in shown(screen)
    assert any("1 blijft achter" in one.label for one in screen.expander)


def test_the_report_can_be_had_at_any_moment(open_page: Open) -> None:
    for case in (a_case(), SAMPLE):
        screen = open_page("report", case)
        (button,) = screen.get("download_button")
        assert not button.proto.disabled


def test_names_become_pseudonyms_unless_somebody_asks(open_page: Open) -> None:
    screen = open_page("report", SAMPLE)
    assert "schuilnamen" in shown(screen)
    assert "Alle namen staan" in shown(screen.toggle(key="report-names").set_value(True).run())


def test_a_region_brings_its_own_template_and_drops_it(open_page: Open, tmp_path: Path) -> None:
    screen = open_page("report", a_case())
    screen = screen.file_uploader[0].upload("eigen.docx", OURS.read_bytes()).run()
    assert (tmp_path / "verslag.docx").read_bytes() == OURS.read_bytes()
    assert "sjabloon van jullie regio" in shown(screen)
    screen = screen.button(key="drop-template").click().run()
    assert not (tmp_path / "verslag.docx").exists()


def test_a_template_with_mistakes_is_not_kept(open_page: Open, tmp_path: Path) -> None:
    screen = open_page("report", a_case())
    screen = screen.file_uploader[0].upload("kapot.docx", b"geen word").run()
    assert not screen.exception
    assert "Dit sjabloon kan zo nog niet." in shown(screen)
    assert not (tmp_path / "verslag.docx").exists()
