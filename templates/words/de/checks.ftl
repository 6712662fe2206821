# Was Prüfungen über Dokumente, Angaben und Dateien sagen.

## Was eine Tatsache sagt, und wo sie steht.

fact-seconds = { $amount } s
fact-minutes = { $amount } min
fact-minutes-seconds = { $minutes } min { $seconds } s
fact-hours = { $amount } h
fact-hours-minutes = { $hours } h { $minutes } min
# Die Anzahl wählt die Form.
fact-days = { $amount } { $count ->
    [one] Tag
   *[other] Tage
}
fact-not-set = nicht gesetzt
fact-not-readable = nicht lesbar
fact-none = keine
fact-names-and-more = { $names } und { $count ->
    [one] 1 weiterer Name
   *[other] { $count } weitere Namen
}
fact-share = { $part } von { $of }
about-joined-with = mit { $record }
about-nameless = (ohne Namen)
place-whole-file = ganze Datei
place-row = Datenzeile { $row }
place-path-row = { $path } Datenzeile { $row }
place-joined = verknüpft
place-path-joined = { $path }, verknüpft
place-line = Zeile { $line }
place-line-and-path = Zeile { $line }, { $path }

## Angaben, gehalten gegen Tatsachen.

claim-option = „{ $option }“
refuted-words = Angegeben: { $claim }; die Datei zeigt: { $title }: { $found } ({ $place }).
refuted-figures = { $title }: angegeben { $claim }, tatsächlich { $found } ({ $place }).
refuted-remediation = Mit dem Anbieter klären, was bei { $control } zutrifft und warum seine Angaben und seine Dateien voneinander abweichen; bis dahin zählt, was die Dateien zeigen.
refuted-clause = Der Anbieter berichtigt eine Angabe, der seine eigenen Aufzeichnungen widersprechen, innerhalb von 30 Tagen und teilt mit, welche anderen Angaben darauf beruhen.

why-superseded = älter als das betrachtete Jahr; eine Datei vom { $newer } ist neuer
why-not-set = die Datei setzt den Wert nicht, es gilt die Voreinstellung des Servers
why-not-readable = der Wert in der Datei ist nicht lesbar
why-empty-list = die Liste ist leer
why-other-kind = beide sind von unterschiedlicher Art
why-emergency = der Unterschied kann an Notfallkonten liegen, die nicht mitzählen
why-share-of-some = der Anteil bei einigen ist nicht der Anteil bei allen
why-one-case = ein Fall genügt als Gegenbeweis
why-one-case-of-all = ein Fall widerlegt „alle“
why-allows-more = die Einstellung lässt mehr zu
why-gives-less = die Einstellung gewährt weniger
why-lists-more = die Liste zeigt mehr
why-lists-less = die Liste zeigt weniger
why-more-elsewhere = die Datei zeigt einen Teil; anderswo kann es mehr geben
why-other-copy = die Datei zeigt einen Teil; eine andere Kopie kann länger aufbewahrt werden
why-within = die Datei sagt es nur auf { $length } genau; beides kann zutreffen
why-set-so = so eingestellt; nichts in der Datei spricht dagegen
why-set-so-in-part = so eingestellt; was Vorrang haben könnte, steht nicht in der Datei
why-list-agrees = die vollständige Liste stimmt überein
why-list-in-part = die Liste ist nicht vollständig
why-case-agrees = der gemessene Fall stimmt überein; für andere muss das nicht gelten
why-sample-agrees = was zu sehen ist, stimmt überein; es ist nicht alles
why-supported = unterstützt heißt nicht genutzt
why-attested = von Dritten gesagt, nicht gezeigt
why-could-differ = der Dienst könnte es; dass er so genutzt wird, zeigt die Datei nicht
why-said-otherwise = Dritte sagen etwas anderes; die Datei zeigt es nicht
why-not-supported = die Datei sagt nicht, dass der Dienst es kann: { $names }
why-not-seen = nicht zu sehen: { $names }; dass etwas nicht vorkam, ist kein Beweis
why-not-there = nicht vorhanden: { $names }
why-not-logged = herbeigeführt und nicht protokolliert: { $names }
why-not-ruled-out = die Datei schließt es nicht aus
why-no-zone = beruht auf einem Datum ohne Zeitzone
why-not-seen-in-part = in einem Teil nicht zu sehen; das ist kein Beweis
why-shown-otherwise = die Datei zeigt etwas anderes
why-vendor-unsure = der Anbieter weiß es nicht
why-set-aside = die Frage ist ausgenommen
why-nothing-claimed = es gibt keine Angabe dazu
why-nothing-against = nichts in der Datei spricht dagegen
why-refuted-elsewhere = hier ja; eine andere Tatsache widerlegt es
why-open-in-part = zum Teil ja; dieselbe Datei lässt den Rest offen

## Mehrere datierte Dateien einer Art.

series-days-of-the-year = Tage des Jahres bis zum Stichtag
series-all-files = alle datierten Dateien
keys-in-both = { $key } in beiden
keys-stayed = { $key } steht am { $first } und am { $last } in der Datei
keys-stayed-rest = { $count ->
    [one] 1 weiterer Schlüssel steht
   *[other] { $count } weitere Schlüssel stehen
} in den Schlüsselsätzen zweier Tage
keys-changed = { $count ->
    [one] der Schlüssel wurde
   *[other] alle Schlüssel wurden
} zwischen dem { $from } und dem { $to } gewechselt
keys-changed-if-of-one-issuer = { $count ->
    [one] der Schlüssel wurde
   *[other] alle Schlüssel wurden
} zwischen dem { $from } und dem { $to } gewechselt, falls beide Schlüsselsätze vom selben Aussteller stammen
key-named = Schlüssel { $name }
key-without-id = Schlüssel ohne Kennung { $thumbprint }
reviews-exports = die Exporte der Zugriffsprüfungen
reviews-in-files = in { $count ->
    [one] 1 Datei
   *[other] { $count } Dateien
}
reviews-since = seit der letzten Zugriffsprüfung am { $last } bis zum Stichtag, in { $count ->
    [one] 1 Datei
   *[other] { $count } Dateien
}
reviews-between = zwischen dem { $from } und dem { $to }, in { $count ->
    [one] 1 Datei
   *[other] { $count } Dateien
}

## Was Warnsignale bei einem Dokument bewirken, und wann ein Dokument nicht mehr zählt.

effect-noted = vermerkt; verändert die Bewertung nicht
effect-counted = vom Modell berücksichtigt: durch Alter, Zeitraum, Art oder Abweichungen
effect-qualified = zählt als eingeschränktes Prüfungsurteil: nicht mehr als eine Richtlinie
effect-qualified-everywhere = zählt als eingeschränktes Prüfungsurteil: nicht mehr als eine Richtlinie, bei allem, worüber es spricht
effect-lower = das Dokument spricht eine Stufe weniger unmittelbar
effect-lower-everywhere = das Dokument spricht eine Stufe weniger unmittelbar, bei allem, worüber es spricht
effect-uncovered = das Dokument wird dort nicht angerechnet
effect-uncovered-everywhere = das Dokument wird nicht angerechnet, bei allem, worüber es spricht
effect-void = das Dokument wird nicht angerechnet

stops-report = achtzehn Monate nach dem letzten geprüften Tag (RF-S-06)
stops-letter = einen Monat nach dem letzten Tag, über den es spricht (RF-S-08)
stops-authorisation = achtzehn Monate nach der letzten Beurteilung, wie ein Typ I (Einschätzung)
stops-edition = die Ausgabe von 2013 ist ausgelaufen (RF-I-01)
stops-certificate = am Tag nach dem Ablauf (RF-I-02)

## Warnsignale bei SOC-2-Berichten; eine Kennung beginnt mit der ihrer Regel.

rf-s-01 = `{ $reference }` ist kein SOC-2-Bericht: Es zeigt keine Tests, keine Abweichungen und keine Kontrollen, die uns überlassen sind
rf-s-02 = `{ $reference }` spricht über die Kontrollen eines anderen Unternehmens, nicht über den Dienst des Anbieters
rf-s-03 = ein SOC-1-Bericht behandelt Kontrollen der Finanzberichterstattung
rf-s-04 = es gibt nur einen Bericht Typ I: Gestaltung an einem Tag, nichts über den Betrieb
rf-s-04-begun = es gibt nur einen Bericht Typ I; der erste Zeitraum für Typ II hat begonnen
rf-s-05-three-months = der Zeitraum vom `{ $from }` bis zum `{ $to }` ist kürzer als drei Monate
rf-s-05-six-months = der Zeitraum vom `{ $from }` bis zum `{ $to }` ist kürzer als sechs Monate
rf-s-05-twelve-months = der Zeitraum vom `{ $from }` bis zum `{ $to }` ist kürzer als zwölf Monate
rf-s-06-twelve-months = der letzte geprüfte Tag, der `{ $end }`, liegt { $days } Tage zurück, mehr als zwölf Monate
rf-s-06-eighteen-months = der letzte geprüfte Tag, der `{ $end }`, liegt { $days } Tage zurück, mehr als achtzehn Monate
rf-s-07 = { $count ->
    [one] 1 Tag zwischen dem `{ $from }` und dem `{ $to }` ist von keinem Bericht abgedeckt
   *[other] { $count } Tage zwischen dem `{ $from }` und dem `{ $to }` sind von keinem Bericht abgedeckt
}
rf-s-08 = für die Zeit seit dem `{ $until }` spricht niemand
rf-s-09 = das Überbrückungsschreiben bleibt außer Betracht: Es { $faults }
rf-s-09-hole = beginnt erst nach einer Lücke hinter dem Zeitraum
rf-s-09-long = umfasst mehr als drei Monate nach dem Zeitraum
rf-s-09-early = endet vor dem Ende des Zeitraums
rf-s-09-ahead = spricht über Tage nach seinem eigenen Datum
rf-s-09-no-changes = schweigt zu Änderungen
rf-s-09-no-incidents = schweigt zu Vorfällen
# Von RF-S-10 und RF-S-11.
opinion-qualified-on = das Prüfungsurteil ist eingeschränkt: { $criteria }
rf-s-11-on-what = das Prüfungsurteil ist eingeschränkt; in welchem Punkt, ist nicht erfasst
rf-s-12 = das Prüfungsurteil ist versagt: Die Kontrollen waren insgesamt nicht wirksam
rf-s-13 = die Prüfungsgesellschaft hat kein Prüfungsurteil abgegeben
# Von RF-S-14 bis RF-S-16.
exception-of-sample = { $count } von { $sample } mit Abweichung ({ $control })
exception-unsampled = { $count } mit Abweichung ({ $control })
rf-s-14-frequent = mehr als 5 Prozent der Stichprobe
rf-s-14-repeated = wie im Jahr davor
rf-s-14-unanswered = ohne Stellungnahme oder ohne Datum der Behebung
rf-s-15-no-date = { $deviations }: Die Stellungnahme nennt kein Datum der Behebung
rf-s-15-no-response = { $deviations }: Es gibt keine Stellungnahme
rf-s-16 = { $deviations }, wie im Jahr davor
rf-s-17-product = die Systembeschreibung nennt das Produkt nicht
rf-s-17-control-plane = die Systembeschreibung nennt die Steuerungsebene nicht
rf-s-17-regions = die Systembeschreibung nennt die Regionen nicht, aus denen unser Mandant betrieben wird
rf-s-17-interfaces = die Systembeschreibung nennt die Schnittstellen nicht, die wir aufrufen
rf-s-18 = das Support-System und sein Zugriff auf Mandanten liegen außerhalb der Systemgrenze
rf-s-19 = Verfügbarkeit gehört nicht zu den Kategorien; ein Ausfall würde alle aussperren
rf-s-20 = Vertraulichkeit gehört nicht zu den Kategorien; der Dienst hält Geheimnisse und Verzeichnisdaten
rf-s-21 = uns überlassen, ohne verantwortliche Person oder nicht umgesetzt: { $controls }
rf-s-22 = der Bericht führt keine komplementären Nutzerkontrollen auf; das ist hier nicht plausibel
rf-s-23 = `{ $name }` (wofür, ist nicht erfasst) ist ausgeklammert (Carve-out), und die dort nötigen Kontrollen sind nicht aufgeführt
rf-s-23-for = `{ $name }` ({ $does }) ist ausgeklammert (Carve-out), und die dort nötigen Kontrollen sind nicht aufgeführt
does-hosting = Hosting
does-keys = Schlüsselverwaltung
does-logging = Protokollierung
does-support = Support
does-other = Sonstiges
rf-s-24 = `{ $name }` ist ausgeklammert (Carve-out), und der eigene Bericht dazu wurde nicht eingeholt
rf-s-25-firm = die unterzeichnende Gesellschaft
rf-s-25-licence = { $firm } war nicht als zugelassene Prüfungsgesellschaft zu finden
rf-s-25-review = { $firm } hat den letzten Peer Review nicht bestanden oder keinen durchlaufen
rf-s-26-tied = die Prüfungsgesellschaft ist mit dem Anbieter oder mit dessen Compliance-Werkzeug verbunden
rf-s-26-doubt = die Unabhängigkeit der Prüfungsgesellschaft ist zweifelhaft
rf-s-27-generic = der Text würde auf jedes Unternehmen passen; einen Walkthrough verlangen
rf-s-27-clean = keine Abweichung und kein Vorfall; einen Walkthrough zu drei Kontrollen verlangen
rf-s-28-before-its-end = der Bericht ist auf den `{ $dated }` datiert, vor dem Ende seines Zeitraums am `{ $end }`
rf-s-28-before-its-day = der Bericht ist auf den `{ $dated }` datiert, vor dem Tag, über den er spricht, dem `{ $end }`
rf-s-28-unsigned = der Bericht trägt keine Unterschrift
rf-s-28-undated = der Bericht trägt kein Datum
rf-s-28-no-security = die Kategorie Sicherheit fehlt; ohne sie ist es kein SOC-2-Bericht
rf-s-29 = der Bericht ist auf den `{ $dated }` datiert, mehr als vier Monate nach dem `{ $end }`
rf-s-30-missing = die Erklärung der Leitung fehlt
rf-s-30-other-system = die Erklärung der Leitung handelt von einem anderen System
rf-s-31 = nur durch Befragung geprüft: { $topic }
rf-s-32 = die Kontrolle kam im Zeitraum nicht zur Anwendung, deshalb wurde nichts geprüft: { $topic }
rf-s-33 = die Kontrolle nennt keinen bezifferten Abstand: { $topic }
rf-s-34 = in der geprüften Grundgesamtheit waren keine Maschinenidentitäten: { $topics }
rf-s-35 = steht nur in dem Teil, den die Prüfungsgesellschaft nicht untersucht hat: { $topic }
rf-s-36 = ein öffentlich bekannter Vorfall fehlt in der Systembeschreibung
rf-s-37 = nach dem Zeitraum: { $event }
rf-s-37-dated = nach dem Zeitraum, am `{ $date }`: { $event }
rf-s-38 = seit dem vorigen Bericht weggefallen: { $what }
dropped-security = Kategorie Sicherheit
dropped-availability = Kategorie Verfügbarkeit
dropped-confidentiality = Kategorie Vertraulichkeit
dropped-processing-integrity = Kategorie Verarbeitungsintegrität
dropped-privacy = Kategorie Datenschutz
dropped-product = das Produkt
dropped-control-plane = die Steuerungsebene
dropped-regions = Regionen
dropped-interfaces = Schnittstellen
dropped-delegated-admin = delegierte Verwaltung
dropped-support-tools = Support-Werkzeuge
dropped-tests = Tests zu: { $topic }
rf-s-39-redacted = in unserer Kopie sind Zeilen geschwärzt
rf-s-39-extract = uns liegt nur ein Auszug vor
rf-s-40-signing-keys = der Bericht enthält keine geprüfte Kontrolle zu Signaturschlüsseln
rf-s-40-tenant-isolation = der Bericht enthält keine geprüfte Kontrolle zur Mandantentrennung
rf-s-40-token-lifetime = der Bericht enthält keine geprüfte Kontrolle zur Lebensdauer von Token
rf-s-40-support-access = der Bericht enthält keine geprüfte Kontrolle zum Zugriff des Supports
rf-s-40-mass-revocation = der Bericht enthält keine geprüfte Kontrolle zum massenhaften Widerruf
rf-s-41 = der Bericht bezieht sich nur auf die Points of Focus von 2017
rf-s-42 = die Prüfungsgesellschaft hebt hervor: { $text }

## Warnsignale bei Zertifikaten.

certificate-body = die Zertifizierungsstelle
rf-i-01 = Ausgabe { $edition }; die Zertifikate von 2013 endeten am { $ended }
rf-i-02-expired = das Zertifikat ist am `{ $expiry }` abgelaufen
rf-i-02-suspended = laut Register ist das Zertifikat ausgesetzt
rf-i-02-withdrawn = laut Register ist das Zertifikat entzogen
rf-i-03-no-expiry = das Zertifikat nennt keinen Ablauf
rf-i-03-too-long = das Zertifikat läuft über { $days } Tage, mehr als drei Jahre
rf-i-04-none = { $body } ist nicht akkreditiert
rf-i-04-unrecognised = { $body } ist von einer Stelle außerhalb der gegenseitigen Anerkennung akkreditiert
rf-i-05 = die Akkreditierung deckt diese Norm nicht ab, oder das Zeichen fehlt
rf-i-06 = weder die Stelle noch ein Register kennt das Zertifikat
rf-i-07 = Inhaber des Zertifikats ist { $holder }, nicht der Anbieter
rf-i-07-unnamed = Inhaber des Zertifikats ist ein anderes Unternehmen, nicht der Anbieter
rf-i-08 = der Geltungsbereich nennt nicht: { $parts }
rf-i-08-service = den Dienst
rf-i-08-operation = dessen Betrieb
rf-i-08-regions = unsere Regionen
rf-i-09 = der Geltungsbereich ist auf einen Standort, eine Abteilung oder die Entwicklung beschränkt
rf-i-10 = die Erklärung zur Anwendbarkeit wurde verweigert: Was ausgeschlossen ist, ist unbekannt
rf-i-11-version = wir haben Version { $read } gelesen, das Zertifikat nennt { $cited }
rf-i-11-date = was wir gelesen haben, ist vom `{ $read }`, das Zertifikat nennt den `{ $cited }`
# Von RF-I-12 und RF-I-13.
soa-excludes = die Erklärung zur Anwendbarkeit schließt { $control } aus
rf-i-14 = { $control } ist ohne Begründung ausgeschlossen
rf-i-15 = das letzte Audit, vom `{ $audited }`, liegt { $days } Tage zurück
rf-i-16-major = eine wesentliche Nichtkonformität ist offen ({ $control })
rf-i-16-minor = eine untergeordnete Nichtkonformität beim Zugriff hat sich wiederholt ({ $control })
rf-i-16-no-control = keine Kontrolle genannt
rf-i-17 = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
} zwischen dem `{ $from }` und dem `{ $to }` ohne Zertifikat
rf-i-18 = Worte wie „konform mit“ sind kein Zertifikat
rf-i-19-consultancy = { $body } hat auch die Beratung verkauft
rf-i-19-training = { $body } ist ein Schulungsunternehmen
rf-i-21-privacy = ein Zusatz für personenbezogene Daten (27018, 27701) wurde nicht gezeigt
rf-i-21-cloud = ein Zusatz für Clouds (27017) wurde nicht gezeigt
rf-i-21-both = ein Zusatz für Clouds (27017) oder personenbezogene Daten (27018, 27701) wurde nicht gezeigt
rf-i-22 = es gibt eine Ausgabe von 2025; wann die ältere ausläuft, wurde nicht geprüft
rf-i-23 = das Zertifikat erwähnt die Änderung von 2024 nicht; das muss es auch nicht
rf-i-24 = das Zertifikat trägt nur das IAF-Zeichen, das gültig bleibt
rf-i-25 = ein Zertifikat allein: Zeitraum, Prüfungsergebnisse und Abweichungen sind nicht zu sehen
rf-i-26 = Standorte, von denen aus der Dienst verwaltet wird, sind nicht aufgeführt

## Warnsignale über die Dokumente hinweg.

rf-x-01 = `{ $report }` und `{ $certificate }` decken sich nicht bei dem Dienst, den wir kaufen
rf-x-02-delegated-admin = kein Dokument nennt die delegierte Verwaltung: selbst testen
rf-x-02-interfaces = kein Dokument nennt die Schnittstellen, die wir aufrufen: selbst testen
rf-x-03 = öffentlich Bekanntes widerspricht dem, was der Anbieter uns gegeben hat
rf-x-05-right = der Vertrag gibt kein Recht, zu testen und Nachweise zu erhalten
rf-x-05-notice = eine Meldung von Vorfällen ist nicht geschuldet
rf-x-06 = eine Selbstauskunft: nützlich als Antwortbogen, aber das eigene Wort des Anbieters
rf-x-07 = die Selbstauskunft widerspricht den SOC-2-Tests: { $line }
rf-x-08-recorded = die autorisierte Umgebung ist nicht die, die wir kaufen würden
rf-x-08-told = gezeigt wird eine Autorisierung für eine andere Umgebung als unsere
rf-x-09 = technische Antworten beruhen allein auf Prüfnachweisen, die sie nicht abschließen können: { $questions }
rf-x-10 = kein aktueller Penetrationstest nennt Mandantentrennung, Token-Dienst und Verwaltungsoberfläche

## Was ein Urteil begrenzt.

cap-gate-a = Schranke A ist nicht erfüllt: { $because }
cap-gate-b = Schranke B ist nicht erfüllt: { $because }
cap-critical-red-flag = kritisches Warnsignal: { $because }
cap-critical-technical-finding = kritische technische Feststellung: { $because }
cap-finding = `{ $finding }` bei `{ $control }`
lack-control = `{ $control }` steht nicht im Modell
lack-artefact = für `{ $control }` liegt außer Behauptungen und Prüfnachweisen nichts vor
lack-effectiveness = `{ $control }` ist nicht als wirksam angerechnet
lack-operation = für `{ $control }` fehlt ein Systemexport, ein SOC-2-Bericht Typ II oder ein eigener Test
