"""Frame in, Plotly figure out: one file for each thing the reader sees."""
