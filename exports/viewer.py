"""The viewer page: the iXBRL in Arelle's interactive viewer, which works from a folder, offline.

The page is made by the plugin ixbrl-viewer in an Arelle of its own; its script lies beside it. Labels of all
languages are in the page: a browser whose language is among them shows it, any other the report's.

Spec: Inline XBRL 1.1; ixbrl-viewer 1.5 (its data stand in a script element of the page).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from exports.errors import OutputError
from exports.output_folder import Content
from exports.references import RefusedError, examine, surroundings
from exports.tables.extra import require

SCRIPT = "ixbrlviewer.js"
TIMEOUT_SECONDS = 600.0

_DATA = re.compile(
    rb'(?P<head><script type="application/x\.ixbrl-viewer\+json">)(?P<data>.*?)(?P<tail></script>)', re.DOTALL
)


def viewer_files(
    page: Path, name: str, packages: Sequence[Path] = (), language: str = "en"
) -> tuple[tuple[str, bytes], ...]:
    """Return the viewer of an iXBRL page as (file name, bytes): NAME-viewer.html and its script.

    packages: taxonomy packages that the page's entry point lies in. language: of the report.

    Raises: OutputError where ixbrl-viewer or Arelle is missing, the page points out of what was given, or
    no viewer came out.
    """
    require("iXBRLViewerPlugin", "The viewer")
    _check(page, packages)
    with TemporaryDirectory() as folder:
        said = _run(page, packages, Path(folder))
        try:
            html = Path(folder, "xbrlviewer.html").read_bytes()
            script = Path(folder, SCRIPT).read_bytes()
        except OSError:
            raise OutputError(f"{page.name}: no viewer came out of Arelle ({said}).") from None
    return (f"{name}-viewer.html", _language_first(html, language, page.name)), (SCRIPT, script)


def write_viewer(
    page: Path, name: str, packages: Sequence[Path], language: str, write: Callable[[str, Content], Path]
) -> tuple[Path, ...]:
    """Write the viewer's files, each by `write`: the method of an `OutputFolder`, or the like.

    Raises: OutputError as `viewer_files` does, or where a file cannot be written.
    """
    return tuple(write(*file) for file in viewer_files(page, name, packages, language))


def _check(page: Path, packages: Sequence[Path]) -> None:
    spec = find_spec("arelle")
    if spec is None or spec.origin is None:
        raise OutputError("The viewer needs Arelle, which is not installed: pip install arelle-release.")
    try:
        examine(page, surroundings(list(packages), Path(spec.origin).parent / "resources" / "cache"))
    except RefusedError as error:
        raise OutputError(str(error)) from error


def _run(page: Path, packages: Sequence[Path], folder: Path) -> str:
    """Have Arelle write the viewer into the folder; return the last line it said."""
    command = [
        *(sys.executable, "-P", "-m", "arelle.CntlrCmdLine", "--file", str(page.resolve())),
        *("--plugins", "ixbrl-viewer", "--save-viewer", str(folder), "--viewer-feature-review"),
        *("--internetConnectivity", "offline", "--disablePersistentConfig"),
    ]
    if packages:
        command += ["--packages", "|".join(str(package.resolve()) for package in packages)]
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "LANGUAGE": "en", "PYTHONIOENCODING": "utf-8"},
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"it did not end within {TIMEOUT_SECONDS:g} seconds"
    lines = (
        done.stdout.decode("utf-8", "replace").replace(f"{page.resolve().parent}{os.sep}", "").splitlines()
    )
    return lines[-1].strip() if lines else f"it ended with status {done.returncode} and said nothing"


def _language_first(html: bytes, language: str, name: str) -> bytes:
    """Put the report's language first among the labels: the viewer begins with the first it finds."""
    match = _DATA.search(html)
    if match is None:
        raise OutputError(f"{name}: the viewer that Arelle wrote holds no data of the report.")
    data = json.loads(match["data"])
    for report in data["sourceReports"]:
        for target in report["targetReports"]:
            for concept in target["concepts"].values():
                for role, labels in concept["labels"].items():
                    first = [key for key in labels if key.lower() == language.lower()]
                    order = [*first, *(key for key in labels if key not in first)]
                    concept["labels"][role] = {key: labels[key] for key in order}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for mark, escape in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(mark, escape)
    return html[: match.start("data")] + text.encode() + html[match.end("data") :]
