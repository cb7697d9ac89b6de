"""Fine-tuning on the show and learning from corrections."""
