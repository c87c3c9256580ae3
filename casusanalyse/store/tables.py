"""The rows on disk; no other room sees them.

The store keeps records as JSON bodies and never looks inside: adding a field to the domain
needs no column. A removed record keeps its row without a body, so that its version goes on
rising when it comes back.
"""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import (
    CheckConstraint,
    Index,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlmodel import Field, SQLModel

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Row(SQLModel):
    """What every table shares."""

    metadata: ClassVar[MetaData] = METADATA


class CaseRow(Row, table=True):
    """One case; what it is about stands in its intake record."""

    __tablename__ = "case"
    __table_args__ = (UniqueConstraint("reference", "region"),)

    key: str = Field(primary_key=True)
    reference: str
    region: str = Field(sa_column_kwargs={"server_default": ""})


class RecordRow(Row, table=True):
    """One record as it is now; `body` is NULL once it is removed."""

    __tablename__ = "record"
    __table_args__ = (CheckConstraint("version > 0", name="version_saved"),)

    case_key: str = Field(primary_key=True, foreign_key="case.key", ondelete="CASCADE")
    shelf: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    version: int
    body: str | None = Field(default=None, sa_type=Text)


class DeedRow(Row, table=True):
    """One line of the change log; numbers are never used twice."""

    __tablename__ = "deed"
    __table_args__ = (
        Index(None, "case_key", "number"),
        Index(None, "case_key", "step"),
        {"sqlite_autoincrement": True},
    )

    number: int | None = Field(default=None, primary_key=True)
    case_key: str = Field(foreign_key="case.key", ondelete="CASCADE")
    step: int
    who: str
    at: datetime
    verb: str
    undoes: int | None = None


class ChangeRow(Row, table=True):
    """What one deed did to one record; NULL before it came and after it went."""

    __tablename__ = "change"

    deed_number: int = Field(primary_key=True, foreign_key="deed.number", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    shelf: str
    record_key: str
    before: str | None = Field(default=None, sa_type=Text)
    after: str | None = Field(default=None, sa_type=Text)


class SittingRow(Row, table=True):
    """The session of a case while it runs; `number` rises with every change."""

    __tablename__ = "sitting"

    case_key: str = Field(primary_key=True, foreign_key="case.key", ondelete="CASCADE")
    number: int
    body: str = Field(sa_type=Text)


class DeviceCodeRow(Row, table=True):
    """A code that waits for its device; gone once it is used."""

    __tablename__ = "device_code"

    case_key: str = Field(primary_key=True, foreign_key="case.key", ondelete="CASCADE")
    role: str = Field(primary_key=True)
    print: str = Field(unique=True)
    expires_at: datetime


class WrongCodeRow(Row, table=True):
    """A code that was not right; nothing about where it came from."""

    __tablename__ = "wrong_code"
    __table_args__ = ({"sqlite_autoincrement": True},)

    number: int | None = Field(default=None, primary_key=True)
    at: datetime
    region: str = Field(sa_column_kwargs={"server_default": ""})


class DeviceRow(Row, table=True):
    """A second computer; `print` is that of the token it keeps."""

    __tablename__ = "device"

    print: str = Field(primary_key=True)
    key: str = Field(unique=True)
    case_key: str = Field(foreign_key="case.key", ondelete="CASCADE", index=True)
    role: str
    paired_at: datetime


class PhonesRow(Row, table=True):
    """The phones of a case while they are open."""

    __tablename__ = "phones"

    case_key: str = Field(primary_key=True, foreign_key="case.key", ondelete="CASCADE")
    code: str = Field(unique=True)
    address: str
    question: str
    opened_at: datetime


class TicketRow(Row, table=True):
    """That one phone takes part, and nothing else about it."""

    __tablename__ = "ticket"

    print: str = Field(primary_key=True)
    case_key: str = Field(foreign_key="phones.case_key", ondelete="CASCADE", index=True)


class AnswerRow(Row, table=True):
    """What one phone sent to one question; goes when the phones are closed."""

    __tablename__ = "answer"

    ticket: str = Field(primary_key=True, foreign_key="ticket.print", ondelete="CASCADE")
    question: str = Field(primary_key=True)
    key: str = Field(unique=True)
    words: str
    place: int | None = None
    shown: bool
    left_out: bool


class RoundRow(Row, table=True):
    """The week after the session of one case, with what was frozen at the concept and final."""

    __tablename__ = "round"

    case_key: str = Field(primary_key=True, foreign_key="case.key", ondelete="CASCADE")
    body: str = Field(sa_type=Text)
    draft: str = Field(sa_type=Text)
    draft_file: bytes = Field(sa_type=LargeBinary)
    final: str | None = Field(default=None, sa_type=Text)
    final_file: bytes | None = Field(default=None, sa_type=LargeBinary)


class InvitationRow(Row, table=True):
    """That one participant may read and react."""

    __tablename__ = "invitation"
    __table_args__ = (UniqueConstraint("case_key", "participant"),)

    key: str = Field(primary_key=True)
    case_key: str = Field(foreign_key="round.case_key", ondelete="CASCADE")
    participant: str
    body: str = Field(sa_type=Text)


class ReadingLinkRow(Row, table=True):
    """A personal link; only the print of its token is kept."""

    __tablename__ = "reading_link"

    print: str = Field(primary_key=True)
    invitation: str = Field(foreign_key="invitation.key", ondelete="CASCADE", index=True)


class RemarkRow(Row, table=True):
    """What one person says about one paragraph."""

    __tablename__ = "remark"

    case_key: str = Field(primary_key=True, foreign_key="round.case_key", ondelete="CASCADE")
    key: str = Field(primary_key=True)
    invitation: str = Field(index=True)
    body: str = Field(sa_type=Text)


CASE: Table = METADATA.tables["case"]
RECORD: Table = METADATA.tables["record"]
DEED: Table = METADATA.tables["deed"]
CHANGE: Table = METADATA.tables["change"]
SITTING: Table = METADATA.tables["sitting"]
DEVICE_CODE: Table = METADATA.tables["device_code"]
WRONG_CODE: Table = METADATA.tables["wrong_code"]
DEVICE: Table = METADATA.tables["device"]
PHONES: Table = METADATA.tables["phones"]
TICKET: Table = METADATA.tables["ticket"]
ANSWER: Table = METADATA.tables["answer"]
ROUND: Table = METADATA.tables["round"]
INVITATION: Table = METADATA.tables["invitation"]
READING_LINK: Table = METADATA.tables["reading_link"]
REMARK: Table = METADATA.tables["remark"]
