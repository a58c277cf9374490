"""HTTP/2 is spoken with whoever offers it, HTTP/1.1 with everybody else."""

import asyncio
import json
import ssl

import h2.config
import h2.connection
import h2.events
import pytest
import trustme

from graph.client import GraphClient, connection_pool
from graph.credentials import FixedToken
from graph.people import me


class Http2(asyncio.Protocol):
    """Answers every request with a user, over HTTP/2."""

    def __init__(self) -> None:
        self._connection = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._connection.initiate_connection()
        self._flush()

    def data_received(self, data: bytes) -> None:
        for event in self._connection.receive_data(data):
            if isinstance(event, h2.events.StreamEnded) and event.stream_id is not None:
                self._connection.send_headers(
                    event.stream_id, [(":status", "200"), ("content-type", "application/json")]
                )
                body = json.dumps({"id": f"stream {event.stream_id}", "displayName": "Ana"}).encode()
                self._connection.send_data(event.stream_id, body, end_stream=True)
        self._flush()

    def _flush(self) -> None:
        self._transport.write(self._connection.data_to_send())


class Http1(asyncio.Protocol):
    """Answers every request with a user, over HTTP/1.1."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        assert b"HTTP/1.1" in data
        body = json.dumps({"id": "no stream", "displayName": "Ana"})
        self._transport.write(f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())


@pytest.mark.parametrize(
    ("offered", "protocol", "ids"),
    [(["h2", "http/1.1"], Http2, ["stream 1", "stream 3"]), (["http/1.1"], Http1, ["no stream"] * 2)],
)
async def test_the_better_protocol_is_taken(
    offered: list[str], protocol: type[asyncio.Protocol], ids: list[str]
) -> None:
    """Two requests on one connection either way."""
    authority = trustme.CA()
    served = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(served)
    served.set_alpn_protocols(offered)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0, ssl=served)
    try:
        port = server.sockets[0].getsockname()[1]
        async with connection_pool(trusting) as http:
            graph = GraphClient(http, f"https://127.0.0.1:{port}/v1.0", FixedToken("token"))
            assert [(await me(graph)).id for _ in range(2)] == ids
    finally:
        server.close()
