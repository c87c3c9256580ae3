import json
import re
from html import unescape

import pytest
from starlette.applications import Starlette

from casusanalyse.domain.devices import PhoneQuestion
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.participants import add_participant
from casusanalyse.usecases.phones import (
    ask_phones,
    close_phones,
    open_phones,
    received,
    show_answers,
)
from casusanalyse.web.form import POLICY
from casusanalyse.web.phone import phone_routes
from tests.stores import NOW
from tests.unit.web.asking import Answer, Visitor, any_case

CHECK_IN, POSITION, TAKES_ALONG, POSITION_AFTER = PhoneQuestion


@pytest.fixture
def app(desk: Desk) -> Starlette:
    return Starlette(routes=phone_routes(any_case(desk)))


@pytest.fixture
def phone(desk: Desk, app: Starlette) -> Visitor:
    """A phone that takes part."""
    return joined(app, open_phones(desk, "192.0.2.7:8501").code)


def joined(app: Starlette, code: str) -> Visitor:
    phone = Visitor(app)
    phone.post("/telefoon/mee", code=code)
    return phone


def words(answer: Answer) -> str:
    """What somebody reads, without marks."""
    main = answer.body.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", f"<{main}")).split())


def heading(answer: Answer) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", answer.body.decode())
    assert found
    return unescape(found[1])


def stand(phone: Visitor) -> str:
    told: str = json.loads(phone.get("/telefoon/stand").body)["stand"]
    return told


def send(phone: Visitor, question: PhoneQuestion, **form: str) -> Answer:
    return phone.post("/telefoon/antwoord", vraag=question, **form)


def answers(desk: Desk, question: PhoneQuestion) -> list[str | int | None]:
    """Everything that was sent, brought into sight."""
    show_answers(desk, question)
    return [one.words or one.place for one in received(desk, question).seen]


def test_without_a_code_a_phone_is_asked_for_one(app):
    page = Visitor(app).get("/telefoon")
    assert heading(page) == "Doe je mee met je telefoon?"
    assert page.headers["content-security-policy"] == POLICY
    assert "Vlinder" not in page.body.decode()


def test_a_wrong_code_gets_one_kind_sentence(app, desk):
    open_phones(desk, "")
    page = Visitor(app).post("/telefoon/mee", code="ZZZZZZ")
    assert "Deze code klopt niet, of niet meer." in words(page)
    assert 'aria-invalid="true"' in page.body.decode()


def test_a_phone_that_joins_waits_and_keeps_nothing_but_a_ticket(phone):
    assert heading(phone.get("/telefoon")) == "Je doet mee."
    value, *rest = phone.newest.split("; ")
    assert value.startswith("casusanalyse_telefoon=")
    assert sorted(rest) == ["HttpOnly", "Max-Age=43200", "Path=/telefoon", "SameSite=strict"]


def test_scanning_twice_is_no_second_phone(app, desk, phone):
    before = dict(phone.cookies)
    code = desk.cases.phones.get(desk.reference, NOW).code
    assert heading(phone.post("/telefoon/mee", code=code)) == "Je doet mee."
    assert phone.cookies == before


def test_a_zero_that_a_database_cannot_keep_is_left_out(app, desk, phone):
    assert "Deze code klopt niet" in words(Visitor(app).post("/telefoon/mee", code="ZZZ\0ZZZ"))
    ask_phones(desk, CHECK_IN)
    send(phone, CHECK_IN, woord="ru\0stig")
    assert answers(desk, CHECK_IN) == ["rustig"]


def test_a_question_in_words_is_asked_answered_and_changed(desk, phone):
    ask_phones(desk, CHECK_IN)
    page = phone.get("/telefoon")
    assert heading(page) == "Hoe is het om hier te zijn?"
    assert "Je woord komt zonder naam op het scherm." in words(page)
    sent = send(phone, CHECK_IN, woord="  mijn <b>hoofd</b>  zit vol ")
    assert heading(sent) == "Dank je."
    assert "Je stuurde: mijn <b>hoofd</b> zit vol" in words(sent)
    again = phone.get("/telefoon?opnieuw=1").body.decode()
    assert 'value="mijn &lt;b&gt;hoofd&lt;/b&gt; zit vol"' in again
    send(phone, CHECK_IN, woord="rust")
    assert answers(desk, CHECK_IN) == ["rust"]


def test_a_place_is_chosen_from_five_words(desk, phone):
    ask_phones(desk, POSITION)
    page = phone.get("/telefoon")
    assert heading(page) == "Hoe staan we?"
    assert page.body.decode().count('type="radio"') == 5
    assert "Je koos: tegenover elkaar" in words(send(phone, POSITION, plek="0"))
    assert 'value="0" checked' in phone.get("/telefoon?opnieuw=1").body.decode()
    assert answers(desk, POSITION) == [0]


def test_rather_not_is_a_real_choice_that_nobody_sees(desk, phone):
    ask_phones(desk, CHECK_IN)
    page = send(phone, CHECK_IN, doe="niet", woord="half getypt")
    assert heading(page) == "Dat is ook goed."
    assert received(desk, CHECK_IN).waiting == 0
    assert answers(desk, CHECK_IN) == []
    assert heading(phone.get("/telefoon?opnieuw=1")) == "Hoe is het om hier te zijn?"


def test_what_was_sent_can_be_taken_back(desk, phone):
    ask_phones(desk, CHECK_IN)
    send(phone, CHECK_IN, woord="rust")
    page = send(phone, CHECK_IN, doe="terug")
    assert heading(page) == "Hoe is het om hier te zijn?"
    assert answers(desk, CHECK_IN) == []


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"woord": " "}, "Schrijf één woord. Liever niet? Dat is ook goed."),
        ({"woord": "w" * 41}, "Houd het op hooguit 40 tekens."),
        ({}, "Schrijf één woord."),
    ],
)
def test_a_word_that_does_not_fit_gets_one_kind_sentence(desk, phone, form, says):
    ask_phones(desk, CHECK_IN)
    page = send(phone, CHECK_IN, **form)
    assert says in words(page)
    assert 'aria-invalid="true"' in page.body.decode()
    assert answers(desk, CHECK_IN) == []


@pytest.mark.parametrize("plek", ["", "5", "-1", "²", "abc"])
def test_a_place_that_is_none_is_not_kept(desk, phone, plek):
    ask_phones(desk, POSITION)
    assert heading(send(phone, POSITION, plek=plek)) == "Hoe staan we?"
    assert answers(desk, POSITION) == []


def test_an_answer_to_an_earlier_question_is_not_kept_for_the_next(desk, phone):
    ask_phones(desk, POSITION)
    assert heading(send(phone, CHECK_IN, woord="rust")) == "Hoe staan we?"
    assert answers(desk, CHECK_IN) == answers(desk, POSITION) == []


def test_a_form_that_is_too_long_or_odd_leaves_nothing(desk, phone):
    ask_phones(desk, CHECK_IN)
    send(phone, CHECK_IN, woord="w" * 5_000)
    phone.post("/telefoon/antwoord", vraag="naam", woord="rust")
    assert answers(desk, CHECK_IN) == []


def test_the_stand_changes_with_what_a_phone_should_show(desk, phone):
    seen = [stand(phone)]
    ask_phones(desk, CHECK_IN)
    seen.append(stand(phone))
    send(phone, CHECK_IN, woord="rust")
    seen.append(stand(phone))
    show_answers(desk, CHECK_IN)
    assert stand(phone) == seen[-1]
    ask_phones(desk, POSITION)
    seen.append(stand(phone))
    close_phones(desk)
    seen.append(stand(phone))
    assert len(set(seen)) == 5
    assert "rust" not in "".join(seen)


def test_the_page_knows_its_own_stand(desk, phone):
    ask_phones(desk, CHECK_IN)
    assert f'data-stand="{stand(phone)}"' in phone.get("/telefoon").body.decode()


def test_when_the_phones_are_closed_a_phone_may_be_put_away(desk, phone):
    ask_phones(desk, CHECK_IN)
    send(phone, CHECK_IN, woord="rust")
    close_phones(desk)
    assert heading(phone.get("/telefoon")) == "Dank je wel."
    assert heading(send(phone, CHECK_IN, woord="hoop")) == "Dank je wel."
    assert heading(phone.get("/telefoon?code=1")) == "Doe je mee met je telefoon?"


def test_there_is_room_for_everybody_at_the_table_and_five_more(app, desk):
    add_participant(desk, "Roos")
    code = open_phones(desk, "").code
    phones = [joined(app, code) for _ in range(7)]
    assert [bool(one.cookies) for one in phones] == [True] * 6 + [False]
    page = Visitor(app).post("/telefoon/mee", code=code)
    assert words(page).endswith("Er doen al genoeg telefoons mee. Zeg het gerust hardop.")
    assert answers(desk, CHECK_IN) == []


def test_every_page_works_without_a_script_and_names_no_other_address(desk, phone):
    ask_phones(desk, CHECK_IN)
    page = phone.get("/telefoon").body.decode()
    assert re.findall(r"<script[^>]*>([^<]*)", page) == [""]
    assert re.findall(r" (?:style|on\w+)=", page) == []
    assert re.findall(r"https?:", page) == []
    for name in re.findall(r'(?:src|href)="(/[^"?]+)"', page):
        assert phone.get(name).status == 200
