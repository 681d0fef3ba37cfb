"""What the reader sees and touches: filters, headlines, charts, evidence. The room that knows Streamlit."""
