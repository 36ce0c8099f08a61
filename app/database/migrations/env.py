"""Runs migrations on the connection that `app.database.connection.run_migrations` hands over."""

from alembic import context

from app.models.database import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()
