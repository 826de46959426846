"""The HTTP API held to its own description by schemathesis: whatever is sent, it answers as it says it does."""

from __future__ import annotations

import collections
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

pytest.importorskip("schemathesis", reason="pip install schemathesis")

import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.python import asgi
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from congvan.web.app import create_app
from tests.congvan.web.conftest import Shelf, read_here

EXAMPLES = int(os.environ.get("API_EXAMPLES", "12"))
"""An operation: enough to meet every kind of value; more with API_EXAMPLES=500 in the environment."""
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory, empty_corpus: Path) -> Iterator[Any]:
    """The description of a server with one directive."""
    shelf = Shelf(tmp_path_factory.mktemp("schema"), empty_corpus)
    shelf.scan()
    app = create_app(shelf.settings, read_many=read_here)
    yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers={"Host": "localhost"})
    asgi.shutdown_lifespans()


def test_the_api_answers_as_it_says(described: Any) -> None:
    answered: collections.Counter[int] = collections.Counter()
    operations = [result.ok() for result in described.get_all_operations()]
    for operation in operations:

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def holds(case: Any) -> None:
            response = case.call(headers={"Host": "localhost", "X-Congvan": "1"}, timeout=120)
            answered[response.status_code] += 1
            case.validate_response(response, checks=CHECKS)

        holds()
    assert len(operations) >= 10 and answered[200] >= EXAMPLES, answered
