"""When something breaks: a calm page with a number, and a log without case content."""

import logging
import secrets
import traceback
from html import escape
from pathlib import Path

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.domain.problems import Refusal
from casusanalyse.ui.refusals import sentence

_LOG = logging.getLogger("casusanalyse")
_ANSWERING = "uvicorn.error"
_PLATFORM = (
    "streamlit.error_util",
    "streamlit.runtime.backend_operation_handler",
    _ANSWERING,
)
"""Who in the platform logs errors whole: showing a page, making a file, answering a device."""


def report_trouble(error: Exception) -> bool:
    """Show a calm page with a reference number and log where it broke, never with what.

    A refusal that nobody showed is still a refusal: only its sentence is shown.
    """
    if isinstance(error, Refusal):
        _show(sentence(error))
        return True
    number = secrets.token_hex(3).upper()
    _LOG.error("trouble %s: %s at %s", number, type(error).__name__, _places(error))
    _show(text("trouble.page", number=number))
    return True


def silence_platform_log() -> None:
    """Keep the platform from logging what an error says; that can be case content."""
    for name in _PLATFORM:
        logging.getLogger(name).addFilter(_without_words)


def _without_words(record: logging.LogRecord) -> bool:
    """Log of an error that nobody else reports where it broke; keep back what it says."""
    error = record.exc_info[1] if record.exc_info else None
    if error is None:
        return True
    if record.name != _PLATFORM[0]:
        doing = "an answer" if record.name == _ANSWERING else "a file"
        _LOG.error("trouble with %s: %s at %s", doing, type(error).__name__, _places(error))
    return False


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames)
    )


def _show(words: str) -> None:
    st.html(f'<p class="ca-empty" role="alert">{escape(words)}</p>')
