"""One day as an entry for a calendar (RFC 5545)."""

from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

_MAKER = "-//casusanalyse//NL"
_BEFORE = timedelta(hours=-15)
"""The day before at nine in the morning: the entry begins at midnight."""


def day_entry(day: date, *, key: str, title: str, about: str, now: datetime) -> bytes:
    """Return an entry for a whole day, with a reminder on the day before.

    A later entry with the same key takes the place of this one: the day may be moved.

    Args:
        day: Dutch date.
        key: the same for every entry about the same thing; says nothing about a case.
        title: one line.
        about: a few lines; no link, since calendars are shared more often than mail.
        now: aware, UTC; also tells which of two entries is newer.
    """
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _BEFORE)
    event = Event()
    event.add("uid", key)
    event.add("dtstamp", now)
    event.add("sequence", int(now.timestamp()) // 60)  # stays below 2^31 for long enough
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title)
    event.add("description", about)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(alarm)
    calendar = Calendar()
    for name, value in {"prodid": _MAKER, "version": "2.0", "method": "PUBLISH"}.items():
        calendar.add(name, value)
    calendar.add_component(event)
    return bytes(calendar.to_ical())
