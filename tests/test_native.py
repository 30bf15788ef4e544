"""The compiled form of the tagger: the same results as its sources, never older than they are, and as safe to run."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import build_native
from tagger import native

ROOT = Path(__file__).parent.parent
compiled_only = pytest.mark.skipif(
    native.state() != "compiled", reason=f"ATTENTION: the tagger is not compiled here ({native.state()})"
)


def python(*arguments: str, folder: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python on a checkout, with nothing switched off but what the environment given says."""
    inherited = {name: value for name, value in os.environ.items() if name != native.SWITCH}
    command = [sys.executable, *arguments]
    here = inherited | {"PYTHONPATH": str(folder)} | environment
    return subprocess.run(command, cwd=folder, env=here, capture_output=True, text=True, check=False)


@compiled_only
@pytest.mark.slow
def test_compiled_it_writes_the_same_ledgers() -> None:
    """Every row, proof and piece of evidence of passages in three languages, tables among them."""
    plain = python("-m", "tests.native_ledgers", TAGWRIGHT_NATIVE="0").stdout.splitlines()
    compiled = python("-m", "tests.native_ledgers").stdout.splitlines()

    assert (plain[0], compiled[0]) == ("off", "compiled")
    assert len(plain) > 30
    assert plain[1:] == compiled[1:]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of what is compiled, with the compiled form beside it: here a file of no matter what."""
    for name in ("tagger", "taxonomy"):
        shutil.copytree(
            ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns(".native*", "__pycache__")
        )
    shutil.copy(ROOT / "build_native.py", tmp_path)
    folder = tmp_path / "tagger" / ".native"
    folder.mkdir()
    native.binary(folder).write_bytes(b"")
    lines = [
        f"{source.path} {source.size} {source.changed} {source.digest}\n" for source in build_native.sources()
    ]
    (folder / "sources").write_text("".join(lines), encoding="utf-8")
    return tmp_path


def state_of(checkout: Path, **environment: str) -> str:
    """Return what a checkout says of its compiled form."""
    script = "import sys; sys.modules['tagger'] = type(sys)('tagger'); tagger = sys.modules['tagger']; "
    script += "tagger.__path__ = ['tagger']; from tagger import native; print(native.state())"
    done = python("-c", script, folder=checkout, **environment)
    assert not done.stderr
    return done.stdout.strip()


def test_what_was_written_again_unchanged_is_still_compiled(checkout: Path) -> None:
    """Git writes files anew when branches change: what they say counts, not when they were written."""
    for path in checkout.rglob("*.py"):
        os.utime(path)

    assert state_of(checkout) == "compiled"


@pytest.mark.parametrize("name", ["tagger/words/cover.py", "tagger/words/word.py", "taxonomy/model.py"])
def test_a_change_of_any_source_makes_the_sources_run(checkout: Path, name: str) -> None:
    """Of the same length and the same time too, of a module that is not compiled itself too."""
    path = checkout / name
    before, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(text.replace("return", "retrun", 1), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))

    assert state_of(checkout) == "changed"


def test_a_source_that_is_gone_makes_the_sources_run(checkout: Path) -> None:
    """A branch without some module."""
    (checkout / "tagger" / "links" / "plans.py").unlink()

    assert state_of(checkout) == "changed"


def test_it_can_be_switched_off(checkout: Path) -> None:
    """For a debugger, for coverage, or where something is in doubt."""
    assert state_of(checkout, TAGWRIGHT_NATIVE="0") == "off"


def test_without_a_compiler_one_line_says_so(checkout: Path) -> None:
    """And nothing fails: the sources run."""
    shutil.rmtree(checkout / "tagger" / ".native")
    done = python("build_native.py", folder=checkout, PATH="")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    assert "runs as plain Python" in done.stdout


LONG = """
import signal
import sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background is told to ignore it
from tests.tagging_example import ledger_of
text = "".join(f"公司存款{n}億元，比上年末增加{n % 7}.{n % 10}億元，增長{n % 5}.1%。個人存款{n}億元。" for n in range(20_000))
ledger_of("公司存款1億元。")
print("begun", flush=True)
ledger_of(text)
print("done", flush=True)
"""


@pytest.mark.slow
def test_it_can_be_interrupted() -> None:
    """Compiled code asks for signals only where it calls what is not compiled: that has to happen often enough."""
    with subprocess.Popen(
        [sys.executable, "-c", LONG], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "begun\n"
        child.send_signal(signal.SIGINT)
        said, problem = child.communicate()

    assert "done" not in said
    assert "KeyboardInterrupt" in problem


@pytest.mark.slow
def test_all_that_is_to_be_compiled_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where mypyc crashes on a module it is left out, and so is its speed: write it another way, or add it to the list."""
    monkeypatch.chdir(ROOT)

    assert build_native.write_c(str(tmp_path)).left_out == []


def test_nothing_that_is_compiled_keeps_values_in_a_cached_property() -> None:
    """Compiled it is a property that computes every time: right, and endlessly slow."""
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in build_native.modules()}

    assert [name for name, text in texts.items() if "cached_property" in text] == []


SOURCE = '''"""Points."""

from __future__ import annotations

_MARKS = ("+", "-")
_FAR: int = 8


@dataclass(frozen=True, slots=True)
class Point:
    """A point."""

    x: int
    y: int = _FAR
    names: list[str] = field(default_factory=list)
    far: bool = field(init=False)

    def __post_init__(self) -> None:
        """Tell whether it is far."""
        object.__setattr__(self, "far", self.x > _FAR)


ORIGIN = Point(0, 0)
_PAIRS = (("a", 1), ("b", 2))
'''
INIT = (
    "    def __init__(self, x: int, y: int = _FAR, names: list[str] | None = None) -> None: self.x = x; self.y = y; "
    "self.names = list() if names is None else names; self.__post_init__()  # type: ignore[misc]"
)


def test_what_mypyc_would_leave_to_the_interpreter_is_written_out() -> None:
    """The `__init__` of a dataclass, in the blank line behind it; private constants are final. No line moves."""
    before, after = SOURCE.split("\n"), build_native.for_compiling(SOURCE).split("\n")

    assert len(before) == len(after)
    assert [line for line, old in zip(after, before, strict=True) if line != old] == [
        "from __future__ import annotations; from typing import Final as _Final",
        '_MARKS: _Final[tuple[str, ...]] = ("+", "-")',
        "_FAR: _Final[int] = 8",
        INIT,
    ]


def test_no_dataclass_that_is_compiled_is_made_of_another() -> None:
    """The one that `__init__` is written out for takes fields of its own alone."""
    classes = [
        node
        for name in build_native.modules()
        for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and "dataclass" in "".join(map(ast.unparse, node.decorator_list))
    ]

    assert len(classes) > 50
    assert [node.name for node in classes if node.bases] == []


DEPTH_IS_BOUNDED = {"_moved", "token_in_text"}
"""Terms within terms, of which the longer holds the shorter."""


def test_nothing_that_is_compiled_calls_itself_as_deep_as_a_text_may_nest() -> None:
    """Compiled code knows no limit of recursion: where Python raises an error, the process would crash."""
    found: set[str] = set()
    for name in build_native.modules():
        for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name in _called_by(node):
                found.add(node.name)

    assert found - DEPTH_IS_BOUNDED == set()


def _called_by(function: ast.FunctionDef) -> set[str]:
    called = {node.func for node in ast.walk(function) if isinstance(node, ast.Call)}
    names = {node.id for node in called if isinstance(node, ast.Name)}
    return names | {
        node.attr
        for node in called
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"
    }


def test_what_is_called_only_where_something_fails_is_told_to_the_compiler() -> None:
    """Of the declarations of mypyc's C those of errors alone are written again, with their types."""
    declared = (
        "PyObject *CPyList_Build(Py_ssize_t len, ...);\nvoid CPy_TypeError(const char *expected, PyObject *value);\n"
        "void CPy_AddTraceback(const char *filename,\n                      PyObject *globals);\nvoid CPy_Init(void);\n"
    )
    assert build_native.rare(declared).splitlines() == [
        "typedef struct _object PyObject;",
        "void CPy_TypeError(const char *expected, PyObject *value) __attribute__((cold));",
        "void CPy_AddTraceback(const char *filename,",
        "                      PyObject *globals) __attribute__((cold));",
    ]
