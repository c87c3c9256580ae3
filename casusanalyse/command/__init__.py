"""The command `casusanalyse`: start the product, or bring a case in and out without it."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from casusanalyse.command import casefiles, region, returned, start
from casusanalyse.command.words import read_words
from casusanalyse.content.text import text
from casusanalyse.domain.problems import Refusal

VERBS = {
    "start": start.start,
    "invoer": casefiles.read,
    "uitvoer": casefiles.write,
    "verslag": casefiles.report,
    "reacties": returned.reactions,
    "bijwerken": casefiles.update,
    "voorbeeldregio": region.invent,
    "regio": region.region,
}


def main(words: Sequence[str] | None = None) -> int:
    """Carry out one command.

    Args:
        words: what was typed after `casusanalyse`; None takes it from the command line.

    Returns:
        0 when it worked; 2, with one sentence on stderr, when it could not be done.
    """
    try:
        chosen: Namespace = read_words(words)
        VERBS[chosen.verb](chosen)
    except Refusal as refusal:
        print(text(f"refusal.{refusal.code}", **refusal.facts), file=sys.stderr)
        return 2
    return 0
