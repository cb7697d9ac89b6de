"""Engine work in QThread workers."""
