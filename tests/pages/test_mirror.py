from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.domain.timeline import Mirror
from casusanalyse.domain.vocabulary import Dynamic
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case, an_event
from tests.pages.conftest import Open
from tests.pages.screen import parts, press, save, screen_of, shown, tell, told_to

REFERENCE = "2026-0001"
FEAR, HASTE = Dynamic.FEAR, Dynamic.HASTE
EVENTS = (
    an_event("2021-05-02", "Melding", key="e1", in_family=(FEAR,)),
    an_event("2021-05-03", "Overleg", key="e2", in_team=(FEAR, HASTE)),
    an_event("2021-05-04", "Wachtlijst", key="e3", in_organisation=(HASTE,)),
    an_event("2021-05-05", "Ooit", key="e4", in_family=(HASTE,), when=None),
)
LINE = a_case(*EVENTS)
TIED = a_case(
    *EVENTS,
    mirrors=(Mirror(key="m1", family_event="e1", family=FEAR, team_event="e2", team=FEAR),),
)


def choose(screen, key: str):
    side, _, _ = key.partition("/")
    return tell(screen, "mirror-line", open={"shelf": side, "key": key})


def ends(cases: CaseStore) -> list[tuple[str, str, str]]:
    mirrors = cases.get(REFERENCE).mirrors
    return [(one.family_event, one.team_event, one.organisation_event) for one in mirrors]


def test_a_case_without_tags_says_how_to_begin(open_page: Open) -> None:
    screen = open_page("mirror", a_case())
    assert not screen.exception
    assert "Nog niets om te spiegelen." in shown(screen)


def test_a_family_dynamic_and_then_its_mirror_make_a_tie(
    open_page: Open, cases: CaseStore
) -> None:
    screen = choose(open_page("mirror", LINE), "family/e1/fear")
    assert "angst bij ‘Melding’" in shown(screen)
    choose(choose(screen, "team/e2/haste"), "organisation/e3/haste")
    assert ends(cases) == [("e1", "e2", "e3")]


def test_beginning_with_ourselves_makes_the_same_tie(open_page: Open, cases: CaseStore) -> None:
    choose(choose(open_page("mirror", LINE), "team/e2/fear"), "family/e1/fear")
    assert ends(cases) == [("e1", "e2", "")]


def test_a_mirror_can_stay_open_and_be_answered_later(
    open_page: Open, cases: CaseStore
) -> None:
    screen = choose(open_page("mirror", LINE), "family/e1/fear")
    screen = press(screen, "mirror-pick", "pick", "leave_open")
    assert told_to(screen, "mirror")["blocks"][0]["lines"] == [
        "‘Melding’ · Wat kan hier helpen?",
        "Herkennen jullie dit bij jezelf? Kies het op de lijn.",
    ]
    assert ends(cases) == [("e1", "", "")]
    choose(screen, "team/e2/fear")
    assert ends(cases) == [("e1", "e2", "")]


def test_a_suggestion_is_a_question_with_yes_and_no(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("mirror", LINE)
    assert "Zien we dit hier ook?" in shown(screen)
    (block,) = told_to(screen, "mirror-asks")["blocks"]
    assert block["lines"] == [
        "Angst: in het gezin bij ‘Melding’, bij ons bij ‘Overleg’.",
        "Binnen een dag van elkaar.",
    ]
    press(screen, "mirror-asks", "asks", "yes")
    assert ends(cases) == [("e1", "e2", "")]


def test_a_declined_suggestion_does_not_come_back(open_page: Open, cases: CaseStore) -> None:
    screen = press(open_page("mirror", LINE), "mirror-asks", "asks", "no")
    assert "mirror-asks" not in parts(screen)
    assert (ends(cases), "mirror-asks" in parts(screen.run())) == ([], False)


def test_a_tie_gets_words_and_a_star_and_is_untied(open_page: Open, cases: CaseStore) -> None:
    screen = choose(open_page("mirror", TIED), "family/e1/fear")
    screen = save(screen, "mirror", "mirrors/m1/words", "bang")
    assert told_to(screen, "mirrors")["blocks"][0]["title"] == "bang"
    save(screen, "mirrors", "mirrors/m1/starred", False)
    assert [(one.words, one.starred) for one in cases.get(REFERENCE).mirrors] == [
        ("bang", False)
    ]
    press(screen, "mirrors", "m1", "untie")
    assert ends(cases) == []


def test_the_organisation_is_taken_off_again(open_page: Open, cases: CaseStore) -> None:
    screen = press(open_page("mirror", TIED), "mirrors", "m1", "open_tie")
    screen = choose(screen, "organisation/e3/haste")
    press(screen, "mirror-acts", "m1", "drop_organisation")
    assert ends(cases) == [("e1", "e2", "")]


def test_what_has_no_date_can_be_picked_below_the_line(open_page: Open) -> None:
    screen = press(open_page("mirror", LINE), "mirror-undated", "undated", "family/e4/haste")
    assert "haast, brandjes blussen bij ‘Ooit’" in shown(screen)


def test_a_pick_leads_to_its_event_and_back(open_page: Open) -> None:
    screen = choose(open_page("mirror", LINE), "family/e1/fear")
    screen = press(screen, "mirror-pick", "pick", "to_event")
    assert screen_of(screen) == "timeline"
    assert told_to(screen, "event")["blocks"][0]["key"] == "e1-line"
    screen = screen.button(key="to-mirror").click().run()
    assert "Parallelspiegel" in shown(screen)


def test_the_mirror_is_one_link_away_from_step_five(open_page: Open) -> None:
    screen = open_page("insights", LINE).button(key="to-mirror").click().run()
    assert "Zien we dit hier ook?" in shown(screen)


def test_the_chair_reveals_the_mirror_stage_by_stage(open_page: Open, cases: CaseStore) -> None:
    def page() -> tuple[str, int]:
        scene = cases.sittings.get(REFERENCE).scene
        return scene.kind.value, scene.page

    screen = open_page("mirror", TIED)
    assert (page(), "Op de beamer: 1 van 4" in shown(screen)) == (("mirror", 0), True)
    assert screen.button(key="mirror-back_stage").disabled
    for _ in range(3):
        screen = screen.button(key="mirror-next_stage").click().run()
    assert page() == ("mirror", 3)
    assert screen.button(key="mirror-next_stage").disabled
    screen = screen.button(key="mirror-back_stage").click().run()
    assert page() == ("mirror", 2)
    tell(tell(screen, "top", go="family"), "top", go="mirror")
    assert page() == ("mirror", 0)


def test_a_beamer_that_is_held_goes_to_the_mirror_by_a_button(
    open_page: Open, cases: CaseStore
) -> None:
    screen = tell(open_page("together", TIED), "cockpit", press="stay", value="")
    screen = tell(screen, "top", go="mirror")
    assert cases.sittings.get(REFERENCE).scene.kind is SceneKind.QUESTION
    screen.button(key="mirror-show").click().run()
    assert cases.sittings.get(REFERENCE).scene == Scene(kind=SceneKind.MIRROR, step=5)


def test_the_panel_of_step_five_reveals_the_mirror_too(
    open_page: Open, cases: CaseStore
) -> None:
    screen, pages = open_page("insights", TIED), []
    for _ in range(6):
        screen = tell(screen, "cockpit", press="scene-mirror", value="")
        pages.append(cases.sittings.get(REFERENCE).scene.page)
    assert pages == [0, 1, 2, 3, 0, 1]
    tell(screen, "top", go="mirror")
    assert cases.sittings.get(REFERENCE).scene.page == 1


def test_a_mirror_of_one_stage_asks_for_no_steps(open_page: Open) -> None:
    screen = open_page("mirror", LINE)
    assert "Staat op de beamer" in shown(screen)
    assert [one.key for one in screen.button if one.key and "stage" in one.key] == []
