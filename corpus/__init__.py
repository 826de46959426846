"""The obligations database: store, search, corrections, export, ingest runs."""
