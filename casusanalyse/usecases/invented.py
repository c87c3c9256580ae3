"""Invented regions: finished cases that never were, to practise with and to measure on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from casusanalyse.content.codebook import codes
from casusanalyse.content.text import page, text
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.summary import (
    FIGURE_CLASSES,
    INVENTED,
    UNSURE,
    FrameGroup,
    MunicipalityKind,
    Quarter,
    RegionWords,
    SeenCode,
    StayGroup,
    Summary,
    WordsKind,
    class_name,
)
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.settings import Settings
from casusanalyse.usecases.cases import open_store
from casusanalyse.usecases.region import ALL_REGIONS

FIRST, QUARTERS = Quarter(2021, 4), 20

_OFTEN, _FALLS = 0.7, 0.8
"""How often the first code of a theme is seen, and the fall with every next one."""

_HELPED, _STRAY, _TOLD = 0.4, 0.025, 0.85

_MUNICIPALITIES = {
    MunicipalityKind.LARGE: 40,
    MunicipalityKind.MIDDLE: 30,
    MunicipalityKind.SMALL: 25,
    MunicipalityKind.UNTOLD: 5,
}
_STAYS = {
    StayGroup.HOME: 30,
    StayGroup.FAMILY: 18,
    StayGroup.RESIDENTIAL: 26,
    StayGroup.HEAVY: 16,
    StayGroup.OTHER: 6,
    StayGroup.UNTOLD: 4,
}
_FRAMES = {FrameGroup.COMPULSORY: 60, FrameGroup.FREE: 35, FrameGroup.UNTOLD: 5}
_LAYERS: dict[str, tuple[Layer, ...]] = {
    "KG": (Layer.FAMILY, Layer.FAMILY, Layer.PROFESSIONAL),
    "RO": (Layer.ORGANISATION, Layer.ORGANISATION, Layer.PROFESSIONAL, Layer.REGION),
    "C": (Layer.ORGANISATION, Layer.ORGANISATION, Layer.REGION, Layer.COUNTRY),
}
_COMMON_LAYERS = (Layer.PROFESSIONAL, Layer.PROFESSIONAL, Layer.FAMILY, Layer.ORGANISATION)


def invented_summaries(*, number: int, seed: int, region_number: int) -> Iterator[Summary]:
    """Yield the summaries of an invented region; the same numbers give the same ones.

    Codes come in themes, so that some are seen together far more often than by chance.

    Args:
        number: of summaries.
        seed: another one gives other cases.
        region_number: every region leans to its own themes.
    """
    dice = Random(f"{seed}/{region_number}")  # noqa: S311 - invented, not secret
    leaning = [one["weight"] * dice.uniform(0.5, 1.8) for one in page("invented")["theme"]]
    region = _Region(dice, leaning, _all_words(dice))
    return (region.summary() for _ in range(number))


def invent_regions(
    settings: Settings,
    *,
    regions: int,
    cases: int,
    over_real_ones: bool,
    tell: Callable[[str], None],
) -> None:
    """Fill regions with invented cases, in place of those of an earlier time.

    Args:
        settings: of this installation.
        regions: how many; they are named after their numbers.
        cases: in each.
        over_real_ones: go on when real cases released something here; those stay.
        tell: is told the name of every region that is filled.

    Raises:
        Refusal: `real_summaries` with their `number`; `practice_beside_real` when a real
            region has one of these names; those of the store.
    """
    everywhere = replace(settings, region="", national=True)
    with closing(open_store(everywhere)) as store:
        real = store.summaries.number(None) - store.summaries.number(None, INVENTED)
    if real and not over_real_ones:
        raise Refusal("real_summaries", number=real)
    for region_number in range(1, regions + 1):
        name = text("command.invented_name", number=region_number)
        own = replace(settings, region=name, national=False)
        made = invented_summaries(number=cases, seed=1, region_number=region_number)
        with closing(open_store(own)) as store:
            store.practice.take_away(name)
            store.summaries.add(name, made)
        tell(name)


def take_invented_away(settings: Settings, *, tell: Callable[[str], None]) -> None:
    """Take everything away that is invented: analyses, and the snapshots that counted them.

    The sample cases themselves stay; it is as if nothing was ever released of them.

    Args:
        settings: of this installation; all regions on its server are done.
        tell: is told the name of every region something was taken from.

    Raises:
        Refusal: those of the store.
    """
    everywhere = replace(settings, region="", national=True)
    with closing(open_store(everywhere)) as store:
        names = store.practice.regions()
    for name in names:
        is_all = name == ALL_REGIONS
        own = replace(settings, region="" if is_all else name, national=is_all)
        with closing(open_store(own)) as store:
            store.practice.take_away(name)
        tell(name)


def _all_words(dice: Random) -> list[tuple[int, str]]:
    themes = enumerate(page("invented")["theme"])
    words = [(number, said) for number, theme in themes for said in theme["words"]]
    dice.shuffle(words)
    return words


@dataclass(frozen=True, slots=True)
class _Region:
    """What is thrown for a region; `words` are those no case has said yet, by theme."""

    dice: Random
    leaning: Sequence[float]
    words: list[tuple[int, str]]

    def summary(self) -> Summary:
        themes = self._themes()
        said = [page("invented")["theme"][number] for number in themes]
        helps, patterns = self._some(said, "helps"), self._some(said, "patterns")
        beliefs = self._some(said, "beliefs")
        seen = {*helps, *patterns, *beliefs, *self._strays()}
        ordered = [code.id for code in codes() if code.id in seen]
        return Summary(
            key=f"{INVENTED}{self.dice.getrandbits(64):016x}",
            quarter=str(self._quarter()),
            municipality=self._one_of(_MUNICIPALITIES),
            stay=self._one_of(_STAYS),
            frame=self._one_of(_FRAMES),
            codes=tuple(
                self._seen(code, helps if code in patterns else ()) for code in ordered
            ),
            figures=dict(self._figures({name for theme in said for name in theme["figures"]})),
            words=self._words(themes, patterns),
        )

    def _themes(self) -> list[int]:
        drawn = self.dice.choices(
            range(len(self.leaning)), self.leaning, k=self.dice.choice((1, 1, 2, 2, 3))
        )
        return list(dict.fromkeys(drawn))

    def _some(self, themes: Sequence[Mapping[str, Any]], kind: str) -> tuple[str, ...]:
        """Return some of the codes of the themes; those that stand first most often."""
        offered = ((code, place) for theme in themes for place, code in enumerate(theme[kind]))
        kept = (code for code, at in offered if self.dice.random() < _OFTEN * _FALLS**at)
        return tuple(dict.fromkeys(kept))

    def _strays(self) -> list[str]:
        """Return a few codes that belong to no theme of this case."""
        return [code.id for code in codes() if self.dice.random() < _STRAY]

    def _seen(self, code: str, helps: Sequence[str]) -> SeenCode:
        kind = code.rstrip("0123456789")
        helped = [one for one in helps if self.dice.random() < _HELPED]
        told = self.dice.random() < _TOLD
        return SeenCode(
            code=code,
            layer=self.dice.choice(_LAYERS.get(kind, _COMMON_LAYERS)),
            evidence=self.dice.randint(1, 6) if told else None,
            helped=tuple(helped),
        )

    def _figures(self, high: set[str]) -> Iterator[tuple[str, str]]:
        for figure, classes in FIGURE_CLASSES.items():
            if self.dice.random() < _TOLD:
                weights = (1, 3, 5) if figure in high else (4, 4, 2)
                names = [class_name(bounds) for bounds in classes]
                (drawn,) = self.dice.choices([*names, UNSURE], [*weights, 0.4])
                yield figure, drawn

    def _words(self, themes: Sequence[int], patterns: Sequence[str]) -> tuple[RegionWords, ...]:
        """Let this case say something that no other case said, when there is something left."""
        for place, (theme, said) in enumerate(self.words):
            if theme in themes:
                del self.words[place]
                kind = self.dice.choice((WordsKind.INSIGHT, WordsKind.INSIGHT, WordsKind.QUOTE))
                told = RegionWords(key="w1", kind=kind, text=said, codes=tuple(patterns[:2]))
                return (told,)
        return ()

    def _quarter(self) -> Quarter:
        """Return a quarter; a region finishes more cases as the years go by."""
        thrown = max(self.dice.randrange(QUARTERS), self.dice.randrange(-QUARTERS, QUARTERS))
        since_year_zero = FIRST.year * 4 + FIRST.number - 1 + thrown
        return Quarter(since_year_zero // 4, since_year_zero % 4 + 1)

    def _one_of(self, parts: dict[Any, int]) -> Any:  # noqa: ANN401 - a key of the parts
        return self.dice.choices(list(parts), list(parts.values()))[0]
