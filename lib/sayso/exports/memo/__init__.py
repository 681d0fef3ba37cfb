"""Briefings as a Word memo."""

from sayso.exports.memo.memo import memo

__all__ = ["memo"]
