"""Bus stops by borough, as a subgraph: /graphql, /health and /ready, by the contract of schema/CONTRACT.md. The figures are made up."""

import hashlib
import json
import os
import sys
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from gateway_token import TokenReader
from graphql_subset import Execution, GraphQLFault

NAME = "transport"
SDL = (Path(__file__).parent / "schema.graphql").read_text()
STOPS = {"E09000012": 812, "E09000030": 655}
MOST_BYTES, MOST_REPRESENTATIONS = 1024 * 1024, 5_000
STATE = f"{uuid.uuid4()}.{hashlib.sha256(json.dumps(STOPS).encode()).hexdigest()[:16]}"
KEYS = [key for key in os.environ.get("GATEWAY_KEYS", "").split(",") if key]
READER = TokenReader(NAME, KEYS) if KEYS else None


def find_entities(_root, given):
    """One for each reference, in their order; a fault in the place of one that cannot be read."""
    references = given.get("representations") or []
    if len(references) > MOST_REPRESENTATIONS:
        raise GraphQLFault(f"The operation asks about {len(references)} entities: at most {MOST_REPRESENTATIONS} at once.", "OPERATION_TOO_LARGE")
    return [find_entity(each) for each in references]


def find_entity(reference):
    if not isinstance(reference, dict) or reference.get("__typename") != "Area":
        return GraphQLFault("__typename of a reference is none that is known here: expected Area", "BAD_USER_INPUT")
    if not isinstance(reference.get("code"), str):
        return GraphQLFault('a reference is of kind Area and lacks its key: expected "code" as text', "BAD_USER_INPUT")
    return {"__typename": "Area", "code": reference["code"]}


def transport_of(area, _given):
    return {"__typename": "AreaTransport", "stops": STOPS[area["code"]]} if area["code"] in STOPS else None


# What each field gives, and the function that finds it.
TYPES = {
    "Query": {
        "_service": ("_Service", lambda *_: {"__typename": "_Service"}),
        "_entities": ("_Entity", find_entities),
        "transportLicence": (None, lambda *_: "Open Government Licence v3.0"),
    },
    "_Service": {"sdl": (None, lambda *_: SDL)},
    "Area": {"code": (None, lambda area, _: area["code"]), "transport": ("AreaTransport", transport_of)},
    "AreaTransport": {"stops": (None, lambda held, _: held["stops"])},
}


def answer(body, tells_state):
    """Status and answer of one request for GraphQL."""
    try:
        asked = json.loads(body)
        query, variables = asked["query"], asked.get("variables") or {}
        if not isinstance(query, str) or not isinstance(variables, dict):
            raise TypeError
    except (ValueError, KeyError, TypeError, RecursionError):
        return 400, refusal("The body is no JSON object with a query.", "BAD_REQUEST")
    try:
        execution = Execution(query, variables, TYPES)
        data = execution.run()
    except GraphQLFault as fault:
        return 400, refusal(str(fault), fault.code)
    told = {"extensions": {"catalogue": STATE}} if tells_state else {}
    return 200, ({"errors": execution.errors} if execution.errors else {}) | {"data": data} | told


def refusal(message, code):
    return {"errors": [{"message": message, "extensions": {"code": code}}]}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/health":
            self.send(200, {"agency": NAME, "status": "alive"})
        elif self.path == "/ready":
            self.send(200, {"agency": NAME, "status": "ready", "catalogue": STATE})
        elif READER is not None:
            self.refuse()
        else:
            self.send(404, refusal("There is nothing at this path.", "BAD_REQUEST"))

    def do_POST(self):
        length = self.headers.get("content-length", "")
        if not length.isdigit() or int(length) > MOST_BYTES:
            # Nobody reads what is too large.
            self.close_connection = True
            self.send(413, refusal(f"The request is larger than {MOST_BYTES} bytes.", "OPERATION_TOO_LARGE"))
            return
        body = self.rfile.read(int(length))
        token, request_id = self.headers.get("x-boroughgraph-viewer"), self.headers.get("x-request-id")
        if READER is not None and not READER.admits(token, request_id, body):
            self.refuse()
            return
        try:
            status, told = answer(body, "x-boroughgraph-catalogue" in self.headers)
        except Exception as error:  # Whatever fails in here is told to nobody outside.
            print(f"{request_id}: {error!r}", file=sys.stderr)
            status, told = 500, refusal(f"{NAME} failed to answer this.", "INTERNAL_SERVER_ERROR")
        self.send(status, told)

    def refuse(self):
        self.send(401, refusal("This server answers its gateway alone. Ask the gateway.", "UNAUTHENTICATED"))

    def send(self, status, told):
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Requests are not worth a line."""


if __name__ == "__main__":
    server = ThreadingHTTPServer((os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "4006"))), Handler)
    print(f"{NAME} listens at http://{server.server_address[0]}:{server.server_address[1]}", flush=True)
    server.serve_forever()
