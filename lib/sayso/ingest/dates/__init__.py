"""Dates as written, as EDTF."""
