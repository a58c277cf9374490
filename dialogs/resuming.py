"""What is open, shown again once something else was looked at: "where were we", "back to the booking".

Ana: 30 min with Tom tomorrow afternoon
Bot: Times for “Meeting: Ana and Tom” …
Ana: what's on tomorrow?
Bot: Tuesday, 24 November …
Ana: ok, back to the booking
Bot: Times for “Meeting: Ana and Tom” …
"""

from dialogs.asker import Asker
from dialogs.booking import book
from dialogs.changing import preview
from dialogs.frame import Frame
from dialogs.turn import Reply
from dialogs.understand.understood import Understood


async def resume(_said: Understood, frame: Frame, asker: Asker) -> tuple[Frame, Reply]:
    """The change or the booking that is being discussed; of any other card that it still waits. Raises GraphError."""
    if change := frame.open_change:
        return await preview.show(change, frame, asker)
    if frame.booking:
        return await book.proceed(frame.booking, frame, asker)
    words = "resume-above" if frame.asked else "resume-nothing"
    return frame, Reply(text=asker.reader.say(words), dialog="resume", outcome="told")
