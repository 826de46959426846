"""The web page: search, review, inbox, calendar, graph, overview and people, rendered on the server."""
