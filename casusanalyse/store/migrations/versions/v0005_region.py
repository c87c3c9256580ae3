"""The region: summaries, releases, snapshots, its own codes and its quarterly piece."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "summary",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("quarter", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_summary"),
    )
    op.create_index("ix_summary_region_quarter", "summary", ["region", "quarter"])
    op.create_table(
        "release",
        sa.Column("case_key", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_key", name="pk_release"),
        sa.ForeignKeyConstraint(
            ["case_key"], ["case.key"], name="fk_release_case_key_case", ondelete="CASCADE"
        ),
    )
    _snapshots()
    _of_the_region()


def _snapshots() -> None:
    op.create_table(
        "snapshot",
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("members", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("region", "number", name="pk_snapshot"),
    )
    op.create_table(
        "foreign_snapshot",
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("public_key", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("region", "sender", "number", name="pk_foreign_snapshot"),
    )


def _of_the_region() -> None:
    op.create_table(
        "region_code",
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("region", "id", name="pk_region_code"),
    )
    op.create_table(
        "piece",
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("region", "number", name="pk_piece"),
    )
