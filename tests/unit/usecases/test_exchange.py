"""Snapshots between regions: sent, taken in, and seen together."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casusanalyse.domain.exchange import Pool, fingerprint
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.snapshot import EVERYTHING, Count, Rules, What
from casusanalyse.domain.summary import SeenCode, Summary
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.store.cases import CaseStore
from casusanalyse.store.snapshot_file import read_signed
from casusanalyse.usecases.exchange import (
    export_snapshot,
    leave_out,
    name_of_region,
    neighbours,
    own_fingerprint,
    take_in,
    together,
    together_file,
    unknown_sender,
)
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.snapshot import make_snapshot
from tests.unit.usecases.snapshots import a_desk, a_file, a_key, a_snapshot


@pytest.fixture
def here(store: CaseStore) -> RegionDesk:
    return a_desk(store)


def published(desk: RegionDesk) -> None:
    desk.cases.snapshots.add(desk.keeper, a_snapshot(desk.region), frozenset())


def heard(folder: Path, region: str = "Elders") -> str:
    return fingerprint(a_key(folder, region).public_key)


def refusal(act, *words, **named) -> Refusal:
    with pytest.raises(Refusal) as found:
        act(*words, **named)
    return found.value


def test_there_is_nothing_to_send_before_the_first_snapshot(
    here: RegionDesk, tmp_path: Path
) -> None:
    assert refusal(export_snapshot, here, tmp_path, "Gooi").code == "no_snapshot"
    assert own_fingerprint(tmp_path) == "", "no key before there is something to sign"


def test_a_region_without_a_name_is_asked_for_it_once(here: RegionDesk, tmp_path: Path) -> None:
    published(here)
    assert refusal(export_snapshot, here, tmp_path, "").code == "region_name_missing"
    signed = export_snapshot(here, tmp_path, " Gooi ")
    assert read_signed(signed.text.encode()).snapshot == a_snapshot("Gooi")
    assert name_of_region(here, tmp_path) == "Gooi"
    assert export_snapshot(here, tmp_path, "Anders").snapshot.region == "Gooi"
    assert own_fingerprint(tmp_path) == fingerprint(signed.public_key)


def test_a_region_with_a_name_goes_by_that_name(store: CaseStore, tmp_path: Path) -> None:
    gooi = a_desk(store, "Gooi")
    published(gooi)
    assert export_snapshot(gooi, tmp_path, "Anders").snapshot.region == "Gooi"
    other = a_desk(store, "Ginds")
    published(other)
    assert refusal(export_snapshot, other, tmp_path).code == "region_key_other"


def test_the_country_sends_nothing(store: CaseStore, tmp_path: Path) -> None:
    country = a_desk(store, national=True)
    assert refusal(export_snapshot, country, tmp_path).code == "exchange_national"


def test_a_stranger_comes_in_only_once_the_fingerprint_was_heard(
    here: RegionDesk, tmp_path: Path
) -> None:
    data = a_file(tmp_path)
    stranger = unknown_sender(here, tmp_path, data)
    assert stranger is not None
    assert stranger.snapshot == a_snapshot()
    for wrong in ("", heard(tmp_path, "Ginds")):
        refused = refusal(take_in, here, tmp_path, data, wrong)
        assert refused.code == "exchange_unheard"
        assert refused.facts == {"region": "Elders", "fingerprint": heard(tmp_path)}
    assert neighbours(here) == ()

    assert take_in(here, tmp_path, data, heard(tmp_path).upper()) == a_snapshot()
    assert [one.snapshot for one in neighbours(here)] == [a_snapshot()]
    assert unknown_sender(here, tmp_path, data) is None


def test_of_a_region_the_newest_snapshot_counts_whatever_came_last(
    here: RegionDesk, tmp_path: Path
) -> None:
    take_in(here, tmp_path, a_file(tmp_path, a_snapshot(number=2)), heard(tmp_path))
    take_in(here, tmp_path, a_file(tmp_path, a_snapshot(number=1)))
    assert [one.snapshot.number for one in neighbours(here)] == [2]
    take_in(here, tmp_path, a_file(tmp_path, a_snapshot(number=10)))
    assert [one.snapshot.number for one in neighbours(here)] == [10]


def test_the_same_file_twice_says_so_and_changes_nothing(
    here: RegionDesk, tmp_path: Path
) -> None:
    data = a_file(tmp_path)
    take_in(here, tmp_path, data, heard(tmp_path))
    again = refusal(take_in, here, tmp_path, data)
    assert (again.code, again.facts) == ("exchange_here", {"region": "Elders", "number": 1})


def test_a_number_never_gets_another_content(here: RegionDesk, tmp_path: Path) -> None:
    take_in(here, tmp_path, a_file(tmp_path), heard(tmp_path))
    other = a_file(tmp_path, a_snapshot(shown={"all////": 45}))
    assert refusal(take_in, here, tmp_path, other).code == "exchange_differs"
    assert [one.snapshot for one in neighbours(here)] == [a_snapshot()]


def test_another_key_under_a_known_name_is_refused_until_the_region_is_taken_out(
    here: RegionDesk, tmp_path: Path
) -> None:
    take_in(here, tmp_path, a_file(tmp_path), heard(tmp_path))
    elsewhere = tmp_path / "elsewhere"
    forged = a_file(elsewhere, a_snapshot(number=2))
    refused = refusal(take_in, here, tmp_path, forged, heard(elsewhere))
    assert (refused.code, refused.facts) == ("exchange_other_key", {"region": "Elders"})
    assert unknown_sender(here, tmp_path, forged) is None
    leave_out(here, "Elders")
    assert neighbours(here) == ()
    take_in(here, tmp_path, forged, heard(elsewhere))
    assert [one.snapshot.number for one in neighbours(here)] == [2]


def test_after_leaving_a_region_out_its_old_numbers_are_not_remembered(
    here: RegionDesk, tmp_path: Path
) -> None:
    take_in(here, tmp_path, a_file(tmp_path), heard(tmp_path))
    assert len(neighbours(here)) == 1
    leave_out(here, "Elders")
    other = a_snapshot(shown={"all////": 45})
    take_in(here, tmp_path, a_file(tmp_path, other), heard(tmp_path))
    assert [one.snapshot for one in neighbours(here)] == [other]


def test_our_own_file_is_no_other_region(here: RegionDesk, tmp_path: Path) -> None:
    published(here)
    own = export_snapshot(here, tmp_path, "Gooi").text.encode()
    assert refusal(take_in, here, tmp_path, own).code == "exchange_own"
    assert refusal(unknown_sender, here, tmp_path, own).code == "exchange_own"


def test_regions_do_not_share_what_they_took_in(store: CaseStore, tmp_path: Path) -> None:
    take_in(a_desk(store, "Gooi"), tmp_path, a_file(tmp_path), heard(tmp_path))
    assert neighbours(a_desk(store, "Ginds")) == ()


def test_together_says_at_least_how_many_and_where_it_is_hidden(
    here: RegionDesk, tmp_path: Path
) -> None:
    published(here)
    for region in ("Elders", "Ginds"):
        data = a_file(tmp_path, a_snapshot(region))
        take_in(here, tmp_path, data, heard(tmp_path, region))
    hidden = a_snapshot("Verweg", shown={str(Count(What.CODE, "KG5")): 10})
    take_in(here, tmp_path, a_file(tmp_path, hidden), heard(tmp_path, "Verweg"))

    seen = together(here, "pattern")
    assert seen.regions == 4
    assert seen.all == Pool(at_least=110, shown=3, hidden=1)
    pools = {one.code: one.pool for one in seen.lines}
    assert pools["RO3"] == Pool(at_least=50, shown=3, hidden=1)
    assert pools["KG5"] == Pool(at_least=10, shown=1, hidden=3)
    assert pools["AK1"] == Pool(at_least=0, shown=0, hidden=4)
    assert [one.code for one in seen.lines][:2] == ["RO3", "KG5"]


def test_codes_that_regions_added_themselves_are_named_and_not_summed(
    here: RegionDesk, tmp_path: Path
) -> None:
    own = a_snapshot(codes=("RO3", "GV-1", "GV-2"), shown={"code/GV-1///": 15})
    take_in(here, tmp_path, a_file(tmp_path, own), heard(tmp_path))
    assert together(here, "pattern").own == ("GV-1",)
    assert b"GV-1" not in together_file(here)


def test_the_file_for_a_spreadsheet_has_every_code_once(
    here: RegionDesk, tmp_path: Path
) -> None:
    take_in(here, tmp_path, a_file(tmp_path), heard(tmp_path))
    lines = together_file(here).decode("utf-8-sig").splitlines()
    assert lines[0] == "Soort;Code;Analyses, ten minste;Verborgen in"
    assert len(lines) == 79
    assert [line for line in lines if ";RO3 " in line or ";KG5 " in line] == [
        "Patronen;RO3 De regie valt weg bij een wisseling;15;0",
        "Patronen;KG5 Van plek naar plek;verborgen;1",
    ]


def test_the_country_hides_what_would_give_away_what_its_regions_hide(
    store: CaseStore,
) -> None:
    """Two regions with nine each hide theirs; a sum of eighteen would tell both."""
    for region, seen in (("Gooi", 9), ("Ginds", 9)):
        store.summaries.add(region, summaries(region, 30, seen))
        make_snapshot(a_desk(store, region), Rules(), lambda _share: None)
    country = make_snapshot(a_desk(store, national=True), Rules(), lambda _share: None)
    assert country.get(EVERYTHING) == 60
    assert country.get(Count(What.CODE, "RO3")) is None
    assert country.get(Count(What.CODE, "KG5")) == 40


def summaries(region: str, number: int, seen: int) -> Iterator[Summary]:
    """Cases of which the first few show RO3, and the first twenty KG5."""
    for at in range(number):
        ids = [code for code, most in (("RO3", seen), ("KG5", 20)) if at < most]
        codes = tuple(SeenCode(code=one, layer=Layer.FAMILY) for one in ids)
        yield Summary(key=f"{region}-{at}", quarter="2026-3", codes=codes)
