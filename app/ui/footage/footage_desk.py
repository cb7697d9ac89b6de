"""Opens the dialog of finished footage, once the show has a place where footage is kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.engine.importing import import_footage
from app.jobs.queue import JobQueue
from app.language import tr
from app.ui.controls.file_choice import FileChooser
from app.ui.desk.session import Session
from app.ui.footage.footage_dialog import FootageDialog
from app.ui.footage.import_run import ImportFootage
from app.ui.shows.show_saving import ShowSaving


class FootageDesk(QObject):
    """Footage belongs to a show, so an untitled one is saved first.

    Attributes:
        engine: what imports.

    Signals:
        closed(): the show may have other footage now.
    """

    closed = Signal()

    def __init__(
        self,
        session: Session,
        saving: ShowSaving,
        queue: JobQueue,
        chooser: FileChooser,
        window: QWidget,
        engine: ImportFootage = import_footage,
    ) -> None:
        super().__init__(window)
        self.engine = engine
        self._session = session
        self._saving = saving
        self._queue = queue
        self._chooser = chooser
        self._window = window

    @Slot()
    def open(self) -> None:
        """Show the footage of the open show, and offer to import more."""
        show = self._session.show.path
        if show is None:
            self._ask_for_place()
            return
        dialog = FootageDialog(show, self._queue, self._chooser, self._window, self.engine)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self.closed)
        dialog.open()

    def _ask_for_place(self) -> None:
        save = tr("Save as…")
        answer = self._chooser.decision(
            tr("Footage is kept in the show’s folder, and this show has none yet."),
            tr("Save the show, then choose the footage."),
            (save,),
        )
        if answer == save:
            self._saving.save_as(self.open)
