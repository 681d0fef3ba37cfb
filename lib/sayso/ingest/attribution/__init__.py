"""Who is said to have said what: spans, cues and speakers as written."""
