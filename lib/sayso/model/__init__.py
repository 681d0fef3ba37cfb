"""Plain values: scales, dates, scopes, wording. No input, no output, no clock."""
