"""Who works at Contoso, and whom they know outside."""

from typing import NamedTuple

DOMAIN = "contoso.example"


class Site(NamedTuple):
    """A city with an office. `zone` is a Windows name, `opens` and `closes` are its working hours."""

    zone: str
    locale: str
    opens: str
    closes: str
    phone: str
    time_format: str
    date_format: str


SITES = {
    "Lisbon": Site("Europe/Lisbon", "en-GB", "09:00", "18:00", "+351 21 555 01", "HH:mm", "dd/MM/yyyy"),
    "London": Site("GMT Standard Time", "en-GB", "09:00", "17:30", "+44 20 7946 01", "HH:mm", "dd/MM/yyyy"),
    "Berlin": Site("W. Europe Standard Time", "en-GB", "09:00", "18:00", "+49 30 555 01", "HH:mm", "dd.MM.yyyy"),
    "New York": Site("Eastern Standard Time", "en-US", "08:30", "17:30", "+1 212 555 01", "h:mm tt", "M/d/yyyy"),
    "Seattle": Site("Pacific Standard Time", "en-US", "08:00", "17:00", "+1 206 555 01", "h:mm tt", "M/d/yyyy"),
    "Bengaluru": Site("India Standard Time", "en-IN", "10:00", "19:00", "+91 80 5550 01", "HH:mm", "dd-MM-yyyy"),
    "São Paulo": Site(
        "E. South America Standard Time", "en-US", "09:00", "18:00", "+55 11 5550 01", "HH:mm", "dd/MM/yyyy"
    ),
}


class Colleague(NamedTuple):
    """Somebody who works here; `manager` is an alias, empty at the top."""

    alias: str
    name: str
    title: str
    department: str
    city: str
    manager: str


COLLEAGUES = (
    Colleague("elena", "Elena Petrova", "Chief Executive Officer", "Executive", "London", ""),
    Colleague("marcus", "Marcus Bell", "Executive Assistant", "Executive", "London", "elena"),
    Colleague("amara", "Amara Nwosu", "Chief Financial Officer", "Finance", "London", "elena"),
    Colleague("alex", "Alex Moreau", "Finance Partner", "Finance", "London", "amara"),
    Colleague("zanele", "Zanele Dube", "Legal Counsel", "Legal", "London", "amara"),
    Colleague("fatima", "Fatima Benali", "People Partner", "People", "Lisbon", "amara"),
    Colleague("leticia", "Letícia Moura", "Vice President, Product", "Product", "Lisbon", "elena"),
    Colleague("ines", "Inês Carvalho", "Senior Product Manager", "Product", "Lisbon", "leticia"),
    Colleague("priya", "Priya Raman", "Analytics Lead", "Product", "Berlin", "leticia"),
    Colleague("tom", "Tom Becker", "Design Lead", "Design", "Berlin", "leticia"),
    Colleague("yuki", "Yuki Mori", "Product Designer", "Design", "Lisbon", "tom"),
    Colleague("diego", "Diego Fuentes", "User Researcher", "Design", "Lisbon", "tom"),
    Colleague("hiroshi", "Hiroshi Tanaka", "Chief Technology Officer", "Engineering", "Seattle", "elena"),
    Colleague("wei", "Wei Chen", "Site Reliability Engineer", "Engineering", "Seattle", "hiroshi"),
    Colleague("katrin", "Katrin Vogel", "Engineering Manager", "Engineering", "Berlin", "hiroshi"),
    Colleague("omar", "Omar Haddad", "Software Engineer", "Engineering", "Berlin", "katrin"),
    Colleague("sam.lindqvist", "Sam Lindqvist", "Software Engineer", "Engineering", "Berlin", "katrin"),
    Colleague("arjun", "Arjun Menon", "Engineering Manager", "Engineering", "Bengaluru", "hiroshi"),
    Colleague("lakshmi", "Lakshmi Iyer", "Senior Software Engineer", "Engineering", "Bengaluru", "arjun"),
    Colleague("joao", "João Ferreira", "Helpdesk Specialist", "IT", "Lisbon", "hiroshi"),
    Colleague("grace", "Grace Sullivan", "Head of Sales", "Sales", "New York", "elena"),
    Colleague("noah", "Noah Williams", "Customer Success Manager", "Sales", "New York", "grace"),
    Colleague("sam.okafor", "Sam Okafor", "Account Executive", "Sales", "London", "grace"),
    Colleague("sofia", "Sofia Rossi", "Marketing Manager", "Marketing", "London", "grace"),
    Colleague("mateus", "Mateus Lopes", "Content Designer", "Marketing", "São Paulo", "sofia"),
)


class Outsider(NamedTuple):
    """Somebody of another company; `city` is the clock by which they invite."""

    email: str
    name: str
    city: str


OUTSIDERS = (
    Outsider("dana.whitfield@fabrikam.example", "Dana Whitfield", "London"),
    Outsider("luc.girard@northwind.example", "Luc Girard", "Berlin"),
    Outsider("hannah.cole@adatum.example", "Hannah Cole", "New York"),
)

PART_TIME = {
    "zanele": ("monday", "tuesday", "wednesday", "thursday"),
    "diego": ("monday", "tuesday", "wednesday", "friday"),
}
"""Who does not work Monday to Friday."""

GROUPS = (
    ("Design team", "design", "tom yuki diego mateus"),
    ("Platform team", "platform", "katrin omar sam.lindqvist arjun lakshmi wei"),
    ("Leadership", "leadership", "elena amara leticia hiroshi grace"),
    ("Lisbon office", "lisbon", "leticia ines yuki diego fatima joao"),
)
"""Name, alias, members."""

PERMISSIONS = (
    ("elena", "marcus", "delegateWithPrivateEventAccess"),
    ("amara", "marcus", "delegateWithoutPrivateEventAccess"),
    ("grace", "joao", "write"),
    ("sofia", "joao", "write"),
    ("noah", "joao", "write"),
    ("ines", "leticia", "read"),
    ("ines", "yuki", "limitedRead"),
)
"""Whose calendar, who may, and what: Graph's calendarRoleType."""


def address(alias: str) -> str:
    """The e-mail address of an alias; what is an address already stays."""
    return alias if "@" in alias else f"{alias}@{DOMAIN}"


NAMES = {address(one.alias): one.name for one in COLLEAGUES} | {one.email: one.name for one in OUTSIDERS}
"""Display names by address, colleagues and outsiders."""

ZONES = {address(one.alias): SITES[one.city].zone for one in COLLEAGUES} | {
    one.email: SITES[one.city].zone for one in OUTSIDERS
}
"""Windows zone names by address, colleagues and outsiders."""
