"""The sample shot that ships with the app, drawn by the generator from a design by hand."""

from model.shows.sample.shot import SAMPLE_COUNT, SAMPLE_SIZE, SampleShot, write_sample_shot

__all__ = ["SAMPLE_COUNT", "SAMPLE_SIZE", "SampleShot", "write_sample_shot"]
