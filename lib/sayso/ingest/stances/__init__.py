"""Stances, where the words leave no doubt."""
