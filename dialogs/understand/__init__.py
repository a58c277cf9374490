"""Text to one `Understood` value: pure, without I/O and without a clock of its own."""

from dialogs.understand.context import Context
from dialogs.understand.reading import understand

__all__ = ["Context", "understand"]
