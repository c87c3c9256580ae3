"""From the reference people say to the key every row of a case hangs on."""

from sqlalchemy import Connection, select

from casusanalyse.domain.problems import Refusal
from casusanalyse.store.tables import CASE


def key_of(connection: Connection, reference: str, *, claim: bool = False) -> str:
    """Return the key of a case.

    Args:
        connection: with an open transaction.
        reference: such as `2026-0014`.
        claim: make others who claim the same case wait until this transaction ends.

    Raises:
        Refusal: `unknown_case`.
    """
    case = select(CASE.c.key).where(CASE.c.reference == reference)
    key: str | None = connection.execute(case.with_for_update() if claim else case).scalar()
    if key is None:
        raise Refusal("unknown_case")
    return key
