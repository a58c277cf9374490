"""What stands in the calendars, one line for each meeting. Times are by the organizer's own clock.

- Guests are aliases or addresses; how they answered follows: nothing for accepted, "~" tentative, "-" declined,
  "?" not yet. "group:" invites the members of a group.
- Where is "online", a room's alias, both with a "+", or any other words.
- A mark is Graph's showAs, "private", or "cancelled".
"""

from typing import NamedTuple


class Series(NamedTuple):
    """A meeting that recurs: "Mon Wed" weekly, "Tue/2" every second week, "first Tue" monthly."""

    organizer: str
    repeats: str
    at: str
    minutes: int
    subject: str
    guests: str = ""
    where: str = ""
    mark: str = "busy"


class Single(NamedTuple):
    """A meeting of its own, or the same one on several days.

    `when` counts: "+2" is two working days from today, "-1,2 Tue" the Tuesdays of last week and of the week after next.
    """

    organizer: str
    when: str
    at: str
    minutes: int
    subject: str
    guests: str = ""
    where: str = ""
    mark: str = "busy"


class WholeDays(NamedTuple):
    """Something that takes whole days."""

    owner: str
    when: str
    days: int
    subject: str
    mark: str


DAILY = "Mon Tue Wed Thu Fri"

SERIES = (
    # Product
    Series("ines", DAILY, "09:30", 15, "Atlas stand-up", "yuki priya tom diego~", "online"),
    Series("leticia", "Mon", "10:00", 60, "Product staff meeting", "ines tom priya", "room.tejo+online"),
    Series("leticia", "Mon", "14:00", 30, "Inês / Letícia", "ines", "room.azulejo"),
    Series("ines", "Tue", "10:00", 60, "Roadmap review", "leticia katrin arjun tom priya~", "room.tejo+online"),
    Series("ines", "Tue", "15:00", 30, "Inês / Tom", "tom", "online"),
    Series("ines", "Tue", "16:00", 60, "Atlas working group", "katrin omar~ tom", "online"),
    Series("ines", "Wed", "14:00", 60, "What customers said", "noah sam.okafor diego", "room.fado+online"),
    Series("ines", "Wed", "15:30", 90, "Focus: product briefs"),
    Series("ines", "Thu", "10:00", 30, "Inês / Yuki", "yuki", "room.azulejo"),
    Series("ines", "Tue", "12:30", 60, "Lunch with Fatima", "fatima", "Cantina do Largo"),
    Series("priya", "Mon Wed", "14:00", 120, "Focus: metrics model"),
    Series("priya", "Thu", "15:00", 30, "Data office hours", "", "online"),
    Series("priya", "Fri", "11:00", 30, "Experiment read-out", "ines leticia~", "online"),
    # Design
    Series("tom", "Wed", "11:00", 60, "Design critique", "yuki diego mateus~ ines", "room.havel+online"),
    Series("tom", "Mon", "16:00", 30, "Tom / Yuki", "yuki", "online"),
    Series("diego", "Tue Fri", "13:30", 60, "User interview", "yuki~", "online"),
    Series("yuki", "Tue Fri", "14:30", 120, "Focus: prototypes"),
    # Engineering
    Series("katrin", DAILY, "09:45", 15, "Platform stand-up", "omar sam.lindqvist arjun lakshmi", "online"),
    Series(
        "katrin", "Thu", "17:00", 30, "Sprint review", "ines priya omar sam.lindqvist tom~", "room.tempelhof+online"
    ),
    Series("katrin", "Mon/2", "13:00", 90, "Sprint planning", "omar sam.lindqvist lakshmi", "room.havel+online"),
    Series("katrin", "Tue", "14:00", 30, "Katrin / Omar", "omar", "room.linden"),
    Series("katrin", "Thu", "14:00", 30, "Katrin / Sam", "sam.lindqvist", "room.linden"),
    Series("arjun", "Wed", "11:30", 60, "Architecture forum", "lakshmi omar sam.lindqvist~", "online"),
    Series("arjun", "Mon", "15:00", 30, "Arjun / Lakshmi", "lakshmi"),
    Series("lakshmi", "Tue Thu", "15:00", 120, "Focus: query engine"),
    Series("omar", "Wed Fri", "14:00", 120, "Focus: billing service"),
    Series("hiroshi", "Mon", "08:00", 45, "Engineering leads", "katrin arjun wei", "online"),
    Series("hiroshi", "Thu", "08:30", 30, "Hiroshi / Katrin", "katrin", "online"),
    Series("wei", "Tue", "10:00", 60, "Incident review", "hiroshi noah~", "online"),
    Series("wei", "Wed", "13:00", 180, "Focus: capacity plan"),
    # Finance, legal, people, IT
    Series("alex", "Mon", "11:00", 60, "Spend review", "amara sofia~", "online"),
    Series("alex", "Thu", "13:00", 60, "Month-end close", "amara"),
    Series("alex", "Thu", "14:30", 30, "Hold: auditors", "", "", "tentative"),
    Series("alex", "Thu", "16:00", 30, "Forecast check-in", "grace", "online"),
    Series("alex", "Tue", "17:00", 45, "Physiotherapy", "", "", "private"),
    Series("amara", "Tue", "09:30", 30, "Alex / Amara", "alex"),
    Series("amara", "first Wed", "11:00", 90, "Board pack", "alex zanele elena~", "online"),
    Series("zanele", "Tue/2", "13:00", 45, "Contracts clinic", "sam.okafor sofia~", "online"),
    Series("fatima", "Wed", "11:00", 45, "Hiring sync", "leticia~ katrin tom-", "online"),
    Series("joao", DAILY, "08:30", 30, "Ticket triage"),
    # Executive
    Series("elena", "Mon", "15:30", 90, "Leadership meeting", "amara leticia hiroshi~ grace marcus", "online"),
    Series("elena", "Tue", "09:00", 30, "Elena / Marcus", "marcus"),
    Series("elena", "Wed/2", "16:00", 45, "Elena / Grace", "grace", "online"),
    Series("elena", "Fri", "09:00", 120, "Keep free: reading", "", "", "private"),
    Series(
        "elena",
        "first Tue",
        "16:00",
        45,
        "All hands",
        "group:lisbon group:platform amara grace sofia",
        "online",
        "free",
    ),
    # Sales and marketing
    Series("grace", "Mon Thu", "09:30", 30, "Pipeline review", "sam.okafor noah", "online"),
    Series("grace", "Wed", "10:30", 30, "Grace / Noah", "noah"),
    Series("noah", "Tue Fri", "11:00", 60, "Customer check-ins", "hannah.cole@adatum.example", "online"),
    Series("sam.okafor", "Tue", "11:00", 60, "Northwind weekly", "luc.girard@northwind.example noah~", "online"),
    Series("sofia", "Wed", "13:30", 45, "Campaign stand-up", "mateus sam.okafor~", "online"),
    Series("mateus", "Mon Thu", "10:00", 120, "Writing time"),
)

SINGLES = (
    # Invitations that wait for an answer
    Single("leticia", "+1", "11:30", 60, "Q3 planning: first cut", "ines? katrin alex~", "room.tejo+online"),
    Single("dana.whitfield@fabrikam.example", "+2", "17:00", 30, "Fabrikam pilot: scope", "ines? sam.okafor", "online"),
    Single("fatima", "+3", "14:30", 30, "Portfolio talk: product designer", "ines? tom?", "room.belem+online"),
    Single("sam.okafor", "+4", "11:00", 45, "Northwind renewal: what can we promise?", "ines? sofia", "online"),
    Single("amara", "+2", "10:00", 45, "Travel budget: options", "alex? fatima leticia?", "online"),
    Single("omar", "+1", "13:00", 30, "Event schema change", "priya? sam.lindqvist? arjun", "online"),
    Single("katrin", "+3", "10:15", 45, "On-call rota", "sam.lindqvist? omar? wei-", "online"),
    Single("sofia", "+1", "15:00", 45, "Launch page walkthrough", "tom? mateus sam.okafor?", "online"),
    Single("zanele", "+2", "14:00", 45, "Data processing terms", "katrin? elena? grace?", "online"),
    Single(
        "luc.girard@northwind.example", "+5", "14:00", 60, "Northwind: security questions", "arjun? hiroshi?", "online"
    ),
    # The days around today
    Single("ines", "-1", "11:00", 45, "Beta feedback: sort and label", "diego yuki", "room.fado"),
    Single("ines", "+0", "11:00", 60, "Atlas release notes", "mateus katrin~", "online"),
    Single("ines", "+1", "11:00", 60, "Onboarding flow: decide", "yuki tom", "room.fado+online"),
    Single("ines", "+1", "17:00", 30, "Prepare the pilot with Sam", "sam.okafor", "online"),
    Single(
        "dana.whitfield@fabrikam.example",
        "+1",
        "12:30",
        30,
        "Canceled: Fabrikam check-in",
        "ines",
        "online",
        "cancelled",
    ),
    Single("ines", "+2", "11:00", 30, "Pricing experiment: next step", "priya", "online"),
    Single("yuki", "+2", "14:30", 30, "Icon review", "diego tom", "room.azulejo+online"),
    Single("katrin", "+2", "11:30", 60, "Interview: software engineer", "omar", "room.tempelhof"),
    Single("joao", "+1", "14:00", 60, "Laptop handover", "mateus~", "online"),
    Single("alex", "+4", "10:00", 60, "Q3 actuals", "amara grace-", "online"),
    # Reviews, interviews, customers and the rest of life over the weeks
    Single("leticia", "-2,1,4 Wed", "16:00", 60, "Product strategy", "elena~ hiroshi grace", "online"),
    Single("tom", "-1,0,2,5 Fri", "11:00", 60, "Interview: product designer", "yuki fatima", "room.kiez+online"),
    Single("sam.okafor", "-2,-1,0,1,3,6 Wed", "10:00", 60, "Prospect call", "sofia~", "online"),
    Single("noah", "-1,0,2,3,5 Thu", "13:00", 60, "Adatum success plan", "hannah.cole@adatum.example wei~", "online"),
    Single("grace", "-2,0,1,4 Tue", "12:00", 60, "Lunch with a customer", "hannah.cole@adatum.example", "Bryant Grill"),
    Single("ines", "0,2,4,6 Fri", "14:00", 60, "Retrospective", "yuki priya tom katrin~", "room.tejo+online"),
    Single("ines", "-1,1,3,5 Mon", "16:00", 45, "Backlog tidy-up", "omar sam.lindqvist", "online"),
    Single("alex", "-2,1,5 Fri", "12:30", 60, "Lunch with Zanele", "zanele-", "Exmouth Market"),
    Single("priya", "-1,1,3 Tue", "16:00", 60, "Interview: data analyst", "fatima", "room.kiez"),
    Single("hiroshi", "-1,2,4 Wed", "09:00", 60, "Vendor review", "wei", "online", "tentative"),
    Single("lakshmi", "0,3 Fri", "16:00", 60, "Parents' evening", "", "", "private"),
    Single("elena", "-1,1,3,6 Thu", "11:00", 60, "Investor call", "amara", "online", "private"),
    Single("marcus", "0,2 Wed", "10:00", 45, "Board travel", "amara~", "online"),
    Single("amara", "2,5 Mon", "11:00", 60, "Bank meeting", "", "Cheapside", "tentative"),
    Single("yuki", "1,4 Thu", "12:30", 60, "Portuguese lesson", "", "", "private"),
    Single("mateus", "0,2 Fri", "14:00", 60, "Voice and tone", "sofia diego~", "online"),
)

WHOLE_DAYS = (
    WholeDays("katrin", "1 Mon", 3, "Visit to Bengaluru", "oof"),
    WholeDays("grace", "2 Wed", 2, "Trade fair in Chicago", "oof"),
    WholeDays("omar", "-1 Mon", 5, "Holiday", "oof"),
    WholeDays("diego", "2 Mon", 5, "Holiday", "oof"),
    WholeDays("ines", "4 Mon", 2, "Field visits in Porto", "oof"),
    WholeDays("alex", "3 Fri", 1, "Day off", "oof"),
    WholeDays("priya", "5 Mon", 2, "Analytics conference", "oof"),
    WholeDays("wei", "0 Fri", 1, "From home", "workingElsewhere"),
    WholeDays("sofia", "1 Tue", 1, "From home", "workingElsewhere"),
    WholeDays("leticia", "1 Wed", 1, "Letícia's birthday", "free"),
    WholeDays("ines", "0 Fri", 1, "Atlas beta ends", "free"),
    WholeDays("tom", "+2", 1, "Design week", "free"),
)
