"""What a person is told."""

from sayso.errors import IntakeError


def test_what_a_file_says_of_itself_does_not_command_the_terminal() -> None:
    error = IntakeError("Reading a\x1b[2Jfile", "line one\nline\ttwo\r\x9b5m", "\x07Do it.")
    assert str(error) == "Reading a\ufffd[2Jfile\nline one\nline\ttwo\ufffd\ufffd5m\n\ufffdDo it."
    assert error.args == (error.title, error.message, error.next_step)
