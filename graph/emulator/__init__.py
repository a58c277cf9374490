"""A Microsoft Graph, and the Entra endpoints it needs, that runs on your own machine."""

from graph.emulator.entra import DEMO_CLIENT_ID, DEMO_CLIENT_SECRET, DEMO_TENANT
from graph.emulator.faults import Break, Fault
from graph.emulator.server import Emulator, Exchange
from graph.emulator.tenant import Clock
from graph.emulator.world import UnusableWorld, World

__all__ = [
    "DEMO_CLIENT_ID",
    "DEMO_CLIENT_SECRET",
    "DEMO_TENANT",
    "Break",
    "Clock",
    "Emulator",
    "Exchange",
    "Fault",
    "UnusableWorld",
    "World",
]
