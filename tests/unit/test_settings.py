from pathlib import Path

import pytest
from platformdirs import user_data_path

from casusanalyse.settings import Settings, read_settings

FOLDER, ADDRESS = "CASUSANALYSE_GEGEVENSMAP", "CASUSANALYSE_DATABASE_URL"
GATEWAY = "CASUSANALYSE_TOEGANGSPOORT"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    monkeypatch.delenv(FOLDER, raising=False)
    monkeypatch.delenv(ADDRESS, raising=False)
    monkeypatch.delenv(GATEWAY, raising=False)


def test_without_settings_the_data_of_this_user_is_used():
    folder = user_data_path("casusanalyse", appauthor=False)
    assert read_settings() == Settings(
        data_folder=folder, database_url=f"sqlite:///{folder / 'casussen.db'}"
    )


def test_the_database_lies_in_the_chosen_folder(monkeypatch, tmp_path: Path):
    monkeypatch.setenv(FOLDER, str(tmp_path))
    assert read_settings() == Settings(
        data_folder=tmp_path, database_url=f"sqlite:///{tmp_path / 'casussen.db'}"
    )


def test_a_region_may_name_its_own_database(monkeypatch, tmp_path: Path):
    monkeypatch.setenv(FOLDER, str(tmp_path))
    monkeypatch.setenv(ADDRESS, "postgresql+psycopg://regio@server/casussen")
    assert read_settings() == Settings(
        data_folder=tmp_path, database_url="postgresql+psycopg://regio@server/casussen"
    )


def test_an_empty_folder_counts_as_none(monkeypatch):
    monkeypatch.setenv(FOLDER, "")
    assert read_settings().data_folder == user_data_path("casusanalyse", appauthor=False)


@pytest.mark.parametrize(("said", "gateway"), [("ja", True), ("nee", False), ("", False)])
def test_only_who_says_so_stands_behind_a_gateway(monkeypatch, said, gateway):
    monkeypatch.setenv(GATEWAY, said)
    assert read_settings().behind_gateway is gateway
