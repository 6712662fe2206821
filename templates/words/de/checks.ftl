# Was Prüfungen über Dokumente, Angaben und Dateien sagen.
