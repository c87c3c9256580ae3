"""A case with something on every shelf, in which every name stands in free text too."""

from datetime import UTC, date, datetime

from casusanalyse.domain.case import Case
from casusanalyse.domain.dates import Span, exactly, whole_year
from casusanalyse.domain.family import Dwelling, Household, Kinship, Person, Relation
from casusanalyse.domain.insight import Coding, Insight, Moment
from casusanalyse.domain.intake import INTAKE_KEY, Intake, Organisation, Professional
from casusanalyse.domain.participant import Agreement, DynamicMoment, Note, Participant
from casusanalyse.domain.timeline import Event, Involved, Mirror, Period, Perspective, Tie
from casusanalyse.domain.vocabulary import (
    AgreementMoment,
    Bond,
    Dynamic,
    EventKind,
    KinshipKind,
    Lane,
    Layer,
    OrganisationKind,
    RelationWord,
    StayKind,
    TieKind,
)

TODAY = date(2026, 11, 22)

REAL_NAMES = (
    "Mirjam Zandstra",
    "Mirjam",
    "Zandstra",
    "Truus Wiggers",
    "Wiggers",
    "Fatima el Hadioui",
    "Fatima",
    "Hadioui",
    "Sjoerd Brakema",
    "Stichting Kwartelhof",
)


def full_case(*, events: int = 12) -> Case:
    """Return a case.

    Args:
        events: how many dated events.
    """
    return Case(
        key="c0ffee",
        reference="2026-0014",
        intake=Intake(
            key=INTAKE_KEY,
            working_name="Vlinder",
            region="Regio Zuiderkust",
            municipality="Kustdorp",
            reason="Vlinder woonde op veel plekken. Met Mirjam raakten wij de lijn kwijt.",
            question="Hoe doen we dit samen, en wat houdt ons daarin tegen?",
            rules="Wat hier gezegd wordt, blijft hier. Fatima bewaakt dat.",
            planned_on=date(2026, 11, 17),
        ),
        **_around(),
        **_table(),
        **_family(),
        **_line(events),
        **_lessons(),
    )


def _around() -> dict[str, tuple[object, ...]]:
    return {
        "organisations": (
            Organisation(
                key="o1", name="Stichting Kwartelhof", kind=OrganisationKind.CARE_PROVIDER
            ),
            Organisation(key="o2", name="Gemeente", kind=OrganisationKind.MUNICIPALITY),
        ),
        "professionals": (
            Professional(
                key="w1",
                name="Fatima el Hadioui",
                function="jeugdbeschermer",
                organisation="o1",
            ),
            Professional(key="w2", name="Sjoerd Brakema", function="jeugdbeschermer"),
        ),
        "ties": (
            Tie(key="t1", a="p2", b="w1", kind=TieKind.TENSION, words="sinds Fatima kwam"),
        ),
    }


def _table() -> dict[str, tuple[object, ...]]:
    return {
        "participants": (
            Participant(
                key="d1",
                name="Fatima el Hadioui",
                organisation="Stichting Kwartelhof",
                function="jeugdbeschermer",
                relation="Ik ken Mirjam sinds 2019.",
                email="fatima@kwartelhof.example",
                check_in="Met een vol hoofd, en ook met hoop.",
                hope="Dat we Mirjams vraag horen.",
                calm=1,
                rest=0,
                position=1,
                position_after=4,
                takes_along="Ik bel Truus eerst.",
                learned="Vertragen is ook werk.",
            ),
            Participant(
                key="d2",
                name="Koos Ulrum",
                function="leerkracht",
                relation="Groep 8.",
                check_in="Nieuwsgierig.",
                calm=3,
                rest=2,
                position=3,
                position_after=4,
                takes_along="Dat school ook een thuis kan zijn.",
            ),
        ),
        "notes": (
            Note(key="hopes-together", text="Dat we naast elkaar komen te staan."),
            Note(key="dynamics-notice", text="We gaan sneller praten en kijken naar Fatima."),
            Note(key="dynamics-bend", text="Iemand zegt: stop."),
            Note(key="family-history", text="Ook Truus woonde als kind op veel plekken."),
            Note(key="standing-out", text="Zeven rustige jaren, daarna elk jaar een plek."),
            Note(key="checkout-together", text="Stiller dan we kwamen."),
            Note(key="process-2", text="GEHEIM van de voorzitter"),
        ),
        "dynamics": (
            DynamicMoment(
                key="y1",
                at=datetime(2026, 11, 17, 10, 42, tzinfo=UTC),
                step=4,
                line="we gingen sneller praten over Mirjam.",
                tags=(Dynamic.HASTE, Dynamic.BLAME),
                starred=True,
            ),
            DynamicMoment(
                key="y2",
                at=datetime(2026, 11, 17, 9, 30, tzinfo=UTC),
                step=2,
                tags=(Dynamic.SILENCE,),
                starred=True,
            ),
            DynamicMoment(
                key="y3",
                at=datetime(2026, 11, 17, 9, 50, tzinfo=UTC),
                step=3,
                line="alleen voor onszelf",
            ),
        ),
        "agreements": (
            Agreement(key="a1", what="Eén praat tegelijk.", moment=AgreementMoment.TODAY),
            Agreement(
                key="a2", what="Elke week bellen met Mirjam.", who="Fatima", due="vrijdag"
            ),
            Agreement(key="a3", what="Nog niet rijp.", starred=False),
        ),
    }


def _family() -> dict[str, tuple[object, ...]]:
    return {
        "people": (
            Person(
                key="p1",
                name="Vlinder",
                bond=Bond.CHILD,
                birth=exactly(date(2012, 4, 9)),
                nature="Tekent, zwemt en voelt alles aan.",
                joy="Dieren en water.",
                characteristic="Kijkt eerst, doet dan mee.",
                strength="Trouw aan wie blijft.",
                limitation="Zegt laat dat het te veel is.",
                need="Iemand die niet weggaat.",
                place="De oudste thuis.",
            ),
            Person(
                key="p2",
                name="Mirjam Zandstra",
                kin="moeder",
                generation=-1,
                birth=whole_year(1986),
                nature="Warm en snel. Mirjam zingt als het stil wordt.",
                strength="Staat altijd weer op.",
                need="Dat iemand het haar voordoet.",
            ),
            Person(key="p3", name="Truus Wiggers", kin="oma", generation=-2, nature="Rots."),
            Person(key="p4", name="Sem", bond=Bond.HALF, kin="halfbroer", nature="Grapjas."),
        ),
        "households": (Household(key="h1", name="Huis van Mirjam"),),
        "dwellings": (
            Dwelling(key="l1", person="p1", household="h1"),
            Dwelling(key="l2", person="p2", household="h1"),
        ),
        "kinships": (
            Kinship(key="k1", a="p2", b="p1", kind=KinshipKind.PARENT),
            Kinship(key="k2", a="p3", b="p2", kind=KinshipKind.PARENT),
            Kinship(key="k3", a="p2", b="p4", kind=KinshipKind.PARENT),
        ),
        "relations": (
            Relation(
                key="r1", a="p1", b="p2", word=RelationWord.WARM, words="en soms te dichtbij"
            ),
            Relation(key="r2", a="p2", b="p3", word=RelationWord.CHANGING),
        ),
    }


def _line(events: int) -> dict[str, tuple[object, ...]]:
    return {
        "events": (
            *(_event(number) for number in range(events)),
            Event(key="u1", title="Verhuizing?", what="Truus denkt aan een zomer."),
            Event(key="x1", title="Zonder ster", starred=False),
            Event(key="x2", title="Verborgen", hidden=True),
        ),
        "mirrors": (
            Mirror(
                key="m1",
                rank=1,
                family_event="e0",
                family=Dynamic.FEAR,
                team_event="e3",
                team=Dynamic.HASTE,
                organisation_event="x1",
                organisation=Dynamic.HASTE,
            ),
            Mirror(
                key="m2", rank=2, family_event="e0", family=Dynamic.FEAR, words="naar Truus"
            ),
            Mirror(key="m3", family_event="e0", family=Dynamic.FEAR, starred=False),
            Mirror(key="m4", rank=3, family_event="x1", family=Dynamic.FEAR),
        ),
        "perspectives": (
            Perspective(key="v1", event="e0", who="Mirjam", text="Ik vroeg zelf om hulp."),
            Perspective(key="v2", event="e0", who="Fatima", text="Wij zagen vooral gevaar."),
            Perspective(key="v3", event="x1", who="Truus", text="Dit staat er niet in."),
        ),
        "periods": (
            Period(
                key="s1",
                lane=Lane.STAY,
                kind=StayKind.HOME,
                title="bij Mirjam",
                when=_span(2012, 2019),
            ),
            Period(
                key="s2",
                lane=Lane.STAY,
                kind=StayKind.OPEN_GROUP,
                title="Stichting Kwartelhof",
                party="o1",
                when=_span(2019, None),
            ),
            Period(
                key="s3", lane=Lane.DIRECTION, party="w1", role="regie", when=_span(2020, 2022)
            ),
        ),
    }


def _span(first: int, last: int | None) -> Span:
    until = whole_year(last) if last else None
    return Span(since=whole_year(first), until=until, ongoing=last is None)


def _event(number: int) -> Event:
    return Event(
        key=f"e{number}",
        title=f"Overleg {number + 1} bij Mirjam",
        when=Span(since=exactly(date(2012 + number % 14, 1 + number % 12, 1 + number % 27))),
        kind=EventKind.MEETING,
        what="Mirjam en Fatima spreken elkaar & zoeken een plek bij Stichting Kwartelhof.",
        involved=(Involved("p2"), Involved("w1", "voorzitter namens Sjoerd Brakema")),
        parents="Vader is stil; Mirjam praat.",
        effect="Wij gaan harder lopen.",
        next_step="Een nieuwe plek.",
        then="We dachten: Truus kan het niet meer.",
        own_words="Laat mij nou eens.",
        in_family=(Dynamic.FEAR,),
        in_team=(Dynamic.HASTE,),
        is_crucial=number in {0, 3},
    )


def _lessons() -> dict[str, tuple[object, ...]]:
    return {
        "moments": (
            Moment(
                key="e0",
                knew="Dat Mirjam alleen stond.",
                thought="Nu moet er iets gebeuren.",
                made_sense="Er was geen plek.",
                see_now="Truus werd niet gevraagd.",
                differently="Eerst bellen.",
                asks_of_me="Verdragen.",
                asks_of_others="Rugdekking van Stichting Kwartelhof.",
                conditions="Tijd.",
            ),
        ),
        "insights": (
            Insight(
                key="i1",
                text="Elke keer als wij haast hadden, verhuisde Vlinder.",
                layer=Layer.PROFESSIONAL,
                evidence=("e0", "e3"),
                codes=("SH6",),
            ),
            Insight(key="i2", text="Mirjam droeg het alleen.", layer=Layer.FAMILY),
            Insight(key="i3", text="Blijft achter.", starred=False),
        ),
        "codings": (
            Coding(key="c1", code="KG5", layer=Layer.FAMILY, evidence=("e0",)),
            Coding(key="c2", code="SH6", own_words="Nog een keer hetzelfde", evidence=("e3",)),
            Coding(key="c3", code="D12", own_words="Nu, nu, nu", evidence=("e0", "e3")),
            Coding(key="c4", code="W10"),
            Coding(key="c5", code="C4"),
            Coding(key="c6", code="W17", starred=False),
        ),
    }
