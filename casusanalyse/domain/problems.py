"""The two ways the domain says no."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the chair can put right; collected, never raised, never in the way.

    Attributes:
        code: key of the Dutch sentence, without its `problem.` prefix.
        where: key of the record at fault, or a place in a file; empty for the whole case.
        fact: what the sentence quotes, such as a name; empty when it quotes nothing.
    """

    code: str
    where: str = ""
    fact: str = ""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """An action that may not happen now, although the input is well-formed.

    Attributes:
        code: key of the Dutch sentence, without its `refusal.` prefix.
        facts: values for the `{names}` in that sentence; never case content.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
