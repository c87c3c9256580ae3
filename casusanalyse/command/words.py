"""Read what somebody typed after `casusanalyse`; every explanation is in Dutch."""

from argparse import ArgumentParser, ArgumentTypeError, HelpFormatter, Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from casusanalyse.content.text import text
from casusanalyse.domain.problems import Refusal

PORT = 8501
PORTS = range(1, 65536)
NUMBERS = range(1, 10_001)
"""Of invented regions, and of invented cases in each."""


def read_words(words: Sequence[str] | None) -> Namespace:
    """Return the verb with its values.

    Raises:
        Refusal: `command_not_understood`.
    """
    return _parser().parse_args(words)


class _Dutch(HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Any],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        if prefix is None:
            prefix = text("command.usage")
        super().add_usage(usage, actions, groups, prefix)


class _Parser(ArgumentParser):
    """A parser that explains itself in Dutch and refuses in one sentence."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=_Dutch)
        self.choices = self.add_argument_group(text("command.choices"))
        self.choices.add_argument("-h", "--help", action="help", help=text("command.help"))

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - English, quotes what was typed
        raise Refusal("command_not_understood")


def _parser() -> _Parser:
    parser = _Parser(prog="casusanalyse", description=text("command.about"))
    verbs = parser.add_subparsers(
        dest="verb",
        required=True,
        title=text("command.verbs"),
        metavar=text("command.verb"),
        parser_class=_Parser,
    )
    _add_start(verbs.add_parser("start", help=text("command.start")))
    _add_file(verbs.add_parser("invoer", help=text("command.read")))
    _add_target(verbs.add_parser("uitvoer", help=text("command.write")))
    _add_target(verbs.add_parser("verslag", help=text("command.report")))
    _add_returned(verbs.add_parser("reacties", help=text("command.reactions")))
    verbs.add_parser("bijwerken", help=text("command.update"))
    _add_invented(verbs.add_parser("voorbeeldregio", help=text("command.invented")))
    _add_region(verbs.add_parser("regio", help=text("command.region")))
    return parser


def _add_start(parser: _Parser) -> None:
    sample = text("command.start_sample")
    parser.choices.add_argument("--voorbeeld", action="store_true", help=sample)
    network = text("command.start_network")
    parser.choices.add_argument("--netwerk", action="store_true", help=network)
    parser.choices.add_argument(
        "--poort",
        type=_port,
        default=PORT,
        metavar=text("command.port"),
        help=text("command.start_port", port=PORT),
    )


def _add_file(parser: _Parser) -> None:
    parser.choices.add_argument(
        "file", type=Path, metavar=text("command.file"), help=text("command.file_help")
    )


def _add_target(parser: _Parser) -> None:
    _add_reference(parser)
    _add_naar(parser)


def _add_naar(parser: _Parser) -> None:
    parser.choices.add_argument(
        "--naar",
        type=Path,
        required=True,
        metavar=text("command.file"),
        help=text("command.target_help"),
    )


def _add_region(parser: _Parser) -> None:
    deeds = parser.add_subparsers(
        dest="deed",
        required=True,
        title=text("command.verbs"),
        metavar=text("command.verb"),
        parser_class=_Parser,
    )
    word, name = text("command.word"), text("command.region_name")
    send = deeds.add_parser("momentopname", help=text("command.region_send"))
    _add_naar(send)
    send.choices.add_argument("--naam", default="", metavar=word, help=name)
    take = deeds.add_parser("inlezen", help=text("command.region_take"))
    said = text("command.region_file")
    take.choices.add_argument("file", type=Path, metavar=text("command.file"), help=said)
    heard = text("command.region_heard")
    take.choices.add_argument("--vingerafdruk", default="", metavar=word, help=heard)


def _add_returned(parser: _Parser) -> None:
    _add_reference(parser)
    parser.choices.add_argument(
        "file", type=Path, metavar=text("command.file"), help=text("command.returned_help")
    )


def _add_invented(parser: _Parser) -> None:
    count = text("command.port")
    for name, usual in (("regios", 1), ("casussen", 60)):
        said = text(f"command.invented_{name}", usual=usual)
        parser.choices.add_argument(
            f"--{name}", type=_number, default=usual, metavar=count, help=said
        )
    over = text("command.invented_anyway")
    parser.choices.add_argument("--toch", action="store_true", help=over)
    away = text("command.invented_away")
    parser.choices.add_argument("--weg", action="store_true", help=away)


def _add_reference(parser: _Parser) -> None:
    parser.choices.add_argument(
        "reference", metavar=text("command.reference"), help=text("command.reference_help")
    )


def _port(word: str) -> int:
    return _whole(word, PORTS)


def _number(word: str) -> int:
    return _whole(word, NUMBERS)


def _whole(word: str, allowed: range) -> int:
    if not (word.isascii() and word.isdecimal()) or int(word) not in allowed:
        raise ArgumentTypeError
    return int(word)
