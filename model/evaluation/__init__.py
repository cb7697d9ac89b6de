"""Measuring: metrics, classical baselines, the benchmark."""
