"""Page images made fit to read: each step looks at the page and switches itself on."""
