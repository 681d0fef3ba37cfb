"""Tables of statements that were coded elsewhere: cells, columns and what they mean."""
