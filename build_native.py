"""Compiles the tagger with mypyc, so that it takes half the time. It runs without, with the same results.

    python build_native.py

Writes `tagger/.native/`, which `tagger/native.py` takes as long as the sources are what they were. Says in a line what was
done, or why nothing was; the exit status is 1 only where compiling was tried and failed. docs/native.md has the whole of it.
"""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from tagger import native

NOT_COMPILED = (
    "tagger/native.py",  # runs before there is anything compiled
    "tagger/decisions/",  # a person's decisions: few, and annotated with what only type checkers import
    "tagger/profile_source.py",  # likewise
    "tagger/suggest.py",  # run once for a taxonomy
)
"""How the paths begin of what is left out of tagger/, beside the __init__.py: the rest is compiled."""

FLAGS = (
    *("-O1", "-fPIC", "-fno-semantic-interposition", "-freorder-blocks-and-partition"),
    *("-fwrapv", "-DNDEBUG", "-w", "-include", "rare.h"),
)
"""-O1 compiles a third longer than -Og for an eighth of the speed; -O0 gains nothing.

What is done where something fails, a third of the code, is laid apart: the rest then fits the processor's caches better, and
-O2 compiles twice as long for nothing more.
"""
_RARE = re.compile(
    r"^void (?:CPy_AddTraceback|CPy_(?:Type|Attribute)Error|CPy_TypeErrorTraceback|CPyError_OutOfMemory)\([^;]*\)(?=;)",
    re.MULTILINE,
)
"""What mypyc's C calls only there."""
LINK_FLAGS = ("-s", "-Wl,-Bsymbolic") if sys.platform == "linux" else ("-s",)
"""The functions of the library call each other directly: nothing outside takes the place of one."""

START = f"""
#include <Python.h>
static PyObject *start(PyObject *self, PyObject *capsule)
{{
    const char *name = PyCapsule_GetName(capsule);
    PyObject *(*module)(void) = name ? (PyObject *(*)(void))PyCapsule_GetPointer(capsule, name) : NULL;
    return module ? module() : NULL;
}}
static PyMethodDef functions[] = {{{{"start", start, METH_O, NULL}}, {{NULL}}}};
static PyModuleDef definition = {{PyModuleDef_HEAD_INIT, "{native.START}", NULL, -1, functions}};
PyMODINIT_FUNC PyInit_{native.START}(void) {{ return PyModule_Create(&definition); }}
"""
"""Starts a module of the library; mypyc has a library for each do it, which takes as long to compile as the modules."""


class FailedError(Exception):
    """Compiling failed; the message says of what."""


def missing() -> str:
    """Return what is missing for compiling, "" where nothing is."""
    if shutil.which(compiler()[0]) is None:
        return "there is no C compiler"
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        return "Python's C headers are not installed"
    return (
        "" if find_spec("mypyc") and find_spec("setuptools") else "mypyc is not installed (make installs it)"
    )


def compiler() -> list[str]:
    """Return the command of the C compiler that this Python was made with."""
    return shlex.split(sysconfig.get_config_var("CC") or "cc")


def modules() -> list[str]:
    """Return the paths of the sources that are compiled."""
    paths = (path.relative_to(native.ROOT).as_posix() for path in (native.ROOT / "tagger").rglob("*.py"))
    return sorted(
        path for path in paths if not path.startswith(NOT_COMPILED) and not path.endswith("/__init__.py")
    )


def sources() -> list[native.Source]:
    """Return what the compiled form depends on: the tagger, and the modules of the taxonomy that it imports."""
    paths = [*(native.ROOT / "tagger").rglob("*.py"), *(native.ROOT / "taxonomy").glob("*.py")]
    return [native.Source.of(path.relative_to(native.ROOT).as_posix()) for path in sorted(paths)]


@dataclass(frozen=True)
class Written:
    """The modules as C: the files, where their headers lie, and by each module's name what the library calls its beginning.

    left_out: paths of modules that mypyc crashes on; it is a compiler of a part of Python.
    """

    files: list[str]
    headers: list[str]
    beginnings: dict[str, str]
    left_out: list[str]


def write_c(folder: str) -> Written:
    """Write the modules as C."""
    taken = modules()
    with TemporaryDirectory() as copies, chdir(copies):
        for source in sources():
            path = Path(source.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            text = (native.ROOT / path).read_text(encoding="utf-8")
            path.write_text(for_compiling(text) if source.path in taken else text, encoding="utf-8")
        shutil.copy(native.ROOT / "pyproject.toml", ".")
        return _written(folder)


def _written(folder: str) -> Written:
    """Write the modules as C that stand in the current folder."""
    from mypyc.build import mypycify  # noqa: PLC0415  may be missing

    taken, left_out = modules(), list[str]()
    while True:
        said = StringIO()
        try:
            with redirect_stdout(said), redirect_stderr(said):
                library, *parts = mypycify(taken, multi_file=True, target_dir=folder, group_name=native.GROUP)
            break
        except SystemExit:
            problems = _PROBLEM.findall(said.getvalue())
            if not problems or problems[-1][0] not in taken:
                raise FailedError(
                    ": ".join(problems[-1] if problems else said.getvalue().splitlines()[-1:])
                ) from None
            left_out.append(problems[-1][0])
            taken.remove(problems[-1][0])
    start = Path(folder, "start.c")
    start.write_text(START, encoding="utf-8")
    declared = [Path(header, "CPy.h") for header in library.include_dirs]
    Path(folder, "rare.h").write_text(
        rare("".join(path.read_text("utf-8") for path in declared if path.is_file()))
    )
    return Written(
        [*map(str, library.sources), str(start)],
        library.include_dirs,
        {part.name: f"init_{part.name.replace('.', '___')}" for part in parts},
        left_out,
    )


def rare(declared: str) -> str:
    """Return the declarations of what is called only where something fails, with a word to the compiler that it is."""
    lines = [f"{found.group()} __attribute__((cold));" for found in _RARE.finditer(declared)]
    return "\n".join(["typedef struct _object PyObject;", *lines, ""])


def for_compiling(source: str) -> str:
    """Return a module as it is compiled: with what mypyc would leave to the interpreter; every line stays where it is.

    Dataclasses have their `__init__` written out, in the blank line behind them, and private constants are final.
    """
    if _FUTURE not in source:
        return source
    lines = source.split("\n")
    for part in ast.parse(source).body:
        first, behind = part.lineno - 1, part.end_lineno or 0
        if isinstance(part, ast.ClassDef) and _needs_init(part) and not lines[behind]:
            lines[behind] = _init_of(part)
        elif isinstance(part, ast.Assign | ast.AnnAssign):
            lines[first] = _as_final(part, lines[first])
    text = "\n".join(lines)
    return text.replace(_FUTURE, f"{_FUTURE}; from typing import Final as _Final", 1)


_FUTURE = "from __future__ import annotations"
_CONSTANT = re.compile("_[A-Z][A-Z0-9_]*")


def _as_final(part: ast.Assign | ast.AnnAssign, line: str) -> str:
    """Return the first line of an assignment, to a final name where it makes a private constant.

    Of tuples those of words alone, as tuples of any length: another one is made anew each time it is looked into.
    """
    target = part.targets[0] if isinstance(part, ast.Assign) else part.target
    if not (isinstance(target, ast.Name) and _CONSTANT.fullmatch(target.id)):
        return line
    if isinstance(part, ast.AnnAssign):
        kind = ast.unparse(part.annotation)
        final = kind if kind.startswith("Final") else f"_Final[{kind}]"
        return line.replace(f"{target.id}: {kind} =", f"{target.id}: {final} =", 1)
    if not isinstance(part.value, ast.Tuple):
        return line.replace(f"{target.id} =", f"{target.id}: _Final =", 1)
    words = all(
        isinstance(item, ast.Constant) and isinstance(item.value, str) and " " not in item.value.strip()
        for item in part.value.elts
    )
    return line.replace(f"{target.id} =", f"{target.id}: _Final[tuple[str, ...]] =", 1) if words else line


def _needs_init(found: ast.ClassDef) -> bool:
    """Return whether a class is a dataclass with fields of its own alone, and with no `__init__`."""
    return (
        any(ast.unparse(decorator).startswith("dataclass") for decorator in found.decorator_list)
        and not found.bases
        and not any(isinstance(part, ast.FunctionDef) and part.name == "__init__" for part in found.body)
    )


def _init_of(found: ast.ClassDef) -> str:
    """Return the `__init__` of a dataclass in one line."""
    fields = [_parameter(part) for part in found.body if isinstance(part, ast.AnnAssign)]
    parameters = ["self", *(parameter for parameter, _ in fields if parameter)]
    statements = [statement for _, statement in fields if statement]
    if any(isinstance(part, ast.FunctionDef) and part.name == "__post_init__" for part in found.body):
        statements.append("self.__post_init__()")
    frozen = any("frozen=True" in ast.unparse(decorator) for decorator in found.decorator_list)
    allowed = "  # type: ignore[misc]" if frozen else ""  # its fields are read-only everywhere else
    return f"    def __init__({', '.join(parameters)}) -> None: {'; '.join(statements)}{allowed}"


def _parameter(field: ast.AnnAssign) -> tuple[str, str]:
    """Return a field as a parameter, and the statement that sets it; both empty where it is none (init=False)."""
    name, kind, default = ast.unparse(field.target), ast.unparse(field.annotation), field.value
    if isinstance(default, ast.Call) and ast.unparse(default.func) == "field":
        said = {keyword.arg: keyword.value for keyword in default.keywords}
        factory, default = said.get("default_factory"), said.get("default")
        if "init" in said:
            return "", ""
        if factory is not None:
            made = factory.body if isinstance(factory, ast.Lambda) else ast.Call(factory, [], [])
            value = f"{ast.unparse(made)} if {name} is None else {name}"
            return f"{name}: {kind} | None = None", f"self.{name} = {value}"
    given = f" = {ast.unparse(default)}" if default is not None else ""
    return f"{name}: {kind}{given}", f"self.{name} = {name}"


_PROBLEM = re.compile(r"^(\S+\.py):\d+: (?:error|AssertionError|\w+Error): (.*)", re.MULTILINE)


def compiled(written: Written) -> list[str]:
    """Compile the files of C, as many at a time as there are cores, the longest first, and return the object files."""
    includes = [f"-I{folder}" for folder in (*written.headers, sysconfig.get_path("include"))]

    def one(file: str) -> str:
        run([*compiler(), *FLAGS, *includes, "-c", file, "-o", f"{file}.o"])
        return f"{file}.o"

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(one, sorted(written.files, key=os.path.getsize, reverse=True)))


def run(command: list[str]) -> None:
    """Run a command."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FailedError(next(iter(done.stderr.strip().splitlines()[-1:]), command[0]))


def build() -> list[str]:
    """Compile the tagger, put it where it is looked for, see that it can be imported, and return what is left out of it."""
    before = sources()
    with (
        TemporaryDirectory() as folder,
        TemporaryDirectory(dir=native.FOLDER.parent, prefix=".native") as made,
    ):
        written = write_c(folder)
        link = shlex.split(sysconfig.get_config_var("LDSHARED") or "cc -shared")
        run([*link, *LINK_FLAGS, *compiled(written), "-o", str(native.binary(Path(made)))])
        lines = [f"{source.path} {source.size} {source.changed} {source.digest}\n" for source in before]
        Path(made, "sources").write_text("".join(lines), encoding="utf-8")
        names = [f"{name} {beginning}\n" for name, beginning in written.beginnings.items()]
        Path(made, "modules").write_text("".join(names), encoding="utf-8")
        shutil.rmtree(native.FOLDER, ignore_errors=True)
        shutil.copytree(made, native.FOLDER)
    try:
        run([sys.executable, "-c", f"import {','.join(written.beginnings)}"])
    except FailedError:
        shutil.rmtree(native.FOLDER)
        raise
    return written.left_out


def main() -> int:
    """Compile the tagger where that is possible and needed, and say so."""
    os.chdir(native.ROOT)
    os.environ.pop(native.SWITCH, None)
    if native.state() == "compiled":
        print("The tagger is compiled already.")
        return 0
    lacking = missing()
    if lacking:
        print(f"The tagger runs as plain Python, slower and with the same results: {lacking}.")
        return 0
    print(
        "Compiling the tagger, once, so that it takes half the time (NATIVE=0 leaves it out) …",
        flush=True,
    )
    began = monotonic()
    try:
        left_out = build()
    except FailedError as failure:
        print(f"That failed, so it runs as plain Python, slower and with the same results: {failure}")
        return 1
    but = f", but for {', '.join(left_out)}, which mypyc crashes on" if left_out else ""
    print(f"Compiled in {monotonic() - began:.0f} s{but}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
