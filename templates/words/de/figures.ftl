# Wörter der Bilder.
