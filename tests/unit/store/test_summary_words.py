import shutil
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from casusanalyse.domain.change import Deed
from casusanalyse.domain.release import Release
from casusanalyse.domain.summary import INVENTED, RegionWords, Summary, WordsKind
from casusanalyse.store.body import packed
from casusanalyse.store.cases import CaseStore
from casusanalyse.store.schema import MIGRATIONS, open_database
from casusanalyse.store.summaries import Lettered
from casusanalyse.usecases.desk import Desk
from tests.stores import NOW


def told(key: str, *texts: str, codes: tuple[str, ...] = ("RO3",)) -> Summary:
    words = tuple(
        RegionWords(key=f"{key}{at}", kind=WordsKind.INSIGHT, text=said, codes=codes)
        for at, said in enumerate(texts)
    )
    return Summary(key=key, quarter="2026-2", words=words)


def texts(store: CaseStore, region: str | None, code: str = "RO3", most: int = 60) -> list[str]:
    return [one.text for one in store.summaries.words(region, code, most=most)]


def test_words_are_found_by_code_and_region_by_text_and_once(store: CaseStore) -> None:
    store.summaries.add("Noord", iter([told("a", "B", "A"), told("b", "A")]))
    store.summaries.add("Noord", iter([told("c", "D", codes=("RO3", "KG5", "RO3"))]))
    store.summaries.add("Zuid", iter([told("d", "C")]))
    assert texts(store, "Noord") == ["A", "B", "D"]
    assert texts(store, None) == ["A", "B", "C", "D"]
    assert texts(store, "Noord", "KG5") == ["D"]
    assert texts(store, None, most=2) == ["A", "B"]
    assert texts(store, "Elders") == []


def test_what_is_withdrawn_is_gone_at_once(store: CaseStore, desk: Desk) -> None:
    deed = Deed(who="voorzitter", at=NOW, verb="case_created")

    def lay(summary: Summary | None) -> None:
        after = Lettered(Release(summary="a"), summary)
        store.summaries.change(desk.reference, "Noord", lambda _: after, deed)

    lay(told("a", "Eerst", "Toen"))
    assert texts(store, "Noord") == ["Eerst", "Toen"]
    lay(told("a", "Toen"))
    assert texts(store, "Noord") == ["Toen"]
    lay(None)
    assert texts(store, "Noord") == []


def test_taking_practice_away_takes_its_words_along(store: CaseStore) -> None:
    store.summaries.add("Noord", iter([told(f"{INVENTED}1", "Een")]))
    store.summaries.add("Zuid", iter([told(f"{INVENTED}2", "Twee")]))
    store.practice.take_away("Noord")
    assert texts(store, "Noord") == []
    assert texts(store, "Zuid") == ["Twee"]


def test_words_of_before_are_found_too(empty_address: str, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier"
    later = shutil.ignore_patterns("__pycache__", "v000[7-9]*")
    shutil.copytree(MIGRATIONS, earlier, ignore=later)
    env = earlier / "env.py"
    env.write_text(env.read_text().replace("isolate(connection)", "pass"))
    before = open_database(empty_address, earlier)
    summary = replace(told("a", "Al verteld", codes=("RO3", "KG5")), quarter="2026-1")
    row = {"key": "a", "region": "", "quarter": "2026-1", "body": packed(summary)}
    with before.writing() as connection:
        columns = [sa.column(name) for name in row]
        connection.execute(sa.insert(sa.table("summary", *columns)).values(**row))
    before.engine.dispose()
    store = CaseStore(empty_address)
    assert texts(store, "", "KG5") == texts(store, "") == ["Al verteld"]
    store.close()
