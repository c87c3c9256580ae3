"""The session of a case while it runs."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "sitting",
        sa.Column("case_key", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_key", name="pk_sitting"),
        sa.ForeignKeyConstraint(
            ["case_key"], ["case.key"], name="fk_sitting_case_key_case", ondelete="CASCADE"
        ),
    )
