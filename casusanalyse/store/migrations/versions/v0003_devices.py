"""Second devices: computers that were let in, and phones for one word."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _devices()
    _phones()


def _devices() -> None:
    op.create_table(
        "device_code",
        sa.Column("case_key", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("print", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("case_key", "role", name="pk_device_code"),
        sa.UniqueConstraint("print", name="uq_device_code_print"),
        sa.ForeignKeyConstraint(
            ["case_key"], ["case.key"], name="fk_device_code_case_key_case", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "wrong_code",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_wrong_code"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "device",
        sa.Column("print", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("case_key", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("paired_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("print", name="pk_device"),
        sa.UniqueConstraint("key", name="uq_device_key"),
        sa.ForeignKeyConstraint(
            ["case_key"], ["case.key"], name="fk_device_case_key_case", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_device_case_key", "device", ["case_key"])


def _phones() -> None:
    op.create_table(
        "phones",
        sa.Column("case_key", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("case_key", name="pk_phones"),
        sa.UniqueConstraint("code", name="uq_phones_code"),
        sa.ForeignKeyConstraint(
            ["case_key"], ["case.key"], name="fk_phones_case_key_case", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "ticket",
        sa.Column("print", sa.String(), nullable=False),
        sa.Column("case_key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("print", name="pk_ticket"),
        sa.ForeignKeyConstraint(
            ["case_key"],
            ["phones.case_key"],
            name="fk_ticket_case_key_phones",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_ticket_case_key", "ticket", ["case_key"])
    op.create_table(
        "answer",
        sa.Column("ticket", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("left_out", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("ticket", "question", name="pk_answer"),
        sa.UniqueConstraint("key", name="uq_answer_key"),
        sa.ForeignKeyConstraint(
            ["ticket"], ["ticket.print"], name="fk_answer_ticket_ticket", ondelete="CASCADE"
        ),
    )
