"""The index of attributes and words of the products at the heads of their categories, for what very many have."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_index(
        "ix_productos_cabeza",
        "productos",
        ["atributos", sa.text("(ARRAY[categoria_id])"), sa.text("(ARRAY[marca])"), "busqueda"],
        unique=False,
        postgresql_using="gin",
        postgresql_where=sa.text("activo AND stock > 0 AND posicion <= 2048"),
    )


def downgrade() -> None:
    op.drop_index("ix_productos_cabeza", table_name="productos")
