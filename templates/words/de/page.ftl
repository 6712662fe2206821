# Wörter der Vorlagen; Markdown gilt hier.
