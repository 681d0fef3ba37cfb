"""A chart taken along as a picture, in one click."""

from sayso.views.pictures.actions import actions

__all__ = ["actions"]
