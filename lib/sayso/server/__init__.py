"""The web server's own concerns: compression, headers, warm-up, launching. Plain ASGI; knows no Streamlit."""
