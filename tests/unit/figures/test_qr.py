import re

import segno

from casusanalyse.figures.qr import qr_parts


def test_every_dark_square_of_the_code_is_drawn_inside_a_quiet_edge() -> None:
    words = "192.0.2.7:8501/telefoon#BCDFGH"
    drawn = qr_parts(words, 10.0, 20.0, 370.0)
    squares = {
        (int(row), int(column)) for column, row in re.findall(r"M(\d+) (\d+)h1v1h-1z", drawn)
    }
    wanted = {
        (row + 4, column + 4)
        for row, line in enumerate(segno.make_qr(words, error="m").matrix)
        for column, is_dark in enumerate(line)
        if is_dark
    }
    side = len(segno.make_qr(words, error="m").matrix) + 8
    assert squares == wanted
    assert f"translate(10.0 20.0) scale({370 / side:.4f})" in drawn


def test_the_code_stays_dark_on_light_in_the_dark_look() -> None:
    drawn = qr_parts("x", 0.0, 0.0, 100.0)
    assert re.findall('fill="([^"]*)"', drawn) == ["#FFF", "#000"]
