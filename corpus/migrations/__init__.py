"""The schema's history: Alembic migrations, run in one transaction when a database is opened."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

FOLDER = Path(__file__).parent

KNOWN = ("0001", "0002", "0003")
"""Every version that this code can bring to the newest."""


def upgrade(engine: Engine) -> None:
    """Brings a database to the newest version; creates the tables of an empty one. All of it or nothing."""
    from alembic import command
    from alembic.config import Config

    from corpus.database import lock

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        lock(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
