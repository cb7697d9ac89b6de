"""Saving a show in another place: what it learned and learns from comes along."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from app.document.show import Show, ShowState
from app.engine.saving import save_show
from app.engine.task import CancelToken
from app.io.shots.shot_folder import open_shot_folder
from app.io.shows.show_file import ShowFileError, ShowWriter, read_show
from tests.app.shots import make_shot

FOOTAGE = {"footage/ep 1/shot 1/line/0001.png": b"line", "footage/unused.json": b"[]"}
WEIGHTS = {"weights/one/color.safetensors": b"tensors"}


@pytest.fixture
def state(tmp_path: Path) -> ShowState:
    return Show(None, [open_shot_folder(make_shot(tmp_path / "cut")).shot]).state()


def put(show: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (show / name).parent.mkdir(parents=True, exist_ok=True)
        (show / name).write_bytes(data)


def belongings(show: Path) -> dict[str, bytes]:
    return {
        path.relative_to(show).as_posix(): path.read_bytes()
        for path in sorted(show.rglob("*"))
        if path.is_file() and path.relative_to(show).parts[0] in ("footage", "weights")
    }


def save(show: Path, state: ShowState, before: Path | None = None) -> None:
    list(save_show(ShowWriter(show), state, False, CancelToken(), before))


def hidden(show: Path) -> list[str]:
    return [path.name for path in show.glob(".*.part")]


def test_footage_and_weights_come_along_to_another_place(state: ShowState, tmp_path: Path) -> None:
    old, new = tmp_path / "old.shiage", tmp_path / "new.shiage"
    save(old, state)
    put(old, FOOTAGE | WEIGHTS | {"footage/.cut off.part/line/0001.png": b"half"})
    save(new, state, before=old)
    assert belongings(new) == FOOTAGE | WEIGHTS
    assert FOOTAGE.items() <= belongings(old).items()
    assert not hidden(new)


def test_saving_in_the_same_place_leaves_them_alone(state: ShowState, tmp_path: Path) -> None:
    old, alias = tmp_path / "old.shiage", tmp_path / "alias.shiage"
    save(old, state)
    put(old, FOOTAGE | WEIGHTS)
    alias.symlink_to(old)
    for again in (old, alias):
        save(again, state, before=old)
        assert belongings(old) == FOOTAGE | WEIGHTS
    # A show whose folder is gone has nothing to bring, and costs another show nothing.
    save(old, state, before=tmp_path / "gone.shiage")
    assert belongings(old) == FOOTAGE | WEIGHTS


def test_those_of_a_show_that_is_replaced_go_with_it(state: ShowState, tmp_path: Path) -> None:
    old, other = tmp_path / "old.shiage", tmp_path / "other.shiage"
    save(old, state)
    save(other, state)
    put(old, FOOTAGE)
    put(other, {"footage/else/shot 9/line/0001.png": b"other"} | WEIGHTS)
    save(other, state, before=old)
    assert belongings(other) == FOOTAGE


def test_a_full_disk_is_one_sentence_and_nothing_half_copied(
    state: ShowState, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old.shiage", tmp_path / "new.shiage"
    save(old, state)
    put(old, FOOTAGE | WEIGHTS)
    copies = shutil.copyfile

    def full(source: Path, target: Path) -> None:
        if source.suffix == ".safetensors":
            raise OSError(errno.ENOSPC, "No space left on device")
        copies(source, target)

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(ShowFileError, match="The disk is full: new"):
        save(new, state, before=old)
    assert not new.exists()
    assert read_show(old).state == state
    assert belongings(old) == FOOTAGE | WEIGHTS


def test_a_show_in_use_elsewhere_gets_nothing(
    state: ShowState, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old.shiage", tmp_path / "new.shiage"
    save(old, state)
    save(new, state)
    put(old, FOOTAGE)
    put(new, WEIGHTS)
    monkeypatch.setattr("app.io.shows.show_file.FolderLock.take", lambda self: False)
    with pytest.raises(ShowFileError, match="being saved by another program"):
        save(new, state, before=old)
    assert belongings(new) == WEIGHTS
    assert not hidden(new)
