"""Review results held against the rules in force."""
