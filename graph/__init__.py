"""Everything Microsoft Graph, nothing about chat.

Zone rules come from the tzdata package alone: the system's copy may be years older, and two machines would disagree.
"""

import zoneinfo

zoneinfo.reset_tzpath(to=())
