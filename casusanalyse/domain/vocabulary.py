"""The fixed words of the method; their Dutch labels stand in content/nl/vocabulary.toml.

Source: domain vocabulary after Hopmans 2024 (P), sections 1, 3 and 5; kinds of stay after
Mourits and Addink 2021, appendix 1, and Het Vergeten Kind & Levvel, section 1.
"""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """What sort of organisation stands around a family."""

    MUNICIPALITY = "municipality"
    CERTIFIED_INSTITUTION = "certified_institution"
    CHILD_PROTECTION_BOARD = "child_protection_board"
    COURT = "court"
    CARE_PROVIDER = "care_provider"
    MENTAL_HEALTH = "mental_health"
    EDUCATION = "education"
    ATTENDANCE = "attendance"
    GENERAL_PRACTICE = "general_practice"
    POLICE = "police"
    EXPERT_TEAM = "expert_team"
    REGION = "region"
    OTHER = "other"


class Bond(StrEnum):
    """How somebody belongs to the child; foster, step and half are ordinary values."""

    CHILD = "child"
    OWN = "own"
    HALF = "half"
    STEP = "step"
    FOSTER = "foster"
    ADOPTIVE = "adoptive"
    NETWORK = "network"


class KinshipKind(StrEnum):
    """The family line from `a` to `b`: `a` is the parent in the parent kinds."""

    PARENT = "parent"
    STEP_PARENT = "step_parent"
    FOSTER_PARENT = "foster_parent"
    ADOPTIVE_PARENT = "adoptive_parent"
    PARTNER = "partner"
    FORMER_PARTNER = "former_partner"


class RelationWord(StrEnum):
    """The seven kind words for who two people are to each other."""

    WARM = "warm"
    SUPPORTS = "supports"
    CARES_FOR = "cares_for"
    CHANGING = "changing"
    TENSE = "tense"
    DISTANT = "distant"
    NO_CONTACT = "no_contact"


class EventKind(StrEnum):
    """What sort of thing happened."""

    LIFE = "life"
    SIGNAL = "signal"
    HELP_START = "help_start"
    HELP_END = "help_end"
    MOVE = "move"
    CRISIS = "crisis"
    DECISION = "decision"
    MEETING = "meeting"
    CHANGE_OF_PROFESSIONAL = "change_of_professional"
    SCHOOL = "school"
    TURNING_POINT = "turning_point"
    BROAD_ANALYSIS = "broad_analysis"
    GOOD_MOMENT = "good_moment"


class Lane(StrEnum):
    """The layers of the line that hold periods."""

    FAMILY = "family"
    STAY = "stay"
    FRAME = "frame"
    DIRECTION = "direction"
    EDUCATION = "education"
    INVOLVEMENT = "involvement"


class StayKind(StrEnum):
    """Kinds of stay, in the order light to heavy of the sources."""

    HOME = "home"
    KIN = "kin"
    RESPITE = "respite"
    FOSTER_FAMILY = "foster_family"
    FAMILY_HOUSE = "family_house"
    SMALL_SCALE = "small_scale"
    OPEN_GROUP = "open_group"
    CRISIS_SHELTER = "crisis_shelter"
    PSYCHIATRIC = "psychiatric"
    CLOSED = "closed"
    CUSTODY = "custody"
    SUPERVISED_LIVING = "supervised_living"
    UNKNOWN = "unknown"


WEIGHTLESS = frozenset({StayKind.SUPERVISED_LIVING, StayKind.UNKNOWN})
"""Kinds of stay that are neither lighter nor heavier than another."""


class FrameKind(StrEnum):
    """Legal frames, in the order the domain lists them."""

    VOLUNTARY = "voluntary"
    URGED = "urged"
    PROVISIONAL_SUPERVISION = "provisional_supervision"
    SUPERVISION = "supervision"
    OUT_OF_HOME = "out_of_home"
    CLOSED_ORDER = "closed_order"
    GUARDIANSHIP = "guardianship"
    JUVENILE_PROBATION = "juvenile_probation"
    CRIMINAL = "criminal"
    ADULT_VOLUNTARY = "adult_voluntary"


FREE_FRAMES = frozenset({FrameKind.VOLUNTARY, FrameKind.URGED, FrameKind.ADULT_VOLUNTARY})
"""Frames without a court; leaving or entering this set is a change of frame (RO6)."""


class EducationKind(StrEnum):
    """School or other day activity."""

    REGULAR = "regular"
    SPECIAL = "special"
    CARE_ARRANGEMENT = "care_arrangement"
    AT_HOME = "at_home"
    DAY_ACTIVITY = "day_activity"
    WORK = "work"
    NONE = "none"


class Dynamic(StrEnum):
    """What runs in the family or among professionals. Source: P sections 3.2 and 3.3."""

    FEAR = "fear"
    BLAME = "blame"
    DISTRUST = "distrust"
    WITHDRAWAL = "withdrawal"
    RESCUING = "rescuing"
    CONTROL = "control"
    HASTE = "haste"
    PASSING_ON = "passing_on"
    FEELING_OF_FAILURE = "feeling_of_failure"
    STRUGGLE = "struggle"
    SILENCE = "silence"
    CALM = "calm"
    RECOGNITION = "recognition"
    TRUST = "trust"
    CLOSENESS = "closeness"
    CARRYING_TOGETHER = "carrying_together"


class TieKind(StrEnum):
    """Ties the group draws in the network itself."""

    SUPPORT = "support"
    TENSION = "tension"
    BROKEN = "broken"


class Layer(StrEnum):
    """On which layer an insight sits."""

    FAMILY = "family"
    PROFESSIONAL = "professional"
    ORGANISATION = "organisation"
    REGION = "region"
    COUNTRY = "country"


class AgreementMoment(StrEnum):
    """Agreed for today (step 2) or for afterwards (step 5)."""

    TODAY = "today"
    AFTERWARDS = "afterwards"


class CaseState(StrEnum):
    """Where a case stands; later states belong to the week after the session."""

    PREPARING = "preparing"
    IN_SESSION = "in_session"
    DRAFT = "draft"
