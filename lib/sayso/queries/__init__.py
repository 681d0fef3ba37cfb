"""Readers' questions, one function each. Longer SQL stands in `sql/<question>.sql`."""
