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
file-title = Bewertung eines Identitätsanbieters: { $service }
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

# Die Arbeitsmappen: Namen der Blätter. Nur Buchstaben, weil Formeln sie nennen.
sheet-answers = Antworten
sheet-checks = Abgleich
sheet-controls = Kontrollen
sheet-documents = Dokumente
sheet-evidence = Nachweise
sheet-findings = Feststellungen
sheet-flags = Warnsignale
sheet-levels = Stufen
sheet-long = Langtexte
sheet-model = Modell
sheet-overview = Überblick
sheet-plan = Plan
sheet-requests = Anforderungen
sheet-scores = Ergebnis
sheet-usage = Nutzung

# Was jedes Blatt ist, in einer Zeile.
about-answers = Jede Frage, die gestellt wurde. Zeitspannen zählen unter einem Tag in Minuten, sonst in Tagen. Stufe und Glaubwürdigkeit folgen dem Blatt Stufen.
about-checks = Nachgerechnet ist gleich berichtet, bis jemand eine Stufe, eine Glaubwürdigkeit oder einen Parameter ändert: Dann ist der Unterschied das, was die Änderung bewirken würde.
about-controls = Wirksamkeit in jeder Lesart, Lücke und Anteil an der Exponierung, nachgerechnet aus dem Blatt Stufen (docs/scoring.md 4, 5 und 8).
about-documents = Die Prüfnachweise in der Reihenfolge der Erfassung: als was jeder zählt, und der erste Tag, an dem er nicht mehr zählt.
about-evidence = Jeder Nachweis in der Reihenfolge der Erfassung, mit der Prüfsumme seiner Datei an jenem Tag.
about-findings = Was technisch nicht stimmt, das Schlimmste zuerst; Warnsignale der Dokumente stehen für sich und werden nie damit verrechnet.
about-flags = Warnsignale der Prüfnachweise und was jedes von ihrer Anrechnung nimmt; ein Hinweis zum Nachsehen ist keine Feststellung und verändert kein Ergebnis.
about-levels = Eine Planungshilfe: Wird eine Stufe oder eine Glaubwürdigkeit geändert (umrandete Zellen), verändert sich das Restrisiko nach dem Modell. Urteil und Feststellungen bleiben die des Programms.
about-long = Texte, die länger sind, als eine Zelle sein kann, ganz, in Stücken.
about-model = Parameter des Bewertungsmodells. Die mit einem Namen treiben die Formeln; die ohne gingen in die Glaubwürdigkeiten ein, die Eingaben des Programms sind.
about-overview = Die Arbeitsdatei einer Bewertung. Antworten, Feststellungen und Urteil sind die des Programms; Zellen mit gepunktetem Rahmen sind zum Ausfüllen oder Ändern da.
about-plan = Schritte in der Reihenfolge, in der sie zu gehen sind, dann Klauseln für den Vertrag, dann unsere eigene Prüfung. Umrandete Zellen sind zum Ausfüllen.
about-requests = Was noch offen oder nur behauptet ist, nach denen, die es liefern können, das Gewichtigste zuerst. Umrandete Zellen sind zum Ausfüllen.
about-scores = Das Modell, nachgerechnet aus dem Blatt Kontrollen: Die Exponierungen ergeben zusammen H, V = 1 - exp(-H), R = 100 I V. Ein Index, keine Wahrscheinlichkeit und kein Geldbetrag.
about-usage = Wofür wir den Anbieter nutzen, und das inhärente Risiko I = 1 - exp(-J), das daraus folgt (docs/scoring.md 1). Eine offene Eingabe zählt als schlechtester Fall.

# Spaltenköpfe der Arbeitsmappen.
col-question = Frage
col-part = Teil
col-section = Abschnitt
col-what-was-asked = Was gefragt wurde
col-state = Zustand
col-answer = Antwort
col-value = Wert
col-unit = Einheit
col-note = Anmerkung
col-evidence = Nachweise
col-recorded = Erfasst
col-control = Kontrolle
col-gating = Begrenzend
col-level = Stufe
col-credibility = Glaubwürdigkeit
col-quantity = Größe
col-recomputed = Nachgerechnet
col-reported-by-the-program = Vom Programm berichtet
col-difference = Unterschied
col-check = Abgleich
col-what-is-in-place = Was umgesetzt ist
col-domain = Bereich
col-weight = Gewicht
col-knock-out = K.-o.-Kriterium
col-blast-side = Seite des Schadensradius
col-at-best = Bestenfalls
col-claimed = Angegeben
col-credited-e = Angerechnet e
col-independent = Unabhängig
col-if-answered = Wenn beantwortet
col-answered = Beantwortet
col-gap-g = Lücke g
col-budget = Budget
col-by-its-domain = Durch den Bereich
col-by-the-blast = Durch den Schadensradius
col-by-knock-out = Durch K.-o.-Kriterium
col-exposure-h = Exponierung h
col-points = Punkte
col-gate = Schranke
col-reported-points = Berichtete Punkte
col-document = Dokument
col-kind = Art
col-what-it-is = Bezeichnung
col-days = Tage
col-standing = Stand
col-counts-as = Zählt als
col-age = Alter
col-counts-no-more-from = Zählt nicht mehr ab
col-because = Weil
col-followed-by = Gefolgt von
col-confirmed = Bestätigt
col-file = Datei
col-sha-256 = SHA-256
col-record = Eintrag
col-from = Herkunft
col-day = Tag
col-speaks-about = Spricht über
col-remarks = Anmerkungen
col-supports = Belegt
col-finding = Feststellung
col-severity = Schwere
col-where = Wo
col-what-is-wrong = Was nicht stimmt
col-red-flag = Warnsignal
col-what-it-takes-from-the-credit = Was es von der Anrechnung nimmt
col-topics = Themen
col-controls = Kontrollen
col-standing-of-the-rule = Stand der Regel
col-source = Quelle
col-share = Anteil
col-independent-credibility = Unabhängige Glaubwürdigkeit
col-credited = Angerechnet
col-text = Text
col-piece = Stück
col-words = Wortlaut
col-parameter = Parameter
col-name-in-formulas = Name in Formeln
col-about = Worüber
col-what = Was
col-step = Schritt
col-what-is-to-be-done = Was zu tun ist
col-why = Warum
col-findings = Feststellungen
col-owner = Verantwortlich
col-due = Fällig
col-vendor-commitment = Zusage des Anbieters
col-closed-by-evidence = Erledigt durch (Nachweis)
col-of = Von wem
col-what-is-asked = Was verlangt wird
col-where-to-find-it = Wo es zu finden ist
col-what-to-attach = Was beizulegen ist
col-sent = Gesendet
col-received = Erhalten
col-low-every-claim-true = Unten: jede Angabe stimmt
col-if-answered-well = Wenn gut beantwortet
col-headline-as-evidenced = Ergebnis: wie belegt
col-high-independent-only = Oben: nur Unabhängiges
col-input = Eingabe
col-given = Angabe
col-counted-0-to-1 = Gezählt, 0 bis 1
col-points-of-the-inherent-risk = Punkte des inhärenten Risikos
col-id = Id
col-answer-wanted = Gewünschte Antwort
col-why-we-ask = Warum wir fragen
col-what-good-looks-like = Was gut wäre
col-depth = Tiefe

# Die Mappe als Ganzes.
book-title = Bewertung eines Identitätsanbieters: Arbeitsdatei
book-page = Seite { $page } von { $pages }
book-nothing = Keine.
book-input = Eine Zahl der Rechnung, die geändert werden kann, um zu sehen, was daraus folgte.

# Zustände einer Antwort.
state-answered = beantwortet
state-in-part = teilweise
state-unknown = unbekannt
state-set-aside = nicht anwendbar
state-open = offen
unit-count = Anzahl
unit-day = Tag

# Zeilen der Rechnung. Keine Anführungszeichen: Formeln enthalten manche dieser Wörter.
check-residual = Restrisiko, Ergebnis
check-low = Restrisiko, unten
check-answered = Restrisiko, wenn gut beantwortet
check-high = Restrisiko, oben
check-irreducible = Restrisiko bei einem vollkommenen Anbieter
check-inherent = Inhärentes Risiko, Punkte
check-coverage = Abdeckung
check-points = Punkte der Kontrollen, größter Unterschied
check-all = Nachgerechnet ist gleich berichtet
check-equal = ✓ gleich
check-differs = ✗ weicht ab
score-exposure = Exponierung H
score-fraction = Anteil der Exponierung V
score-inherent = Inhärentes Risiko I
score-residual = Restrisiko R, Punkte
score-perfect = Restrisiko bei einem vollkommenen Anbieter, Punkte
score-coverage = Abdeckung: beantworteter Anteil des Budgets
score-confidence = Verlässlichkeit
score-band = Band des Restrisikos
score-irreducible = Exponierung, die auch bei einem vollkommenen Anbieter bleibt
score-side = Schadensradius, Seite { $side }
score-blast = Schadensradius: Reichweite, Dauer und Wiederverwendung zusammen
score-knock-outs = K.-o.-Kriterien, jedes für sich
cell-gate-passed = ✓ erfüllt
cell-gate-open = ? offen
cell-gate-failed = ✗ verfehlt

# Arten und Zustände in den Listen.
flag-look = zum Nachsehen
long-cut = { $start }… (vollständig im Blatt { $sheet }, Text { $text })

# Parameter des Modells.
model-mean = Exponent des Potenzmittels in einem Bereich
model-knock-out = Exponent eines K.-o.-Kriteriums
model-absent = Exponierung durch ein fehlendes K.-o.-Kriterium
model-blast = Budget des Schadensradius
model-gate = Angerechnete Wirksamkeit, unter der ein K.-o.-Kriterium verfehlt ist
model-factor = Gewicht eines Faktors des inhärenten Risikos: { $name }
model-identities = Maschinenidentitäten, die als 1 zählen, als Zehnerpotenz
model-budget = Budget: { $domain }
model-credibility = Glaubwürdigkeit: { $kind }
model-independence = Unabhängigkeit: { $kind }
model-grace = Schonfrist in Monaten: { $kind }
model-half-life = Halbwertszeit in Monaten: { $kind }
model-relevance = Bezug: { $relevance }

# Wozu jedes Blatt da ist.
purpose-answers = Jede Frage, die gestellt wurde, mit ihrer Antwort als Zahl, Tag oder Prozentwert.
purpose-findings = Was technisch nicht stimmt, das Schlimmste zuerst.
purpose-flags = Warnsignale der Prüfnachweise, und was nur zum Nachsehen ist.
purpose-plan = Was zu tun ist, und in welcher Reihenfolge; Verantwortliche, Tag, Zusage und Nachweis zum Ausfüllen.
purpose-requests = Was noch von wem zu verlangen ist; gesendet und erhalten zum Ausfüllen.
purpose-evidence = Das Nachweisverzeichnis mit Prüfsummen.
purpose-documents = Die Prüfnachweise, als was jeder zählt, und bis wann.
purpose-scores = Das Restrisiko, durch Formeln nachgerechnet, in jeder Lesart.
purpose-checks = Nachgerechnet gegen berichtet.
purpose-controls = Wirksamkeit, Lücke und Punkte jeder Kontrolle, durch Formeln.
purpose-levels = Stufen und Glaubwürdigkeiten der bewerteten Antworten: Wer eine ändert, sieht, was daraus folgt.
purpose-usage = Unsere eigene Nutzung des Anbieters, und das inhärente Risiko, das daraus folgt.
purpose-model = Parameter des Bewertungsmodells.
purpose-long = Texte, die länger sind, als eine Zelle sein kann, wo es welche gibt.

# Zeilen des Überblicks.
row-vendor = Anbieter
row-product = Produkt
row-as-of = Stand
row-depth = Tiefe
row-assessor = Bearbeitung
row-verdict = Urteil
row-meaning = Was es bedeutet
row-why = Warum
row-reported = Restrisiko wie berichtet
row-recomputed = Restrisiko, nachgerechnet
row-lowest = Am niedrigsten: jede Angabe stimmt
row-highest = Am höchsten: nur unabhängige Nachweise
row-band = Band, nachgerechnet
row-status = Status
row-coverage = Abdeckung
row-confidence = Verlässlichkeit
row-technique = Technik, angerechnet
row-assurance = Prüfnachweise, angerechnet
row-questionnaire = Fragebogen
row-model = Modell
row-fingerprint = Fingerabdruck des Modells
row-digest = Prüfsumme der Bewertung
row-sheet = Blatt { $name }
plan-state-open = offen
plan-state-asked = angefragt
plan-state-agreed = vereinbart
plan-state-in-progress = in Arbeit
plan-state-done = erledigt
plan-state-accepted = angenommen
request-state-to-send = zu senden
request-state-sent = gesendet
request-state-received = erhalten
request-state-checked = geprüft
request-state-refused = verweigert
plan-mend = beheben
plan-clause = Klausel
plan-validate = prüfen
holder-vendor = Anbieter
holder-auditor = Prüfungsgesellschaft
holder-us = wir selbst
use-sum = Summe J
use-data = Schutzbedarf der erreichten Daten
use-criticality = Bedeutung der Anmeldung
use-regulatory = Rechtliche Pflichten
use-identities = Anzahl der Maschinenidentitäten
use-build = Zugriff auf Build und Deployment
use-scope = Schadensradius: Reichweite der Rechte
use-duration = Schadensradius: wie lange gestohlene Zugangsdaten nützlich bleiben
use-reuse = Schadensradius: Systeme, die Zugangsdaten oder Vertrauen teilen

# Der Fragebogen.
sheet-questions = Fragen
wanted-one-of = eines von
wanted-any-of = beliebige von
wanted-yes-no = ja oder nein
wanted-length = eine Zeitspanne wie 15 min, oder nie
wanted-count = eine ganze Zahl
wanted-percent = ein Prozentwert, 0 bis 100
wanted-date = ein Datum
wanted-period = erster und letzter Tag
wanted-list = eine Liste
wanted-text = Text

# Der Fragebogen zum Lesen: wozu eine Frage dient, und was als Antwort getippt wird.
feeds = geht in { $control } ein
feeds-and-gates = geht in { $control } ein und begrenzt sie
feeds-inherent-risk = geht in das inhärente Risiko ein
feeds-recommendation = geht in die Empfehlung eines Rahmenwerks ein
feeds-nothing = wird aufbewahrt und gezeigt
label-why = Warum
label-good = Gut
label-find = Wo es zu finden ist
label-evidence = Nachweise
label-score = Wertung
label-answer = Antwort
typed-one-of = eines von { $options }
typed-any-of = beliebige von { $options }
typed-length = eine Zeitspanne wie `15 min` oder `never`
typed-date = ein Datum wie `2026-01-31`
typed-period = erster und letzter Tag: { $form }
