"""Users, managers, reports and groups. Source: Graph resources user and group."""

from graph.emulator.calls import Answer, Call
from graph.emulator.errors import Json, bad_request, resource_not_found
from graph.emulator.odata import Listing, collection
from graph.emulator.shapes import Kind, Properties

SHOWN_OF_USER = (
    "businessPhones",
    "displayName",
    "givenName",
    "jobTitle",
    "mail",
    "mobilePhone",
    "officeLocation",
    "preferredLanguage",
    "surname",
    "userPrincipalName",
    "id",
)
"""What Graph answers of a user where nothing is selected."""

_OTHERS_OF_USER = """
    aboutMe accountEnabled ageGroup assignedLicenses assignedPlans birthday city companyName consentProvidedForMinor
    country createdDateTime creationType department employeeHireDate employeeId employeeLeaveDateTime employeeOrgData
    employeeType externalUserState faxNumber hireDate identities imAddresses interests isResourceAccount
    lastPasswordChangeDateTime legalAgeGroupClassification licenseAssignmentStates mailboxSettings mailNickname manager
    mySite onPremisesDistinguishedName onPremisesDomainName onPremisesExtensionAttributes onPremisesImmutableId
    onPremisesLastSyncDateTime onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled
    onPremisesUserPrincipalName otherMails passwordPolicies passwordProfile pastProjects postalCode
    preferredDataLocation preferredName provisionedPlans proxyAddresses responsibilities schools securityIdentifier
    showInAddressList signInActivity skills state streetAddress usageLocation userType
"""
USER = Properties(dict.fromkeys((*SHOWN_OF_USER, *_OTHERS_OF_USER.split()), Kind.ANYTHING), "user")
_OF_GROUP = """
    id displayName mail description mailEnabled mailNickname securityEnabled groupTypes visibility createdDateTime
"""
GROUP = Properties(dict.fromkeys(_OF_GROUP.split(), Kind.ANYTHING), "group")
_SEARCHABLE = ("displayName", "mail", "userPrincipalName")
_USERS = Listing(USER, page=100, most=999, searchable=_SEARCHABLE, shown=SHOWN_OF_USER)
_OBJECTS = Listing(USER, page=100, most=999, searchable=_SEARCHABLE)
_GROUPS = Listing(GROUP, page=100, most=999, searchable=("displayName", "mail", "description"))
_EVENTUAL = (
    "Request with $search query parameter only works through MSGraph with a special request header:"
    " 'ConsistencyLevel: eventual'"
)


def list_users(call: Call) -> Answer:
    """GET users."""
    _check_search(call)
    return collection(call, "users", call.tenant.store.users(), _USERS)


def get_user(call: Call) -> Answer:
    """GET a user, or oneself; with $expand=manager, theirs."""
    user = call.user()
    wanted = call.query.get("$select")
    shown = _USERS.select(user, wanted)
    if "mailboxsettings" in (wanted or "").casefold():
        mailbox = call.own_mailbox()
        shown["mailboxSettings"] = mailbox.settings
    if call.query.get("$expand", "").casefold().startswith("manager"):
        manager = call.tenant.store.manager(user["id"])
        if manager is not None:
            shown["manager"] = _as_object(manager)
    return Answer(200, call.context("users/$entity") | shown)


def get_manager(call: Call) -> Answer:
    """GET a user's manager."""
    manager = call.tenant.store.manager(call.user()["id"])
    if manager is None:
        raise resource_not_found("manager")
    shown = _USERS.select(manager, call.query.get("$select"))
    return Answer(200, call.context("directoryObjects/$entity") | {"@odata.type": "#microsoft.graph.user"} | shown)


def list_direct_reports(call: Call) -> Answer:
    """GET who reports to a user."""
    reports = [_as_object(user) for user in call.tenant.store.direct_reports(call.user()["id"])]
    return collection(call, "directoryObjects", reports, _OBJECTS)


def list_groups(call: Call) -> Answer:
    """GET groups."""
    _check_search(call)
    return collection(call, "groups", call.tenant.store.groups(), _GROUPS)


def get_group(call: Call) -> Answer:
    """GET a group."""
    group = _group(call)
    return Answer(200, call.context("groups/$entity") | _GROUPS.select(group, call.query.get("$select")))


def list_members(call: Call) -> Answer:
    """GET the members of a group that the directory knows."""
    store = call.tenant.store
    group = _group(call)
    known = [user for user in map(store.user, store.members(group["id"])) if user]
    return collection(call, "directoryObjects", [_as_object(user) for user in known], _OBJECTS)


def _group(call: Call) -> Json:
    found = call.tenant.store.group(call.parameters["group"])
    if found is None:
        raise resource_not_found(call.parameters["group"])
    return found


def _as_object(user: Json) -> Json:
    return {"@odata.type": "#microsoft.graph.user", **{name: user.get(name) for name in SHOWN_OF_USER}}


def _check_search(call: Call) -> None:
    if "$search" in call.query and call.headers.get("consistencylevel", "").casefold() != "eventual":
        raise bad_request(_EVENTUAL, "Request_UnsupportedQuery")
