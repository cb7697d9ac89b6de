"""A stretch as bytes, so that it can be kept with what it decided."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from model.painting.beside import Beside
from model.painting.chain import HOPS, Link
from model.painting.vote import ConfidenceFit
from model.stretch import Member, Stretch

_VERSION = 2
# Before version 2 only corrections made use of `Member.beside`. What was kept then must not decide
# otherwise now, and is read without it.
_WITHOUT_BESIDE = 1


def to_bytes(stretch: Stretch) -> bytes:
    """Pack a stretch; numbers keep three digits, which decides nothing anew."""
    arrays: dict[str, Any] = {
        "version": _VERSION,
        "fit": [stretch.fit.bias, stretch.fit.agreed, stretch.fit.own],
        "members": len(stretch.members),
    }
    for index, member in enumerate(stretch.members):
        arrays[f"{index}.opinion"] = member.opinion.astype(np.float16)
        if member.own is not None and member.unseen is not None:
            arrays[f"{index}.own"] = member.own.astype(np.float16)
            arrays[f"{index}.unseen"] = member.unseen.astype(np.float16)
        for hop, link in enumerate(member.links):
            if link is not None:
                arrays |= _link_arrays(f"{index}.{hop}", link)
        if member.beside is not None:
            arrays |= _beside_arrays(f"{index}.beside", member.beside)
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def from_bytes(packed: bytes) -> Stretch:
    """What `to_bytes` packed.

    Raises:
        ValueError: these are no such bytes.
    """
    try:
        with np.load(io.BytesIO(packed), allow_pickle=False) as file:
            arrays = dict(file)
        version = int(arrays["version"])
        if version not in (_WITHOUT_BESIDE, _VERSION):
            raise ValueError(f"version {version}")
        members = [_member(arrays, index) for index in range(int(arrays["members"]))]
        if version == _WITHOUT_BESIDE:
            members = [replace(one, beside=None) for one in members]
        return Stretch(members, ConfidenceFit(*arrays["fit"].tolist()))
    except Exception as error:  # a damaged archive fails in many ways
        raise ValueError(f"This is no stretch of drawings ({error}).") from error


def _link_arrays(name: str, link: Link) -> dict[str, Any]:
    return {
        **_sparse_arrays(name, link.same),
        f"{name}.new": link.new.astype(np.float16),
        f"{name}.gone": link.gone.astype(np.float16),
    }


def _beside_arrays(name: str, beside: Beside) -> dict[str, Any]:
    arrays: dict[str, Any] = {f"{name}.keys": beside.keys.astype(np.float16)}
    for hop, same in enumerate(beside.near):
        if same is not None:
            arrays |= _sparse_arrays(f"{name}.{hop}", same)
    return arrays


def _sparse_arrays(name: str, values: csr_array) -> dict[str, Any]:
    values = csr_array(values)
    return {
        f"{name}.shape": values.shape,
        f"{name}.indptr": values.indptr.astype(np.int32),
        f"{name}.indices": values.indices.astype(np.int32),
        f"{name}.data": values.data.astype(np.float16),
    }


def _member(arrays: dict[str, Any], index: int) -> Member:
    names = [f"{index}.{hop}" for hop in range(HOPS)]
    links = [_link(arrays, name) if f"{name}.data" in arrays else None for name in names]
    own, unseen = (arrays.get(f"{index}.{name}") for name in ("own", "unseen"))
    return Member(
        arrays[f"{index}.opinion"].astype(np.float32),
        tuple(links),
        None if own is None else own.astype(np.float32),
        None if unseen is None else unseen.astype(np.float32),
        _beside(arrays, f"{index}.beside"),
    )


def _beside(arrays: dict[str, Any], name: str) -> Beside | None:
    """None also in the first files of version 1, which did not keep it."""
    if f"{name}.keys" not in arrays:
        return None
    near = [f"{name}.{hop}" for hop in range(HOPS)]
    return Beside(
        arrays[f"{name}.keys"].astype(np.float32),
        tuple(_sparse(arrays, one) if f"{one}.data" in arrays else None for one in near),
    )


def _link(arrays: dict[str, Any], name: str) -> Link:
    new, gone = (arrays[f"{name}.{side}"].astype(np.float32) for side in ("new", "gone"))
    return Link(_sparse(arrays, name), new, gone)


def _sparse(arrays: dict[str, Any], name: str) -> csr_array:
    return csr_array(
        (
            arrays[f"{name}.data"].astype(np.float32),
            arrays[f"{name}.indices"],
            arrays[f"{name}.indptr"],
        ),
        shape=tuple(arrays[f"{name}.shape"].tolist()),
    )
