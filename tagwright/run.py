"""The whole way in one call, and validation of files that are there already."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from exports.errors import PackageError
from exports.validation import ValidationChild, validate_in_child
from tagwright.filing import Written, checked_name, write
from tagwright.syntax import SYNTAXES, Syntax
from tagwright.tagged import Tagged, silent, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exports.verdict import Verdict
    from tagwright.tagged import OnStep


class Inputs(TypedDict, total=False):
    """What `tag` takes besides the document; all but the last three may not be left out."""

    taxonomy: Path | str
    entity: Path | str
    period: str
    language: str | None
    threshold: float
    decisions: Path | str | None


def tag_and_write(
    document: Path | str,
    folder: Path | str,
    *,
    to: Iterable[Syntax] = SYNTAXES,
    validate: bool = True,
    on_step: OnStep = silent,
    **inputs: Unpack[Inputs],
) -> tuple[Tagged, Written]:
    """Tag a document and write its filing; Arelle is imported in its own process meanwhile.

    Raises: TagwrightError where an input is wrong or the folder cannot be written; it is then as it was.
    """
    checked_name(Path(document).stem)
    with ValidationChild() if validate else nullcontext() as child:
        tagged = tag(document, on_step=on_step, **inputs)
        return tagged, write(tagged, folder, to=to, validate=validate, child=child, on_step=on_step)


def validate(files: Sequence[Path | str], *, packages: Sequence[Path | str] = ()) -> tuple[Verdict, ...]:
    """Have Arelle validate files, offline, in one process of its own.

    Raises: PackageError where a file is not there.
    """
    paths = [Path(file) for file in files]
    taxonomies = [Path(package) for package in packages]
    for path in (*paths, *taxonomies):
        if not path.is_file():
            reason = "is a folder" if path.is_dir() else "no such file"
            raise PackageError(f"{path}: {reason}; check the path")
    return validate_in_child(paths, taxonomies)
