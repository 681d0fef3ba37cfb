"""SQL files of the store."""
