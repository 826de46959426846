"""The HTTP API, version 1; docs/api.md describes it, /api/v1/openapi.json is its OpenAPI."""
