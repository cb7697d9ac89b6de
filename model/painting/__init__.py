"""From soft predictions to exact paint."""
