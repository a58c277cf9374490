"""People's time in cells of a quarter of an hour, a byte each, so that a month of twenty is ranked in milliseconds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cached_property

from dialogs.decisions.openings import STANDING_OF, Calendar, Standing, working_windows
from graph.model import Busy, Hidden, Window

CELL = timedelta(minutes=15)


@dataclass(frozen=True)
class Grid:
    """Cells of a quarter of an hour, counted from the epoch, so that every zone's quarters fall on them."""

    start: datetime
    end: datetime

    def index(self, instant: datetime) -> int:
        """The cell in which an instant lies; cell 0 is an hour before the start, for neighbours."""
        return int((instant - self.origin) // CELL)

    @cached_property
    def origin(self) -> datetime:
        """The beginning of cell 0, in UTC."""
        return floor(self.start) - 4 * CELL

    @cached_property
    def size(self) -> int:
        """How many cells there are, neighbours on both sides among them."""
        return self.index(self.end) + 5


def floor(instant: datetime) -> datetime:
    """The beginning of the cell in which `instant` lies, in UTC."""
    seconds = int(CELL.total_seconds())
    return datetime.fromtimestamp(int(instant.timestamp()) // seconds * seconds, UTC)


def row_of(calendar: Calendar, grid: Grid) -> bytearray:
    """One person's standings, a byte a cell."""
    if isinstance(calendar.schedule, Hidden):
        return bytearray([Standing.HIDDEN]) * grid.size
    hours = calendar.schedule.hours
    row = bytearray([Standing.FREE if hours is None else Standing.OUTSIDE]) * grid.size
    span = Window(grid.origin, grid.origin + grid.size * CELL)
    if hours is not None:
        for shift in working_windows(hours, span):
            first, last = -(-(shift.start - grid.origin) // CELL), (shift.end - grid.origin) // CELL
            row[first:last] = bytearray(max(0, last - first))
    for busy in calendar.schedule.busy:
        _mark(row, busy, grid, span)
    return row


def away_from_work(row: bytearray) -> list[int]:
    """How many cells each cell lies from working time; 0 within it."""
    farthest, outside = len(row), int(Standing.OUTSIDE)
    distances, far = [0] * len(row), farthest
    for here, standing in enumerate(row):
        if standing != outside:
            far = 0
        elif far < farthest:
            far += 1
        distances[here] = far
    far = farthest
    for here in range(len(row) - 1, -1, -1):
        if row[here] != outside:
            far = 0
        elif far < farthest:
            far += 1
        distances[here] = min(distances[here], far)
    return distances


def days_off(calendars: Sequence[Calendar], grid: Grid) -> bytearray:
    """A byte a cell, 1 on somebody's public holiday."""
    row = bytearray(grid.size)
    for zone, day in {(each.zone, day) for each in calendars if each.zone for day in each.days_off}:
        first = max(0, grid.index(datetime.combine(day, time(), zone)))
        last = min(grid.size, grid.index(datetime.combine(day + timedelta(days=1), time(), zone)))
        if first < last:
            row[first:last] = b"\x01" * (last - first)
    return row


def _mark(row: bytearray, busy: Busy, grid: Grid, span: Window) -> None:
    if not busy.window.overlaps(span):
        return
    standing = STANDING_OF[busy.show_as]
    first = max(0, grid.index(busy.window.start))
    last = min(grid.size, int(-(-(busy.window.end - grid.origin) // CELL)))
    row[first:last] = bytes(max(standing, before) for before in row[first:last])


def is_taken(row: bytearray, at: int) -> bool:
    """Whether somebody is in a meeting then, certain or not."""
    return row[at] in (Standing.TENTATIVE, Standing.BUSY)
