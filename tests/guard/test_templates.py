"""No template holds what the content policy forbids, or switches escaping off without a reason given here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "templates"
PAGES = [path for kind in ("html", "svg") for path in sorted(FOLDER.rglob(f"*.{kind}"))]
SCRIPTS = sorted((FOLDER.parent / "static" / "js").glob("*.js"))
FORBIDDEN = {
    "an inline style": r"\sstyle\s*=",
    "a style element": r"<style\b",
    "an inline handler": r"\son(?!e=)[a-z]+\s*=",  # a value named `one` is none
    "a handler of htmx": r"\s(?:data-)?hx-(?:on|vals\s*=\s*.?js|headers\s*=\s*.?js)\b",
    "an inline script": r"<script(?![^>]*\ssrc=)",
    "something from elsewhere": r"\s(?:src|href|action|xlink:href|hx-post|hx-get)\s*=\s*[\"'](?:https?:)?//",
    "a link that runs": r"(?:javascript|data|vbscript):",
    "a frame or an object": r"<(?:iframe|object|embed|base)\b",
    "switched off escaping": r"\|\s*safe\b|\{%\s*autoescape\s+off|mark_safe",
}
# Markup that we made ourselves, from values that were escaped when it was made.
ALLOWED = {("components/saved.html", "switched off escaping"): "{{ panel|safe }}"}


def text_of(path: Path) -> str:
    """Without comments, which may speak of anything."""
    text = re.sub(r"\{%\s*comment.*?endcomment\s*%\}|\{#.*?#\}", "", path.read_text(), flags=re.S)
    allowed = [words for (name, _), words in ALLOWED.items() if path == FOLDER / name]
    for words in allowed:
        assert words in text, "not there any more: take it off the list"
        text = text.replace(words, "")
    return text


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what: str):
    pattern = re.compile(FORBIDDEN[what], re.I)
    found = {str(path.relative_to(FOLDER)): pattern.findall(text_of(path)) for path in PAGES}
    assert {name: hits for name, hits in found.items() if hits} == {}


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("an inline style", '<p style="color: red">'),
        ("an inline handler", '<p onclick="go()">'),
        ("an inline script", "<script>go()</script>"),
        ("something from elsewhere", '<img src="https://elsewhere.example/a.png">'),
        ("switched off escaping", "{{ words | safe }}"),
        ("a handler of htmx", '<p hx-on:click="go()">'),
    ],
)
def test_each_pattern_would_find_it(what: str, text: str):
    assert re.search(FORBIDDEN[what], text, re.I)


def test_scripts_run_nothing_that_comes_as_text():
    forbidden = re.compile(r"\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|localStorage")
    assert {
        path.name: forbidden.findall(path.read_text()) for path in SCRIPTS if forbidden.search(path.read_text())
    } == {}


def test_code_marks_no_text_as_safe():
    """Markup made in code goes through format_html; only letters, which are no markup, are made without escaping."""
    root = FOLDER.parent
    marked = {
        str(path.relative_to(root))
        for app in ("groundwork", "offers", "negotiation")
        for path in (root / app).rglob("*.py")
        if re.search(r"mark_safe\(|SafeString\(|SafeText|autoescape=False", path.read_text())
    }
    assert marked == {"negotiation/scripts/words.py"}
