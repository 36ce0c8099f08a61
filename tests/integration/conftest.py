"""A connection whose work is rolled back after each test."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine


@pytest.fixture
def connection(catalog_engine: Engine) -> Iterator[Connection]:
    """A transaction on the default catalogue; nothing it does stays."""
    with catalog_engine.connect() as connection:
        transaction = connection.begin()
        yield connection
        transaction.rollback()
