# Wörter, die nur eine Ausgabeform braucht: Fußzeilen, Tabellenblätter, Knöpfe.

# Die gedruckte Seite.
pdf-page = Seite { $page } von { $pages }

# Hinweiskästen.
call-out-note = Hinweis
call-out-tip = Tipp
call-out-important = Wichtig
call-out-warning = Warnung
call-out-caution = Vorsicht

# Was die Datei von sich sagt.
file-title = Bewertung eines Identitätsanbieters: { $vendor } { $product }
file-subject = Restliches Identitätsrisiko und Empfehlung eines Rahmenwerks
file-stamp = { $day } · Prüfsumme { $digest }

# Die Seite am Bildschirm.
html-skip = Zum Inhalt springen
html-contents = Inhalt
html-notes = Fußnoten
html-note = Fußnote { $number }
html-back = Zurück zum Text
# Zustände eines Eintrags einer Prüfliste.
html-open = offen
html-done = erledigt
# Benennt eine Tabelle nach ihrer Nummer und dem Teil des Berichts, in dem sie steht.
html-table = Tabelle { $number }: { $name }
html-rows = { $rows } Zeilen
# Was das Skript sagt.
html-sort-by = Nach { $column } sortieren
html-ascending = Nach { $column } sortiert, aufsteigend
html-descending = Nach { $column } sortiert, absteigend
html-unsorted = In der Reihenfolge des Berichts
html-filter = Nur Zeilen zeigen mit
html-filtered = { $shown } von { $rows } Zeilen gezeigt
