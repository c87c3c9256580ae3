"""Invitations, personal links and remarks.

Of a link only the print of its token is kept: who reads the database cannot use it.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, Table, delete, insert, select, update

from casusanalyse.domain.change import Deed
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.reading import Reading
from casusanalyse.domain.remark import Remark
from casusanalyse.domain.round import Invitation, Round
from casusanalyse.store import log
from casusanalyse.store.body import packed
from casusanalyse.store.database import Database
from casusanalyse.store.devices import print_of
from casusanalyse.store.key import key_of
from casusanalyse.store.tables import CASE, INVITATION, READING_LINK, REMARK, ROUND

_ROUND = msgspec.json.Decoder(Round)
_INVITATION = msgspec.json.Decoder(Invitation)
_REMARK = msgspec.json.Decoder(Remark)

Alter = Callable[[Round, Invitation | None], Invitation]


class Readings:
    """Who may read and react, and what they said; every method is one transaction.

    Raises:
        Refusal: `unknown_case`, and those of a database that is damaged, full or busy.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def invitations(self, reference: str) -> tuple[Invitation, ...]:
        """Return everybody who was invited, first invited first."""
        found = map(_INVITATION.decode, self._bodies(INVITATION, reference))
        return tuple(sorted(found, key=lambda one: (one.invited_at, one.key)))

    def _bodies(self, table: Table, reference: str) -> list[str]:
        """Return what one of our tables holds of a case, by key."""
        own = select(table.c.body).join(CASE, CASE.c.key == table.c.case_key)
        here = own.where(CASE.c.reference == reference).order_by(table.c.key)
        with self._database.reading() as connection:
            return list(connection.execute(here).scalars())

    def change_invitation(
        self, reference: str, participant: str, alter: Alter, deed: Deed, *, token: str = ""
    ) -> Invitation:
        """Change the invitation of a participant; once it is revoked all its links are gone.

        Args:
            reference: of the case.
            participant: key of the participant.
            alter: gives the invitation as it becomes, from None the first time; may refuse.
            deed: for the change log.
            token: of one more link, or empty.

        Raises:
            Refusal: `no_concept`.
        """
        with self._database.writing() as connection:
            case_key = key_of(connection, reference, claim=True)
            after = _altered(connection, case_key, participant, alter)
            links = READING_LINK.c.invitation == after.key
            if after.revoked_at:
                connection.execute(delete(READING_LINK).where(links))
            elif token:
                row = {"print": print_of(token), "invitation": after.key}
                connection.execute(insert(READING_LINK).values(**row))
            log.append(connection, case_key, deed, ())
        return after

    def remarks(self, reference: str) -> tuple[Remark, ...]:
        """Return every remark of a case, also what was only typed; by key."""
        return tuple(map(_REMARK.decode, self._bodies(REMARK, reference)))

    def take_in(
        self, reference: str, who: tuple[str, Alter], remarks: Iterable[Remark], deed: Deed
    ) -> int:
        """Add what a participant said elsewhere; return how many remarks were new, by key.

        Args:
            reference: of the case.
            who: key of the participant, and what becomes of the invitation.
            remarks: those that are here already stay as they are.
            deed: for the change log.

        Raises:
            Refusal: `no_concept`, and what is refused of the invitation.
        """
        with self._database.writing() as connection:
            case_key = key_of(connection, reference, claim=True)
            invitation = _altered(connection, case_key, *who)
            here = select(REMARK.c.key).where(REMARK.c.case_key == case_key)
            known = set(connection.execute(here).scalars())
            new = {one.key: one for one in remarks if one.key not in known}
            for remark in new.values():
                _lay_remark(connection, case_key, replace(remark, invitation=invitation.key))
            if new:
                log.append(connection, case_key, deed, ())
        return len(new)

    def change_remark(
        self, reference: str, key: str, alter: Callable[[Round, Remark], Remark], deed: Deed
    ) -> Remark:
        """Change one remark at the desk of the chair.

        Raises:
            Refusal: `gone`, and what `alter` refuses.
        """
        with self._database.writing() as connection:
            case_key = key_of(connection, reference, claim=True)
            own = (
                select(REMARK.c.body, ROUND.c.body.label("week"))
                .join(ROUND, ROUND.c.case_key == REMARK.c.case_key)
                .where(REMARK.c.case_key == case_key, REMARK.c.key == key)
            )
            row = connection.execute(own).first()
            if row is None:
                raise Refusal("gone")
            after = alter(_ROUND.decode(row.week), _REMARK.decode(row.body))
            _lay_remark(connection, case_key, after)
            log.append(connection, case_key, deed, ())
        return after

    def get(self, token: str) -> Reading | None:
        """Return what the bearer of a link has before them; None for a link that is not known.

        Known and unknown links take the same one question; who guesses learns nothing.
        """
        with self._database.reading() as connection:
            row = connection.execute(_access(token)).first()
            return _reading(connection, row) if row else None

    def change(
        self, token: str, alter: Callable[[Reading], Reading], deed: Deed | None
    ) -> Reading | None:
        """Change what the bearer of a link has before them; None for an unknown link.

        Args:
            token: of the link.
            alter: gives the reading as it becomes; may refuse.
            deed: for the change log, or None for typing.
        """
        with self._database.writing() as connection:
            row = connection.execute(_access(token).with_for_update(of=INVITATION)).first()
            if row is None:
                return None
            before = _reading(connection, row)
            after = alter(before)
            _keep(connection, row.case_key, before, after)
            if deed:
                log.append(connection, row.case_key, deed, ())
        return after


def _access(token: str) -> Select[Any]:
    return (
        select(
            CASE.c.key.label("case_key"),
            CASE.c.reference,
            ROUND.c.body.label("week"),
            INVITATION.c.body.label("invitation"),
        )
        .join(INVITATION, INVITATION.c.case_key == CASE.c.key)
        .join(ROUND, ROUND.c.case_key == CASE.c.key)
        .join(READING_LINK, READING_LINK.c.invitation == INVITATION.c.key)
        .where(READING_LINK.c.print == print_of(token))
    )


def _reading(connection: Connection, row: Row[Any]) -> Reading:
    invitation = _INVITATION.decode(row.invitation)
    own = select(REMARK.c.body).where(REMARK.c.invitation == invitation.key)
    bodies = connection.execute(own.order_by(REMARK.c.key)).scalars()
    remarks = (_REMARK.decode(body) for body in bodies)
    return Reading(
        reference=row.reference,
        week=_ROUND.decode(row.week),
        invitation=invitation,
        remarks=tuple(one for one in remarks if not one.author),
    )


def _keep(connection: Connection, case_key: str, before: Reading, after: Reading) -> None:
    """Write what changed, and nothing else: this happens while somebody types."""
    if after.invitation != before.invitation:
        _lay_invitation(connection, case_key, after.invitation)
    known = {one.key: one for one in before.remarks}
    for remark in after.remarks:
        if known.pop(remark.key, None) != remark:
            _lay_remark(connection, case_key, remark)
    for key in known:
        connection.execute(delete(REMARK).filter_by(case_key=case_key, key=key))


def _altered(
    connection: Connection, case_key: str, participant: str, alter: Alter
) -> Invitation:
    week = connection.execute(select(ROUND.c.body).where(ROUND.c.case_key == case_key)).scalar()
    if week is None:
        raise Refusal("no_concept")
    own = select(INVITATION.c.body).where(
        INVITATION.c.case_key == case_key, INVITATION.c.participant == participant
    )
    body = connection.execute(own.with_for_update()).scalar()
    after = alter(_ROUND.decode(week), _INVITATION.decode(body) if body else None)
    _lay_invitation(connection, case_key, after)
    return after


def _lay_invitation(connection: Connection, case_key: str, invitation: Invitation) -> None:
    own = update(INVITATION).where(INVITATION.c.key == invitation.key)
    body = packed(invitation)
    if not connection.execute(own.values(body=body)).rowcount:
        row = {"key": invitation.key, "case_key": case_key, "body": body}
        connection.execute(insert(INVITATION).values(**row, participant=invitation.participant))


def _lay_remark(connection: Connection, case_key: str, remark: Remark) -> None:
    own = update(REMARK).where(REMARK.c.case_key == case_key, REMARK.c.key == remark.key)
    body = packed(remark)
    if not connection.execute(own.values(body=body)).rowcount:
        row = {"case_key": case_key, "key": remark.key, "body": body}
        connection.execute(insert(REMARK).values(**row, invitation=remark.invitation))
