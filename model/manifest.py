"""A weights folder on the disk: its manifest, and whether its files are whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

BUNDLED = Path(__file__).resolve().parents[1] / "resources" / "weights"
MANIFEST = "manifest.json"
SCHEMA = 2  # since 2 with what the vote's probabilities are worth

NetworkT = TypeVar("NetworkT")


class WeightsError(Exception):
    """Weights that cannot be used; the message is one sentence for the user."""


def sha256(path: Path) -> str:
    """The sha256 of a file, in hexadecimal; OSError when it cannot be read."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a weights folder.

    Raises:
        WeightsError: it is missing, damaged or of another version.
    """
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        schema = manifest["schema"]
    except OSError as error:
        raise WeightsError(
            f"The networks' weights are missing: {path} cannot be read ({error.strerror}); "
            "install Shiage again or choose another weights folder."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(path, f"it is no manifest, {error}") from error
    if schema != SCHEMA:
        raise WeightsError(
            f"{path} is of schema {schema}, this version of Shiage reads {SCHEMA}; "
            "use weights and program of one version."
        )
    return dict(manifest)


def load_listed(
    folder: Path, manifest: dict[str, Any], name: str, load: Callable[[Path], NetworkT]
) -> NetworkT:
    """A network that the manifest lists.

    Args:
        folder: of the weights.
        manifest: of that folder.
        name: of the network.
        load: reads its file; ValueError when it cannot.

    Raises:
        WeightsError: it is not listed, missing, damaged, or not what the manifest says.
    """
    try:
        entry = manifest["networks"][name]
        path, expected = folder / entry["file"], entry["sha256"]
    except (KeyError, TypeError) as error:
        raise damaged(folder / MANIFEST, f"it does not name the {name} network") from error
    try:
        found = sha256(path)
    except OSError as error:
        raise WeightsError(
            f"The networks' weights are incomplete: {path} cannot be read ({error.strerror}); "
            "install Shiage again or choose another weights folder."
        ) from error
    if found != expected:
        raise damaged(path, "its sha256 is not that of the manifest")
    try:
        return load(path)
    except ValueError as error:
        raise WeightsError(str(error)) from error


def damaged(path: Path, what: str) -> WeightsError:
    """The error that a file of a weights folder is damaged, to be raised."""
    return WeightsError(
        f"{path} is damaged ({what}); install Shiage again or choose another weights folder."
    )
