"""Every case belongs to a region, so that regions can share a server.

A database from before knew one region: the one that works with it now.
"""

import sqlalchemy as sa
from alembic import context, op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    with op.batch_alter_table("case") as batch:
        batch.add_column(sa.Column("region", sa.String(), nullable=False, server_default=""))
        batch.drop_constraint("uq_case_reference", type_="unique")
        batch.create_unique_constraint("uq_case_reference_region", ["reference", "region"])
    with op.batch_alter_table(
        "wrong_code", table_kwargs={"sqlite_autoincrement": True}
    ) as batch:
        batch.add_column(sa.Column("region", sa.String(), nullable=False, server_default=""))
    case = sa.table("case", sa.column("region"))
    op.execute(case.update().values(region=context.config.attributes.get("region", "")))
