"""A folder that the database's user can reach, and one cluster made once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from negotiation.cluster import claim, cluster


@pytest.fixture
def folder() -> Iterator[Path]:
    """pytest's own temporary folders are closed to the user that PostgreSQL runs as."""
    path = Path(tempfile.mkdtemp(prefix="groundwork-test-")).resolve()
    yield claim(path)
    shutil.rmtree(path)


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="groundwork-test-")).resolve()
    with cluster(path):
        pass
    yield path
    shutil.rmtree(path)
