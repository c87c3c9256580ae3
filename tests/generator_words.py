"""Invented words for invented cases."""

from random import Random

from casusanalyse.domain.vocabulary import Bond, EventKind

TITLES = {
    EventKind.LIFE: ("verhuizing", "opa wordt ziek", "zusje geboren", "ouders uit elkaar"),
    EventKind.SIGNAL: ("melding", "school belt", "huisarts maakt zich zorgen"),
    EventKind.HELP_START: ("hulp begint", "intake", "therapie start", "logeerhuis begint"),
    EventKind.HELP_END: ("hulp stopt", "doel gehaald", "therapie afgerond"),
    EventKind.MOVE: ("naar een andere plek", "naar oma", "terug naar huis", "naar de groep"),
    EventKind.CRISIS: ("nacht weg", "ruzie loopt hoog op", "crisisdienst belt"),
    EventKind.DECISION: ("zitting", "besluit over verblijf", "maatregel verlengd"),
    EventKind.MEETING: ("groot overleg", "gesprek op school", "rondetafel", "evaluatie"),
    EventKind.CHANGE_OF_PROFESSIONAL: ("nieuwe begeleider", "afscheid van mentor"),
    EventKind.SCHOOL: ("nieuwe school", "thuis van school", "rapport", "stage"),
    EventKind.TURNING_POINT: ("het wordt rustiger", "er komt een koers"),
    EventKind.BROAD_ANALYSIS: ("brede analyse",),
    EventKind.GOOD_MOMENT: ("samen naar zee", "verjaardag bij oma", "diploma zwemmen"),
}
WEIGHTS = (12, 10, 9, 6, 6, 9, 7, 14, 10, 9, 2, 1, 8)
FIRST_NAMES = [
    "Ada",
    "Bo",
    "Cas",
    "Dina",
    "Eef",
    "Faas",
    "Gijs",
    "Hedy",
    "Ilja",
    "Jort",
    "Kee",
    "Lot",
    "Mats",
    "Noud",
    "Oona",
    "Pim",
    "Roos",
    "Siem",
    "Teun",
    "Yuna",
]
LAST_NAMES = [
    "Duinbeek",
    "Elzenoord",
    "Fazant",
    "Grutto",
    "Heidezoom",
    "Ijsvogel",
    "Kastanje",
    "Linde",
    "Meerkoet",
    "Nachtegaal",
]
FUNCTIONS = ("begeleider", "jeugdbeschermer", "gezinswerker", "leerkracht", "therapeut")
PLACES = (
    "De Elzen",
    "De Boot",
    "De Merel",
    "Het Veer",
    "De Tuin",
    "De Ster",
    "Het Erf",
    "De Kade",
)
PEOPLE = (
    ("Vlinder", Bond.CHILD, "", 0),
    ("Maan", Bond.OWN, "moeder", -1),
    ("Zon", Bond.OWN, "vader", -1),
    ("Berg", Bond.STEP, "stiefvader", -1),
    ("Ster", Bond.OWN, "broer", 0),
    ("Wolk", Bond.HALF, "halfzus", 0),
    ("Eik", Bond.OWN, "opa", -2),
    ("Beuk", Bond.OWN, "oma", -2),
    ("Duin", Bond.FOSTER, "pleegmoeder", -1),
    ("Zee", Bond.FOSTER, "pleegvader", -1),
    ("Kust", Bond.OWN, "tante", -1),
    ("Rots", Bond.NETWORK, "buurman", -1),
)
WHO = ("Vlinder", "Maan", "Zon", "Oma", "De groep", "School", "De mentor")
DOES = ("zoekt", "mist", "houdt vast aan", "vraagt om", "vertelt over")
WHAT = ("rust", "een vaste plek", "de lange lijn", "iemand die blijft", "tijd")


def sentence(draw: Random) -> str:
    return f"{draw.choice(WHO)} {draw.choice(DOES)} {draw.choice(WHAT)}."
