import io

from PIL import Image

from casusanalyse.figures import png as drawing
from casusanalyse.figures.png import png
from casusanalyse.figures.svg import picture, tag, words


def a_picture(*parts: str):
    return picture(parts, width=100, height=40, alt="proef")


def pixels(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGBA")


def test_the_picture_has_its_own_size_times_the_zoom():
    assert pixels(png(a_picture(), zoom=1.5)).size == (150, 60)
    assert pixels(png(a_picture())).size == (200, 80)


def test_colours_are_drawn_as_given():
    whole = tag("rect", width=100, height=40, fill="#0F5C5C")

    assert pixels(png(a_picture(whole))).getpixel((50, 20)) == (0x0F, 0x5C, 0x5C, 255)


def test_words_are_drawn_with_our_own_letters(monkeypatch):
    said = a_picture(words("Noor", x=5, y=30, font_size=24))
    with_letters = png(said)
    monkeypatch.setattr(drawing, "_FONTS", [])

    assert with_letters != png(a_picture())
    assert png(said) == png(a_picture())


def test_bold_words_are_bolder():
    thin, thick = (
        pixels(png(a_picture(words("Noor", x=5, y=30, font_size=24, font_weight=weight))))
        for weight in (400, 700)
    )

    assert ink(thick) > ink(thin) * 1.1


def ink(drawn: Image.Image) -> int:
    return sum(drawn.getchannel("A").histogram()[128:])
