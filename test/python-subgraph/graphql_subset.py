"""Reads and executes the queries that a gateway writes: fields, arguments, variables, fragments, @skip and @include."""

import json
import re

TOKEN = re.compile(
    r'[\s,\ufeff]+|#[^\n]*|(?P<text>"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*")'
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?P<name>[_A-Za-z]\w*)|(?P<sign>\.\.\.|[{}()\[\]:$@!=|])"
)
MOST_TOKENS = 20_000
DEEPEST = 150


class GraphQLFault(Exception):
    """What is wrong with what was asked, with the code that a client reads."""

    def __init__(self, message, code):
        super().__init__(message)
        self.code = code


def tokens_of(text):
    """The tokens of a document, each with its kind."""
    at, tokens = 0, []
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None:
            raise GraphQLFault(f"Syntax Error: unexpected character {text[at]!r}.", "GRAPHQL_PARSE_FAILED")
        at = found.end()
        if found.lastgroup:
            tokens.append((found.lastgroup, found.group()))
        if len(tokens) > MOST_TOKENS:
            raise GraphQLFault(f"The document has more than {MOST_TOKENS} tokens.", "OPERATION_TOO_LARGE")
    return tokens + [("end", "")]


class Parser:
    """Reads a document: its operation, and its fragments by name."""

    def __init__(self, text):
        self.tokens, self.at, self.depth = tokens_of(text), 0, 0

    def peek(self):
        return self.tokens[self.at][1] if self.tokens[self.at][0] != "text" else None

    def take(self, expected=None, kind=None):
        found, value = self.tokens[self.at]
        if (expected is not None and (found == "text" or value != expected)) or (kind is not None and found != kind):
            raise GraphQLFault(f"Syntax Error: expected {expected or kind}, found {value or 'the end'!r}.", "GRAPHQL_PARSE_FAILED")
        self.at += 1
        return value

    def skips(self, value):
        if self.peek() != value:
            return False
        self.at += 1
        return True

    def document(self):
        operations, fragments = [], {}
        while self.tokens[self.at][0] != "end":
            if self.skips("fragment"):
                name = self.take(kind="name")
                self.take("on")
                condition = self.take(kind="name")
                self.directives()
                fragments[name] = {"on": condition, "set": self.selections()}
            else:
                operations.append(self.operation())
        if len(operations) != 1:
            raise GraphQLFault(f"The document has {len(operations)} operations: expected one.", "OPERATION_RESOLUTION_FAILURE")
        return operations[0], fragments

    def operation(self):
        defaults = {}
        if self.peek() != "{":
            self.take("query")
            if self.tokens[self.at][0] == "name":
                self.at += 1
            if self.skips("("):
                while not self.skips(")"):
                    self.take("$")
                    name = self.take(kind="name")
                    self.take(":")
                    self.type()
                    if self.skips("="):
                        defaults[name] = self.value()
            self.directives()
        return {"defaults": defaults, "set": self.selections()}

    def type(self):
        if self.skips("["):
            self.type()
            self.take("]")
        else:
            self.take(kind="name")
        self.skips("!")

    def selections(self):
        self.take("{")
        self.depth += 1
        if self.depth > DEEPEST:
            raise GraphQLFault(f"The document is nested more than {DEEPEST} deep.", "OPERATION_TOO_LARGE")
        selected = []
        while not self.skips("}"):
            selected.append(self.selection())
        self.depth -= 1
        return selected

    def selection(self):
        if self.skips("..."):
            if self.tokens[self.at][0] == "name" and self.peek() != "on":
                return {"kind": "spread", "name": self.take(kind="name"), "directives": self.directives()}
            condition = self.take(kind="name") if self.skips("on") else None
            return {"kind": "inline", "on": condition, "directives": self.directives(), "set": self.selections()}
        name = self.take(kind="name")
        alias, name = (name, self.take(kind="name")) if self.skips(":") else (name, name)
        given, directives = self.arguments(), self.directives()
        inner = self.selections() if self.peek() == "{" else None
        return {"kind": "field", "alias": alias, "name": name, "given": given, "directives": directives, "set": inner}

    def arguments(self):
        given = {}
        if self.skips("("):
            while not self.skips(")"):
                name = self.take(kind="name")
                self.take(":")
                given[name] = self.value()
        return given

    def directives(self):
        found = []
        while self.skips("@"):
            found.append((self.take(kind="name"), self.arguments()))
        return found

    def value(self):
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "text":
            return ("constant", text[3:-3] if text.startswith('"""') else json.loads(text))
        if kind == "number":
            return ("constant", json.loads(text))
        if text == "$":
            return ("variable", self.take(kind="name"))
        if text == "[":
            values = []
            while not self.skips("]"):
                values.append(self.value())
            return ("list", values)
        if text == "{":
            fields = {}
            while not self.skips("}"):
                name = self.take(kind="name")
                self.take(":")
                fields[name] = self.value()
            return ("object", fields)
        return ("constant", {"true": True, "false": False, "null": None}.get(text, text))


class Execution:
    """One operation over types: each a dictionary of fields, and each of those a function of the thing and its arguments."""

    def __init__(self, text, variables, types):
        self.types, self.errors = types, []
        self.operation, self.fragments = Parser(text).document()
        self.variables = {name: self.read(value) for name, value in self.operation["defaults"].items()} | variables

    def read(self, value):
        kind, held = value
        if kind == "variable":
            return self.variables.get(held)
        if kind == "list":
            return [self.read(each) for each in held]
        return {name: self.read(each) for name, each in held.items()} if kind == "object" else held

    def run(self):
        self.check(self.operation["set"], "Query", 0)
        return self.complete(self.operation["set"], {"__typename": "Query"}, [])

    def check(self, selections, type_name, depth):
        """Before anything is answered, all that is asked for is there."""
        if depth > DEEPEST:
            raise GraphQLFault("Fragments spread each other too deeply.", "GRAPHQL_VALIDATION_FAILED")
        for each in selections:
            if each["kind"] == "field":
                if each["name"] == "__typename":
                    continue
                known = self.types.get(type_name, {}).get(each["name"])
                if known is None:
                    raise GraphQLFault(f'Cannot query field "{each["name"]}" on type "{type_name}".', "GRAPHQL_VALIDATION_FAILED")
                if (known[0] is None) != (each["set"] is None):
                    raise GraphQLFault(f'Field "{each["name"]}" has to be asked for with what is in it, if anything is.', "GRAPHQL_VALIDATION_FAILED")
                if each["set"] is not None:
                    self.check(each["set"], known[0], depth + 1)
            else:
                inner = each if each["kind"] == "inline" else self.fragments.get(each["name"])
                if inner is None:
                    raise GraphQLFault(f'Unknown fragment "{each["name"]}".', "GRAPHQL_VALIDATION_FAILED")
                self.check(inner["set"], inner["on"] or type_name, depth + 1)

    def complete(self, selections, thing, path):
        answer = {}
        for field in self.collect(selections, thing["__typename"]):
            alias = field["alias"]
            if field["name"] == "__typename":
                answer[alias] = thing["__typename"]
                continue
            given = {name: self.read(value) for name, value in field["given"].items()}
            _, resolve = self.types[thing["__typename"]][field["name"]]
            answer[alias] = self.shape(field, resolve(thing, given), path + [alias])
        return answer

    def shape(self, field, value, path):
        if isinstance(value, GraphQLFault):
            self.errors.append({"message": str(value), "path": path, "extensions": {"code": value.code}})
            return None
        if isinstance(value, list):
            return [self.shape(field, each, path + [at]) for at, each in enumerate(value)]
        return value if field["set"] is None or value is None else self.complete(field["set"], value, path)

    def collect(self, selections, type_name):
        for each in selections:
            if not all(self.read(given["if"]) == (name == "include") for name, given in each["directives"] if name in ("skip", "include")):
                continue
            if each["kind"] == "field":
                yield each
            else:
                inner = each if each["kind"] == "inline" else self.fragments[each["name"]]
                if inner["on"] in (None, type_name):
                    yield from self.collect(inner["set"], type_name)
