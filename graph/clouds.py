"""Where Microsoft Graph and its sign-in live in each national cloud.

Tokens of one cloud are worth nothing in another. Source: Graph concepts, deployments.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Cloud:
    """`login` is the sign-in endpoint's origin, `root` the service root of Graph v1.0; neither ends with a slash."""

    name: str
    login: str
    root: str

    def authority(self, tenant: str) -> str:
        """The authority that issues tokens for `tenant` (a GUID or a domain name)."""
        return f"{self.login}/{tenant}"

    @property
    def scope(self) -> str:
        """All permissions that were consented to, as one scope."""
        return scope_of(self.root)


def scope_of(root: str) -> str:
    """The `.default` scope of the Graph whose service root is `root`."""
    scheme, _, rest = root.partition("://")
    return f"{scheme}://{rest.split('/', 1)[0]}/.default"


GLOBAL = Cloud("global", "https://login.microsoftonline.com", "https://graph.microsoft.com/v1.0")
US_GOVERNMENT = Cloud("us-government", "https://login.microsoftonline.us", "https://graph.microsoft.us/v1.0")
US_DEFENSE = Cloud("us-defense", "https://login.microsoftonline.us", "https://dod-graph.microsoft.us/v1.0")
CHINA = Cloud("china", "https://login.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn/v1.0")

CLOUDS = {cloud.name: cloud for cloud in (GLOBAL, US_GOVERNMENT, US_DEFENSE, CHINA)}
"""By the name that a setting uses. GCC is served by the global cloud."""
