"""The review without its screen: what the cards hold, and what a decision does."""
