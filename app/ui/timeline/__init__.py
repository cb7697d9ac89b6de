"""The strip of drawings and its playback controls."""
