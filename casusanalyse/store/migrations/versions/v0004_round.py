"""The week after the session: the round, invitations, personal links and remarks."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "round",
        sa.Column("case_key", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("draft_file", sa.LargeBinary(), nullable=False),
        sa.Column("final", sa.Text(), nullable=True),
        sa.Column("final_file", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("case_key", name="pk_round"),
        sa.ForeignKeyConstraint(
            ["case_key"], ["case.key"], name="fk_round_case_key_case", ondelete="CASCADE"
        ),
    )
    _invitations()
    op.create_table(
        "remark",
        sa.Column("case_key", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("invitation", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_key", "key", name="pk_remark"),
        sa.ForeignKeyConstraint(
            ["case_key"],
            ["round.case_key"],
            name="fk_remark_case_key_round",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_remark_invitation", "remark", ["invitation"])


def _invitations() -> None:
    op.create_table(
        "invitation",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("case_key", sa.String(), nullable=False),
        sa.Column("participant", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_invitation"),
        sa.UniqueConstraint(
            "case_key", "participant", name="uq_invitation_case_key_participant"
        ),
        sa.ForeignKeyConstraint(
            ["case_key"],
            ["round.case_key"],
            name="fk_invitation_case_key_round",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "reading_link",
        sa.Column("print", sa.String(), nullable=False),
        sa.Column("invitation", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("print", name="pk_reading_link"),
        sa.ForeignKeyConstraint(
            ["invitation"],
            ["invitation.key"],
            name="fk_reading_link_invitation_invitation",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_reading_link_invitation", "reading_link", ["invitation"])
