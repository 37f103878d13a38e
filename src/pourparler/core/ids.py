"""Stable identifiers: the same content gives the same id on every machine and in any order of arrival."""

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """`prefix` and the first twelve hex digits of the SHA-256 of the parts, each set off by a NUL."""
    digest = hashlib.sha256("\0".join(str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return f"{prefix}{digest.hexdigest()[:12]}"
