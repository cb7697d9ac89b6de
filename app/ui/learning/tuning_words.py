"""What is said about fine-tunings."""

from __future__ import annotations

from datetime import datetime

from app.engine.show_sequences import Stock
from app.io.shows.weights_store import TuningRecord
from app.language import tr, trn
from app.ui.learning.finetuning import FineTuning


def stock_words(stock: Stock, shots: int) -> str:
    """How much there is to learn from: `12 keys and 9 corrected drawings in 4 shots`."""
    if stock.footage and not shots:
        return trn("{count} drawing of footage", "{count} drawings of footage", stock.footage)
    words = trn("{count} key", "{count} keys", stock.keys)
    if stock.corrected:
        words = trn(
            "{keys} and {count} corrected drawing",
            "{keys} and {count} corrected drawings",
            stock.corrected,
            keys=words,
        )
    words = trn("{drawings} in one shot", "{drawings} in {count} shots", shots, drawings=words)
    if stock.footage:
        words = trn(
            "{drawings}, {count} drawing of footage",
            "{drawings}, {count} drawings of footage",
            stock.footage,
            drawings=words,
        )
    return words


def result_words(tuning: FineTuning, record: TuningRecord) -> str:
    """What came of a run that was judged."""
    if not record.has_won and not record.mended and not record.broken:
        return tr(
            "It did not help: nothing that was tried came out better on drawings that it had not "
            "learned from ({regions} right, {psnr} dB). The weights before are kept.",
            regions=percent(record.regions_before),
            psnr=f"{record.psnr_before:.1f}",
        )
    change = tr(
        "{mended}, {broken} broken on drawings that it had not learned from; "
        "{regions} right, {psnr}",
        mended=trn("{count} region mended", "{count} regions mended", record.mended),
        broken=record.broken,
        regions=regions_words(record),
        psnr=psnr_words(record),
    )
    if not record.has_won:
        return tr("It did not help: {change}. The weights before are kept.", change=change)
    if tuning.show.weights == record.id:
        return tr(
            "Learned: {change}. The show is colored with what was learned from now on.",
            change=change,
        )
    return tr("Learned: {change}. It is not in use.", change=change)


def end_words(tuning: FineTuning) -> str:
    """How a run ended, in a sentence or two."""
    if tuning.record is not None:
        return result_words(tuning, tuning.record)
    if tuning.error:
        return tuning.error
    if tuning.was_left:
        return tr("The fine-tuning was interrupted; it can be gone on with.")
    return tr("Stopped before anything was measured; the weights before are kept.")


def regions_words(record: TuningRecord) -> str:
    """Share of regions right before and after: `92.0 % → 94.1 %`."""
    return f"{percent(record.regions_before)} → {percent(record.regions_after)}"


def psnr_words(record: TuningRecord) -> str:
    """PSNR before and after: `33.8 → 35.0 dB`."""
    return f"{record.psnr_before:.1f} → {record.psnr_after:.1f} dB"


def percent(share: float) -> str:
    """A share, 0..1, as `94.1 %`."""
    return f"{100 * share:.1f} %"


def when_words(iso: str) -> str:
    """The moment of a fine-tuning: `2026-11-24 15:07`."""
    try:
        return datetime.fromisoformat(iso).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return iso


def clock_words(seconds: float) -> str:
    """A time as a clock shows it: `1:05` or `2:01:05`."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def left_words(tuning: FineTuning) -> str:
    """How long it will still take: `about 2 min left`; "" while nobody knows."""
    seconds = tuning.seconds_left
    if seconds is None:
        return ""
    if seconds < 1:
        return tr("nearly done")
    if seconds < 90:
        return tr("{seconds} s left", seconds=round(seconds))
    if seconds < 90 * 60:
        return tr("{minutes} min left", minutes=round(seconds / 60))
    return tr("{hours} h left", hours=f"{seconds / 3600:.1f}")
