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
_PLATFORM = "streamlit.error_util"


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
    logging.getLogger(_PLATFORM).addFilter(lambda record: not record.exc_info)


def _places(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames)
    )


def _show(words: str) -> None:
    st.html(f'<p class="ca-empty" role="alert">{escape(words)}</p>')
