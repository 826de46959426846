"""The kinds of rules: one file a kind, each with its terms and its evaluator."""
