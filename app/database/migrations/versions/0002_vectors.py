"""Product vectors, where the server has pgvector.

A server without the extension (Debian 12's own PostgreSQL 15) keeps working: recommendations go by relevance alone.
"""

from alembic import op
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

revision = "0002"
down_revision = "0001"

VECTOR_SIZE = 64


def upgrade() -> None:
    available = text("SELECT count(*) FROM pg_available_extensions WHERE name = 'vector'")
    if not op.get_bind().execute(available).scalar_one():
        return
    try:
        with op.get_bind().begin_nested():
            op.execute("CREATE EXTENSION IF NOT EXISTS vector")
    except ProgrammingError:  # The user of DATABASE_URL may not create extensions.
        return
    op.execute(
        f"""
        CREATE TABLE productos_vectores (
            producto_id INTEGER PRIMARY KEY REFERENCES productos (id) ON DELETE CASCADE,
            vector vector({VECTOR_SIZE}) NOT NULL,
            modelo VARCHAR(64) NOT NULL,
            huella VARCHAR(32) NOT NULL
        )
        """
    )
    op.execute("CREATE INDEX ix_productos_vectores_vector ON productos_vectores USING hnsw (vector vector_cosine_ops)")


def downgrade() -> None:
    op.execute("DROP TABLE IF EXISTS productos_vectores")
