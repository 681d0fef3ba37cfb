"""The page "What changed": two as-of dates, and what lies between them."""
