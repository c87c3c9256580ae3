"""The reading page: what a link opens, what can be done with it, and what it never tells."""

import json
import re
from datetime import datetime, timedelta
from html import unescape

import pytest
from icalendar import Calendar
from starlette.applications import Starlette

from casusanalyse.domain.draft import WHOLE
from casusanalyse.domain.remark import AnswerKind, RemarkKind, Said
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.final import make_final
from casusanalyse.usecases.invitations import invite, revoke
from casusanalyse.usecases.reading import Reader, open_link, report_file
from casusanalyse.usecases.remarks import answer, keep_differing, remarks_of
from casusanalyse.web.form import POLICY
from casusanalyse.web.guesses import MOST_WRONG
from casusanalyse.web.reading import reading_routes
from tests.unit.usecases.week import (
    AFTERWARDS,
    CLOSING,
    EVENT,
    MISSES,
    RECOGNISES,
    SESSION,
    a_desk,
    an_open_round,
    said,
)
from tests.unit.web.asking import Answer, Visitor, ask

SPARE = "ca_events_e1"
GONE = "Deze link werkt niet of niet meer. Vraag de voorzitter om een nieuwe."
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


class Clock:
    """The moment at which every page is asked for."""

    def __init__(self) -> None:
        self.now: datetime = SESSION


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(store: CaseStore, clock: Clock) -> Starlette:
    an_open_round(store)
    return served(store, clock)


def served(store: CaseStore, clock: Clock, *, gateway: bool = False) -> Starlette:
    def desk_of(reference: str) -> Desk:
        return Desk(cases=store, reference=reference, now=clock.now)

    return Starlette(routes=reading_routes(desk_of, guarded_elsewhere=gateway))


def a_token(store: CaseStore, participant: str = "d1") -> str:
    return invite(a_desk(store), participant)


def come(app: Starlette, token: str) -> Visitor:
    visitor = Visitor(app)
    visitor.post("/lees/open", link=token)
    return visitor


@pytest.fixture
def reader(app: Starlette, store: CaseStore) -> Visitor:
    return come(app, a_token(store))


def words(answer: Answer) -> str:
    """What somebody reads, without marks."""
    body = answer.body.decode().partition("<body>")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def react(
    visitor: Visitor, place: str, kind: str | None, said: str = "", **more: str
) -> Answer:
    form = {f"woorden-{place}": said} | more
    form |= {} if kind is None else {f"keuze-{place}": kind}
    return visitor.post("/lees/reactie", **form)


def script(visitor: Visitor, **form: str) -> tuple[int, dict[str, object]]:
    """Send what the script of the page sends, and return what it is told."""
    found = ask(
        visitor.app,
        "/lees/reactie",
        method="POST",
        form=form,
        cookie=visitor._cookie(),
        accept="application/json",
    )
    return found.status, json.loads(found.body)


def kept(store: CaseStore, participant: str = "d1") -> dict[str, tuple[Said, Said]]:
    """What is on disk of somebody: by paragraph, as typed and as sent."""
    token = a_token(store, participant)
    reading = open_link(Reader(cases=store, token=token, now=SESSION)).reading
    return {one.paragraph: (one.draft, one.sent) for one in reading.remarks}


# -- coming in


def test_without_a_link_there_is_a_form_to_paste_it_in(app) -> None:
    page = Visitor(app).get("/lees")

    assert page.status == 200
    assert words(page).startswith("Het verslag lezen Open de link uit het bericht")
    assert page.headers["content-security-policy"] == POLICY
    assert page.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("form", ["{}", "http://192.0.2.7:8501/lees#{}", "  {}\n"])
def test_a_link_or_its_end_opens_the_report(app, store, form) -> None:
    token = a_token(store)
    visitor = Visitor(app)
    page = visitor.post("/lees/open", link=form.format(token))

    assert "Dag Fatima el Hadioui," in words(page)
    value, *rest = visitor.newest.split("; ")
    assert value == f"casusanalyse_lezen={token}"
    assert sorted(rest) == ["HttpOnly", "Path=/lees", "SameSite=strict"]


def test_over_a_safe_line_the_cookie_never_travels_another(app, store) -> None:
    form = {"link": a_token(store)}
    found = ask(app, "/lees/open", method="POST", form=form, x_forwarded_proto="https")

    assert found.headers["set-cookie"].endswith("; Secure")


def test_the_page_holds_no_token_and_names_no_other_address(app, store) -> None:
    token = a_token(store)
    page = come(app, token).get("/lees").body.decode()

    assert page.count(token) == 0
    assert re.findall(r"<script[^>]*>([^<]*)", page) == [""]
    assert re.findall(r"<[^>]* (?:style|on\w+)=", page) == []
    assert set(re.findall(r"https?:[^\"' ]*", page)) == {"http://www.w3.org/2000/svg"}
    assert re.findall(r"<title>(.*)</title>", page) == ["Casusanalyse"]


def refused_answers(app: Starlette, store: CaseStore, clock: Clock) -> dict[str, Answer]:
    """What an unknown, a revoked and an expired link are told."""
    expired, revoked = a_token(store, "d2"), a_token(store)
    revoke(a_desk(store), "d1")
    found = {"unknown": ask_open(app, "x" * 43), "revoked": ask_open(app, revoked)}
    clock.now = CLOSING + timedelta(days=30)
    return found | {"expired": ask_open(app, expired), "empty": ask_open(app, "")}


def ask_open(app: Starlette, token: str, **headers: str) -> Answer:
    return ask(app, "/lees/open", method="POST", form={"link": token}, **headers)


def without_clock(answer: Answer) -> str:
    return re.sub("expires=[^;]*", "", str(sorted(answer.headers.items())))


def test_a_link_in_an_address_opens_nothing(app, store) -> None:
    token = a_token(store)
    assert ask(app, f"/lees?link={token}").body == ask(app, "/lees").body
    for path in ("/lees/verslag.docx", "/lees/laatste-dag.ics", "/lees/beeld"):
        assert ask(app, f"{path}?link={token}").status == 403


def test_unknown_revoked_and_expired_links_get_the_same_answer(app, store, clock) -> None:
    answers = refused_answers(app, store, clock).values()

    assert {one.status for one in answers} == {403}
    assert len({one.body for one in answers}) == 1
    assert len({without_clock(one) for one in answers}) == 1
    assert all(GONE in words(one) for one in answers)


@pytest.mark.parametrize(
    "path",
    ["/lees", "/lees/beeld?naam=beeld_gezin", "/lees/verslag.docx", "/lees/laatste-dag.ics"],
)
def test_a_cookie_that_works_no_longer_is_no_key_to_anything(app, store, path) -> None:
    visitor = come(app, a_token(store))
    before = visitor.get(path)
    revoke(a_desk(store), "d1")
    after = visitor.get(path)

    assert (before.status, after.status) == (200, 403)
    assert GONE in words(after)


def test_a_script_with_a_link_that_works_no_longer_is_told_in_one_sentence(
    reader, store
) -> None:
    revoke(a_desk(store), "d1")

    assert script(reader, doe="verstuur") == (403, {"gone": GONE})


def test_after_ten_wrong_links_no_other_from_there_is_looked_at(app, store, clock) -> None:
    good, first = a_token(store), come(app, a_token(store, "d2"))
    for number in range(MOST_WRONG):
        ask_open(app, f"{number:043}")
    held_up = ask_open(app, good)

    assert (held_up.status, GONE in words(held_up)) == (403, True)
    assert ask_open(app, good, host="192.0.2.99").status == 303, "somebody else comes in"
    assert first.get("/lees").status == 200, "who is in stays in"
    clock.now += timedelta(minutes=1)
    assert ask_open(app, good).status == 303


def test_behind_a_gateway_readers_are_told_apart_by_what_it_says(app, store, clock) -> None:
    gateway, good = served(store, clock, gateway=True), a_token(store)
    for number in range(MOST_WRONG):
        ask_open(gateway, f"{number:043}", x_forwarded_for="1.1.1.1, 192.0.2.50")

    assert ask_open(gateway, good, x_forwarded_for="192.0.2.50").status == 403
    assert ask_open(gateway, good, x_forwarded_for="192.0.2.50, 192.0.2.51").status == 303


def test_without_a_gateway_nobody_gets_another_try_by_saying_so(app, store) -> None:
    for number in range(MOST_WRONG):
        ask_open(app, f"{number:043}", x_forwarded_for=f"192.0.2.{number}")

    assert ask_open(app, a_token(store), x_forwarded_for="192.0.2.200").status == 403


@pytest.mark.parametrize("path", ["/lees/open", "/lees/reactie", "/lees/sluiten"])
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_on_another_site_does_nothing(app, store, reader, path, site) -> None:
    form = {f"keuze-{EVENT}": "agrees", f"woorden-{EVENT}": "", "link": a_token(store, "d2")}
    found = ask(
        app, path, method="POST", form=form, cookie=reader._cookie(), sec_fetch_site=site
    )

    assert (found.status, found.body, "set-cookie" in found.headers) == (403, b"", False)
    assert kept(store) == {}


def test_who_leaves_is_out(reader) -> None:
    page = reader.post("/lees/sluiten")

    assert "Het verslag lezen" in words(page)
    assert reader.newest.startswith('casusanalyse_lezen=""; ')
    assert "Max-Age=0" in reader.newest


@pytest.mark.parametrize("name", ["open", "reactie", "sluiten"])
def test_who_loads_the_address_of_a_form_again_comes_to_the_page(reader, name) -> None:
    assert "Dag Fatima el Hadioui," in words(reader.get(f"/lees/{name}"))


# -- reading


def test_the_page_says_until_when_and_who_reads(reader) -> None:
    page = words(reader.get("/lees"))

    assert "Concept Ter reactie Definitief Reageren kan t/m di 24 nov 2026 23:59" in page
    assert (
        "Wie leest dit? Wat je verstuurt, leest de voorzitter, pas na de laatste dag." in page
    )
    assert "Nog niets gekozen." in page


def test_every_piece_has_one_group_of_three_choices_with_its_own_name(reader, store) -> None:
    page = reader.get("/lees").body.decode()
    pieces = open_link(Reader(cases=store, token=a_token(store), now=SESSION)).report.paragraphs
    legends = re.findall(r'<legend class="unseen">(.*?)</legend>', page)
    names = re.findall(r'type="radio" name="keuze-([^"]*)"', page)

    assert [names.count(one.id) for one in pieces] == [3] * len(pieces)
    assert names.count("geheel") == 2
    assert len(legends) == len(pieces) + 1
    assert unescape(legends[-1]) == "Wat vind je van ‘het verslag als geheel’?"


def test_pictures_have_their_words_and_nothing_to_choose_in_them(reader) -> None:
    page = reader.get("/lees").body.decode()
    drawings = re.findall(r"<svg[^>]*>", page)

    assert len(drawings) == 3
    assert all(' role="img" aria-label="' in one for one in drawings)
    assert (page.count('role="button"'), page.count('class="item"')) == (0, 0)


def test_a_picture_can_be_seen_large(reader) -> None:
    page = reader.get("/lees/beeld?naam=beeld_gezin")

    assert page.body.decode().count("<svg") == 1
    assert words(page).startswith("Terug naar het verslag De gezinsleden in hun aard")
    assert "Dag Fatima" in words(reader.get("/lees/beeld?naam=../../etc/passwd"))


def test_the_draft_can_be_taken_along_in_word(reader, store) -> None:
    file = reader.get("/lees/verslag.docx")

    assert file.body == report_file(Reader(cases=store, token=a_token(store), now=SESSION))
    assert (
        file.headers["content-disposition"] == 'attachment; filename="verslag-2026-0014.docx"'
    )


def test_the_last_day_goes_into_a_calendar(reader) -> None:
    (event,) = Calendar.from_ical(reader.get("/lees/laatste-dag.ics").body).walk("VEVENT")

    assert event.decoded("dtstart").isoformat() == "2026-11-24"
    assert "Fatima" not in str(event)


# -- reacting


def test_a_reaction_is_kept_and_not_sent(reader, store) -> None:
    page = react(reader, EVENT, "misses", "  Oma was er ook bij.\r\nEn opa. ")
    typed = Said(kind=RemarkKind.MISSES, words="Oma was er ook bij.\nEn opa.")

    assert kept(store) == {EVENT: (typed, None)}
    assert "Bewaard om 17:00" in words(page)
    assert "Nog niet verstuurd. Je kunt later verder." in words(page)
    assert "\nOma was er ook bij.\nEn opa.</textarea>" in page.body.decode()


def test_a_script_hears_what_was_saved_and_what_stands_at_the_bottom(reader, store) -> None:
    status, told = script(reader, **{f"keuze-{EVENT}": "agrees", f"woorden-{EVENT}": "x"})

    assert (status, told["saved"], told["closed"]) == (200, {EVENT: "Bewaard om 17:00"}, False)
    assert "Nog niet verstuurd." in told["bar"]
    assert kept(store) == {EVENT: (Said(kind=RemarkKind.AGREES), None)}


def test_only_what_changed_is_saved_again(reader) -> None:
    react(reader, EVENT, "agrees")
    form = {f"woorden-{EVENT}": "", f"keuze-{EVENT}": "agrees"}
    form |= {f"woorden-{SPARE}": "", f"keuze-{SPARE}": "agrees"}

    assert script(reader, **form)[1]["saved"] == {SPARE: "Bewaard om 17:00"}


def test_without_a_script_one_form_saves_and_sends_everything(reader, store) -> None:
    form = {f"keuze-{EVENT}": "misses", f"woorden-{EVENT}": MISSES.words, "doe": "verstuur"}
    page = reader.post(
        "/lees/reactie", **form, **{"keuze-geheel": "recognises", "woorden-geheel": ""}
    )

    assert kept(store) == {EVENT: (MISSES, MISSES), WHOLE: (RECOGNISES, RECOGNISES)}
    assert "Verstuurd om 17:00. Je kunt het terugnemen t/m di 24 nov 2026 23:59." in words(page)


def test_what_was_sent_can_be_taken_back_and_sent_again(reader, store) -> None:
    react(reader, EVENT, "misses", MISSES.words, doe="verstuur")
    reader.post("/lees/reactie", doe="terug")
    assert kept(store) == {EVENT: (MISSES, None)}

    reader.post("/lees/reactie", doe="verstuur")
    page = react(reader, EVENT, "agrees")
    assert kept(store) == {EVENT: (Said(kind=RemarkKind.AGREES), MISSES)}
    assert "Daarna paste je nog iets aan. Bewaren Terugnemen Opnieuw versturen" in words(page)


@pytest.mark.parametrize(
    "form", [{f"keuze-{EVENT}": ""}, {"wis": EVENT, f"keuze-{EVENT}": "misses"}]
)
def test_a_choice_can_be_taken_back(reader, store, form) -> None:
    react(reader, EVENT, "misses", "x")
    reader.post("/lees/reactie", **({f"woorden-{EVENT}": "x"} | form))

    assert kept(store) == {}


def test_words_without_a_choice_are_not_lost(reader, store) -> None:
    react(reader, EVENT, None, "Oma was er ook bij.")
    react(reader, "geheel", None, "Dank.")

    assert kept(store) == {
        EVENT: (Said(kind=RemarkKind.MISSES, words="Oma was er ook bij."), None),
        WHOLE: (Said(kind=RemarkKind.GENERAL, words="Dank."), None),
    }


def test_nothing_to_send_gets_one_kind_sentence(reader) -> None:
    page = reader.post("/lees/reactie", doe="verstuur")

    assert "Kies eerst bij een stuk wat je ervan vindt" in words(page)


@pytest.mark.parametrize(
    ("place", "kind"),
    [(EVENT, "recognises"), ("geheel", "agrees"), (EVENT, "boom"), ("ca_nowhere", "agrees")],
)
def test_what_does_not_fit_is_not_kept(reader, store, place, kind) -> None:
    status, told = script(reader, **{f"keuze-{place}": kind, f"woorden-{place}": ""})

    assert (status, list(told["trouble"])) == (409, [place])
    assert kept(store) == {}


def test_words_that_are_too_long_stay_on_the_screen_and_nothing_is_sent(reader, store) -> None:
    long = "w" * 5_001
    page = react(reader, EVENT, "misses", long, doe="verstuur")

    assert "Dit is langer dan 5000 tekens." in words(page)
    assert f"\n{long}</textarea>" in page.body.decode()
    assert page.body.decode().count('aria-invalid="true"') == 1
    assert kept(store) == {}


def test_a_form_without_end_is_not_read(reader, store) -> None:
    page = react(reader, EVENT, "misses", "w" * 1_000_001)

    assert "Dit is te veel in één keer." in words(page)
    assert kept(store) == {}


def test_hostile_words_are_shown_as_text_in_every_state(reader, store, clock) -> None:
    react(reader, EVENT, "rather", HOSTILE, doe="verstuur")
    react(reader, SPARE, "misses", HOSTILE)
    pages = [reader.get("/lees").body.decode()]
    clock.now = AFTERWARDS
    pages.append(reader.get("/lees").body.decode())
    finish(store)
    pages.append(reader.get("/lees").body.decode())

    escaped = "&lt;script&gt;alert(1)&lt;/script&gt;"
    assert [page.count("<script>") + page.count("<img") for page in pages] == [0, 0, 0]
    assert [page.count(escaped) for page in pages] == [2, 2, 2]


def test_nobody_reads_what_somebody_else_says(app, reader, store, clock) -> None:
    other = come(app, a_token(store, "d2"))
    react(other, EVENT, "rather", "Dit las alleen ik.", doe="verstuur")
    react(other, SPARE, "misses", "Dit typte alleen ik.")
    seen = [reader.get("/lees").body.decode()]
    clock.now = AFTERWARDS
    seen.append(reader.get("/lees").body.decode())
    finish(store, differs=False)
    seen.append(reader.get("/lees").body.decode())

    assert [page.count("alleen ik") for page in seen] == [0, 0, 0]


# -- afterwards


def finish(store: CaseStore, *, differs: bool = True) -> None:
    desk = a_desk(store, AFTERWARDS)
    for one in remarks_of(desk):
        if one.waits:
            answer(desk, one.key, AnswerKind.PARTLY, "Dat staat er nu bij.")
        if differs and one.sent.words:
            keep_differing(desk, one.key, differs=True)
    make_final(desk)


def test_after_the_last_day_choices_are_gone_and_own_words_stay(reader, clock) -> None:
    react(reader, EVENT, "misses", MISSES.words, doe="verstuur")
    react(reader, SPARE, "rather", "Nog niet klaar.")
    clock.now = CLOSING
    page = reader.get("/lees")

    assert page.body.decode().count('type="radio"') == 0
    assert page.body.decode().count("<textarea") == 0
    assert "Reageren kon t/m di 24 nov 2026 23:59" in words(page)
    assert f"Jouw reactie: mist iets {MISSES.words} Verstuurd op 17 november 2026" in words(
        page
    )
    assert "Jouw reactie: liever zo verwoord Nog niet klaar. Niet verstuurd." in words(page)


def test_until_the_last_moment_everything_can_be_done(reader, store, clock) -> None:
    clock.now = CLOSING - timedelta(microseconds=1)
    react(reader, EVENT, "misses", MISSES.words, doe="verstuur")

    assert kept(store) == {EVENT: (MISSES, MISSES)}


def test_what_comes_too_late_is_not_kept_and_stays_on_the_screen(reader, store, clock) -> None:
    clock.now = CLOSING
    page = react(reader, EVENT, "misses", "Net te laat.", doe="verstuur")
    late = {f"keuze-{EVENT}": "misses", f"woorden-{EVENT}": "Net te laat."}
    status, told = script(reader, **late)

    assert "Net te laat. Dit kwam te laat en is niet bewaard." in words(page)
    assert (status, told["closed"], list(told["trouble"])) == (409, True, [EVENT])
    assert "De tijd om te reageren is voorbij." in told["bar"]
    assert kept(store) == {}


def test_a_page_that_stood_open_hears_that_the_last_day_is_over(reader, clock) -> None:
    clock.now = CLOSING
    status, told = script(reader, doe="bewaar")

    assert (status, told["closed"]) == (200, True)


def test_the_final_report_comes_with_the_answers_to_own_remarks(
    app, reader, store, clock
) -> None:
    react(reader, EVENT, "misses", MISSES.words, doe="verstuur")
    said(
        store,
        Said(kind=RemarkKind.GENERAL, words="Van iemand anders."),
        participant="d2",
        on=WHOLE,
    )
    finish(store, differs=False)
    clock.now = AFTERWARDS
    page = words(reader.get("/lees"))

    assert "Te lezen t/m 25 december 2026" in page
    assert f"Jouw reactie: mist iets {MISSES.words} Antwoord: deels verwerkt" in page
    assert page.count("Van iemand anders.") == 0
    assert page.count("Wat vind je van") == 0
    clock.now = AFTERWARDS + timedelta(days=31)
    assert reader.get("/lees").status == 403
