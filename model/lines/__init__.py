"""Line art as numbers."""
