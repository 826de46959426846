"""A report as a table for the terminal, as JSON, as a workbook."""
