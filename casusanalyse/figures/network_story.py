"""The one sentence of the beamer: how many left, how many came, and who stayed."""

from collections.abc import Callable

from casusanalyse.content.long_line import begun
from casusanalyse.content.text import page, text
from casusanalyse.figures.network_people import Cast
from casusanalyse.figures.network_sentence import changed_faces, say_change, stayed_words

MOST_IN_WORDS = 12


def say_story(cast: Cast, fits: Callable[[str], bool]) -> str:
    """Return the sentence; who stayed is named by two, by one, or not, until it fits.

    Args:
        cast: everybody on the day.
        fits: tells whether a sentence fits in its place.
    """
    if cast.change.is_empty or cast.network.before in {None, cast.network.day}:
        return say_change(cast)
    changed = begun(_counts(cast))
    told = [f"{changed}; {stayed}." for stayed in _stayed(cast)]
    return next(filter(fits, told), f"{changed}.")


def _stayed(cast: Cast) -> list[str]:
    """The longest way to say who stayed comes first."""
    names = stayed_words(cast, by_name=True)
    two = [text("network_beamer.stayed_two", a=names[0], b=names[1])] if names[1:] else []
    return two + [text("network_beamer.stayed_one", a=name) for name in names[:1]]


def _counts(cast: Cast) -> str:
    left = len(changed_faces(cast, "left"))
    came = len(changed_faces(cast, "new")) + len(changed_faces(cast, "returned"))
    said = [_counted("went", left)] if left else []
    said += [_counted("joined", came)] if came else []
    return ", ".join(said) or text("network_beamer.vague")


def _counted(what: str, number: int) -> str:
    form = f"{what}_one" if number == 1 else what
    return text(f"network_beamer.{form}", number=_in_words(number))


def _in_words(number: int) -> str:
    if number == 1:
        return text("network_beamer.one")
    words: list[str] = page("date")["words"]["numbers"]
    return words[number] if number <= MOST_IN_WORDS else str(number)
