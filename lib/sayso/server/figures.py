"""Plotly without its checks, for a server whose figures are all made by tested code."""

from plotly import basedatatypes


def trust_figures() -> None:
    """From here on Plotly takes properties as they are given.

    It looks up a validator for each property of each mark, which is a third of the time that a page
    of ours takes. Tests run with the checks on, so that a wrong property fails there.
    """

    def never(_self: object) -> bool:
        return False

    def keep(_self: object, _value: bool) -> None:
        """Each new figure would switch its own checks on again."""

    basedatatypes.BasePlotlyType._validate = property(never, keep)
