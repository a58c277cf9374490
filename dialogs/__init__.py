"""What people say to Convene and what they get back."""

import graph  # noqa: F401  settles where zone rules come from, before the first zone is made
