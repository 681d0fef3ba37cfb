"""From characters to tagged sentences in which a quotation is one token."""
