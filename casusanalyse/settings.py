"""Settings, read from the environment; every setting has a safe default."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """The mail server of a region; there is no way to use one without TLS.

    Attributes:
        host, port: where it listens.
        sender: address the letters come from.
        user, password: empty when the server asks for none.
        tls_at_once: TLS from the first byte instead of after STARTTLS.
        certificates: file of the authorities that are believed; empty for those of this
            computer.
    """

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    tls_at_once: bool = False
    certificates: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where this installation keeps its data.

    Attributes:
        data_folder: for the embedded database and a region's own template.
        database_url: SQLAlchemy address of SQLite or PostgreSQL.
        behind_gateway: an access gateway in front decides who comes in, so that our own door
            lets everybody through.
        address: where participants find this installation, scheme and all; empty for the
            address on the network.
        mail_server: None while letters are sent by the chair's own mail program.
        region: which region works here; empty when this computer serves one region only.
        national: this installation sees the summaries of all regions, and no case.
        threshold, rounding, batch: stricter rules for small numbers; 0 for the method's.
    """

    data_folder: Path
    database_url: str
    behind_gateway: bool = False
    address: str = ""
    mail_server: MailServer | None = None
    region: str = ""
    national: bool = False
    threshold: int = 0
    rounding: int = 0
    batch: int = 0


_TLS_PORT = 465
_PORT = 587


def read_settings() -> Settings:
    """Read every `CASUSANALYSE_...` there is.

    They are `GEGEVENSMAP`, `DATABASE_URL`, `TOEGANGSPOORT` ("ja"), `ADRES`, `REGIO`,
    `LANDELIJK` ("ja"), `DREMPEL`, `AFRONDING` and `NIEUW` (whole numbers); and for mail
    `SMTP_SERVER` and `SMTP_AFZENDER`, with `SMTP_POORT`, `SMTP_GEBRUIKER`, `SMTP_WACHTWOORD`
    and `SMTP_CERTIFICATEN` when they are needed.
    """
    chosen = _read("GEGEVENSMAP")
    folder = Path(chosen) if chosen else user_data_path("casusanalyse", appauthor=False)
    return Settings(
        data_folder=folder,
        database_url=_read("DATABASE_URL") or f"sqlite:///{folder / 'casussen.db'}",
        behind_gateway=_read("TOEGANGSPOORT") == "ja",
        address=_read("ADRES").rstrip("/"),
        mail_server=_mail_server(),
        region=_read("REGIO").strip(),
        national=_read("LANDELIJK") == "ja",
        threshold=_number("DREMPEL"),
        rounding=_number("AFRONDING"),
        batch=_number("NIEUW"),
    )


def _mail_server() -> MailServer | None:
    host, sender = _read("SMTP_SERVER"), _read("SMTP_AFZENDER")
    if not (host and sender):
        return None
    port = _number("SMTP_POORT") or _PORT
    return MailServer(
        host=host,
        port=port,
        sender=sender,
        user=_read("SMTP_GEBRUIKER"),
        password=_read("SMTP_WACHTWOORD"),
        tls_at_once=port == _TLS_PORT,
        certificates=_read("SMTP_CERTIFICATEN"),
    )


def _number(name: str) -> int:
    """Return a whole number; 0 for what is none."""
    typed = _read(name)
    return int(typed) if typed.isascii() and typed.isdecimal() else 0


def _read(name: str) -> str:
    return os.environ.get(f"CASUSANALYSE_{name}", "")
