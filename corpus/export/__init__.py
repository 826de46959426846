"""Handing the corpus on: JSON Lines, CSV, XLSX, ICS, Akoma Ntoso, GraphML."""
