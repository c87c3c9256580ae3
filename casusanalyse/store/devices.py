"""Second computers: codes that wait for one, and those that were let in.

Of a code or a token only the print is kept: who reads the database cannot use it.
"""

from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select

from casusanalyse.domain.devices import DEVICE_LIFETIME, Device, DeviceRole
from casusanalyse.store.database import Database
from casusanalyse.store.key import key_of
from casusanalyse.store.tables import CASE, DEVICE, DEVICE_CODE, WRONG_CODE

MOST_WRONG = 10
"""Wrong codes in `WRONG_WINDOW`, of all devices together; after that no code is looked at."""

WRONG_WINDOW = timedelta(minutes=1)

_DEVICE = select(DEVICE, CASE.c.reference).join(CASE, CASE.c.key == DEVICE.c.case_key)


def print_of(secret: str) -> str:
    """Return what is kept of a code or a token."""
    return sha256(secret.encode()).hexdigest()


class Devices:
    """The second computers of all cases; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put_code(
        self, reference: str, role: DeviceRole, code: str, *, expires_at: datetime
    ) -> None:
        """Let a code wait for its device; an earlier one of the same role no longer counts.

        Raises:
            Refusal: `unknown_case`.
        """
        with self._database.writing() as connection:
            own = {"case_key": key_of(connection, reference, claim=True), "role": role.value}
            connection.execute(delete(DEVICE_CODE).filter_by(**own))
            row = {**own, "print": print_of(code), "expires_at": expires_at}
            connection.execute(insert(DEVICE_CODE).values(**row))

    def spend_code(
        self, code: str, token: str, device: str, now: datetime
    ) -> DeviceRole | None:
        """Let in the device a code was waiting for; the code is gone afterwards.

        Args:
            code: as it was made.
            token: what the device shows from now on.
            device: the key to unpair it by.
            now: aware, UTC.

        Returns:
            What the device does; None when no such code waits.
        """
        waiting = delete(DEVICE_CODE).where(
            DEVICE_CODE.c.print == print_of(code), DEVICE_CODE.c.expires_at > now
        )
        with self._database.writing() as connection:
            row = connection.execute(waiting.returning(DEVICE_CODE)).first()
            if row is None:
                return None
            own = {"print": print_of(token), "key": device, "paired_at": now}
            own |= {"case_key": row.case_key, "role": row.role}
            connection.execute(insert(DEVICE).values(**own))
        return DeviceRole(row.role)

    def get(self, token: str, now: datetime) -> Device | None:
        """Return the device that shows this token; None when it is not paired (any more)."""
        with self._database.reading() as connection:
            own = _DEVICE.where(DEVICE.c.print == print_of(token), _is_paired(now))
            row = connection.execute(own).first()
        return _device(row) if row else None

    def of(self, reference: str, now: datetime) -> tuple[Device, ...]:
        """Return the devices of a case, first paired first."""
        own = _DEVICE.where(CASE.c.reference == reference, _is_paired(now))
        with self._database.reading() as connection:
            rows = connection.execute(own.order_by(DEVICE.c.paired_at, DEVICE.c.key)).all()
        return tuple(map(_device, rows))

    def remove(self, reference: str, device: str) -> None:
        """Unpair a device by its key; one that is gone already stays gone.

        Raises:
            Refusal: `unknown_case`.
        """
        with self._database.writing() as connection:
            case_key = key_of(connection, reference)
            own = delete(DEVICE).where(DEVICE.c.case_key == case_key, DEVICE.c.key == device)
            connection.execute(own)

    def leave(self, token: str) -> None:
        """Unpair the device that shows this token."""
        with self._database.writing() as connection:
            connection.execute(delete(DEVICE).where(DEVICE.c.print == print_of(token)))

    def is_guessed_at(self, now: datetime) -> bool:
        """Tell whether so many wrong codes came in that the next is not looked at."""
        with self._database.reading() as connection:
            return _wrong(connection, now) >= MOST_WRONG

    def note_wrong(self, now: datetime) -> None:
        """Count a wrong code; nothing is kept about where it came from."""
        with self._database.writing() as connection:
            old = WRONG_CODE.c.at <= now - WRONG_WINDOW
            connection.execute(delete(WRONG_CODE).where(old))
            if _wrong(connection, now) < MOST_WRONG:
                row = {"at": now, "region": self._database.region}
                connection.execute(insert(WRONG_CODE).values(**row))


def _wrong(connection: Connection, now: datetime) -> int:
    recent = select(func.count()).where(WRONG_CODE.c.at > now - WRONG_WINDOW)
    return connection.execute(recent).scalar_one()


def _is_paired(now: datetime) -> ColumnElement[bool]:
    return DEVICE.c.paired_at > now - DEVICE_LIFETIME


def _device(row: Row[tuple[object, ...]]) -> Device:
    return Device(
        key=row.key,
        reference=row.reference,
        role=DeviceRole(row.role),
        paired_at=row.paired_at,
    )
