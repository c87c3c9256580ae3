"""The sentences of summaries, each under the codes it explains."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "summary_words",
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("summary", "number", "code", name="pk_summary_words"),
        sa.ForeignKeyConstraint(
            ["summary"],
            ["summary.key"],
            name="fk_summary_words_summary_summary",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_summary_words_region_code", "summary_words", ["region", "code"])
    op.create_index("ix_summary_words_code", "summary_words", ["code"])
    _fill()


def _fill() -> None:
    summary = sa.table("summary", sa.column("key"), sa.column("region"), sa.column("body"))
    names = ("summary", "number", "code", "region", "kind", "text")
    words = sa.table("summary_words", *map(sa.column, names))
    for row in op.get_bind().execute(sa.select(summary)):
        for number, told in enumerate(json.loads(row.body).get("words", ())):
            for code in dict.fromkeys(told.get("codes", ())):
                values = (row.key, number, code, row.region, told["kind"], told["text"])
                op.execute(words.insert().values(**dict(zip(names, values, strict=True))))
