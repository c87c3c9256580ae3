import logging

import pytest

from casusanalyse.ui.trouble import silence_platform_log

SECRET = "Noor is weggelopen"


@pytest.mark.parametrize(
    ("who", "doing"),
    [
        ("uvicorn.error", "an answer"),
        ("streamlit.runtime.backend_operation_handler", "a file"),
    ],
)
def test_the_platform_logs_where_it_broke_and_never_with_what(who, doing, caplog) -> None:
    silence_platform_log()
    try:
        int(SECRET)  # what it says holds the words
    except ValueError:
        logging.getLogger(who).exception("Exception in ASGI application")
    (said,) = caplog.messages
    where = "test_the_platform_logs_where_it_broke_and_never_with_what"
    assert said.startswith(f"trouble with {doing}: ValueError at test_trouble.py:")
    assert said.endswith(where)
    assert SECRET not in caplog.text


def test_what_is_no_error_stays_in_the_log(caplog) -> None:
    silence_platform_log()
    logging.getLogger("uvicorn.error").warning("Shutting down")
    assert caplog.messages == ["Shutting down"]
