"""What somebody saw at a stop: noted only when someone asks.

Source: Hopmans 2024, section 5.2: each stop is worth a line in the report.
"""

from casusanalyse.domain.change import Put
from casusanalyse.domain.participant import DynamicMoment
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.vocabulary import Dynamic
from casusanalyse.usecases.desk import Desk, new_key, next_rank
from casusanalyse.usecases.removal import remove_record

LONGEST_LINE = 300


def keep_dynamic(desk: Desk, step: int, line: str, tags: tuple[Dynamic, ...] = ()) -> str:
    """Note one line of what was seen; return the key.

    Args:
        desk: who writes.
        step: where the group was, 1 to 5.
        line: about the movement, not about a person.
        tags: in the order they were chosen.

    Raises:
        Refusal: `dynamic_empty`, `dynamic_long`.
    """
    line = " ".join(line.split())
    if not line and not tags:
        raise Refusal("dynamic_empty")
    if len(line) > LONGEST_LINE:
        raise Refusal("dynamic_long", most=LONGEST_LINE)
    rank = next_rank(desk.case().dynamics)
    seen = DynamicMoment(key=new_key(), rank=rank, at=desk.now, step=step, line=line, tags=tags)
    desk.write("keep_dynamic", Put(seen))
    return seen.key


def remove_dynamic(desk: Desk, key: str) -> None:
    """Take a moment away."""
    remove_record(desk, "remove_dynamic", desk.case().dynamics, key)
