"""Fine-tuning: the networks learn from the finished drawings of one show (paper section 4.4)."""
