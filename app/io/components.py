"""What Shiage is made of: versions and licenses of the packages it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata

_PACKAGES = (
    "PySide6-Essentials",
    "torch",
    "numpy",
    "opencv-python-headless",
    "pillow",
    "scipy",
    "scikit-image",
    "safetensors",
    "qtawesome",
    "appdirs",
)
_LICENSE_NAMES = ("license", "licence", "copying", "notice")
_LONGEST_NAME = 40


@dataclass(frozen=True)
class Component:
    """A package.

    Attributes:
        name: as it is published.
        version: the one that is installed.
        license: what its license is called; "" when it does not say.
    """

    name: str
    version: str
    license: str


def program_version() -> str:
    """Shiage's own version; "" when it runs without being installed."""
    try:
        return metadata.version("shiage")
    except metadata.PackageNotFoundError:
        return ""


def components() -> list[Component]:
    """The packages that are there; nothing of them is loaded."""
    found = []
    for name in _PACKAGES:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found.append(Component(name, about["Version"], _license_name(about)))
    return found


def license_text(name: str) -> str:
    """The license files that came with a package, one after the other; "" when none did."""
    texts = []
    for path in metadata.files(name) or ():
        if path.name.casefold().startswith(_LICENSE_NAMES) and ".dist-info" in str(path):
            try:
                texts.append(path.read_text(encoding="utf-8").strip())
            except (OSError, UnicodeDecodeError):
                continue
    return "\n\n".join(texts)


def _license_name(about: metadata.PackageMetadata) -> str:
    expression = about.get("License-Expression") or ""  # type: ignore[attr-defined]
    if expression:
        return str(expression)
    classifiers = about.get_all("Classifier") or []
    named = [c.rsplit(" :: ", 1)[-1] for c in classifiers if c.startswith("License ::")]
    first_line = (about.get("License") or "").strip().split("\n")[0]  # type: ignore[attr-defined]
    return named[0] if named else first_line[:_LONGEST_NAME]
