"""`congvan serve`: the web page and the HTTP API."""

from __future__ import annotations

import errno
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

import click

from congvan.logs import said_as_json, say
from congvan.options import database_errors, db_option


@click.command()
@db_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True)
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Accounts, uploads and page images.  [default: NAME-web beside the corpus]",
)
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), help="Processes that read uploads (default: the cores)."
)
@click.option("--max-file-mb", type=click.IntRange(1, 4096), default=100, show_default=True)
@click.option(
    "--max-files", type=click.IntRange(1, 10_000), default=200, show_default=True, help="Of one upload."
)
@click.option("--https", is_flag=True, help="Behind a proxy that speaks TLS: mark cookies Secure, send HSTS.")
@click.option("--add-account", metavar="NAME", help="Make an account (asks for its password), and end.")
@click.option(
    "--role",
    type=click.Choice(["reader", "archivist", "administrator"]),
    default="administrator",
    show_default=True,
)
def command(
    db: str | None,
    host: str,
    port: int,
    folder: Path | None,
    jobs: int | None,
    max_file_mb: int,
    max_files: int,
    https: bool,
    add_account: str | None,
    role: str,
) -> None:
    """Serve the web page and the HTTP API (docs/web.md, docs/api.md).

    Without accounts it listens on this machine only, and whoever is at it may do everything. Make accounts
    with --add-account before you let others in.
    """
    try:
        import uvicorn
        from uvicorn.config import LOGGING_CONFIG

        from congvan.web.app import create_app
        from congvan.web.settings import Settings, data_folder, is_loopback
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("congvan", "corpus", "pipeline", "extractors"):
            raise
        click.echo(f"congvan: the web page needs {error.name}: pip install 'congvan[web]'", err=True)
        raise SystemExit(3) from error
    from corpus.database import default_url, require

    with database_errors():
        url = db or default_url()
        settings = Settings(
            url=url,
            folder=folder or data_folder(url),
            host=host,
            port=port,
            jobs=jobs or os.cpu_count() or 1,
            upload_bytes=max_file_mb * 1024**2,
            request_bytes=max(4 * max_file_mb, 400) * 1024**2,
            upload_files=max_files,
            https=https,
            warm=True,
        )
        if add_account is not None:
            _add_account(settings.folder, add_account, role)
            return
        if db is not None:  # a mistyped name would look like an empty corpus
            require(db)
        app = create_app(settings)
    accounts = app.state.accounts.count()
    if not accounts and not is_loopback(host):
        raise click.UsageError(
            f"Without accounts anyone who reaches {host} could change the corpus, so the page serves this "
            "machine only. Make an account first: congvan serve --add-account NAME"
        )
    if not accounts:
        say("congvan: no accounts: serving this machine only, everyone at it may do everything")
    listening = _listen(host, port)
    say(f"congvan: http://{host}:{port}/  (stop with Ctrl+C)")
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        log_config=None if said_as_json() else LOGGING_CONFIG,
        access_log=False,  # congvan.web.metrics logs what was answered (--verbose)
        server_header=False,
        timeout_keep_alive=20,
    )
    server = uvicorn.Server(config)
    with suppress(KeyboardInterrupt):
        server.run(sockets=listening)
        if not server.started:
            raise click.ClickException("The server did not start. The lines above say why.")


def _listen(host: str, port: int) -> list[socket.socket]:
    """The addresses of the name, taken before they are told as ones that answer. A name may have one that
    this machine lacks ("localhost" names ::1 where IPv6 is switched off): it is left, so long as there is
    another."""
    listening: list[socket.socket] = []
    lacking: OSError | None = None
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, address in dict.fromkeys((family, address) for family, _, _, _, address in found):
            try:
                listening.append(socket.create_server(address, family=family, backlog=2048))
            except OSError as error:
                if error.errno not in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                    raise
                lacking = error
        if lacking is not None and not listening:
            raise lacking
    except OSError as error:
        raise click.UsageError(
            f"{host} port {port} cannot be served ({error.strerror}). Choose another with --port or --host."
        ) from error
    return listening


def _add_account(folder: Path, name: str, role: str) -> None:
    from congvan.web.accounts import AccountError, Accounts

    if sys.stdin.isatty():
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    else:
        password = sys.stdin.readline().rstrip("\n")
    accounts = Accounts(folder / "accounts.db")
    try:
        user = accounts.add(name, password, role)
        accounts.note("command line", "account-made", f"{user.name}: {user.role}")
    except AccountError as error:
        raise click.UsageError(str(error)) from error
    finally:
        accounts.close()
    say(f"congvan: account {user.name} ({user.role}) made in {folder}")
