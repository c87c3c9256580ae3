"""Settings, read from the environment; every setting has a safe default."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where this installation keeps its data.

    Attributes:
        data_folder: for the embedded database and a region's own template.
        database_url: SQLAlchemy address of SQLite or PostgreSQL.
        behind_gateway: an access gateway in front decides who comes in, so that our own door
            lets everybody through.
    """

    data_folder: Path
    database_url: str
    behind_gateway: bool = False


def read_settings() -> Settings:
    """Read `CASUSANALYSE_GEGEVENSMAP`, `_DATABASE_URL` and `_TOEGANGSPOORT` ("ja")."""
    chosen = os.environ.get("CASUSANALYSE_GEGEVENSMAP")
    folder = Path(chosen) if chosen else user_data_path("casusanalyse", appauthor=False)
    url = os.environ.get("CASUSANALYSE_DATABASE_URL") or f"sqlite:///{folder / 'casussen.db'}"
    gateway = os.environ.get("CASUSANALYSE_TOEGANGSPOORT") == "ja"
    return Settings(data_folder=folder, database_url=url, behind_gateway=gateway)
