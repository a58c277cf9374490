"""`python -m bot` is `convene`."""

import sys

from bot.cli import main

sys.exit(main())
