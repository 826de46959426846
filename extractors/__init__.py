"""Clean text in, fields with spans out. Knows nothing of files, pages or databases."""
