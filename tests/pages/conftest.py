"""Open any page on a case in a real database, as somebody in a browser does."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Deed
from casusanalyse.store.cases import CaseStore
from casusanalyse.ui.session import case_store

APP = Path(__file__).parents[2] / "app.py"
BEGUN = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)

Open = Callable[..., AppTest]


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseStore]:
    """An empty store on disk, the same one the pages open."""
    monkeypatch.setenv("CASUSANALYSE_GEGEVENSMAP", str(tmp_path))
    monkeypatch.setenv("CASUSANALYSE_DATABASE_URL", f"sqlite:///{tmp_path / 'casussen.db'}")
    case_store.clear()
    yield case_store()
    case_store.clear()


@pytest.fixture
def open_page(cases: CaseStore) -> Open:
    """Save a case, unless there is none, and open a page on it."""

    def open_page(page: str, case: Case | None = None, **remembered: object) -> AppTest:
        app = AppTest.from_file(APP, default_timeout=60)
        if case is not None:
            saved = cases.create(case, Deed(who="voorzitter", at=BEGUN, verb="case_created"))
            app.session_state["ca.reference"] = saved.reference
        for name, value in remembered.items():
            app.session_state[f"ca.{name.replace('_', '-')}"] = value
        app.session_state["ca.go"] = page
        return app.run()

    return open_page
