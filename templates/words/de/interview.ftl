# Was der Fragebogen fragt und antwortet.

# Wer davor sitzt, und wie es geht.
title-quick = { $vendor } · { $product } · Tiefe: kurz
title-standard = { $vendor } · { $product } · Tiefe: normal
title-full = { $vendor } · { $product } · Tiefe: vollständig
welcome = Jede Antwort wird sofort gespeichert: Hören Sie auf, wann Sie wollen, auch mit Strg-C. Derselbe Befehl macht dort weiter, wo Sie aufgehört haben.
interrupted = abgebrochen; alle bisherigen Antworten sind gespeichert
ask-name = Wer antwortet? Der Name wird zu jeder Antwort festgehalten; Eingabetaste für niemanden

# Menüs.
menu-guide = In einem Menü antworten Sie mit Pfeiltasten und Eingabetaste; Esc führt zu Hilfe, zurück, überspringen, unbekannt, beenden und mehr. Wo Sie tippen, sind dies `:?`, `:b`, `:s`, `:u` und `:q`; `:` zeigt alle.
menu-more = … mehr: Hilfe, zurück, überspringen, unbekannt, Nachweis (Esc)
menu-back = { $prompt } (Esc: zurück)
menu-line = `:?` Hilfe · `:b` zurück · `:s` überspringen · `:` mehr
menu-several = Leertaste markiert, Eingabetaste beendet · Esc für Hilfe, zurück und mehr
menu-yes = Ja
menu-no = Nein
menu-page = Seite
menu-pasted = zu viele Tasten auf einmal für ein Menü, wie beim Einfügen; bitte noch einmal wählen

# Zeile für Zeile. Die Wörter, die für eine Antwort stehen, liest `assessment::typed`.
plain-guide = Bei jeder Frage ist eine Zeile, die mit `:` beginnt, ein Befehl: `:?` hilft, `:b` geht zurück, `:s` überspringt, `:u` sagt, dass es niemand weiß, `:q` beendet, `:` zeigt alle.
plain-more = `:` für mehr
plain-back = `:b` geht zurück
plain-chosen = { $number }. { $item } (gewählt)
plain-refused = nicht übernommen: { $why }
plain-one-of = 1 bis { $last }
plain-one-of-help = schreiben Sie eine Zahl von 1 bis { $last }, oder `:` für mehr
plain-several = Zahlen mit Kommas, oder `keine`
plain-yes = ja oder nein, Eingabetaste für ja
plain-no = ja oder nein, Eingabetaste für nein
plain-yes-no = ja oder nein
plain-yes-no-help = schreiben Sie `ja` oder `nein`, oder `:` für mehr

# Befehle: wie sie heißen, wie man sie tippt, was sie tun. Die Tasten sind in jeder Sprache dieselben.
command-more = mehr (:): alle Befehle
command-help = Hilfe (:?): warum gefragt wird, was gut ist, wo es zu finden ist
command-back = zurück (:b): die vorige Frage
command-skip = überspringen (:s): offen lassen und weiter
command-unknown = unbekannt (:u): sagen, wer wann gefragt wurde
command-not-applicable = nicht anwendbar (:n): sagen, warum
command-note = Notiz (:note): neben der Antwort
command-evidence = Nachweis (:e): was hinter der Antwort steht
command-documents = Prüfnachweise (:d): SOC-2-Berichte, Zertifikate und Schreiben
command-jump = springen (:j): zu einem Abschnitt oder einer Frage
command-withdraw = zurücknehmen (:clear): die Antwort zurücknehmen
command-stop = beenden (:q): alles ist gespeichert

# Was gefragt wird.
ask-answer = Antwort
ask-several = Alles, was zutrifft
ask-is-none = Stimmt es, dass nichts davon zutrifft?
ask-duration = Zeitspanne, etwa `90 Tage`; `nie` heißt unbegrenzt
ask-count = Zahl
ask-percent = Prozent
ask-date = Tag, als Tag.Monat.Jahr
ask-period = Erster `bis` letzter Tag
ask-list = Einträge, getrennt durch `;`
ask-text = Freier Text
ask-leave-open = (offen lassen)
ask-leave-part-open = (diesen Teil offen lassen)
ask-command = Was sonst?
ask-reason = Warum ist es nicht anwendbar?
ask-note = Notiz
ask-new-note = Neue Notiz; Eingabetaste behält die alte, `-` entfernt sie
ask-section = Welcher Abschnitt?
ask-where = Wo in diesem Abschnitt?
ask-replace = Soll sie ersetzt werden?
ask-save-again = Noch einmal speichern?
ask-who = Wer wurde gefragt?
ask-when = Wann?
ask-or-today = { $what } Eingabetaste für heute, { $today }
ask-stated-day = { $what } Als Tag.Monat.Jahr
ask-file = Pfad der Datei (gelesen werden Token, Schlüsselbericht, Zugriffsprüfung, Protokoll, Einstellungen); Eingabetaste: keine
ask-unread-file = Pfad der Datei, von der nur Pfad und SHA-256 festgehalten werden; Eingabetaste für keine
menu-section = { $title } · { $done } von { $asked }
menu-through-section = ab der ersten unfertigen Frage, oder noch einmal alle

# Wo etwas zu schreiben ist und nichts geschrieben wurde.
empty-who = schreiben Sie einen Namen oder eine Rolle; `:b` geht zurück
empty-day = schreiben Sie den Tag; `:b` geht zurück
empty-reason = schreiben Sie den Grund; `:b` geht zurück
empty-title = schreiben Sie Titel und Ablageort; `:b` geht zurück
empty-reader = schreiben Sie einen Namen; `:b` geht zurück
empty-reference = schreiben Sie eine Fundstelle; `:b` geht zurück
empty-period = schreiben Sie den Zeitraum, wie der Bericht ihn nennt; `:b` geht zurück

# Die Frage und was zu ihr festgehalten ist.
screen-place = { $title } { $at }/{ $last } · { $percent } % von { $of }
screen-note = Notiz: { $note }
screen-evidence = Nachweis { $id }: { $kind }, { $reference }
screen-settled = mit den Prüfnachweisen: { $state }
held-answered = beantwortet: { $answer }
held-unknown = unbekannt: gefragt wurde { $who } am { $on }
held-not-applicable = nicht anwendbar: { $reason }; bestätigt von { $by }
held-not-approved = nicht anwendbar: { $reason }; offen, bis eine zweite Person es bestätigt
ask-part = Teil { $number } von { $of }: { $text }
ask-part-answered = beantwortet: { $answer } (Eingabetaste behält es)
ask-part-open = darf offen bleiben

# Wo eine Frage steht, mit einem Zeichen.
mark-open = · offen
mark-partly = ◐ teilweise
mark-unknown = ? unbekannt
mark-not-applicable = – nicht anwendbar
mark-answered = ✔ beantwortet

# Mengen, so kurz wie sie geschrieben werden.
short-seconds = { $amount } s
short-minutes = { $amount } min
short-hours = { $amount } h
short-days = { $amount } { $count ->
    [one] Tag
   *[other] Tage
}

# Was nach einer Änderung gesagt wird.
told-saved = gespeichert: { $told }
told-opened = { $count ->
    [one] deshalb kommt 1 Frage hinzu
   *[other] deshalb kommen { $count } Fragen hinzu
}
told-closed = { $count ->
    [one] deshalb entfällt 1 Frage; Antworten dort bleiben erhalten, ohne Wertung
   *[other] deshalb entfallen { $count } Fragen; Antworten dort bleiben erhalten, ohne Wertung
}
told-open-again = wieder offen
told-part-open-again = dieser Teil ist wieder offen
told-field-open-again = dieses Feld ist wieder offen
told-unknown = unbekannt, gefragt wurde { $who } am { $on }
told-not-applicable = nicht anwendbar; in der Bewertung bleibt es offen, bis eine zweite Person es bestätigt
told-note = die Notiz
told-no-note = keine Notiz
told-in-note = in der Notiz; der Teil bleibt offen
told-so-far = Die bisherige Antwort: { $answer }
told-unchanged = die Datei ist, wie sie war
told-left-out = { $count ->
    [one] 1 Wert oder Zeile wurde gelesen und passt nicht in das Formular: `evidence read` zeigt alle
   *[other] { $count } Werte oder Zeilen wurden gelesen und passen nicht in das Formular: `evidence read` zeigt alle
}
# Was die Notiz von einem Teil behält, den niemand weiß.
note-unknown = `{ $id }` ist unbekannt: gefragt wurde { $who } am { $on }

# Die Hilfe zu einer Frage.
help-why = Warum wir fragen
help-good = Was gut ist
help-find = Wo es zu finden ist
help-evidence = Was als Nachweis zählt
help-kinds = Arten, die zählen: { $kinds }.
help-scored = Wie es bewertet wird
help-frameworks = Rahmenwerke
help-commands = Weitere Befehle
help-context = Die Antwort gehört zum inhärenten Risiko: was für uns auf dem Spiel steht.
help-criterion = Die Antwort entscheidet zwischen ISO 27001 und SOC 2; bewertet wird sie nicht.
help-record = Die Antwort wird für den Bericht festgehalten und steuert andere Fragen.
help-control = Die Antwort fließt in eine Kontrolle ein: { $id }, { $title }.
help-gating = Die Antwort begrenzt die Kontrolle: Besser als sie kann die Kontrolle nicht sein.
help-knockout = Die Kontrolle ist ein K.-o.-Kriterium: Nichts anderes gleicht ihr Fehlen aus.
help-always-applies = Die Kontrolle gilt für jeden Anbieter und kann nicht ausgenommen werden.
help-levels = Stufen von 0 bis 1: { $points } (aus { $basis }).

# Arten von Nachweisen in einfachen Worten.
rung-verified = von uns im eigenen Mandanten selbst getestet
rung-type-2 = SOC-2-Bericht Typ II (Wirksamkeit über einen Zeitraum)
rung-config-export = Systemexport oder Live-Vorführung der Einstellungen des Anbieters
rung-type-1 = SOC-2-Bericht Typ I (Ausgestaltung an einem Stichtag)
rung-iso = ISO/IEC-27001-Zertifikat, das den Dienst umfasst
rung-policy = Richtlinie oder Verfahrensbeschreibung
rung-assertion = Wort des Anbieters: Mail, Anruf, ausgefüllter Fragebogen

# Nachweise hinter einer Antwort.
evidence-ask = Nachweise
evidence-new = neuen Nachweis eintragen
evidence-link = zuordnen: { $what }
evidence-detach = lösen: { $what }
evidence-remove = entfernen: { $what }
evidence-ask-remove = Der Eintrag stützt nichts anderes. Endgültig entfernen?
evidence-changed = gespeichert
evidence-saved = gespeichert: Nachweis { $id }, { $kind }
evidence-nothing = es wurde nichts eingetragen
evidence-ask-kind = Was ist es? Das Stärkste zuerst
evidence-asked-for = { $kind } · hier verlangt
evidence-ask-origin = Von wem kommt es?
evidence-from-vendor = der Anbieter hat es uns gegeben
evidence-from-us = wir haben es selbst erhoben
day-of-test = Tag des Tests oder Exports?
day-of-report = Datum des Berichts?
day-of-audit = Tag des letzten Audits?
day-of-document = Datum des Dokuments?
day-of-assertion = Tag der Aussage?
evidence-ask-period = Zeitraum des Berichts, etwa `01.01.2025 bis 31.12.2025`
evidence-ask-sample = Wie viele Elemente wurden geprüft? Eingabetaste, wenn es nicht dasteht
evidence-ask-exceptions = Wie viele davon wichen ab? Eingabetaste für keine
evidence-ask-opinion = Ist das Prüfungsurteil zu dem, was es stützt, eingeschränkt oder versagt?
evidence-ask-control = Kennung der geprüften Kontrolle, etwa `CC6.1-04`; Eingabetaste für keine
evidence-ask-directness = Wie unmittelbar spricht es darüber?
evidence-direct-by-model = so, wie das Modell es für diese Art und Kontrolle annimmt
evidence-direct = unmittelbar: genau darüber
evidence-partial = teilweise
evidence-generic = nur als Teil von etwas Allgemeinem
evidence-not-at-all = gar nicht
evidence-ask-reference = Was ist es, und wo? Titel, Seite, Link
evidence-ask-supports = Weitere Fragen, die es stützt: Kennungen mit Kommas; Eingabetaste für keine
evidence-ask-supports-or-all = Weitere Fragen, die es stützt: Kennungen mit Kommas, oder `alle`; Eingabetaste für keine

# Eine Datei, die gelesen wird, und was sie zur Antwort sagt.
file-read = { $count ->
    [one] gelesen als { $family } ({ $format }), 1 Tatsache
   *[other] gelesen als { $family } ({ $format }), { $count } Tatsachen
}
file-unread = { $why }; nur Pfad und SHA-256 werden festgehalten
file-known = die Datei ist schon eingetragen, als { $id }
file-of-the-future = `{ $day }` liegt in der Zukunft; so sagt es die Datei selbst: prüfen Sie die Uhr, nach der sie entstand
file-no-claim = nichts
file-refuted = widerlegt: angegeben { $claim }, die Datei zeigt { $found }; { $why }
file-insufficient = reicht nicht aus: angegeben { $claim }, die Datei zeigt { $found }; { $why }
file-not-comparable = nicht vergleichbar: angegeben { $claim }, die Datei zeigt { $found }; { $why }
file-consistent = vereinbar: angegeben { $claim }, die Datei zeigt { $found }; { $why }
file-confirmed = bestätigt: angegeben { $claim }, die Datei zeigt { $found }; { $why }

# Prüfnachweise.
document-first = Zuerst die Prüfnachweise: Was sie sagen, wird einmal erfragt und beantwortet hier die meisten Fragen.
document-none-taken = dieser Fragebogen nimmt keine Prüfnachweise auf
document-ask = Ist ein Prüfnachweis einzutragen?
document-ask-another = Ist ein weiterer Prüfnachweis einzutragen?
document-record = eintragen: { $title }
document-go-on = { $open ->
    [one] weiter mit { $what } (nicht bestätigt, 1 Feld offen)
   *[other] weiter mit { $what } (nicht bestätigt, { $open } Felder offen)
}
document-go-on-confirmed = { $open ->
    [one] weiter mit { $what } (bestätigt, 1 Feld offen)
   *[other] weiter mit { $what } (bestätigt, { $open } Felder offen)
}
document-go-on-whole = weiter mit { $what } (bestätigt)
document-remove = entfernen: { $what }
document-no-more = nein, weiter mit den Fragen
document-ask-remove = Den Prüfnachweis und alles dazu Festgehaltene endgültig entfernen?
document-removed = { $id } ist entfernt
document-ask-title = Wie heißt der Prüfnachweis, und wo liegt er?
document-ask-kind = Der Text liest sich so: { $title }. Trifft das zu?
document-unread = aus dem Text ergeben sich keine Vorschläge: { $why }
document-proposed = { $count ->
    [one] 1 Feld ist aus dem Text vorgeschlagen, mit Seite und Wortlaut; vergleichen Sie es
   *[other] { $count } Felder sind aus dem Text vorgeschlagen, jeweils mit Seite und Wortlaut; vergleichen Sie sie
}
document-begun = Prüfnachweis { $id }; er zählt, sobald er bestätigt ist
document-so-far = bisher: { $value } (Eingabetaste behält es)
document-read-on = gelesen auf Seite { $page }: „{ $excerpt }“
document-ask-confirm = Sagt { $id }, was festgehalten ist? Gezählt wird erst nach Ihrer Bestätigung
document-unconfirmed = { $id } bleibt erhalten und zählt nicht; `:d` macht damit weiter
document-ask-reader = Wer hat den Prüfnachweis gelesen?
document-is-confirmed = { $id } ist bestätigt von { $by }
document-none-to-follow = kein Bericht ist eingetragen, dem es folgen könnte; das Feld bleibt offen
document-help = `:s` lässt das Feld offen, `:b` geht zurück, `:j` kehrt zu den Fragen zurück
row-ask = Zeilen
row-add = eine Zeile hinzufügen
row-add-another = eine weitere Zeile hinzufügen
row-none = keine, weiter
row-no-more = fertig, weiter
row-change = ändern: { $text }
row-remove = entfernen: { $text }
row-removed = die Zeile ist entfernt
row-needed = ohne diese Angabe gilt die Zeile nicht; `:b` geht zurück

# Wie weit die Bewertung ist, am Ende einer Sitzung.
end-counts = { $count ->
    [one] 1 Frage: { $counts }.
   *[other] { $count } Fragen: { $counts }.
}
end-answered = { $count } beantwortet
end-partly = { $count } teilweise beantwortet
end-unknown = { $count } unbekannt
end-not-applicable = { $count } nicht anwendbar
end-open = { $count } offen
end-section-open = { $open } offen  { $title }
end-section-partly = { $open } offen, { $partly } teilweise  { $title }
end-coverage = Beantworteter Anteil dessen, was bewertet wird: { $coverage } (bewertet ist ein Ergebnis ab { $rated }).
end-go-on = Weiter:    idp-assay assess { $file }
end-score = Bewertung: idp-assay score { $file }
end-merged = { $changed ->
    [one] 1 Antwort
   *[other] { $changed } Antworten
} geändert, { $same } gleich geblieben, { $evidence ->
    [one] 1 Nachweis
   *[other] { $evidence } Nachweise
} hinzugefügt

# Was nicht übernommen werden kann und was stattdessen ginge: jeweils mit Hilfe.
refused-did-you-mean = meinten Sie `{ $near }`?
refused-nothing = es wurde nichts eingegeben
refused-empty = es wurde nichts eingegeben; `:s` überspringt die Frage
refused-first = dies ist die erste Frage
refused-command = unbekannter Befehl `:{ $word }`
refused-command-near = meinten Sie `:{ $near }`?
refused-command-help = `:` allein zeigt alle Befehle
refused-duration = `{ $text }` ist keine Zeitspanne
refused-duration-help = schreiben Sie Menge und Einheit, etwa `15 min`, `24 h`, `90 Tage`, `12 Monate`, oder `nie` für unbegrenzt
refused-count = `{ $text }` ist keine ganze Zahl
refused-count-help = schreiben Sie eine ganze Zahl ab 0, etwa `12`
refused-count-large = `{ $number }` ist mehr, als festgehalten werden kann
refused-count-large-help = schreiben Sie eine ganze Zahl bis { $most }
refused-percent = `{ $text }` ist kein Prozentwert
refused-percent-help = schreiben Sie eine Zahl von 0 bis 100, etwa `85`
refused-date = `{ $text }` ist kein Datum
refused-date-help = schreiben Sie einen Tag, den es gibt, als Tag.Monat.Jahr, etwa `31.01.2026`
refused-period = `{ $line }` ist kein Zeitraum
refused-period-backwards = `{ $line }` endet, bevor es beginnt
refused-period-help = schreiben Sie den ersten und den letzten Tag, etwa `01.01.2025 bis 31.12.2025`
refused-option = unbekannte Option `{ $text }`
refused-option-help = wählen Sie eine von: { $ids }
refused-not-alone = `{ $option }` kann nicht neben anderen Optionen stehen
refused-not-alone-help = wählen Sie sie allein, oder lassen Sie sie weg
refused-nothing-chosen = es ist nichts gewählt
refused-nothing-chosen-help = wählen Sie `{ $option }`, wenn nichts zutrifft
refused-yes-no = `{ $line }` ist keines von beiden
refused-yes-no-help = schreiben Sie `ja` oder `nein`
refused-no-list = erwartet wird eine Liste, gefunden wurde nichts
refused-no-list-help = trennen Sie Einträge durch `;`
refused-no-text = erwartet wird Text, gefunden wurde nichts
refused-no-text-help = schreiben Sie einen Satz
refused-kind = das ist keine Antwort auf `{ $id }`
refused-kind-help = antworten Sie mit der Art von Wert, nach der gefragt wird
refused-nobody = es ist niemand genannt
refused-nobody-asked = schreiben Sie, wer gefragt wurde: ein Name oder eine Rolle
refused-nobody-read = schreiben Sie, wer den Prüfnachweis gelesen hat
refused-always-applies = `{ $id }` kann nicht ausgenommen werden: Die Kontrolle `{ $control }` gilt für jeden Anbieter
refused-always-applies-help = beantworten Sie die Frage, oder sagen Sie mit `:u`, wer wann gefragt wurde
refused-no-reason = es fehlt ein Grund
refused-no-reason-help = schreiben Sie, warum die Frage nicht anwendbar ist
refused-no-question = es wird keine Frage gestellt
refused-no-question-help = gehen Sie zurück, oder springen Sie zu einem Abschnitt
refused-future = `{ $day }` liegt in der Zukunft
refused-future-help = schreiben Sie den Tag, an dem es geschah; spätestens heute
refused-future-day = schreiben Sie einen Tag, der schon war
refused-future-evidence = Nachweise sprechen über Tage, die schon waren
refused-section = unbekannter Abschnitt `{ $found }`
refused-section-near = meinten Sie `{ $near }`? Andere sind { $others }
refused-section-help = wählen Sie einen von { $others }
refused-section-empty = aus dem Abschnitt `{ $id }` wird nichts gefragt
refused-question = unbekannte Frage `{ $id }`
refused-question-help = `idp-assay questions` zeigt alle Fragen
refused-question-ids = schreiben Sie Kennungen wie `Q.tok.01`, mit Kommas
refused-not-asked = `{ $id }` wird nicht gefragt
refused-left-out = frühere Antworten oder die Tiefe lassen sie aus
refused-no-document = es gibt keinen Prüfnachweis `{ $id }`
refused-no-evidence = es gibt keinen Nachweis `{ $id }`
refused-not-recorded = tragen Sie ihn zuerst ein
refused-same-evidence = den Nachweis `{ $id }` gibt es schon
refused-same-evidence-help = geben Sie ihm eine andere Kennung
refused-supports-all = `{ $id }` stützt alle Fragen
refused-supports-all-help = ändern Sie `supports:` des Eintrags in der Datei
refused-exceptions = `{ $exceptions }` sind mehr, als geprüft wurden
refused-exceptions-help = schreiben Sie eine Zahl bis { $tested }; `:b` ändert, wie viele geprüft wurden
refused-sample = `{ $number }` Elemente sind mehr, als festgehalten werden können
refused-sample-help = schreiben Sie eine Zahl bis { $most }
refused-no-file = es gibt keine Datei `{ $typed }`
refused-file = `{ $typed }` ist nicht lesbar
refused-file-help = schreiben Sie den Pfad einer Datei, oder nichts

# Was kein Eintrag zugleich sagen darf.
record-not-verified = ein Nachweis `verified` kann nicht vom Anbieter kommen
record-not-verified-help = was der Anbieter zeigt, ist ein `config_export`; `verified` ist, was wir selbst getestet haben
record-no-period = ein SOC-2-Bericht Typ II umfasst einen Zeitraum, und keiner ist angegeben
record-no-period-help = schreiben Sie `period: {"{"}from: 2025-01-01, to: 2025-12-31{"}"}`, wie der Bericht ihn nennt
record-period-not-due = nur ein SOC-2-Bericht Typ II umfasst einen Zeitraum
record-period-not-due-help = lassen Sie `period:` weg; der Tag, über den er spricht, ist `date:`
record-period-after-report = der Zeitraum endet nach dem Tag des Berichts
record-period-after-report-help = prüfen Sie beide Tage; ein Bericht, der vor dem Ende seines Zeitraums unterschrieben ist, ist ungültig: tragen Sie ihn als Behauptung (`assertion`) ein
record-period-backwards = der Zeitraum endet, bevor er beginnt
record-period-backwards-help = schreiben Sie den früheren Tag zuerst
record-sample-large = mehr Elemente, als festgehalten werden können
record-sample-large-help = schreiben Sie, wie viele Elemente geprüft wurden, höchstens eine Million
record-exceptions-many = mehr Abweichungen, als Elemente geprüft wurden
record-exceptions-many-help = zählen Sie die Elemente, die abwichen, unter den geprüften
record-supports-all = nur ein Prüfnachweis kann `all` stützen, also alle Fragen
record-supports-all-help = nennen Sie die Fragen, die er stützt; alle zugleich stützen nur SOC-2-Berichte und Zertifikate
record-supports-none = der Eintrag stützt keine Frage
record-supports-none-help = nennen Sie mindestens eine Frage, etwa `[Q.rev.01]`
record-tested-control-not-due = nur ein Prüfnachweis hat geprüfte Kontrollen
record-tested-control-not-due-help = lassen Sie sie weg; geprüfte Kontrollen sind die eines SOC-2-Berichts oder des Audits zu einem Zertifikat
record-tested-control-unnamed = die geprüfte Kontrolle hat keinen Namen
record-tested-control-unnamed-help = schreiben Sie ihre Kennung wie im Bericht, oder lassen Sie sie weg
record-no-reference = es fehlt eine Fundstelle
record-no-reference-help = schreiben Sie, was es ist und wo es liegt
record-artefact-kind = ein gelesenes Artefakt ist ein Export von Einstellungen oder ein eigener Test
record-artefact-kind-help = schreiben Sie `config_export` für das, was der Anbieter gab, `verified` für das, was wir selbst erhoben haben
record-planted = nur einem gelesenen Protokoll kann fehlen, was ausgelöst wurde
record-planted-help = lassen Sie es weg, oder tragen Sie das Protokoll mit `evidence add` ein
record-tested-control-all = eine einzelne geprüfte Kontrolle kann nicht für alle Fragen sprechen
record-tested-control-all-help = legen Sie für jede geprüfte Kontrolle einen eigenen Eintrag an, mit den Fragen, die sie beantwortet
