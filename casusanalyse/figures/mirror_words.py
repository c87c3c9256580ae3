"""What is said about everything that stands on the picture of the mirror."""

from collections.abc import Mapping

from casusanalyse.analysis.mirror import Sight
from casusanalyse.content.date_words import say_span
from casusanalyse.content.mirror import code_words, dynamic_word
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Event
from casusanalyse.figures.lettering import shortened

_CODE_ROOM = 150.0
"""Room for what is recognised of the code book, on the line."""


class SightWords:
    """What is said about the sights of one case; made once per drawing."""

    def __init__(self, case: Case) -> None:
        """Look up the words that return with every sight."""
        self._events: Mapping[str, Event] = {event.key: event for event in case.events}
        self._codings = {coding.key: code_words(coding) for coding in case.codings}

    def short(self, sight: Sight) -> str:
        """Return the word that stands on the line."""
        if sight.dynamic:
            return dynamic_word(sight.dynamic)
        return shortened(self._codings.get(sight.coding, ""), _CODE_ROOM, 13)

    def title(self, sight: Sight) -> str:
        """Return the title of the event it was seen at."""
        return self._events[sight.event].title

    def full(self, sight: Sight) -> str:
        """Return the word with the event it was seen at, and when that was."""
        event = self._events[sight.event]
        said = label(sight.dynamic) if sight.dynamic else self._codings.get(sight.coding, "")
        told = text("mirror.sight", word=said, title=event.title) if said else event.title
        return ", ".join([told, *([say_span(event.when)] if event.when else [])])

    def heard(self, sight: Sight, *, is_tied: bool) -> str:
        """Return what a screen reader says."""
        tied = [text("mirror.tied")] if is_tied else []
        return ", ".join([text(f"mirror.{sight.side}"), self.full(sight), *tied])
