"""Arithmetic on frames and arrays: no input, no output, no clock."""
