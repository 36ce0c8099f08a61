"""The tokens that the language model used, a row a day, counted over all processes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "gasto_llm",
        sa.Column("dia", sa.Date(), nullable=False),
        sa.Column("tokens", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("dia", name="pk_gasto_llm"),
    )


def downgrade() -> None:
    op.drop_table("gasto_llm")
