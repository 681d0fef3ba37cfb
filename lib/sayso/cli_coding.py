"""`sayso add`, `find`, `review`, `status`: the coder's commands."""
