"""Users, their managers and their reports. Source: Graph resource user."""

from graph.emulator.calls import Answer, Call
from graph.emulator.counts import counted
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
_SEARCHABLE = ("displayName", "mail", "userPrincipalName")
USERS = Listing(USER, page=100, most=999, searchable=_SEARCHABLE, shown=SHOWN_OF_USER)
OBJECTS = Listing(USER, page=100, most=999, searchable=_SEARCHABLE)
_EVENTUAL = (
    "Request with $search query parameter only works through MSGraph with a special request header:"
    " 'ConsistencyLevel: eventual'"
)


def list_users(call: Call) -> Answer:
    """GET users."""
    check_search(call)
    return collection(call, "users", call.tenant.store.users(), USERS)


def count_users(call: Call) -> Answer:
    """GET users/$count."""
    if not accepts_lag(call):
        raise bad_request(
            "$count is not currently supported without the header 'ConsistencyLevel: eventual'.", "Request_BadRequest"
        )
    return counted(list_users)(call)


def get_user(call: Call) -> Answer:
    """GET a user, or oneself; with $expand=manager, theirs."""
    user = call.user()
    wanted = call.query.get("$select")
    shown = USERS.select(user, wanted)
    if "mailboxsettings" in (wanted or "").casefold():
        mailbox = call.own_mailbox()
        shown["mailboxSettings"] = mailbox.settings
    if call.query.get("$expand", "").casefold().startswith("manager"):
        manager = call.tenant.store.manager(user["id"])
        if manager is not None:
            shown["manager"] = as_object(manager)
    return Answer(200, call.context("users/$entity") | shown)


def get_manager(call: Call) -> Answer:
    """GET a user's manager."""
    manager = call.tenant.store.manager(call.user()["id"])
    if manager is None:
        raise resource_not_found("manager")
    shown = USERS.select(manager, call.query.get("$select"))
    return Answer(200, call.context("directoryObjects/$entity") | {"@odata.type": "#microsoft.graph.user"} | shown)


def list_direct_reports(call: Call) -> Answer:
    """GET who reports to a user."""
    reports = [as_object(user) for user in call.tenant.store.direct_reports(call.user()["id"])]
    return collection(call, "directoryObjects", reports, OBJECTS)


def as_object(user: Json) -> Json:
    """A user among directory objects."""
    return {"@odata.type": "#microsoft.graph.user", **{name: user.get(name) for name in SHOWN_OF_USER}}


def accepts_lag(call: Call) -> bool:
    """Whether the client takes what the directory's index knows."""
    return call.headers.get("consistencylevel", "").casefold() == "eventual"


def check_search(call: Call) -> None:
    """Raises GraphError 400 for a $search without the header that accepts an answer that lags behind."""
    if "$search" in call.query and not accepts_lag(call):
        raise bad_request(_EVENTUAL, "Request_UnsupportedQuery")
