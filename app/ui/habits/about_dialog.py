"""About: which versions, and under which licenses."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.io.components import components, license_text, program_version
from app.language import tr
from app.ui.controls.widgets import label
from app.ui.look.icons import IconMark

_SIZE = (680, 560)


class AboutDialog(QDialog):
    """Shiage's version, the packages it stands on, and the license of the chosen one.

    Attributes:
        packages: one row for each.
        text: the license.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Shiage"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.packages = QTreeWidget()
        self.packages.setAccessibleName(tr("Packages"))
        self.packages.setHeaderLabels([tr("Package"), tr("Version"), tr("License")])
        self.packages.setRootIsDecorated(False)
        for part in components():
            QTreeWidgetItem(self.packages, [part.name, part.version, part.license])
        for column, width in enumerate((220, 120)):
            self.packages.setColumnWidth(column, width)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("License text"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self._lay_out()
        self.packages.currentItemChanged.connect(self._on_chosen)
        first = self.packages.topLevelItem(0)
        if first is not None:
            self.packages.setCurrentItem(first)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        name = label("Shiage", "emptyTitle")
        facts = f"Python {platform.python_version()} · Qt {qVersion()}"
        if program_version():
            facts = tr("Version {version}", version=program_version()) + f" · {facts}"
        words.addWidget(name)
        words.addWidget(label(tr("Ink and paint for animation"), "dim"))
        words.addWidget(label(facts, "dim"))
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(IconMark("palette", "mark", 48))
        head.addLayout(words, 1)
        font = QFont(self.text.font())
        font.setFamilies(["DejaVu Sans Mono", "monospace"])
        self.text.setFont(font)
        close = QPushButton(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.packages, 2)
        layout.addWidget(self.text, 3)
        layout.addLayout(buttons)

    @Slot(QTreeWidgetItem)
    def _on_chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            text = license_text(item.text(0))
            without = tr(
                "{package} is under {license}. It came without the license’s text.",
                package=item.text(0),
                license=item.text(2),
            )
            self.text.setPlainText(text or without)
