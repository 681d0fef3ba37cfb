"""Getting text in: files and pages read as articles. No database, no Streamlit, nothing stored."""
