"""What is known so far in one conversation with one person. Frozen values that survive JSON."""

from dialogs.frame.asking import Anchored, Asked, Button, Done, Request
from dialogs.frame.booking import Booking, CalendarChosen, Offer, RoomWish
from dialogs.frame.changing import Alike, Change, Counter, Repeats, Target, Wish
from dialogs.frame.frame import Frame
from dialogs.frame.messages import Letter, MailBatch, MailView, Tidied, Tidying
from dialogs.frame.people import Guest, Principal, Profile, Reach, Unresolved
from dialogs.frame.settings import Absence, CalendarAct, Replies, SettingsChange, Sharer
from dialogs.frame.several import Act, Batch, Gone, Line, Move, Reshuffle

__all__ = [
    "Absence",
    "Act",
    "Alike",
    "Anchored",
    "Asked",
    "Batch",
    "Booking",
    "Button",
    "CalendarAct",
    "CalendarChosen",
    "Change",
    "Counter",
    "Done",
    "Frame",
    "Gone",
    "Guest",
    "Letter",
    "Line",
    "MailBatch",
    "MailView",
    "Move",
    "Offer",
    "Principal",
    "Profile",
    "Reach",
    "Repeats",
    "Replies",
    "Request",
    "Reshuffle",
    "RoomWish",
    "SettingsChange",
    "Sharer",
    "Target",
    "Tidied",
    "Tidying",
    "Unresolved",
    "Wish",
]
