"""Each national cloud has its own doors."""

import pytest

from graph.clouds import CLOUDS, scope_of


@pytest.mark.parametrize(
    ("name", "authority", "scope"),
    [
        ("global", "https://login.microsoftonline.com/contoso", "https://graph.microsoft.com/.default"),
        ("us-government", "https://login.microsoftonline.us/contoso", "https://graph.microsoft.us/.default"),
        ("us-defense", "https://login.microsoftonline.us/contoso", "https://dod-graph.microsoft.us/.default"),
        (
            "china",
            "https://login.chinacloudapi.cn/contoso",
            "https://microsoftgraph.chinacloudapi.cn/.default",
        ),
    ],
)
def test_where_to_sign_in_and_for_what(name: str, authority: str, scope: str) -> None:
    cloud = CLOUDS[name]
    assert cloud.authority("contoso") == authority
    assert cloud.scope == scope
    assert cloud.root.endswith("/v1.0")


def test_the_scope_of_a_graph_on_this_machine_keeps_its_port() -> None:
    assert scope_of("http://127.0.0.1:4010/v1.0") == "http://127.0.0.1:4010/.default"
