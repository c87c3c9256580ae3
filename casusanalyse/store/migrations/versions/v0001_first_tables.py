"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "case",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_case"),
        sa.UniqueConstraint("reference", name="uq_case_reference"),
    )
    op.create_table(
        "record",
        sa.Column("case_key", sa.String(), nullable=False),
        sa.Column("shelf", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("case_key", "shelf", "key", name="pk_record"),
        sa.CheckConstraint("version > 0", name=op.f("ck_record_version_saved")),
        sa.ForeignKeyConstraint(
            ["case_key"], ["case.key"], name="fk_record_case_key_case", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "deed",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("case_key", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_deed"),
        sa.ForeignKeyConstraint(
            ["case_key"], ["case.key"], name="fk_deed_case_key_case", ondelete="CASCADE"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deed_case_key_number", "deed", ["case_key", "number"])
    op.create_index("ix_deed_case_key_step", "deed", ["case_key", "step"])
    op.create_table(
        "change",
        sa.Column("deed_number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("shelf", sa.String(), nullable=False),
        sa.Column("record_key", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("deed_number", "position", name="pk_change"),
        sa.ForeignKeyConstraint(
            ["deed_number"],
            ["deed.number"],
            name="fk_change_deed_number_deed",
            ondelete="CASCADE",
        ),
    )
