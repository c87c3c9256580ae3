"""Something wrong in a template, with the place and a way out."""

from casusanalyse.content.text import text


class Mistake(ValueError):  # noqa: N818 - it is the author's slip, which we explain
    """A template that cannot be used as it is.

    Attributes:
        place: where, in Dutch, such as "onder ‘De tijdlijn’, tabel 2, rij 3".
    """

    def __init__(self, code: str, place: str = "", /, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.place = place or text("template.whole_file")
        self.facts = facts

    @property
    def sentence(self) -> str:
        """What is wrong and what to do about it, in Dutch."""
        return text(f"template.{self.code}", **self.facts)

    def __str__(self) -> str:
        return text("template.mistake", place=self.place, sentence=self.sentence)
