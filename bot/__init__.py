"""The running service: the channel, storage, settings, the command line and the local page."""

import graph  # noqa: F401  settles where zone rules come from, before the first zone is made
