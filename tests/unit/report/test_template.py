import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.content.text import page
from casusanalyse.domain.problems import Refusal
from casusanalyse.report.anchor import Told
from casusanalyse.report.word.drawing import Drawing
from casusanalyse.report.word.package import written
from casusanalyse.report.word.properties import Properties
from casusanalyse.report.word.template import check_template, filled
from templates.source.building import template_of
from tests.unit.report.reading import bookmarks, document, paragraphs, parts, rows

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROPERTIES = Properties(
    title="Titel",
    subject="Verslag",
    status="concept",
    case="c0ffee",
    made_on=date(2026, 11, 22),
)
EDGES = {"stand": "", "kenmerk": "", "soort": "", "naam": "", "schuilnaam": ""}
TABLE = "tabel Lijst 50 50 :: Proef\n"


def a_template(*lines: str) -> bytes:
    return template_of("\n".join([*lines, "slot"]))


def report(*lines: str, **contents: object) -> bytes:
    return filled(a_template(*lines), EDGES | contents, PROPERTIES)


def mistakes(*lines: str) -> list[tuple[str, str]]:
    return [(problem.where, problem.fact) for problem in check_template(a_template(*lines))]


def with_text(old: str, new: str, *lines: str) -> bytes:
    """A template of which the XML of the text was changed, as Word would."""
    found = parts(a_template(*lines))
    body = found["word/document.xml"].decode()
    assert old in body
    return written(found | {"word/document.xml": body.replace(old, new).encode()})


def test_a_field_gives_its_value():
    assert paragraphs(report("Tekst: Hallo {{ titel }}!", titel="Noor")) == ["Hallo Noor!"]


def test_words_that_look_like_xml_stay_words():
    said = 'Noor & <Sem> zei "ja"\x07'

    assert paragraphs(report("Tekst: {{ titel }}", titel=said)) == ['Noor & <Sem> zei "ja"']


def test_a_new_line_stays_a_new_line():
    assert paragraphs(report("Tekst: {{ titel }}", titel="een\ntwee")) == ["een\ntwee"]


def test_words_that_look_like_a_field_are_not_filled_again():
    filled_in = report(
        "Tekst: {{ titel }} {{ naam }}", titel="{{ naam }}", naam="\ue000l0\ue001"
    )

    assert paragraphs(filled_in) == ["{{ naam }} l0"]


def test_a_change_writes_capitals():
    assert paragraphs(report("Tekst: {{ titel | hoofdletters }}", titel="één")) == ["ÉÉN"]


def test_a_list_repeats_paragraphs_and_knows_its_number():
    lines = ("{% voor zin in kort %}", "Tekst: {{ nummer }} {{ zin }}", "{% einde %}")

    assert paragraphs(report(*lines, kort=["a", "b"])) == ["1 a", "2 b"]


def test_a_list_repeats_rows():
    lines = (
        TABLE + "! Wat | Wie",
        "{% voor a in afspraken %}",
        "| {{ a.wat }} | {{ a.wie }}",
        "{% einde %}",
        "einde tabel",
    )
    given_list = [{"id": "a-1", "wat": "bellen", "wie": "Noor"}]

    assert rows(report(*lines, afspraken=given_list)) == [["Wat", "Wie"], ["bellen", "Noor"]]


def test_a_table_whose_rows_all_fall_away_falls_away():
    lines = (
        TABLE + "{% voor a in afspraken %}",
        "| {{ a.wat }} | {{ a.wie }}",
        "{% einde %}",
        "einde tabel",
    )

    assert list(document(report(*lines, afspraken=[])).iter(W + "tbl")) == []


def test_a_cell_whose_paragraphs_fall_away_keeps_one():
    cell = "{% als titel %} // {{ titel }} // {% einde %}"
    made = report(TABLE + f"| vast | {cell}", "einde tabel", titel="")

    assert [cell[-1].tag for cell in document(made).iter(W + "tc")] == [W + "p", W + "p"]


@pytest.mark.parametrize(
    ("condition", "stays"),
    [
        ("als titel", True),
        ("als niet titel", False),
        ('als titel = "Noor"', True),
        ("als titel = „Noor”", True),
        ("als titel != 'Noor'", False),
        ('als niet titel = "Sem"', True),
        ("als naam", False),
    ],
)
def test_a_condition_keeps_or_drops_a_paragraph(condition, stays):
    made = report(
        f"{{% {condition} %}}",
        "Tekst: ja",
        "{% anders %}",
        "Tekst: nee",
        "{% einde %}",
        titel="Noor",
    )

    assert paragraphs(made) == ["ja" if stays else "nee"]


def test_a_condition_may_stand_inside_a_sentence():
    line = "Tekst: Dag{% als titel %}, {{ titel }}{% anders %} allemaal{% einde %}."

    assert paragraphs(report(line, titel="Noor")) == ["Dag, Noor."]
    assert paragraphs(report(line, titel="")) == ["Dag allemaal."]


def test_conditions_and_lists_nest():
    lines = (
        "{% voor l in inzichten %}",
        "{% als l.laag %}",
        "{% voor i in l.inzichten %}",
        "Tekst: {{ l.laag }}: {{ i.tekst }}",
        "{% einde %}",
        "{% einde %}",
        "{% einde %}",
    )
    layers = [
        {
            "laag": "Gezin",
            "inzichten": [{"id": "i1", "tekst": "een"}, {"id": "i2", "tekst": "twee"}],
        },
        {"laag": "", "inzichten": [{"id": "i3", "tekst": "drie"}]},
    ]

    assert paragraphs(report(*lines, inzichten=layers)) == ["Gezin: een", "Gezin: twee"]


def test_a_page_that_turns_stays_turned_when_its_paragraph_is_a_tag():
    end = '<w:p><w:r><w:t xml:space="preserve">{% einde %}'
    turned = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    template = with_text(
        end,
        end.replace("<w:r>", f"<w:pPr><w:sectPr>{turned}</w:sectPr></w:pPr><w:r>"),
        "{% als titel %}",
        "Tekst: weg",
        "{% einde %}",
    )
    made = filled(template, EDGES | {"titel": ""}, PROPERTIES)

    sizes = [size.get(W + "orient") for size in document(made).iter(W + "pgSz")]
    assert sizes == ["landscape", None]
    assert paragraphs(made) == []


def test_every_item_of_a_list_gets_a_bookmark_of_its_own():
    lines = (
        "{% voor a in afspraken %}",
        "Tekst: {{ a.wat }}",
        "Tekst: {{ a.wie }}",
        "{% einde %}",
    )
    agreed = [{"id": f"agreements-{key}", "wat": "bellen", "wie": ""} for key in ("a1", "b2")]

    assert bookmarks(report(*lines, afspraken=agreed)) == [
        "ca_agreements_a1",
        "ca_agreements_b2",
    ]


def test_a_long_key_gives_a_bookmark_word_accepts():
    lines = ("{% voor a in afspraken %}", "Tekst: {{ a.wat }}", "{% einde %}")
    agreed = [{"id": "agreements-" + "x" * 36 + end, "wat": "bellen"} for end in "ab"]
    first, second = bookmarks(report(*lines, afspraken=agreed))

    assert first != second
    assert {len(first), len(second)} == {31}


def test_what_stands_in_two_places_gets_two_bookmarks_of_the_same_name():
    lines = (
        "{% voor a in afspraken %}",
        "Tekst: {{ a.wat }}",
        "Tekst: {{ a.wie }}",
        "{% einde %}",
    )
    said = Told("bellen", "agreements-a1-what")
    agreed = [{"id": "agreements-a1", "wat": said, "wie": said}]

    assert bookmarks(report(*lines, afspraken=agreed)) == [
        "ca_agreements_a1_what",
        "ca_agreements_a1_what_again2",
    ]


def test_a_field_that_is_still_empty_has_a_bookmark_too():
    lines = ("{% voor a in afspraken %}", "Tekst: {{ a.wat }}", "{% einde %}")
    agreed = [{"id": "agreements-a1", "wat": Told("", "agreements-a1-what")}]

    assert bookmarks(report(*lines, afspraken=agreed)) == ["ca_agreements_a1_what"]


def test_fixed_words_get_a_bookmark_that_follows_from_the_words():
    once = bookmarks(report("Tekst: Zo kun je reageren"))
    later = bookmarks(report("Tekst: Eerst nog iets", "Tekst: Zo kun je reageren"))

    assert (len(later), later[1:]) == (2, once)


def test_a_field_that_stands_alone_gets_a_bookmark():
    assert bookmarks(report("Tekst: {{ aanleiding }}", aanleiding="x")) == ["ca_v_aanleiding"]


def test_the_table_of_contents_names_and_links_every_heading():
    lines = (
        "inhoudsopgave 2",
        "Kop 1: Het begin",
        "{% voor p in personen %}",
        "Kop 2: {{ p.naam }}",
        "{% einde %}",
        "Kop 1: Het {{ titel }}",
    )
    people = [{"id": "p1", "naam": "A & B"}]
    made = report(*lines, personen=people, titel="einde")

    assert paragraphs(made) == [
        "1\tHet begin",
        "A & B",
        "2\tHet einde",
        "Het begin",
        "A & B",
        "Het einde",
    ]
    links = [link.get(W + "anchor") for link in document(made).iter(W + "hyperlink")]
    assert links == ["_Toc00000001", "_Toc00000002", "_Toc00000003"]


def test_a_table_of_contents_without_headings_says_so():
    assert paragraphs(report("inhoudsopgave 2")) == ["Er zijn nog geen hoofdstukken."]


def test_a_picture_fills_the_width_and_keeps_its_proportions():
    drawing = Drawing(png=b"PNG", width=1000, height=500, alt='Het "gezin" & meer')
    made = report("Figuur: {{ beeld_gezin }}", beeld_gezin=drawing)
    [extent] = document(made).iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
    )
    [about] = document(made).iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    )

    assert (int(extent.get("cx")), int(extent.get("cy"))) == (10092 * 635, 10092 * 635 // 2)
    assert about.get("descr") == 'Het "gezin" & meer'
    assert parts(made)["word/media/rIdCa1.png"] == b"PNG"


def test_a_picture_may_stand_in_the_header_too():
    drawing = Drawing(png=b"PNG", width=10, height=5, alt="logo")
    template = parts(a_template("Figuur: {{ beeld_gezin }}"))
    header = template["word/header1.xml"].replace(b"{{ stand }}", b"{{ beeld_gezin }}")
    made = filled(
        written(template | {"word/header1.xml": header}),
        EDGES | {"beeld_gezin": drawing},
        PROPERTIES,
    )
    numbers = [
        number
        for name, part in parts(made).items()
        if name.startswith("word/")
        for number in re.findall(rb'docPr id="(\d+)"', part)
    ]

    assert len(numbers) == len(set(numbers)) == 2
    assert b"media/rIdCa" in parts(made)["word/_rels/header1.xml.rels"]


def test_headers_and_footers_are_filled():
    made = report(
        "Tekst: x", stand="CONCEPT", kenmerk="2026-0014", naam="Noor", soort="Analyse"
    )

    assert b">CONCEPT<" in parts(made)["word/header2.xml"]
    assert b">Analyse Noor <" in parts(made)["word/footer1.xml"]


def test_the_report_tracks_changes_and_says_what_it_is():
    made = parts(report("Tekst: x"))

    assert b"<w:trackRevisions/>" in made["word/settings.xml"]
    assert b"<dc:title>Titel</dc:title>" in made["docProps/core.xml"]
    assert b"<dc:language>nl-NL</dc:language>" in made["docProps/core.xml"]
    assert b">c0ffee<" in made["docProps/custom.xml"]


def test_the_same_contents_give_the_same_bytes():
    assert report("Tekst: {{ titel }}", titel="x") == report("Tekst: {{ titel }}", titel="x")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_field_that_word_cut_in_pieces_is_filled_all_the_same(data):
    whole = "Voor {{ titel }} en {% als naam %}wie{% einde %} achter"
    cuts = sorted(data.draw(st.sets(st.integers(1, len(whole) - 1), max_size=12)))
    pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    runs = "".join(
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{piece}</w:t></w:r>'
        for piece in pieces
    )
    one_run = f'<w:r><w:t xml:space="preserve">{whole}</w:t></w:r>'
    template = with_text(one_run, runs, f"Tekst: {whole}")

    made = filled(template, EDGES | {"titel": "Noor", "naam": "x"}, PROPERTIES)
    assert paragraphs(made) == ["Voor Noor en wie achter"]


UNDER = "onder ‘De tijdlijn’"


@pytest.mark.parametrize(
    ("lines", "place", "sentence"),
    [
        (["Tekst: {{ titul }}"], UNDER, "‘titul’ is geen bekend veld. Bedoel je ‘titel’?"),
        (["Tekst: {{ xyzzy }}"], UNDER, "‘xyzzy’ is geen bekend veld."),
        (
            ["Tekst: {{ Titel }}"],
            UNDER,
            "‘{{ Titel }}’ is geen veldnaam. Voorbeeld: {{ titel }}",
        ),
        (["Tekst: {{ titel.__class__ }}"], UNDER, "‘titel.__class__’ is geen bekend veld."),
        (
            ["Tekst: {{ cycler.__init__('id') }}"],
            UNDER,
            "‘{{ cycler.__init__('id') }}’ is geen veldnaam. Voorbeeld: {{ titel }}",
        ),
        (
            ["Tekst: {{ titel | vet }}"],
            UNDER,
            "De bewerking ‘vet’ bestaat niet. Het kan zijn: hoofdletters, kleineletters.",
        ),
        (
            ["Tekst: {{ gebeurtenissen }}"],
            UNDER,
            "‘gebeurtenissen’ is een lijst of een groep, geen tekst. Gebruik {% voor … in"
            " gebeurtenissen %}, of kies een veld eruit.",
        ),
        (
            ["{% voor e in titel %}", "Tekst: x", "{% einde %}"],
            UNDER,
            "‘titel’ is geen lijst. Herhalen kan alleen met een lijst.",
        ),
        (
            ["{% voor e in gebeurtenissen %}", "Tekst: {{ e.efect }}", "{% einde %}"],
            UNDER,
            "‘e.efect’ is geen bekend veld. Bedoel je ‘e.effect’?",
        ),
        (
            ["{% voor e in gebeurtenissen %}", "Tekst: x"],
            UNDER,
            "‘{% voor e in gebeurtenissen %}’ wordt niet afgesloten. Zet {% einde %} in"
            " dezelfde tabel of hetzelfde stuk tekst.",
        ),
        (["{% einde %}"], UNDER, "‘{% einde %}’ staat hier zonder begin."),
        (
            ["{% for e in gebeurtenissen %}", "Tekst: x", "{% einde %}"],
            UNDER,
            "‘{% for e in gebeurtenissen %}’ begrijp ik niet. Het kan zijn: voor … in …, als …,"
            " anders of einde.",
        ),
        (
            ["Tekst: {% voor e in gebeurtenissen %}x{% einde %}"],
            UNDER,
            "‘{% voor e in gebeurtenissen %}’ hoort in een eigen alinea of een eigen tabelrij."
            " In een tabel zijn dat drie rijen: begin, gegevens, einde.",
        ),
        (
            ["Tekst: dag {% als titel %}x"],
            UNDER,
            "‘{% als titel %}’ wordt niet afgesloten. Zet {% einde %} in dezelfde tabel of"
            " hetzelfde stuk tekst.",
        ),
        (
            ["Tekst: dag {{ titel"],
            UNDER,
            "Een veld zonder begin of einde in “dag {{ titel”. Typ het veld opnieuw, in één"
            " keer en op één regel.",
        ),
        (
            ["Tekst: dag {titel}"],
            UNDER,
            "‘{titel}’ lijkt op een veld met enkele accolades. Gebruik er twee aan elke kant.",
        ),
        (
            [TABLE + "! Wat | Wie", "| {{ titel }} | {{ wat_nu }}", "einde tabel"],
            UNDER + ", tabel 1, rij 2",
            "‘wat_nu’ is geen bekend veld.",
        ),
    ],
)
def test_a_mistake_is_explained_with_its_place(lines, place, sentence):
    assert mistakes("Kop 1: De tijdlijn", *lines)[0] == (place, sentence)


def test_all_mistakes_are_told_at_once():
    said = mistakes("Tekst: {{ titul }}", "{% einde %}", "Tekst: {naam}")

    assert len(said) == 3


def test_tracked_changes_in_a_field_are_to_be_accepted_first():
    template = with_text("<w:r>", '<w:ins w:id="1" w:author="x"/><w:r>', "Tekst: {{ titel }}")

    assert [problem.fact for problem in check_template(template)] == [
        "Hier staan bijgehouden wijzigingen in of bij een veld. Accepteer eerst alle"
        " wijzigingen."
    ]


def test_a_broken_template_is_refused_with_its_first_mistake():
    with pytest.raises(Refusal) as refused:
        report("Tekst: {{ titul }}")

    assert refused.value.code == "template_broken"
    assert refused.value.facts == {
        "mistake": "begin van het verslag: ‘titul’ is geen bekend veld. Bedoel je ‘titel’?"
    }


def test_a_template_that_repeats_itself_without_end_is_stopped():
    loop = "{% voor g in gebeurtenissen %}"
    lines = (loop, loop, loop, "Tekst: x", "{% einde %}", "{% einde %}", "{% einde %}")
    events = [{"id": f"e{number}"} for number in range(300)]
    with pytest.raises(Refusal) as refused:
        report(*lines, gebeurtenissen=events)

    assert refused.value.facts == {
        "mistake": "begin van het verslag: Het verslag wordt te groot. Staat er een herhaling"
        " in dezelfde herhaling?"
    }


def test_a_group_is_not_text():
    assert mistakes("Tekst: {{ kind }}")[0][1].startswith("‘kind’ is een lijst of een groep")


@pytest.mark.parametrize("of", ["template", "piece_template"])
def test_the_explanation_of_every_field_is_a_sentence(of):
    unfinished = [path for path, said in page(of)["fields"].items() if not said.endswith(".")]

    assert unfinished == []


def test_a_template_another_reader_of_word_files_cannot_open_is_told_so():
    inside = parts(a_template())
    relations = inside["_rels/.rels"]
    inside["_rels/.rels"] = relations.replace(b"word/document.xml", b"word/gone.xml")
    (problem,) = check_template(written(inside))
    assert problem.fact == (
        "Het bestand is van binnen niet in orde. Open het in Word en sla het opnieuw op."
    )
