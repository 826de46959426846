"""A file in, a directive out: open, read, repair, hand to the extractors. Knows nothing of the database."""
