"""Believes a gateway by its signature: a JWT signed with Ed25519 (RFC 8032, section 5.1.7), good once, for one body and one agency."""

import base64
import hashlib
import json
import time

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)
LIFETIME, TOLERANCE = 30, 5
HEADER = {"alg": "EdDSA", "typ": "boroughgraph-viewer"}


def recover_x(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT % P
    if y >= P or (x * x - square) % P != 0 or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def decompress(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def add(one, other):
    a, b = (one[1] - one[0]) * (other[1] - other[0]) % P, (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, point):
    total = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            total = add(total, point)
        point, scalar = add(point, point), scalar >> 1
    return total


BASE = decompress((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(key, message, signature):
    """Whether the key has signed the message. Slow, and never wrong: a signature takes some milliseconds."""
    if len(key) != 32 or len(signature) != 64:
        return False
    public, nonce, s = decompress(key), decompress(signature[:32]), int.from_bytes(signature[32:], "little")
    if public is None or nonce is None or s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    left, right = multiply(s, BASE), add(nonce, multiply(h, public))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class TokenReader:
    """Reads the tokens that are meant for one agency, each once."""

    def __init__(self, agency, spki_keys):
        # The last 32 bytes of an SPKI are the key itself.
        self.agency, self.keys, self.seen = agency, [base64.b64decode(each)[-32:] for each in spki_keys], {}

    def admits(self, token, request_id, body):
        """Whether the token is by a known gateway, for this agency, this request and this body, of now, and new."""
        try:
            header, payload, signature = token.split(".")
            claims = json.loads(decode(payload))
            if json.loads(decode(header)) != HEADER:
                return False
            if not any(is_signed(key, f"{header}.{payload}".encode(), decode(signature)) for key in self.keys):
                return False
            now, digest = time.time(), base64.urlsafe_b64encode(hashlib.sha256(body).digest()).decode().rstrip("=")
            is_of_now = claims["iat"] <= now + TOLERANCE and claims["exp"] >= now - TOLERANCE
            is_ours = claims["aud"] == self.agency and claims["request"] == request_id and claims["body"] == digest
            return is_of_now and claims["exp"] - claims["iat"] <= LIFETIME and is_ours and self.is_new(claims["jti"], now)
        except (ValueError, KeyError, TypeError, AttributeError):
            return False

    def is_new(self, token_id, now):
        self.seen = {known: at for known, at in self.seen.items() if at > now - LIFETIME - 2 * TOLERANCE}
        if token_id in self.seen:
            return False
        self.seen[token_id] = now
        return True
