"""The choices of the export dialog: what, which range, which names, where to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.engine.export_request import Layer
from app.io.exports.movie import MovieKind, missing_package
from app.io.pictures.image_formats import ImageKind
from app.language import marked, tr
from app.settings import Settings
from app.ui.controls.choice_box import ChoiceBox
from app.ui.controls.widgets import label
from app.ui.exporting.export_order import ExportChoice
from app.ui.exporting.export_ranges import ExportRange

_MOVIE = "movie"
_WHAT = {
    "color": (
        marked("Color layer"),
        marked("Flat color without lines, transparent where the keys are"),
    ),
    "composite": (marked("Composite"), marked("Your untouched lines over the color")),
    "both": (marked("Both"), marked("In the subfolders color and composite")),
    _MOVIE: (
        marked("Preview movie"),
        marked("The composite over white, in the timing of the sheet"),
    ),
}
_KINDS: dict[ImageKind, str] = {"png": "PNG", "tga": "TGA", "tiff": "TIFF"}
_MOVIE_KINDS: dict[MovieKind, str] = {"webp": marked("Animated WebP"), "mp4": "MP4"}
_NAMES = {
    "drawings": (
        marked("As the drawings"),
        marked("One file for each drawing, under its own name"),
    ),
    "frames": (
        marked("As frames of the timesheet"),
        marked("One file for each frame, numbered from 1; holds are repeated"),
    ),
}
_EXISTING = {
    "ask": marked("Ask when files are there"),
    "replace": marked("Replace files that are there"),
    "keep": marked("Keep files that are there"),
    "new": marked("Use a new folder when files are there"),
}


class ExportChoices(QWidget):
    """Everything that is chosen before an export.

    Attributes:
        folder: the text field with the folder.
        browse: asks for the folder.
        kinds: image formats.
        movie_kinds: movie formats.
        traces: whether paint covers colored trace lines.
        sheet: whether a timesheet goes with the images.
        existing: what becomes of files that are there.

    Signals:
        changed(): something else was chosen.
    """

    changed = Signal()

    def __init__(self, ranges: Mapping[str, ExportRange], settings: Settings, folder: Path) -> None:
        super().__init__()
        self._ranges = ranges
        self._what = _radios({key: tr(words) for key, (words, _) in _WHAT.items()}, self)
        self._range = _radios({key: one.words for key, one in ranges.items()}, self)
        self._names = _radios({key: tr(words) for key, (words, _) in _NAMES.items()}, self)
        self.kinds = ChoiceBox(_KINDS.values(), tr("Image format"))
        self.movie_kinds = ChoiceBox(map(tr, _MOVIE_KINDS.values()), tr("Movie format"))
        self.traces = QCheckBox(tr("Paint over colored trace lines"))
        self.traces.setToolTip(
            tr("Red, blue and green borders of shadow and highlight disappear under the paint")
        )
        self.sheet = QCheckBox(tr("With the timesheet (.xdts)"))
        self.sheet.setToolTip(tr("A timesheet whose numbers are those of the files"))
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(tr("Folder"))
        self.browse = QPushButton(tr("Browse…"))
        self.existing = ChoiceBox(map(tr, _EXISTING.values()), tr("Files that are there"))
        self._explanation = label("", "dim")
        self._set_tips()
        self._disable_what_cannot_be()
        self._take(settings)
        self._lay_out()
        self._connect()
        self._follow()

    def choice(self) -> ExportChoice:
        """What is chosen now."""
        what = self.what
        return ExportChoice(
            layer=None if what == _MOVIE else cast(Layer, what),
            kind=list(_KINDS)[self.kinds.currentIndex()],
            movie_kind=list(_MOVIE_KINDS)[self.movie_kinds.currentIndex()],
            by_frames=self.names == "frames",
            has_sheet=self.sheet.isChecked(),
            paints_traces=self.traces.isChecked(),
            existing=list(_EXISTING)[self.existing.currentIndex()],
            folder=Path(self.folder.text().strip()).expanduser(),
        )

    @property
    def what(self) -> str:
        """A layer, or `movie`."""
        return list(_WHAT)[self._what.checkedId()]

    def choose_what(self, what: str) -> None:
        """Choose layers (`color`, `composite`, `both`) or a `movie`."""
        self._what.button(list(_WHAT).index(what)).setChecked(True)

    @property
    def range(self) -> ExportRange:
        """The part of the shot that is chosen."""
        return list(self._ranges.values())[self._range.checkedId()]

    def choose_range(self, kind: str) -> None:
        """Choose `all`, `selected` or `current`."""
        self._range.button(list(self._ranges).index(kind)).setChecked(True)

    @property
    def names(self) -> str:
        """`drawings` or `frames`."""
        return list(_NAMES)[self._names.checkedId()]

    def choose_names(self, names: str) -> None:
        """Call the files as the `drawings` or the `frames`."""
        self._names.button(list(_NAMES).index(names)).setChecked(True)

    def _set_tips(self) -> None:
        for group, table in ((self._what, _WHAT), (self._names, _NAMES)):
            for button, (_, tip) in zip(group.buttons(), table.values(), strict=True):
                button.setToolTip(tr(tip))

    def _disable_what_cannot_be(self) -> None:
        for button, one in zip(self._range.buttons(), self._ranges.values(), strict=True):
            button.setEnabled(bool(one.numbers))
        for row, kind in enumerate(_MOVIE_KINDS):
            if package := missing_package(kind):
                model = self.movie_kinds.model()
                assert isinstance(model, QStandardItemModel)
                model.item(row).setEnabled(False)
                tip = tr(
                    "{kind} needs the Python package {package}; install it first",
                    kind=tr(_MOVIE_KINDS[kind]),
                    package=package,
                )
                self.movie_kinds.setItemData(row, tip, Qt.ItemDataRole.ToolTipRole)
                self.movie_kinds.setToolTip(tip)

    def _take(self, settings: Settings) -> None:
        self.choose_what(settings.layer)
        # Never what was chosen last: one drawing would go out where a whole shot is meant.
        self.choose_range("all")
        self.choose_names(settings.export_names)
        self.kinds.setCurrentIndex([*_KINDS].index(cast(ImageKind, settings.export_kind)))
        movie_kind = cast(MovieKind, settings.export_movie_kind)
        if missing_package(movie_kind) is None:
            self.movie_kinds.setCurrentIndex([*_MOVIE_KINDS].index(movie_kind))
        self.sheet.setChecked(settings.export_sheet)
        self.traces.setChecked(settings.paints_traces)
        self.existing.setCurrentIndex([*_EXISTING].index(settings.export_existing))

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(48)
        columns.addLayout(_section(tr("WHAT"), (*self._what.buttons(), self.traces)))
        columns.addLayout(_section(tr("RANGE"), self._range.buttons()))
        columns.addLayout(_section(tr("NAMES"), (*self._names.buttons(), self.sheet)))
        columns.addStretch()
        more = QHBoxLayout()
        more.setSpacing(8)
        for combo in (self.kinds, self.movie_kinds, self.existing):
            more.addWidget(combo)
        more.addStretch()
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(columns)
        layout.addWidget(self._explanation)
        layout.addSpacing(12)
        layout.addWidget(label(tr("FOLDER"), "panelTitle"))
        layout.addLayout(where)
        layout.addLayout(more)

    def _connect(self) -> None:
        for group in (self._what, self._range, self._names):
            group.idToggled.connect(self._on_radio)
        for combo in (self.kinds, self.movie_kinds, self.existing):
            combo.currentIndexChanged.connect(self._on_changed)
        for box in (self.sheet, self.traces):
            box.toggled.connect(self._on_changed)
        self.folder.textChanged.connect(self._on_changed)

    @Slot(int, bool)
    def _on_radio(self, button: int, is_checked: bool) -> None:
        if is_checked:  # the one that is left says so too
            self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        is_movie = self.what == _MOVIE
        self.kinds.setVisible(not is_movie)
        self.movie_kinds.setVisible(is_movie)
        for widget in (*self._names.buttons(), self.sheet):
            widget.setEnabled(not is_movie)
        self.traces.setEnabled(self.what != "color")
        words = tr(_WHAT[self.what][1])
        if self.what == "composite" and self.traces.isChecked():
            words = tr("Your lines over the color, trace lines painted over")
        self._explanation.setText(words)


def _radios(words: Mapping[str, str], parent: QWidget) -> QButtonGroup:
    group = QButtonGroup(parent)
    for row, text in enumerate(words.values()):
        group.addButton(QRadioButton(text), row)
    return group


def _section(title: str, parts: Iterable[QWidget]) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(3)
    for part in (label(title, "panelTitle"), *parts):
        layout.addWidget(part)
    layout.addStretch()
    return layout
