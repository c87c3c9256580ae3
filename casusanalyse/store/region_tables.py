"""The rows of a region on disk; no other room sees them."""

from sqlalchemy import Index, Table, Text
from sqlmodel import Field

from casusanalyse.store.tables import METADATA, Row


class SummaryRow(Row, table=True):
    """What one finished case told its region; stays when the case itself is destroyed."""

    __tablename__ = "summary"
    __table_args__ = (Index(None, "region", "quarter"),)

    key: str = Field(primary_key=True)
    region: str
    quarter: str
    body: str = Field(sa_type=Text)


class SummaryWordsRow(Row, table=True):
    """A sentence of a summary under one code it explains, to find it without reading all."""

    __tablename__ = "summary_words"
    __table_args__ = (Index(None, "region", "code"), Index(None, "code"))

    summary: str = Field(primary_key=True, foreign_key="summary.key", ondelete="CASCADE")
    number: int = Field(primary_key=True)
    code: str = Field(primary_key=True)
    region: str
    kind: str
    text: str = Field(sa_type=Text)


class ReleaseRow(Row, table=True):
    """Which lines of a case went to the region, and when."""

    __tablename__ = "release"

    case_key: str = Field(primary_key=True, foreign_key="case.key", ondelete="CASCADE")
    body: str = Field(sa_type=Text)


class SnapshotRow(Row, table=True):
    """Frozen counts of a region; `members` are the summaries counted, and never leave."""

    __tablename__ = "snapshot"

    region: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    body: str = Field(sa_type=Text)
    members: str = Field(sa_type=Text)


class ForeignSnapshotRow(Row, table=True):
    """A snapshot of another region, as that region signed it."""

    __tablename__ = "foreign_snapshot"

    region: str = Field(primary_key=True)
    sender: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    public_key: str
    body: str = Field(sa_type=Text)


class RegionCodeRow(Row, table=True):
    """A code a region added or changed; `position` tells the order they came in."""

    __tablename__ = "region_code"

    region: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    body: str = Field(sa_type=Text)


class PieceRow(Row, table=True):
    """The words a region wrote around the figures of one snapshot."""

    __tablename__ = "piece"

    region: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    version: int
    body: str = Field(sa_type=Text)


SUMMARY: Table = METADATA.tables["summary"]
SUMMARY_WORDS: Table = METADATA.tables["summary_words"]
RELEASE: Table = METADATA.tables["release"]
SNAPSHOT: Table = METADATA.tables["snapshot"]
FOREIGN_SNAPSHOT: Table = METADATA.tables["foreign_snapshot"]
REGION_CODE: Table = METADATA.tables["region_code"]
PIECE: Table = METADATA.tables["piece"]
