import re
from datetime import UTC, datetime

import pytest

from casusanalyse.domain.devices import Phones
from casusanalyse.domain.sitting import Scene
from casusanalyse.figures.beamer_phones import phones_scene
from casusanalyse.figures.qr import qr_parts

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def phones(address: str = "192.0.2.7:8501") -> Phones:
    return Phones(code="BCDFGH", address=address, opened_at=NOW)


def test_the_address_and_the_code_stand_there_to_type_and_to_scan() -> None:
    picture = phones_scene(phones(), Scene(step=2))
    said = re.findall(r">([^<>]+)</text>", picture.svg)
    assert "192.0.2.7:8501/telefoon" in said
    assert "BCD FGH" in said
    assert "Het hoeft niet. Hardop zeggen is net zo goed." in said
    link = "http" + "://192.0.2.7:8501/telefoon#BCDFGH"
    assert qr_parts(link, 1184.0, 176.0, 640.0) in picture.svg
    assert picture.alt == (
        "Meedoen met je telefoon kan. Ga naar 192.0.2.7:8501/telefoon en typ BCD FGH. "
        "Het hoeft niet. Hardop zeggen is net zo goed."
    )


@pytest.mark.parametrize("step", range(1, 6))
def test_it_is_legible_from_afar_and_there_is_nothing_to_choose(step: int) -> None:
    picture = phones_scene(phones("192.168.178.230:65535"), Scene(step=step))
    sizes = [float(size) for size in re.findall('font-size="([0-9.]+)"', picture.svg)]
    assert min(sizes) >= 28
    assert 'class="item"' not in picture.svg
