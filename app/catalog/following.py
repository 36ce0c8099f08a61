"""Makes the product vectors follow the catalogue, after an import and outside its transaction.

A search does not wait for them: until they are there, the products are embedded when they are compared.
"""

from sqlalchemy import text
from tqdm import tqdm

from app.database.connection import Database
from app.database.vectors import ANEW, count_stale, sync_vectors, vectors_available
from app.nlu.vectors import VectorModel


def follow_vectors(database: Database, model: VectorModel) -> int:
    """Returns how many products were embedded; 0 when nothing changed or the server has no pgvector."""
    with database.transaction() as connection:
        stale = count_stale(connection, model) if vectors_available(connection) else 0
    if not stale:
        return 0
    bar = tqdm(total=stale, desc="vectors", unit=" products", mininterval=0.5, disable=None)
    with bar, database.transaction() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        for done in sync_vectors(connection, model, anew=stale >= ANEW):
            bar.update(done - bar.n)
    return stale
