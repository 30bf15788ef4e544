"""The taxonomy package: its files, and the zip that an XBRL processor takes.

Spec: Taxonomy Packages 1.0.
"""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from taxonomy.collector import Uncollected
from taxonomy.compile.formula import formula_linkbase
from taxonomy.compile.labels import label_linkbases, reference_linkbase
from taxonomy.compile.linkbase import linkbase
from taxonomy.compile.links import calculation_links, definition_links, presentation_links
from taxonomy.compile.markup import DECLARATION, attributes, escape_text
from taxonomy.compile.names import FOLDER, Names, lasting, names_of
from taxonomy.compile.schema import schema
from taxonomy.errors import TagwrightError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from taxonomy.model import Taxonomy

_FIXED_DATE: Final = (1980, 1, 1, 0, 0, 0)
_ORDINARY_FILE: Final = 0o100644 << 16
_UNIX: Final = 3


def package_name(taxonomy: Taxonomy) -> str:
    """Return the file name of the package: PREFIX-VERSION.zip."""
    return f"{_top(taxonomy)}.zip"


def package_files(taxonomy: Taxonomy) -> tuple[tuple[str, bytes], ...]:
    """Return (path, bytes) of every file of the package, sorted, below its top folder.

    A report package takes the same files below its own top folder and so carries the taxonomy inside.

    Raises: TagwrightError where somebody else wrote the taxonomy.
    """
    if taxonomy.dts is not None:
        raise TagwrightError(
            f"{taxonomy.entry_point}: tagwright did not write this taxonomy and builds no package of it: "
            "use the package of its publisher"
        )
    with Uncollected():
        names = names_of(taxonomy)
        linkbases = _linkbases(taxonomy, names)
        refs = tuple((kind, file) for kind, file, _ in linkbases)
        files = {f"{FOLDER}/{file}": text for _, file, text in linkbases}
        files[f"{FOLDER}/{names.schema_file}"] = schema(taxonomy, names, refs)
        files["META-INF/taxonomyPackage.xml"] = metadata(taxonomy)
        files["META-INF/catalog.xml"] = catalog(taxonomy)
        return tuple((path, text.encode()) for path, text in sorted(files.items()))


def compile_package(
    taxonomy: Taxonomy, files: Iterable[tuple[str, bytes]] | None = None, *, sealed: bool = False
) -> bytes:
    """Return the taxonomy package: the same bytes for the same taxonomy, always.

    files: what `package_files` gave for it, where the caller has that already. sealed: of an extension, which its
    package alone does not give back.
    """
    return zipped(_top(taxonomy), package_files(taxonomy) if files is None else files, sealed=sealed)


def zipped(top: str, files: Iterable[tuple[str, bytes]], *, sealed: bool = False) -> bytes:
    """Return the files below a top folder as a zip whose bytes depend on nothing else.

    sealed: with the hash of all that is in it as the zip's comment, so that a later change can be told.
    """
    buffer = BytesIO()
    files = tuple(files)
    with ZipFile(buffer, "w") as archive:
        for path, data in files:
            entry = ZipInfo(f"{top}/{path}", _FIXED_DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = _ORDINARY_FILE
            entry.create_system = _UNIX
            archive.writestr(entry, data, compresslevel=6)
        if sealed:
            archive.comment = seal({f"{top}/{path}": data for path, data in files})
    return buffer.getvalue()


def seal(files: Mapping[str, bytes]) -> bytes:
    """Return what stands for all files of a zip and their names."""
    told = sha256()
    for path, data in sorted(files.items()):
        told.update(f"{path}\0{sha256(data).hexdigest()}\n".encode())
    return f"tagwright {told.hexdigest()}".encode()


def _top(taxonomy: Taxonomy) -> str:
    return f"{taxonomy.prefix}-{taxonomy.version}"


def _linkbases(taxonomy: Taxonomy, names: Names) -> tuple[tuple[str, str, str], ...]:
    """Return (kind, file name, text) of the linkbases that hold something."""
    made = [("label", file, text) for file, text in label_linkbases(taxonomy, names)]
    for kind, links in (
        ("presentation", presentation_links(taxonomy, names)),
        ("definition", definition_links(taxonomy, names)),
        ("calculation", calculation_links(taxonomy, names)),
    ):
        written = tuple(link for link in links if link.arcs)
        if written:
            made.append((kind, names.file(kind), linkbase(names, kind, written)))
    if any(item.references for item in lasting(taxonomy)):
        made.append(("reference", names.file("reference"), reference_linkbase(taxonomy, names)))
    if formula := formula_linkbase(taxonomy, names):
        made.append(("formula", names.file("formula"), formula))
    return tuple(made)


def metadata(taxonomy: Taxonomy) -> str:
    """Return META-INF/taxonomyPackage.xml."""
    labels = "".join(
        f"<tp:name{attributes(('xml:lang', label.language))}>{escape_text(label.text)}</tp:name>"
        for label in taxonomy.labels
    )
    languages = sorted({label.language for _, label in taxonomy.all_labels()})
    spoken = "".join(f"<tp:language>{escape_text(language)}</tp:language>" for language in languages)
    version = f"<tp:version>{escape_text(taxonomy.version)}</tp:version>"
    day = f"\n  <tp:publicationDate>{taxonomy.date}</tp:publicationDate>" if taxonomy.date else ""
    document = f"<tp:entryPointDocument{attributes(('href', taxonomy.entry_point))}/>"
    return (
        f'{DECLARATION}<tp:taxonomyPackage xmlns:tp="http://xbrl.org/2016/taxonomy-package">\n'
        f"  <tp:identifier>{escape_text(taxonomy.namespace)}</tp:identifier>\n  {labels}\n  {version}{day}\n"
        f"  <tp:entryPoints>\n    <tp:entryPoint>{labels}{version}{document}"
        f"<tp:languages>{spoken}</tp:languages></tp:entryPoint>\n  </tp:entryPoints>\n</tp:taxonomyPackage>\n"
    )


def catalog(taxonomy: Taxonomy) -> str:
    """Return META-INF/catalog.xml, which sends the entry point's address to the folder."""
    return catalog_of(((taxonomy.entry_point.rpartition("/")[0] + "/", f"../{FOLDER}/"),))


def catalog_of(rewrites: Iterable[tuple[str, str]]) -> str:
    """Return a catalogue of (start of an address, where that lies as seen from META-INF)."""
    lines = "".join(
        f"  <rewriteURI{attributes(('uriStartString', start), ('rewritePrefix', prefix))}/>\n"
        for start, prefix in rewrites
    )
    return f'{DECLARATION}<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">\n{lines}</catalog>\n'
