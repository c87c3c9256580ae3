import pytest

from casusanalyse.content.manual import manual_pages
from tests.pages.conftest import Open
from tests.pages.screen import screen_of, tell


@pytest.mark.parametrize("slug", [page.slug for page in manual_pages()])
def test_every_page_of_the_manual_can_be_read(open_page: Open, slug: str) -> None:
    screen = open_page("manual").radio(key="manual-page").set_value(slug).run()
    assert not screen.exception
    assert len(screen.markdown) == 1
    assert len(screen.markdown[0].value) > 200


def test_the_manual_needs_no_case(open_page: Open) -> None:
    assert screen_of(tell(open_page("cases"), "top", go="manual")) == "manual"
