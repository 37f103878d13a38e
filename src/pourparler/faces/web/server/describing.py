"""The description of the API: what each address takes and answers, also when it cannot; and what it does not take."""

from collections.abc import Mapping
from typing import Any, get_origin

from fastapi import FastAPI, Request
from starlette.datastructures import QueryParams

from pourparler.core.errors import InputError
from pourparler.faces.web.page import Ask, Page
from pourparler.faces.web.shapes.answers import SHAPES, Answered, Fault

Responses = dict[int | str, dict[str, Any]]

FAULTS: Responses = {
    400: {"model": Fault, "description": "A part of the query that cannot be used, or that there is not."},
    404: {"model": Fault, "description": "There is no such thing, or not on the day asked for."},
    503: {"model": Fault, "description": "The record as of this day is being put together; Retry-After says when to "
                                         "ask again."},
}  # fmt: skip

TEXT_CSV: Responses = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}


def json_responses(page: Page) -> Responses:
    """What the JSON of a page answers."""
    return {200: {"model": page.shape or SHAPES.get(page.path) or Answered}} | FAULTS


def csv_responses() -> Responses:
    """What the CSV of a page answers."""
    return TEXT_CSV | FAULTS


def refuse_unknown(ask: type[Ask], request: Request) -> None:
    """Refuse parts of a query that a page does not know: a misspelt filter must not give everything.

    Raises InputError. A page whose ask allows more decides by itself.
    """
    names = [name for name, _ in request.query_params.multi_items()]
    many = many_of(ask)
    twice = next((name for name in names if name not in many and names.count(name) > 1), None)
    if twice is not None:
        raise InputError(f"{twice[:80]!r} is given twice.", "Give it once.")
    known = parts_of(ask)
    unknown = [name for name in request.query_params if name not in known]
    if unknown and ask.model_config.get("extra") != "allow":
        raise InputError(f"{unknown[0][:80]!r} is no part of this query.", f"It takes: {', '.join(known)}.")


def parts_of(ask: type[Ask]) -> tuple[str, ...]:
    """The parts of a query that a page takes, as an address calls them."""
    return tuple(field.alias or name for name, field in ask.model_fields.items())


def many_of(ask: type[Ask]) -> tuple[str, ...]:
    """The parts of a query that may be given more than once."""
    return tuple(
        field.alias or name for name, field in ask.model_fields.items() if get_origin(field.annotation) is tuple
    )


def many_part(page: Page, query: QueryParams) -> dict[str, tuple[str, ...]]:
    """The parts of a query that a page takes more than once, without what was left empty."""
    found = {name: tuple(value for value in query.getlist(name) if value) for name in many_of(page.ask)}
    return {name: values for name, values in found.items() if values}


def known_part(page: Page, query: Mapping[str, str]) -> dict[str, str]:
    """The parts of a query that a page knows and takes once, so that its links carry no others."""
    if page.ask.model_config.get("extra") == "allow":
        return {name: value for name, value in query.items() if name != "did"}
    known = set(parts_of(page.ask)) - set(many_of(page.ask))
    return {name: value for name, value in query.items() if name in known}


def _as_in_a_query(parameter: dict[str, Any]) -> None:
    """Describe what may be left out as a query has it: there is no null, but an empty field of a form asks nothing."""
    schema = parameter.get("schema", {})
    if "anyOf" in schema:
        schema["anyOf"] = [{"const": ""} if one == {"type": "null"} else one for one in schema["anyOf"]]


def describe(app: FastAPI) -> None:
    """Have the application describe faults as they are answered: as 400 with `error` and `todo`, never as 422."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            described = made()
            for path in described["paths"].values():
                for operation in path.values():
                    operation["responses"].pop("422", None)
                    for parameter in operation.get("parameters", ()):
                        _as_in_a_query(parameter)
            schemas = described.get("components", {}).get("schemas", {})
            for name in ("HTTPValidationError", "ValidationError"):
                schemas.pop(name, None)
        return app.openapi_schema or made()

    app.openapi = openapi  # type: ignore[method-assign]
