"""Reading what was handed in: CSV and XLSX sheets into units, people and reports."""
