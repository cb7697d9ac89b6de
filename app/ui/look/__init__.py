"""How everything looks: theme, icons, paper and swatches."""
