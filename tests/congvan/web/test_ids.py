"""Row numbers that no database can hold (found by schemathesis)."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/acts/{}/graph",
        "/api/v1/directives/x/pages/{}.jpg",
        "/api/v1/directives?year={}",
        "/acts/{}/graph",
    ],
)
@pytest.mark.parametrize("number", [2**31, 2**63, -1])
def test_numbers_past_every_table_are_refused(client: TestClient, address: str, number: int) -> None:
    answer = client.get(address.format(number))
    assert answer.status_code in (400, 404), answer.text
