"""From a brief's data to a tagged PDF, in a warm process of its own with a time and a memory limit.

The typesetter holds the interpreter lock and cannot be interrupted, so it never runs in the web
process. This module knows no framework: a fresh worker must start quickly.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import re
import resource
import signal
import threading
import unicodedata
from concurrent.futures.process import BrokenProcessPool
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

TEMPLATE = Path(__file__).resolve().parent.parent / "templates" / "brief" / "brief.typ"
TIMEOUT = 20
"""Seconds one document may take; a long brief needs a twentieth of one."""
MEMORY = 1 << 30
"""Bytes of data a worker may hold; a long brief needs about a tenth of it."""
TASKS = 200
"""Documents after which a worker is replaced by a fresh one."""


class TypesetError(Exception):
    """The PDF could not be made; the print page still can."""


class TypesetTimeout(TypesetError):
    """The document took too long, or too many others were waiting."""


class TypesetFailed(TypesetError):
    """The typesetter refused the document, or ran out of memory."""


class MissingGlyphs(TypesetError):
    """Some characters are in none of the fonts here, so the page would show blanks."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        super().__init__(characters)
        self.characters = characters

    @property
    def names(self) -> tuple[str, ...]:
        """Each character with its code, such as "你 (U+4F60)"; the code alone for an invisible one."""
        return tuple(map(_name, self.characters))

    def __str__(self) -> str:
        return ", ".join(self.names)


def pdf(document: dict[str, Any], *, timeout: float = TIMEOUT) -> bytes:
    """The document, `Brief.as_data()`, as a PDF; equal data gives equal bytes."""
    try:
        result = _in_worker(document, timeout)
    except TimeoutError as error:
        raise TypesetTimeout from error
    except (ProcessExpired, BrokenProcessPool) as error:
        raise TypesetFailed(str(error)) from error
    if isinstance(result, bytes):
        return result
    raise result


# The pool: one for each web process, made at its first PDF.

_lock = threading.Lock()
_pool: ProcessPool | None = None


def _forget() -> None:
    """A forked child owns neither the parent's pool nor its lock, and must not end its worker."""
    global _lock, _pool
    _lock, _pool = threading.Lock(), None
    multiprocessing.process._children.clear()  # type: ignore[attr-defined]


os.register_at_fork(after_in_child=_forget)


def _ready_pool() -> ProcessPool:
    """The pool in use, or a new one."""
    global _pool  # noqa: PLW0603
    with _lock:
        if _pool is None:
            _pool = ProcessPool(
                max_workers=1,
                max_tasks=TASKS,
                initializer=_start_worker,
                initargs=(MEMORY,),
                context=multiprocessing.get_context("spawn"),
            )
        return _pool


def stop(pool: ProcessPool | None = None) -> None:
    """Ends the worker, or the given one if it is still in use; the next PDF starts another."""
    global _pool
    with _lock:
        ended, _pool = (_pool, None) if pool in {None, _pool} else (None, _pool)
    if ended is not None:
        ended.stop()
        ended.join()


def _in_worker(document: dict[str, Any], timeout: float) -> bytes | TypesetError:
    """Asks the worker; a pool whose idle worker was killed is replaced, once."""
    pool = _ready_pool()
    try:
        return _ask(pool, document, timeout)
    except (BrokenProcessPool, RuntimeError):
        stop(pool)
        return _ask(_ready_pool(), document, timeout)


def _ask(pool: ProcessPool, document: dict[str, Any], timeout: float) -> bytes | TypesetError:
    future = pool.schedule(typeset, args=(document, timeout), timeout=timeout)
    try:
        # The pool counts from the moment the worker starts on it; this also bounds the queue.
        result: bytes | TypesetError = future.result(timeout=2 * timeout)
        return result
    finally:
        future.cancel()


# In the worker: everything below runs there.

_compiler: Any = None
_TypstError: type[Exception] = Exception


def _start_worker(memory: int) -> None:
    """Limits first, then the typesetter and its fonts, once for all documents."""
    global _compiler, _TypstError  # noqa: PLW0603
    # Default handlers end the process even while the typesetter holds the interpreter lock.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    # Address space would also count reserved but unused arenas, which grow with the cores.
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A brief is too short for threads to pay; a dump of frames in the log helps nobody.
    os.environ.update(RAYON_NUM_THREADS="1", RUST_BACKTRACE="0")
    import typst

    _TypstError = typst.TypstError
    _compiler = typst.Compiler(TEMPLATE, root=TEMPLATE.parent, font_paths=typst.Fonts())


def typeset(document: dict[str, Any], timeout: float) -> bytes | TypesetError:
    """One document; failures are returned, so that they cross the process border whole."""
    # If the web process is killed nobody enforces the timeout, so the worker also does.
    signal.setitimer(signal.ITIMER_REAL, timeout + 5)
    try:
        return _compile(document)
    except _TypstError as error:
        return _explain(error)
    except BaseException as error:  # a panic of the typesetter is no Exception, and cannot be pickled
        return TypesetFailed(repr(error))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _compile(document: dict[str, Any]) -> bytes:
    printed = datetime.fromisoformat(document["printed"]).replace(tzinfo=UTC)
    data = json.dumps(printable(document), sort_keys=True)
    return _compiler.compile(  # type: ignore[no-any-return]
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=["ua-1"],
        timestamp=int(printed.timestamp()),
    )


UNSHOWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")


def _explain(error: Any) -> TypesetError:
    """Which characters have no glyph, if that is all that is wrong."""
    shown = [ESCAPE.sub(_unescape, cluster) for cluster in UNSHOWN.findall(error.diagnostic)]
    if not shown:
        return TypesetFailed(error.message)
    found = dict.fromkeys("".join(shown))
    # A family of emoji also drags in its joiners and digits, which are not what is missing.
    telling = [char for char in found if not (char.isascii() or _is_mark(char))]
    return MissingGlyphs(tuple(sorted(telling or found)))


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in {"Cf", "Mn", "Me"}


def _name(char: str) -> str:
    code = f"U+{ord(char):04X}"
    return f"{char} ({code})" if char.isprintable() and not _is_mark(char) else code


# Text made fit to print.

AS_IT_IS = {"svg", "kind", "version", "printed"}
LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
NO_CHARACTER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
# How many characters without a space fit where a text is set, by the field it stands in.
LONG_WORD = {"head": 13, "rows": 13, "label": 20}
LONG_WORD_ELSEWHERE = 31


def printable(value: Any, key: str = "") -> Any:
    """The same data without control characters, and with places where long words may break."""
    if isinstance(value, dict):
        return {name: printable(part, name) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [printable(part, key) for part in value]
    if not isinstance(value, str):
        return value
    clean = NO_CHARACTER.sub("", LINE_ENDS.sub("\n", value))
    if key in AS_IT_IS:
        return clean
    long = LONG_WORD.get(key, LONG_WORD_ELSEWHERE)
    return re.sub(rf"\S{{{long},}}", _with_breaks, clean.replace("\t", " "))


def _with_breaks(match: re.Match[str]) -> str:
    """A place to break after every few characters, but not inside a joined one; rarer in endless runs."""
    run = match[0]
    every = 4 if len(run) < 400 else 10
    return "".join(
        "\u200b" + char if at and at % every == 0 and not _is_mark(char) and not _is_mark(run[at - 1]) else char
        for at, char in enumerate(run)
    )
