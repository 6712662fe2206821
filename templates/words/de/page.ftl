# Wörter der Vorlagen; Markdown gilt hier.

# Titel der Teile; jeder hat in der Vorlage seinen Anker, der in jeder Sprache derselbe ist.
title-advice = ISO/IEC 27001 oder SOC 2
title-warnings = Darauf ist zu achten
title-simulation = Was ein Dokument hier ändern würde
title-tier = Was unsere Nutzungsklasse verlangt
title-answers = Alle Antworten
title-appendix = Anhang
title-limits = Grenzen dieses Berichts
title-claims = Angaben und Tatsachen
title-series = Dateien einer Art im Lauf der Zeit
title-files = Was über die Dateien zu wissen ist
title-contents = Inhalt
title-in-full = Seite eins im vollen Wortlaut
title-coverage = Was SOC 2 und ISO/IEC 27001 abdecken
title-open = Was die Dokumente offen lassen
title-documents = Prüfnachweise
title-domains = Bereiche und Treiber
title-drivers = Treiber
title-entity = Nutzerkontrollen und eigene Prüfung
title-findings = Feststellungen
title-technical = Technische Feststellungen
title-flags = Warnsignale in Prüfnachweisen
title-prompts = Zum Nachsehen; keine Feststellung
title-inherent = Inhärentes Risiko unserer Nutzung
title-exposure = Was durchschlägt
title-method = Methode, Zahlen und Quellen
title-ladder = Stufenleiter der Nachweise
title-parameters = Parameter
title-controls = Kontrollen
title-thresholds = Belegte Zahlen hinter den Skalen
title-nhi = Prüfung der Maschinenidentitäten
title-nhi-questions = Fragen hinter den Kontrollen für Maschinenidentitäten
title-outlook = Was das Ergebnis ändern würde
title-plan = Maßnahmenplan und Vertragsklauseln
title-clauses = Zu fordernde Vertragsklauseln
title-validation = Unsere eigene Prüfung
title-reading = So ist dieser Bericht zu lesen
title-register = Nachweisverzeichnis
title-requests = Anforderung von Nachweisen
title-risk = Risikobild
title-timeline = Nachweise im Lauf der Zeit

# Spaltenköpfe.
head-ageing = Alterung
head-answer = Antwort
head-answer-with-evidence = Antwort, mit Nachweisen und dem Tag der Erfassung
head-answered = Beantwortet
head-band = Band
head-blast-radius = Schadensradius
head-both = Beides
head-checked-source = Quelle, und wie weit sie geprüft wurde
head-comes-through = Schlägt durch
head-control = Kontrolle
head-counts = Zählt
head-counts-as = Zählt als
head-covers = Deckt ab
head-credibility = Glaubwürdigkeit
head-credited = Angerechnet
head-criterion = Kriterium
head-dated = Datum
head-dated-age = Datum, Alter
head-dates = Daten
head-days = Tage
head-do = Maßnahme
head-document = Dokument
head-domain = Bereich
head-exposure = Exponierung H
head-factor = Faktor
head-field = Feld
head-file-shows = Die Datei zeigt
head-finding = Feststellung
head-for = Für
head-from = Von
head-gap = Lücke
head-gate = Schranke
head-helps-most = Hilft am meisten
head-id = Id
head-implement = Umsetzen
head-independence = Unabhängigkeit
head-inherent-risk = Inhärentes Risiko
head-kind = Art
head-kind-from = Art, Herkunft
head-kind-of-file = Art der Datei
head-knock-out = K.-o.-Kriterium
head-last-check = Letzte Prüfung
head-left-to-us = Uns überlassen
head-less = Weniger
head-level = Stufe
head-longest-gap = Längste Lücke
head-measured = Was gemessen wird, und wofür
head-not-implemented = Nicht umgesetzt
head-not-proven = Nicht belegt
head-number = Zahl
head-open = Offen
head-our-answer = Unsere Antwort
head-own-validation = Eigene Prüfung
head-owner = Verantwortlich
head-page = Seite
head-parameter = Parameter
head-piece = Baustein
head-points = Punkte
head-prove = Belegen
head-question = Frage
head-question-and-answer = Frage und Antwort
head-read-in = Gelesen in
head-reading = Lesart
head-record = Eintrag
head-recorded-about-it = Was darüber erfasst ist
head-records = Einträge
head-red-flag = Warnsignal
head-remarks = Anmerkungen
head-residual-risk = Restrisiko
head-rule = Regel
head-said = Angabe
head-severity = Schwere
head-source = Quelle
head-state = Zustand
head-step = Schritt
head-stops-counting = Zählt nicht mehr ab
head-supports = Belegt
head-to = Bis
head-together-they-show = Zusammen zeigen sie
head-topic = Thema
head-value = Wert
head-weight = Gewicht
head-what = Was
head-what-it-does = Wirkung
head-what-it-is = Bezeichnung
head-what-to-do = Was zu tun ist
head-where = Wo
head-where-risk-comes-from = Woher das Risiko kommt
head-who-stands-behind-it = Wer dafür einsteht
head-whose-state = Wessen Zustand
head-why = Warum
head-with = Mit
head-words = Wortlaut
head-wrong-and-to-do = Was nicht stimmt, und was zu tun ist

# Seite eins.
front-kind = Bewertung eines Identitätsanbieters
front-as-of = Stand { $day }
front-by = Bearbeitung: { $assessor }
front-verdict = Urteil
front-status = Status
front-standing = { $coverage } abgedeckt, Verlässlichkeit { $confidence }
front-assurance-axis = Prüfnachweise
front-assurance-credited = dessen, was Dokumente zeigen können, ist angerechnet
front-technical-axis = Technik
front-technical-credited = der technischen Kontrollen sind angerechnet
front-why = Warum dieses Urteil
front-recommendation = ISO/IEC 27001 oder SOC 2? { $title }.
front-rests-on = Worauf es beruht.
front-in-full = Texte, die mit … enden, stehen vollständig unter [Seite eins im vollen Wortlaut](#page-one-in-full).
front-digest = Prüfsumme der Bewertung: { $digest }.
front-versions = Fragebogen { $packs }, Modell { $model }, Parameter { $parameters }.

# So ist der Bericht zu lesen.
reading-residual = Das **Restrisiko** ist ein Index von 0 bis 100: was vom Identitätsrisiko unserer eigenen Nutzung übrig bleibt, wenn die Kontrollen des Anbieters so weit angerechnet werden, wie sie belegt sind. Es ist keine Wahrscheinlichkeit und kein Geldbetrag. Vergleichbar ist es nur mit Ergebnissen desselben Modells, derselben Parameter und desselben Fragebogens.
reading-interval = Die **Spanne** reicht von dem Wert, der gilt, wenn jede Angabe stimmt und jede offene Frage gut ausgeht, bis zu dem Wert, der gilt, wenn nur unabhängige Nachweise zählen. Eine weite Spanne bedeutet, dass vieles offen oder nur behauptet ist.
reading-verdict = Das **Urteil** wird nicht allein an der Zahl abgelesen. Ein verfehltes K.-o.-Kriterium, eine nicht erfüllte Schranke für Belege oder eine kritische Feststellung begrenzt es, was auch immer die Zahl sagt. **Prüfnachweise und technische Kontrollen sind zwei Achsen** und werden nie gegeneinander aufgerechnet: Ein guter Bericht gleicht keine technische Lücke aus.
reading-level = Die **Stufe** einer Kontrolle ist das, was angegeben oder gemessen ist, von 0 bis 1. Ihre **Glaubwürdigkeit** sagt, wie weit den Nachweisen zu trauen ist. Das Produkt wird angerechnet; der Rest ist die **Lücke**. *Nicht umgesetzt* fehlt bekanntermaßen, *nicht belegt* ist ohne ausreichende Nachweise angegeben, *offen* ist ohne Antwort.
reading-knock-out = Ein K.-o.-Kriterium ist verfehlt, wenn die angerechnete Wirksamkeit unter { $effectiveness } liegt. Keine andere Antwort kann das ausgleichen.
reading-rated = Ein Ergebnis ist bewertet, wenn { $rated } dessen, was zum Risiko beitragen kann, beantwortet sind, vorläufig ab { $provisional } und darunter nicht bewertet.
reading-gates = Schranke A verlangt, dass Bestand und Verantwortliche, Offboarding, Rotation und Widerruf von Maschinenidentitäten durch mehr als Behauptungen und Prüfnachweise gezeigt sind. Schranke B verlangt, dass der Umgang mit Inaktivität, Rotation und Widerruf wirkt und dass diese Wirkung gezeigt ist.
reading-left-out = Was ausgelassen wurde
reading-nothing-left-out = Jede Frage des Fragebogens wurde gestellt.

# Grenzen des Berichts.
limits-no-standard = Kein allgemeingültiger Maßstab besagt, dass ein ISO/IEC-27001-Zertifikat zusammen mit einem SOC-2-Bericht ausreicht. Beide sind Nachweise einer Grundsicherung: Das Zertifikat sagt, dass ein Managementsystem der Norm entspricht, der Bericht sagt, was eine Prüfungsgesellschaft in einem Umfang und einem Zeitraum geprüft hat, die der Anbieter gewählt hat. Ob das für unsere Nutzung genügt, entscheiden wir selbst; dafür ist dieser Bericht gemacht.
limits-index = Das Restrisiko ist ein Index. Es ist keine Wahrscheinlichkeit, keine Prognose und kein Geldbetrag.
limits-judgement = Gewichte, Budgets und Grenzwerte sind Einschätzungen, wo keine Quelle sie angibt, und sind so gekennzeichnet. Statistiken aus Umfragen und Werbung gehen nicht ein.
limits-documents = Was über ein Dokument erfasst ist, hat jemand darin gelesen. Die Dokumente selbst sind nicht Teil dieses Berichts.
limits-day = Das Ergebnis gilt für den { $day }. Nachweise altern, und Konfigurationen verändern sich: Neu zu bewerten ist, wenn Nachweise zu alt geworden sind, nach einem Vorfall und mindestens einmal im Jahr.

# ISO/IEC 27001 oder SOC 2.
advice-points = Punkte: ISO/IEC 27001 **{ $iso }**, SOC 2 **{ $soc2 }**.
advice-weights = Die Gewichte sind unsere Einschätzung; die Richtung jedes Kriteriums hat ihre Quelle daneben (S: eine Aussage der Texte, die der Fragebogen umsetzt; W: eine Berichtigung dazu).
advice-no-points = Kein Kriterium ergab Punkte.
advice-shaped-by = Geprägt durch:
advice-not-answered = Nicht beantwortet:
advice-tier = Klasse { $tier }: { $title } (unsere eigene Einstufung).
advice-no-tier = Die Klasse unserer Nutzung ist nicht beantwortet (Q.ctx.22), daher ist nicht aufgeführt, was sie verlangt.

# Antworten und Anhang.
answer-note = Anmerkung:
appendix-holds = Die Tabellen, aus denen die Teile davor entstanden sind: die Fragen hinter jeder Kontrolle für Maschinenidentitäten, alle Antworten und die Methode mit ihren Zahlen und Quellen.

# Angaben und Tatsachen.
claims-proves = Eine Datei belegt, was sie an dem Tag erfasst, für den sie spricht, und nicht mehr; fehlt in einer Datei etwas, gilt das nie als bestanden.
claims-where = { $records } vom { $days } ({ $basis }): { $place }
claims-series = Über wie viel des Jahres bis zum Stichtag sie etwas sagen: die Tage, über die sich Protokolle und Verläufe erstrecken, und für einen einzelnen datierten Export das Zwölftel des Jahres, in das er fällt (unsere Festlegung).

# Was die Dokumente abdecken.
coverage-unread = Erfasst, ohne gelesen zu sein: Geltungsbereich, Prüfungsurteil und Abweichungen beruhen auf der Angabe der prüfenden Person.
coverage-no-documents = Es sind kein SOC-2-Bericht und kein ISO/IEC-27001-Zertifikat erfasst. Kein Prüfnachweis ist angerechnet; das Ergebnis beruht auf Antworten, Exporten und Tests.
coverage-how-to-read = Was die Dokumente zu jedem Thema leisten, wie es bei der Prüfung erfasst wurde. Wo niemand nachgesehen hat, sagt *Katalog*, wie unmittelbar ein solches Dokument überhaupt etwas dazu sagen kann (unsere Einschätzung). Ein abgedecktes Thema ist damit nicht belegt.
coverage-open = Wer sie auch geschrieben hat, und wie gut auch immer (unsere Einschätzung).

# Die Dokumente.
label-digests = Dateien und Prüfsummen (SHA-256)
documents-count-once = Ein Dokument zählt, sobald eine Person bestätigt hat, was daraus erfasst ist, sobald erfasst ist, was zu seiner Beurteilung nötig ist, und sobald sein Geltungsbereich nennt, was wir kaufen. Was nicht erfasst ist, ist nicht bekannt und wird nicht angerechnet.
documents-confirmed = bestätigt: { $who }
documents-age = Alter: { $age }
documents-excerpts = Was das Programm gelesen hat, und wo
documents-none = Kein Dokument ist Feld für Feld erfasst.
documents-unread = Erfasst, ohne gelesen zu sein: { $records } des Nachweisverzeichnisses. Geltungsbereich, Prüfungsurteil und Abweichungen beruhen auf der Angabe der prüfenden Person.

# Woher das Risiko kommt.
drivers-irreducible = Bleibt auch bei einem vollkommenen Anbieter
drivers-by-identities = Nach betroffenen Identitäten:
drivers-how-to-read = Jeder Punkt gehört zu einer Kontrolle. *Hilft am meisten* sagt, ob sie umzusetzen, zu belegen oder ob Offenes zu beantworten ist.
inherent-total = Ganz ohne Kontrollen läge das Risiko unserer Nutzung des Dienstes bei **{ $points }** von 100 Punkten. Das Restrisiko kann nie höher sein.
inherent-open = Nicht beantwortet und als schlechtester Fall gewertet:
nhi-why = Maschinenidentitäten zählen wie Personen. Weder ISO/IEC 27001 noch SOC 2 nennt sie; deshalb wird jede dieser Kontrollen für sich betrachtet.
nhi-set-aside = Als nicht anwendbar zurückgestellt:
nhi-gating = begrenzend

# Was wir selbst zu betreiben und zu prüfen haben.
entity-ours = Ein SOC-2-Bericht setzt Kontrollen voraus, die wir selbst betreiben müssen. Wo niemand sie zugeordnet und übernommen hat, sind es ungeprüfte eigene Pflichten.
entity-nobody = niemand
entity-not-asked = In dieser Tiefe nicht gefragt.

# Feststellungen, und was zu tun ist.
findings-none = Die bisherigen Antworten zeigen keine.
findings-flags = Ein Warnsignal mindert, was den Dokumenten angerechnet wird; ein kritisches begrenzt auch das Urteil. Die Schweregrade sind unsere Einschätzung.
findings-no-control = keine Kontrolle
findings-no-flags = Die bisher erfassten Antworten und Dokumente zeigen keine.
findings-prompts = Diese Punkte verändern das Ergebnis nie.
plan-order = Nach Schwere geordnet; bei gleicher Schwere kommt, was Reichweite, Dauer oder Wiederverwendung verringert, vor dem, was Prüfungen hinzufügt. Die Punkte sind das, was die Kontrolle heute beiträgt.
plan-clauses = Für Feststellungen ab mittlerer Schwere, in derselben Reihenfolge.
plan-none = Bisher verlangt keine Feststellung eine Abhilfe.
plan-validation = Was die Dokumente offen lassen, haben wir zu testen, und was sie uns überlassen, haben wir zu betreiben. Das sind keine Feststellungen.
outlook-rows = Punkte, um die das Restrisiko sinkt, wenn eine einzelne Kontrolle umgesetzt wird, von uns getestet wird oder beides.
outlook-way = Der Weg zum Band „{ $target }“
outlook-steps = Jeder Schritt ist der, der an dieser Stelle am meisten senkt. Schranken und Feststellungen können das Urteil dennoch zurückhalten.

# Nachweise.
register-kind = { $kind }, { $origin }
register-dated = { $dated }; Alter: { $age }
register-none = Es sind keine Nachweise erfasst.
register-documents-alone = Was angerechnet ist, beruht auf den Dokumenten oben.
register-assertions-alone = Jede Antwort zählt als Behauptung.
requests-order = Was offen, unbekannt oder nur behauptet ist, geordnet nach Inhabern. Jede Liste folgt den Punkten, die daran hängen.
requests-why = Warum:
requests-where = Wo:
requests-attach = Beilegen:
requests-none = Nichts ist offen, und jede Antwort hat Nachweise.
timeline-how-to-read = Ein Zeitraum ist ein Balken, ein Tag eine Raute. Nachweise zählen voll, solange sie frisch sind, danach immer weniger.
timeline-not-recorded = nicht erfasst

# Die Methode.
method-versions = Modell { $model } mit den Parametern { $parameters }; Fragebogen { $packs }.
method-score = Jede Antwort ergibt eine Stufe von 0 bis 1, ihre Nachweise eine Glaubwürdigkeit; das Produkt wird angerechnet, der Rest ist eine Lücke. Die Lücken eines Bereichs werden durch ein Potenzmittel verbunden, sodass eine schlechte Kontrolle schwerer wiegt als in einem Durchschnitt. Die Bereiche, das Zusammenwirken von Reichweite, Dauer und Wiederverwendung und ein zusätzlicher Summand für jedes K.-o.-Kriterium ergeben zusammen die Exponierung H. Das Restrisiko ist 100 · I · (1 − exp(−H)), mit I als inhärentem Risiko unserer Nutzung.
method-rules = Eine Kontrolle wird nie besser angerechnet als ihre begrenzenden Fragen. Mehrere Nachweise zählen so viel wie der beste, nicht wie ihre Summe. Was nicht beantwortet ist, wird im Ergebnis gar nicht und am unteren Ende der Spanne voll angerechnet. Die Punkte jeder Kontrolle sind ihr genauer Anteil an der Exponierung; die gedruckten Zehntel ergeben zusammen das gedruckte Ergebnis. Ein Ergebnis wird nie in einem anderen Band gedruckt als dem, in dem es liegt.
method-budget = Budget des Bereichs: { $domain }
method-controls = Gewichte innerhalb des Bereichs, K.-o.-Kriterien, die Seite des Schadensradius, die eine Kontrolle begrenzt, und wie unmittelbar ein Dokument etwas dazu sagen kann. Das alles ist unsere Einschätzung.
method-thresholds = Zahlen von FedRAMP, PCI DSS oder DISA binden die, für die sie geschrieben sind; hier sind sie Richtwerte.
