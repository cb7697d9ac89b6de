"""How the user wants to look at drawings; remembered from one start to the next."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QObject, Signal, Slot

from app.settings import Settings
from app.ui.controls.actions import Act, Actions
from app.ui.controls.choice_group import ChoiceGroup
from app.ui.controls.preferences import Preferences
from app.ui.desk.rendering import PictureMode
from app.ui.look.paper import Paper
from app.ui.view.comparison import Against
from app.ui.view.onion import OnionPlace, OnionSkin
from app.ui.view.panes import Compare

MODES = {
    Act.SHOW_LINE: PictureMode.LINE,
    Act.SHOW_COLOR: PictureMode.COLOR,
    Act.SHOW_COMPOSITE: PictureMode.COMPOSITE,
    Act.SHOW_SOFT: PictureMode.SOFT,
    Act.SHOW_REGIONS: PictureMode.REGIONS,
    Act.SHOW_DOUBT: PictureMode.DOUBT,
}
PAPERS = {
    Act.PAPER_WHITE: Paper.WHITE,
    Act.PAPER_CHECKER: Paper.CHECKER,
    Act.PAPER_BLACK: Paper.BLACK,
}
COMPARES = {Act.WIPE: Compare.WIPE, Act.SIDE_BY_SIDE: Compare.SIDE_BY_SIDE}
AGAINST = {
    Act.AGAINST_KEY_BEFORE: Against.KEY_BEFORE,
    Act.AGAINST_KEY_AFTER: Against.KEY_AFTER,
    Act.AGAINST_PREVIOUS: Against.PREVIOUS,
    Act.AGAINST_NEXT: Against.NEXT,
}


class ViewOptions(QObject):
    """The choices, kept in step with their actions and with the settings.

    Comparing and the onion skin are off at every start; how they look is remembered.

    Attributes:
        mode: what to show of a drawing.
        paper: what lies under it.
        compare: whether and how to compare.
        against: with what.
        onion: how the onion skin looks.
        has_onion: whether it is shown.

    Signals:
        changed(): one of them is different now.
    """

    changed = Signal()

    def __init__(
        self, actions: Actions, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._preferences = preferences
        settings = preferences.settings
        self.mode = PictureMode(settings.view)
        self.paper = Paper(settings.paper)
        self.compare = Compare.NONE
        self.against = Against(settings.compare_with)
        self.onion = _onion(settings)
        self.has_onion = False
        self._modes = ChoiceGroup(actions, MODES, self)
        self._papers = ChoiceGroup(actions, PAPERS, self)
        self._compares = ChoiceGroup(actions, COMPARES, self, is_optional=True)
        self._againsts = ChoiceGroup(actions, AGAINST, self)
        self._modes.chosen.connect(self.set_mode)
        self._papers.chosen.connect(self.set_paper)
        self._compares.chosen.connect(self._on_compare)
        self._againsts.chosen.connect(self.set_against)
        actions[Act.ONION].toggled.connect(self.set_has_onion)
        self._check_actions()

    @Slot(object)
    def set_mode(self, mode: PictureMode) -> None:
        """Show another side of the drawings."""
        self.mode = mode
        self._preferences.change(view=mode.value)
        self._tell()

    @Slot(object)
    def set_paper(self, paper: Paper) -> None:
        """Lay another paper under them."""
        self.paper = paper
        self._preferences.change(paper=paper.value)
        self._tell()

    def set_compare(self, compare: Compare) -> None:
        """Begin or end comparing."""
        self.compare = compare
        self._tell()

    @Slot(object)
    def set_against(self, against: Against) -> None:
        """Compare with something else; begins comparing when that is off."""
        self.against = against
        if self.compare is Compare.NONE:
            self.compare = Compare.WIPE
        self._preferences.change(compare_with=against.value)
        self._tell()

    def set_onion(self, onion: OnionSkin) -> None:
        """Give the onion skin another look."""
        self.onion = onion
        values = {**asdict(onion), "place": onion.place.value}
        self._preferences.change(**{f"onion_{name}": value for name, value in values.items()})
        self._tell()

    @Slot(bool)
    def set_has_onion(self, has_onion: bool) -> None:
        """Show the onion skin or take it away."""
        if has_onion != self.has_onion:
            self.has_onion = has_onion
            self._tell()

    def _tell(self) -> None:
        self._check_actions()
        self.changed.emit()

    def _check_actions(self) -> None:
        self._modes.check(self.mode)
        self._papers.check(self.paper)
        self._compares.check(self.compare)
        self._againsts.check(self.against)
        self._actions[Act.ONION].setChecked(self.has_onion)

    @Slot(object)
    def _on_compare(self, compare: Compare | None) -> None:
        self.set_compare(Compare.NONE if compare is None else compare)


def _onion(settings: Settings) -> OnionSkin:
    return OnionSkin(
        settings.onion_before,
        settings.onion_after,
        settings.onion_before_tint,
        settings.onion_after_tint,
        settings.onion_strength,
        OnionPlace(settings.onion_place),
    )
