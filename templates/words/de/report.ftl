# Was der Bericht sagt: Seite eins, Abschnitte, Tabellen.

subject-not-named = nicht genannt
control-not-in-model = nicht im Modell

# Seite eins.

verdict-approve = Freigabe
verdict-approve-meaning = Der Dienst kann so genutzt werden, wie er bewertet wurde.
verdict-conditions = Freigabe mit Auflagen
verdict-conditions-meaning = Nutzbar, sobald die folgenden Auflagen vereinbart sind, jede mit einer verantwortlichen Person und einem Datum.
verdict-pilot = Nur Pilotbetrieb unter Auflagen
verdict-pilot-meaning = Ein Pilotbetrieb ohne Produktionsdaten und ohne Reichweite in die Produktion ist möglich; alles Weitere muss auf die folgenden Auflagen warten.
verdict-insufficient = Nachweise reichen nicht aus
verdict-insufficient-meaning = Für eine Entscheidung ist zu wenig beantwortet. Das ist weder eine Freigabe noch eine Ablehnung.
verdict-refused = Keine Freigabe
verdict-refused-meaning = Der Dienst darf nicht genutzt werden, bis behoben und gezeigt ist, was unten genannt ist.

residual-unrated = Zwischen { $low } und { $high } von 100 Punkten ({ $band }). Für ein Band ist zu wenig beantwortet; würde alles Offene als fehlend gezählt, wären es { $point }.
residual-provisional = { $point } von 100 Punkten ({ $band }, vorläufig): { $low }, wenn jede Angabe stimmt und jede offene Frage gut ausgeht, { $high } allein nach unabhängigen Nachweisen.
residual-rated = { $point } von 100 Punkten ({ $band }): { $low }, wenn jede Angabe stimmt und jede offene Frage gut ausgeht, { $high } allein nach unabhängigen Nachweisen.
residual-note-unrated = noch kein Band ({ $band })
residual-note-provisional = { $band }, vorläufig; { $low } bis { $high }
residual-note-rated = { $band }; { $low } bis { $high }
residual-interval = { $low } bis { $high }

status-rated = Bewertet
status-rated-meaning = für ein Band ist genug beantwortet
status-provisional = Vorläufig
status-provisional-meaning = das Band kann sich mit dem, was offen ist, noch ändern
status-unrated = Nicht bewertet
status-unrated-meaning = für ein Band ist zu wenig beantwortet

axis-not-assessed = nicht beurteilt

draft = Entwurf
draft-unsigned = nicht unterzeichnet
draft-partly-signed = nicht von allen unterzeichnet
signature-missing = nicht unterzeichnet
signature-assessor = Bearbeitung
signature-reviewer = Prüfung
signature-committee = Risikoausschuss

# Warum das Urteil so ausfällt.

reason-unrated = Nur { $covered } dessen, was Risiko hinzufügen kann, sind beantwortet; unter { $needed } wird kein Band vergeben und nichts entschieden.
reason-band = Das Restrisiko liegt im Band „{ $band }“.
reason-provisional = Nur { $covered } dessen, was Risiko hinzufügen kann, sind beantwortet; das Ergebnis ist deshalb vorläufig.
reason-band-conditions = Das Restrisiko liegt im Band „{ $band }“; das verlangt Auflagen.
reason-confidence = Die Verlässlichkeit ist gering: Zu viel vom Ergebnis beruht auf dem, was offen ist oder behauptet und nicht belegt.
reason-approve = Alle K.-o.-Kriterien sind bestanden, beide Schranken für Nachweise sind erfüllt, und das Restrisiko ist niedrig.
reason-refuted = Dateien widerlegen { $count ->
    [one] 1 Antwort
   *[other] { $count } Antworten
} zu: { $subjects }. Es zählt, was die Dateien zeigen.
reason-critical-finding = Kritische Feststellung zu { $control }: { $message }
reason-critical-flag = Kritisches Warnsignal eines Prüfnachweises zu { $control }: { $message }
reason-knock-outs-mild = { $count ->
    [one] Ein K.-o.-Kriterium ist nicht bestanden:
   *[other] K.-o.-Kriterien sind nicht bestanden:
} { $subjects }. Das inhärente Risiko unserer Nutzung ist so gering, dass dies eine Freigabe aufschiebt und nicht ausschließt.
reason-knock-outs-failed = { $count ->
    [one] Ein K.-o.-Kriterium ist nicht bestanden: { $subjects }.
   *[other] K.-o.-Kriterien sind nicht bestanden: { $subjects }.
}
reason-knock-outs-open = { $count ->
    [one] Ein K.-o.-Kriterium ist noch nicht entschieden: { $subjects }.
   *[other] K.-o.-Kriterien sind noch nicht entschieden: { $subjects }.
}
reason-knock-outs-passed = Bestanden: { $subjects }.
reason-gate-a = Schranke A ist nicht erfüllt: { $missing }.
reason-gate-b = Schranke B ist nicht erfüllt: { $missing }.
# Ohne Verb: Die Namen der Kontrollen stehen in Ein- und Mehrzahl.
reason-lacks-control = { $count ->
   *[other] { $subjects } – nicht im Modell
}
reason-lacks-effectiveness = { $count ->
   *[other] { $subjects } – nicht als wirksam angerechnet
}
reason-lacks-artefact = { $count ->
   *[other] { $subjects } – ohne Beleg außer Behauptungen und Prüfnachweisen
}
reason-lacks-operation = { $count ->
   *[other] { $subjects } – im Betrieb weder durch einen Export noch durch einen SOC-2-Bericht Typ II noch durch einen eigenen Test gezeigt
}

# Auflagen des Urteils.

conditions = Auflagen
conditions-needed = Was eine Entscheidung braucht
conditions-refused = Bevor anderes entschieden wird
conditions-full = Alle Auflagen
conditions-full-meaning = Jede braucht eine verantwortliche Person auf unserer Seite, ein Datum und den Nachweis, der sie zeigen wird; der Ausschuss stimmt ihnen zusammen mit dem Urteil zu.
conditions-needed-full = Alles, was eine Entscheidung braucht
conditions-needed-meaning = Solange dies nicht beantwortet und gezeigt ist, gibt es nichts, worüber zu entscheiden wäre.
conditions-refused-full = Alles, was einer Freigabe entgegensteht
conditions-refused-meaning = Jeder dieser Punkte muss behoben sein, bevor der Dienst erneut betrachtet wird.
condition-knock-outs-open = Offenes beantworten zu: { $subjects }.
condition-knock-outs-failed = Umsetzen und testen: { $subjects }.
condition-add-to-model = In das Modell aufnehmen: { $subjects }.
condition-put-in-place = Umsetzen und zeigen: { $subjects }.
condition-answer = Beantworten und durch einen Export oder eigenen Test zeigen: { $subjects }.
condition-show = Durch einen Export, eine Vorführung oder einen eigenen Test zeigen: { $subjects }.
condition-show-at-work = Im Betrieb zeigen, durch einen Export oder eigenen Test: { $subjects }.
condition-covered = Offene Fragen beantworten, bis { $share } abgedeckt sind.
condition-proven = Die Antworten belegen, die allein auf dem Wort des Anbieters beruhen.
condition-mend = Beheben: { $message } ({ $control })
condition-plan = Den Maßnahmenplan für { $count ->
    [one] 1 schwerwiegende Feststellung
   *[other] { $count } schwerwiegende Feststellungen
} vereinbaren, mit Verantwortlichen und Terminen.
condition-plan-more = Den Maßnahmenplan für { $count ->
    [one] 1 weitere schwerwiegende Feststellung
   *[other] { $count } weitere schwerwiegende Feststellungen
} vereinbaren, mit Verantwortlichen und Terminen.

# Worauf das Ergebnis beruht.

basis-answers = Tiefe „{ $depth }“: { $answered } von { $asked ->
    [one] 1 Frage
   *[other] { $asked } Fragen
} beantwortet; mehr als eine Behauptung steht hinter { $backed } von { $scored ->
    [one] 1 gewerteten Antwort
   *[other] { $scored } gewerteten Antworten
}.
basis-documents = Dokumente: { $documents }.
basis-documents-more = Dokumente: { $documents }; { $others } weitere ohne Anrechnung.
basis-documents-none = Dokumente: { $count ->
    [one] 1 Dokument
   *[other] { $count } Dokumente
} erfasst, keines zählt.
basis-evidence = Nachweise: { $kinds }.
basis-evidence-none = Kein Nachweis ist erfasst.
basis-in-records = { $kinds } { $documents } (in { $records } Einträgen)

# Was allein die Zeit bewirkt.

ageing-both-at-once = Allein durch Alterung lauten ab dem { $day } das Band „{ $band }“ und das Urteil „{ $verdict }“.
ageing-both = Allein durch Alterung lautet das Band ab dem { $band_day } „{ $band }“ und das Urteil ab dem { $verdict_day } „{ $verdict }“.
ageing-band = Allein durch Alterung lautet das Band ab dem { $day } „{ $band }“.
ageing-verdict = Allein durch Alterung lautet das Urteil ab dem { $day } „{ $verdict }“.
ageing-nothing = Alterung allein ändert innerhalb von { $years } Jahren weder Band noch Urteil.
ageing-nothing-unrated = Noch ist kein Band vergeben, und Alterung allein ändert innerhalb von { $years } Jahren kein Urteil.
ageing-stops = { $document } ({ $kind }) zählt ab dem { $day } nicht mehr: { $because }.
ageing-stopped = { $document } ({ $kind }) zählt seit dem { $day } nicht mehr: { $because }.

# Ausgaben.

edition-committee = Ausgabe für den Risikoausschuss
edition-committee-holds = Sie ist vollständig für eine Entscheidung: das Urteil mit seinen Auflagen, das Risiko und woher es kommt, was das Ergebnis ändern würde und die Grenzen von alldem.
edition-committee-others = Die Ausgabe für Architekturverantwortliche ergänzt jede Kontrolle, jede Feststellung, jedes Dokument und jede Antwort sowie die Methode; die für die Analyse führt auf, welche Nachweise anzufordern sind und welche Arbeit offen ist.
edition-architect = Ausgabe für Architekturverantwortliche
edition-architect-holds = Sie enthält alles, vom Ergebnis bis zu dem, worauf es beruht; die längsten Tabellen stehen im Anhang.
edition-architect-others = Die Ausgabe für den Risikoausschuss enthält, was für die Entscheidung nötig ist; die für die Analyse beginnt mit den Nachweisen, die anzufordern sind, und der Arbeit, die offen ist.
edition-analyst = Ausgabe für die Analyse
edition-analyst-holds = Sie beginnt mit der Arbeit, die offen ist: Nachweise, die anzufordern sind, nach Inhaber, Feststellungen und Maßnahmenplan; dann folgt, was Dateien und Dokumente zeigen.
edition-analyst-others = Die Ausgabe für den Risikoausschuss enthält, was für die Entscheidung nötig ist; die für Architekturverantwortliche ergänzt jede Kontrolle und jede Antwort sowie die Methode.

# Risiko, Treiber und Ausblick.

band-from = { $from } bis unter { $to }
band-from-on = { $from } und darüber
risk-from-silence = { $points } Punkte der Spanne kommen von dem, was offen ist: Wäre jede offene Frage gut beantwortet, läge das Ergebnis bei { $score }.
risk-from-claims = { $points } Punkte kommen von Angaben, die nicht belegt sind: Das Ergebnis liegt bei { $score }, wenn sie alle stimmen.
risk-from-word = { $points } Punkte kämen hinzu, wenn das eigene Wort des Anbieters nichts zählte.
risk-nearest-edge = Die nächste Grenze zwischen zwei Bändern ist { $points } Punkte entfernt.
risk-documents-alone = Mit Prüfnachweisen allein, so gut sie auch sind, kann das Ergebnis bei unserer Nutzung nicht unter { $score } fallen.
risk-exposure = Die Exponierung H beträgt { $exposure }; am oberen Ende der Skala zeigt sie Fortschritt besser als die Punkte.

drivers-silent = { $count ->
    [one] 1 weitere Kontrolle trägt weniger als ein gedrucktes Zehntel bei.
   *[other] { $count } weitere Kontrollen tragen jeweils weniger als ein gedrucktes Zehntel bei.
}
gate-passed = bestanden
gate-open = offen
gate-failed = nicht bestanden
remedy-implement = umsetzen
remedy-prove = belegen
remedy-answer = beantworten

outlook-reached = { $count ->
    [one] 1 Schritt führt
   *[other] { $count } Schritte führen
} zum Band „{ $band }“.
outlook-not-reached = Auch nach { $count ->
    [one] 1 Schritt
   *[other] { $count } Schritten
} bleibt das Ergebnis im Band „{ $band }“: Wofür wir den Dienst nutzen, wiegt zu schwer.

# Angaben und Dateien.

claims-refuted = Widerlegt
claims-refuted-meaning = Es kann nicht stimmen. In der Wertung zählt, was die Datei zeigt.
claims-refuted-count = { $count } widerlegt
claims-insufficient = Von der Datei nicht entschieden
claims-insufficient-meaning = Die Datei spricht darüber und entscheidet es nicht. Die Angabe zählt wie zuvor.
claims-insufficient-count = { $count } von der Datei nicht entschieden
claims-confirmed = Bestätigt
claims-confirmed-meaning = Belegt für das, was die Datei umfasst, und für den Tag, über den sie spricht.
claims-confirmed-count = { $count } bestätigt
claims-consistent = Nicht widersprochen
claims-consistent-meaning = Was zu sehen war, ist mit der Angabe vereinbar und zu wenig, um sie zu belegen. Die Angabe zählt wie zuvor.
claims-consistent-count = { $count } nicht widersprochen
claims-not-comparable = Gezeigt und nicht angegeben
claims-not-comparable-meaning = Die Datei zeigt es, und keine Antwort sagt es.
claims-not-comparable-count = { $count } gezeigt und nicht angegeben
claims-told = Mit den Dateien verglichen: { $counts }.
claims-told-none = Keine Antwort sagt etwas, worüber die Dateien sprechen.
claims-more = { $count } weitere
claims-more-remarks = und { $count } weitere
series-coverage = { $share } von { $days } Tagen

# Das Verzeichnis der Prüfnachweise.

document-confirmed = { $by } am { $day }
document-period = Zeitraum { $from } bis { $to }
document-period-unknown = Zeitraum: nicht erfasst
document-as-of = Stand { $day }
document-as-of-unknown = Stand: nicht erfasst
document-report-dated = Bericht vom { $day }
document-report-undated = Datum des Berichts: nicht erfasst
document-dated = vom { $day }
document-undated = Datum: nicht erfasst
document-expires = läuft ab am { $day }
document-expiry-unknown = Ablauf: nicht erfasst
document-expiry-unstated = nennt keinen Ablauf
document-issued = ausgestellt am { $day }
document-issue-unknown = Ausstellung: nicht erfasst
document-last-audit = letztes Audit { $day }
document-covers = deckt { $from } bis { $to } ab
document-covers-unknown = abgedeckte Zeit: nicht erfasst
document-signed = unterzeichnet am { $day }
document-signed-unknown = Unterzeichnung: nicht erfasst
document-auditor-unnamed = Prüfungsgesellschaft nicht genannt
document-body-unnamed = Zertifizierungsstelle nicht genannt
document-opinion-unmodified = uneingeschränktes Prüfungsurteil
document-opinion-qualified = eingeschränktes Prüfungsurteil
document-opinion-qualified-on = eingeschränktes Prüfungsurteil: { $criteria }
document-opinion-adverse = versagtes Prüfungsurteil
document-opinion-disclaimer = Prüfungsurteil nicht abgegeben
document-opinion-unknown = Prüfungsurteil nicht erfasst
document-accredited-inside = akkreditiert innerhalb der gegenseitigen Anerkennung
document-accredited-outside = akkreditiert außerhalb der gegenseitigen Anerkennung
document-not-accredited = nicht akkreditiert
document-accreditation-unknown = Akkreditierung nicht erfasst
document-register-valid = im Register gültig
document-register-not-found = in keinem Register gefunden
document-register-suspended = im Register ausgesetzt
document-register-withdrawn = im Register entzogen
document-letter-by = die Leitung des Anbieters, ohne Prüfungsgesellschaft
document-letter-on-changes = äußert sich zu Änderungen
document-letter-silent-on-changes = schweigt zu Änderungen
document-letter-changes-unknown = Änderungen nicht erfasst
document-letter-on-incidents = äußert sich zu Vorfällen
document-letter-silent-on-incidents = schweigt zu Vorfällen
document-letter-incidents-unknown = Vorfälle nicht erfasst
document-authorised = zugelassen
document-authorisation-in-process = im Verfahren
document-authorisation-revoked = widerrufen
document-authorisation-unknown = Stand nicht erfasst
document-environment-ours = unsere Umgebung
document-environment-other = eine Umgebung, die nicht unsere ist
document-environment-unknown = Umgebung nicht erfasst
document-offered-soc2 = vorgelegt als SOC-2-Bericht
document-offered-iso = vorgelegt als ISO/IEC-27001-Zertifikat
document-offered-security = vorgelegt als Beleg für Sicherheit
document-offered-nothing = vorgelegt als das, was es ist

counts-not = zählt nicht
counts-not-because = zählt nicht: { $why }
counts-history = Vergangenheit: abgelöst durch { $document }
counts-generic = { $rung }, höchstens allgemein
counts-no-credit = keine Anrechnung: { $flags }
counts-lower = spricht weniger unmittelbar ({ $flags })
counts-qualified = unter eingeschränktem Prüfungsurteil ({ $flags })
counts-in-part = bei einigen Themen weniger ({ $flags })
lacks-confirmation = von keiner Person bestätigt
lacks-credit = ein Dokument dieser Art wird nicht angerechnet
lacks-credit-letter = ein Schreiben wird nicht angerechnet; es überbrückt nur die Zeit nach einem Bericht
lacks-reading = nicht weit genug gelesen: { $fields }
lacks-force = es ist nicht in Kraft
lacks-company = es spricht über ein anderes Unternehmen
lacks-product = sein Geltungsbereich nennt das Produkt nicht
lacks-scope = niemand hat gesagt, ob sein Geltungsbereich das Produkt nennt

# Was die Prüfnachweise abdecken.

coverage-ours-nobody = { $control } (niemand verantwortlich, { $status })
coverage-validation-unknown = nicht erfasst
coverage-tested = getestet
coverage-tested-people = getestet, außer Maschinenidentitäten
coverage-declared = erklärt, nicht getestet
coverage-settled = bei uns und erledigt
need-absent = nötig: kein Dokument erwähnt es
need-carved-out = nötig: einem anderen Unternehmen überlassen
need-left-to-us = nötig: uns überlassen
need-unsettled = nötig: eine unserer Kontrollen ist nicht erledigt
need-tested = getestet: { $records }
coverage-record = { $age } alt, keine Einschränkung oder Abweichung erfasst
coverage-record-exceptions = { $age } alt, { $count ->
    [one] 1 Abweichung
   *[other] { $count } Abweichungen
}
coverage-record-qualified = { $age } alt, mit eingeschränktem oder versagtem Prüfungsurteil
coverage-said-tested = getestet in { $document }
coverage-said-tested-control = getestet: { $control } in { $document }
coverage-said-tested-machines = getestet in { $document }, Maschinenidentitäten in der Grundgesamtheit
coverage-said-tested-control-machines = getestet: { $control } in { $document }, Maschinenidentitäten in der Grundgesamtheit
coverage-said-tested-people = getestet in { $document }, Maschinenidentitäten nicht in der Grundgesamtheit
coverage-said-tested-control-people = getestet: { $control } in { $document }, Maschinenidentitäten nicht in der Grundgesamtheit
coverage-said-declared = erklärt in { $document }
coverage-said-declared-control = erklärt: { $control } in { $document }
coverage-said-carved-out = ausgeklammert in { $document }
coverage-said-left-to-us = uns überlassen in { $document }
coverage-said-absent = nicht erwähnt in { $document }
coverage-said-less = { $said }, weniger wegen { $flags }
coverage-catalogue = Katalog: { $range }
coverage-catalogue-none = Katalog: { $range }; nichts erfasst
coverage-catalogue-tested = Katalog: { $range }; getestet { $tested }
coverage-tested-in = { $control } in { $record }
coverage-range = { $least } bis { $most }

# Warnsignale.

flag-takes-nothing = nimmt keinem Dokument etwas; die Antwort dazu zählt in der Wertung
flag-machines = Maschinenidentitäten
flag-of-machines = { $topic }, bei Maschinenidentitäten

# Unsere eigene Prüfung.

validation-test = Selbst testen oder einen Export zeigen lassen
validation-absent = Kein Dokument erwähnt sie.
validation-carved-out = Einem anderen Unternehmen überlassen, dessen Kontrollen hier nicht getestet wurden.
validation-left-to-us = Die Dokumente überlassen sie uns.
validation-owner = { $owner }: umsetzen und prüfen
validation-nobody = Verantwortliche Person benennen, umsetzen und prüfen
validation-left-by = Uns überlassen von { $reports }.

# ISO/IEC 27001 oder SOC 2.

advised-inventory-first = Zuerst Bestand und Verantwortliche, dann: { $advice }
advised-inventory = Vor allem anderen: Die Verantwortung ist verstreut, und weniger als 80 % der Identitäten sind im Bestand erfasst. Keines der beiden Verfahren wird tragen, bevor es einen Bestand gibt und jede Identität eine verantwortliche Person hat.
advised-against-points = Ein Vertrag oder eine Aufsichtsbehörde nennt dieses Verfahren, und das entscheidet. Die Kriterien weisen in die andere Richtung; sie sagen nur, was es kosten und was es offenlassen wird.
advised-earliest = Einen SOC-2-Bericht Typ II kann es nicht vor dem { $day } geben, selbst wenn seine Kontrollen am Tag dieser Bewertung beginnen.
advised-ours = bei uns
advised-vendors = beim Anbieter
advised-answered = { $answered } von { $all } Kriterien mit Punkten sind beantwortet ({ $share }).
simulated-today = wie heute
simulated-iso = ein frisches ISO/IEC-27001-Zertifikat
simulated-soc2 = ein frischer SOC-2-Bericht Typ II über zwölf Monate
simulated-both = beide
simulated-not = Um ein Dokument zu simulieren, ist zu wenig beantwortet: Es kann nur belegen, was jemand beantwortet hat.
simulated-rest = { $share } des Restrisikos bleiben mit beiden Dokumenten bestehen: Sie belegen, was umgesetzt ist, nicht was fehlt.

# Das Verzeichnis der Nachweise.

register-period = { $from } bis { $to }, vom { $day }
register-read = gelesen als { $family } ({ $format }): { $count ->
    [one] 1 Tatsache
   *[other] { $count } Tatsachen
}, { $dated }
register-read-partly = gelesen als { $family } ({ $format }): { $count ->
    [one] 1 Tatsache
   *[other] { $count } Tatsachen
}, { $dated }, nicht vollständig
register-dated-by-itself = von der Datei selbst datiert
register-dated-by-analyst = bei der Analyse datiert
register-undated = undatiert: angenommen ist der Tag, an dem sie angefügt wurde
register-sample = { $count ->
    [one] 1 Element
   *[other] { $count } Elemente
} getestet
register-exceptions = { $count ->
    [one] 1 Abweichung
   *[other] { $count } Abweichungen
}
register-qualified = eingeschränktes oder versagtes Prüfungsurteil
register-tested-control = getestete Kontrolle { $control }
register-directness = Relevanz laut Prüfung: { $relevance }
register-unread = erfasst, ohne gelesen zu sein: Geltungsbereich, Prüfungsurteil und Abweichungen beruhen auf dem Wort der Prüfung
register-supports-all = alle Antworten, mit der Relevanz laut Katalog

# Anforderungen von Nachweisen.

requests-vendor = Vom Anbieter
requests-auditor = Von der Prüfungsgesellschaft oder Zertifizierungsstelle, über den Anbieter
requests-us = Aus unserem eigenen Haus
request-open = offen
request-unknown = unbekannt (gefragt am { $day }: { $who })
request-unapproved = nicht anwendbar, aber keine zweite Person hat das gebilligt
request-refuted = { $title }: angegeben ist { $claim }, aber { $shown }
request-nothing-said = nichts
request-shown = { $count ->
    [one] { $files } zeigt { $found }
   *[other] { $files } zeigen { $found }
}
request-shown-at = { $count ->
    [one] { $files } zeigt { $found } ({ $place })
   *[other] { $files } zeigen { $found } ({ $place })
}
request-unsettled = { $count ->
    [one] { $files } entscheidet es nicht: { $why }
   *[other] { $files } entscheiden es nicht: { $why }
}
request-in-part = teilweise beantwortet
request-asserted = nur behauptet
request-weak = der Nachweis dahinter ist nicht mehr wert als eine Behauptung

wanted-confirmation = { $document } lesen und bestätigen, was davon erfasst ist, oder es berichtigen.
wanted-confirmation-why = bis eine Person es bestätigt, zählt es nichts
wanted-pages = Bitte senden oder nennen Sie die Seiten von { $document }, die folgende Fragen beantworten: { $questions }
wanted-pages-why = ohne sie ist es nicht zu beurteilen
wanted-scope = Bitte bestätigen Sie schriftlich, ob der Geltungsbereich von { $document } { $product } einschließt, und nennen Sie die Seite, auf der das steht.
wanted-scope-why = ein Dokument zählt nur für das, was sein Geltungsbereich nennt
wanted-in-force = Bitte teilen Sie mit, wann { $document } in Kraft tritt, oder senden Sie das Dokument, das in Kraft ist.
wanted-in-force-why = es ist nicht in Kraft
wanted-complete = Bitte senden Sie { $document } vollständig und ohne Schwärzungen.
wanted-complete-why = wir haben nur einen Teil davon
wanted-carved-out = Bitte senden Sie den aktuellen SOC-2-Bericht von { $organisation } oder Ihre eigene datierte Prüfung davon.
wanted-carved-out-why = es ist ausgeklammert, und niemand hat seine Kontrollen gezeigt
wanted-controls = Bitte führen Sie die Kontrollen auf, die Sie von { $organisation } erwarten, und wie Sie sie überwachen.
wanted-controls-why = es ist ausgeklammert, und seine Kontrollen sind nicht genannt
wanted-bridge = Bitte senden Sie ein Überbrückungsschreiben ab dem { $day } für höchstens drei Monate, das sagt, ob sich Kontrollen geändert haben und ob es Vorfälle gab; oder den nächsten Bericht.
wanted-bridge-why = für die Zeit seit seinem Zeitraum spricht niemand
wanted-soa = Bitte senden Sie die Erklärung zur Anwendbarkeit, die { $document } nennt, unter einer Vertraulichkeitsvereinbarung, oder eine Zusammenfassung ihrer Kontrollen zu Identitäten.
wanted-soa-why = was das Zertifikat auslässt, ist nicht bekannt

# Antworten.

said-open = offen
said-unknown = unbekannt (gefragt am { $day }: { $who })
said-not-applicable = nicht anwendbar: { $reason } (nicht gebilligt, zählt daher als offen)
said-not-applicable-approved = nicht anwendbar: { $reason } (gebilligt von { $by } am { $day })
said-refuted = widerlegt: { $title }: { $found } ({ $file }, { $place })
said-shortened = { $start }… (vollständig unter „Alle Antworten“)
said-not-asked = nicht gefragt
said-no-number = offen
skipped-by-depth = Durch die Tiefe „{ $depth }“ ausgelassen: { $count ->
    [one] 1 Frage
   *[other] { $count } Fragen
}.
skipped-by-condition = Nicht gefragt, weil die Bedingung dafür bisher nicht erfüllt ist: { $count ->
    [one] 1 Frage
   *[other] { $count } Fragen
}.
skipped-kept = In der Datei behalten und nicht gewertet, weil die Frage nicht mehr gestellt wird: { $count ->
    [one] 1 Antwort
   *[other] { $count } Antworten
}.
skipped-sections = Keine Frage gestellt in: { $sections }.

# Methode.

parameter-judgement = unsere Einschätzung
parameter-policy = Vorgabe des Risikoausschusses
parameter-domain-exponent = Exponent innerhalb eines Bereichs
parameter-domain-exponent-source = unsere Einschätzung: Eine schlechte Kontrolle zählt mehr als in einem Mittelwert
parameter-knock-out-exponent = Exponent eines K.-o.-Kriteriums
parameter-knock-out-exponent-source = unsere Einschätzung: still bei kleinen Lücken, laut bei völligem Fehlen
parameter-knock-out-exposure = Exponierung durch ein K.-o.-Kriterium, das völlig fehlt
parameter-irreducible = Exponierung, die auch bei einem vollkommenen Anbieter bleibt
parameter-blast-budget = Budget von Reichweite, Dauer und Wiederverwendung zusammen
parameter-gate-fails = Ein K.-o.-Kriterium ist unterhalb dieser angerechneten Wirksamkeit nicht bestanden
parameter-gate-blocks = Ein nicht bestandenes K.-o.-Kriterium sperrt ab diesem inhärenten Risiko
parameter-rated = Bewertet ab dieser Abdeckung
parameter-provisional = Vorläufig ab dieser Abdeckung
parameter-confident = Auflagen unterhalb dieser Verlässlichkeit
parameter-full-period = Ein SOC 2 Typ II zählt ab diesem Zeitraum voll
parameter-full-period-source = Praxis (ASR-02)
parameter-sample = Elemente, die als getestet gelten, wenn ein Bericht es nicht sagt
parameter-sample-source = Prüfungspraxis, keine Regel
parameter-qualified = Was unter eingeschränktem Prüfungsurteil höchstens zählt
parameter-relevance = Anteil, der bei dieser Relevanz zählt: { $relevance }
parameter-machines = Anzahl der Maschinenidentitäten, die als höchste zählt
parameter-machines-value = 10 hoch { $exponent }
parameter-weight = Gewicht von: { $factor }
rung-ageing = keine für { $grace }, dann Halbierung alle { $half }
rung-ageing-none = keine
rung-assertion-source = unsere Einschätzung: allein das Wort des Anbieters
rung-policy-source = unsere Einschätzung: Absicht, nicht Betrieb
rung-iso-source = unsere Einschätzung: Konformität eines Systems, in Stichproben
rung-type-1-source = unsere Einschätzung: Ausgestaltung an einem Tag
rung-config-export-source = unsere Einschätzung: eine Tatsache, aber vom Anbieter ausgewählt
rung-type-2-source = 0 Abweichungen bei 25 zeigen mindestens 0,887 bei 95 % (Clopper-Pearson), abzüglich etwa eines Zehntels für Ausgeklammertes (Einschätzung)
rung-verified-source = 0 Fehlschläge bei 100 zeigen mindestens 0,970 bei 95 % (Clopper-Pearson)
