# ISO/IEC 27001 oder SOC 2.

## Die Empfehlung.

advice-iso-first = Zuerst ISO/IEC 27001
advice-soc2-first = Zuerst SOC 2
advice-soc2-iso-informed = Zuerst SOC 2, betrieben mit den Methoden von ISO
advice-both = ISO/IEC 27001 und SOC 2
advice-add-iso = SOC 2 behalten, ISO/IEC 27001 ergänzen
advice-add-soc2-type-ii = ISO/IEC 27001 behalten, SOC 2 Typ II ergänzen
advice-keep-soc2-iso-informed = SOC 2 behalten, betrieben mit den Methoden von ISO
advice-keep-iso = ISO/IEC 27001 behalten
advice-keep-both = Beide behalten
advice-need-more-context = Es braucht weitere Angaben

meaning-iso-first = Zuerst ein Zertifikat nach ISO/IEC 27001:2022 verlangen, dessen Geltungsbereich diesen Dienst nennt. Es zeigt ein dauerhaftes Managementsystem; Prüfungsergebnisse zeigt es nicht.
meaning-soc2-first = Zuerst einen SOC-2-Bericht über diesen Dienst verlangen, als Typ II, sobald ein Zeitraum vergangen ist. Er zeigt Tests benannter Kontrollen; wie Risiken darüber hinaus gesteuert werden, zeigt er nicht.
meaning-soc2-iso-informed = Einen SOC-2-Bericht über diesen Dienst verlangen und darin die Methoden von ISO/IEC 27001 erwarten: Zugriffsprüfungen, Rotation und Ausnahmen, die regelmäßig wiederkehren und für die jemand verantwortlich ist.
meaning-both = Kein Nachweis allein beantwortet, was hier zu zeigen ist: ein Zertifikat für das Managementsystem, ein SOC-2-Bericht Typ II für den geprüften Betrieb. Für beide denselben Satz von Kontrollen betreiben.
meaning-add-iso = Der SOC-2-Bericht Typ II bleibt. Ein Zertifikat nach ISO/IEC 27001:2022 ergänzen, weil auch ein Managementsystem zu zeigen ist.
meaning-add-soc2-type-ii = Das Zertifikat nach ISO/IEC 27001 bleibt. Einen SOC-2-Bericht Typ II ergänzen, weil auch Tests über einen Zeitraum zu zeigen sind.
meaning-keep-soc2-iso-informed = Der vorhandene SOC-2-Bericht Typ II beantwortet, was zu zeigen ist. Darin die Methoden von ISO/IEC 27001 erwarten; ein Zertifikat ist dafür nicht nötig.
meaning-keep-iso = Das vorhandene Zertifikat nach ISO/IEC 27001 beantwortet, was zu zeigen ist; ein SOC-2-Bericht ist dafür nicht nötig.
meaning-keep-both = Beide Arten von Nachweis liegen vor. Aktuell halten sowie Geltungsbereich und Daten prüfen; kein weiteres Schema verlangen.
meaning-need-more-context = Die bisherigen Antworten sprechen für keines der beiden Schemata. Die offenen Kriterien beantworten und erneut fragen.

start-soc2-type-i = Mit einem SOC-2-Bericht Typ I beginnen: Die Frist ist kurz, und ein Typ I braucht keinen Zeitraum.
start-soc2 = Mit SOC 2 beginnen.
start-iso = Mit ISO/IEC 27001 beginnen.

## Wonach die Kriterien der Entscheidungstabelle fragen.

asks-need = was zu belegen ist
asks-multi-entity = mehrere Bereiche oder Tochtergesellschaften, wechselnde Risiken
asks-service-assurance-demand = Nachfrage nach einem Nachweis über einen bestimmten Dienst
asks-regulated = eine regulierte Organisation
asks-buyers = wo die Käufer sitzen
asks-tested-operation-wanted = der Betrieb über die Zeit muss sichtbar sein, mit Tests und Abweichungen
asks-durable-model = Identity Governance ist ein dauerhaftes Betriebsmodell
asks-deadline = wann der erste Nachweis fällig ist
asks-nhi-span = wo Maschinenidentitäten arbeiten
asks-governance-capacity = Kapazität für wiederkehrende Risikobehandlung
asks-crisp-testable-controls = Kontrollen sind so formuliert, dass sie prüfbar sind
asks-public-credential-wanted = ein öffentlich vorzeigbarer Nachweis ist gewünscht
asks-add-ons-wanted = ergänzende Normen sind gewünscht
asks-fast-growing-saas = ein schnell wachsendes SaaS-Unternehmen
asks-ownership-scattered = die Verantwortung ist verstreut
asks-inventory-pct = Anteil der Identitäten, die im Bestand erfasst sind
asks-contract-names = ein Vertrag oder eine Aufsichtsbehörde nennt ein Schema
asks-have = bereits vorhandene Nachweise

## Warum sie dorthin weisen, in je einem Satz.

reason-lasting-system = Es ist zu zeigen, dass Identity Governance als dauerhaftes System betrieben wird, das Risiken behandelt und sich verbessert.
reason-named-controls = Es ist zu zeigen, dass benannte Kontrollen eines Dienstes wirken.
reason-several-entities = Ein Managementsystem kann über mehrere Einheiten wachsen; die Systemgrenze eines SOC-2-Berichts wird für jedes System gezogen.
reason-this-service = Ein SOC-2-Bericht spricht über genau den Dienst, um den es geht, und über dessen Tests.
reason-many-duties = Ein System aus vielen Kontrollen passt besser zu vielen Pflichten als ein einzelner Berichtszeitraum.
reason-north-america = Der Einkauf in den Vereinigten Staaten und Kanada liest SOC-2-Berichte.
reason-europe = Der Einkauf in Europa, im Vereinigten Königreich, im asiatisch-pazifischen Raum und in öffentlichen Ausschreibungen erwartet ein Zertifikat.
reason-each-region = Jede Region verlangt einen eigenen Nachweis.
reason-tests-over-time = Nur ein SOC-2-Bericht Typ II zeigt Tests und Abweichungen über einen Zeitraum.
reason-lives-in-system = Verantwortliche für Risiken, Genehmigungsregeln, der Lebenszyklus von Geheimnissen, Prüfungen, Protokollierung und Ausnahmen sind in einem Managementsystem zu Hause.
reason-fast-type-i = Ein SOC-2-Bericht Typ I kann in etwa drei Monaten vorliegen; ein Typ II braucht erst seinen Zeitraum, ein Zertifikat seine zwei Stufen.
reason-beyond-product = Eine enge Produktgrenze ließe Maschinenidentitäten außen vor.
reason-whole-product = Die Systemgrenze eines SOC-2-Berichts umfasst alle Maschinenidentitäten.
reason-capacity = Es gibt Kapazität für die Risikobehandlung, die ein Zertifikat jedes Jahr verlangt.
reason-testable = Prüfbar formulierte Kontrollen sind das, was eine SOC-2-Prüfung belohnt.
reason-shown = Ein Zertifikat lässt sich allen zeigen; ein SOC-2-Bericht wird nur unter einer Vertraulichkeitsvereinbarung weitergegeben.
reason-add-ons = ISO/IEC 27017, 27018, 27701 und 42001 erweitern das Managementsystem oder stehen daneben.
reason-named-by-contract = Ein Vertrag oder eine Aufsichtsbehörde nennt es, und das entscheidet.

source-range = { $from } bis { $to }
source-qualified = { $text }, eingeschränkt durch { $by }
source-corrected = { $text }, berichtigt durch { $by }
source-pages = { $pages } (sekundär)
source-qualified-and-pages = { $text }, eingeschränkt durch { $by }; { $pages } (sekundär)

## Sonderfälle: was in ihnen zu tun ist.

edge-e01 = Der Einkauf verlangt bald einen Nachweis: SOC 2 Typ I, dann Typ II; ISO/IEC 27001, sobald Identity Governance eine breitere Disziplin ist.
edge-e02 = Ein regulierter Konzern: ISO/IEC 27001 als Anker, dazu SOC 2 für die Dienste, deren Kunden danach fragen.
edge-e03 = Ein schnell wachsendes SaaS-Unternehmen: nach außen SOC 2, nach innen die Methoden von ISO/IEC 27001.
edge-e04 = Ein enger Geltungsbereich ist zulässig; schriftlich festhalten lassen, was außerhalb liegt und welche Maschinenidentitäten die Grenze überschreiten.
edge-e05 = Schneller ist SOC 2 nur als Typ I. Für einen Bericht Typ II müssen die Kontrollen einen Zeitraum lang laufen (hier mit sechs Monaten angesetzt), danach folgt die Prüfung (hier mit zwei Monaten angesetzt, unsere Einschätzung).
edge-e06 = Es werden schutzbedürftige Daten erreicht: prüfen, ob die Kategorie Vertraulichkeit zum Umfang des SOC-2-Berichts gehört; immer dabei ist nur die Sicherheit.
edge-e07 = Ein Zertifikat zeigt, dass ein Managementsystem die Norm erfüllt; Prüfungsergebnisse zeigt es nicht. Ob Kontrollen über die Zeit gewirkt haben, beantwortet es nicht.
edge-e08 = Ein Zertifikat, dessen Geltungsbereich ein einzelnes Produkt ist, wirkt wie eine SOC-2-Systemgrenze ohne deren Tests.
edge-e09 = Beides aus einem kleinen Team: eine Kontrollmatrix, eine Ablage für Nachweise und Audits zu verschiedenen Zeiten des Jahres.
edge-e10 = Niemand verlangt eines der beiden Schemata, und Maschinenidentitäten wiegen schwer: zuerst die technische Grundlage schaffen (Bestand, Secrets Manager, privilegierter Zugriff, Policy as Code).
edge-e11 = KI-Agenten halten Identitäten: Keines der beiden Schemata deckt sie ab. Eine Betrachtung nach NIST AI RMF oder ISO/IEC 42001 ergänzen.

## Was eine Klasse der Nutzung verlangt.

tier-t1 = steuert Produktion, Cloud-Automatisierung, Build und Deployment oder Kundendaten
tier-t2 = Anmeldung der Belegschaft, ohne Zugriff auf die Automatisierung
tier-t3 = geringes Risiko oder ein Versuch
piece-met = erfüllt
piece-missing = fehlt
piece-open = offen
piece-type-ii = Ein SOC-2-Bericht Typ II: mindestens sechs Monate lang, vor höchstens zwölf Monaten beendet, uneingeschränktes Prüfungsurteil
piece-certificate = Ein Zertifikat nach ISO/IEC 27001:2022, innerhalb von fünfzehn Monaten auditiert
piece-type-ii-or-certificate = Ein SOC-2-Bericht Typ II oder ein Zertifikat, zu dem ein geprüfter Bericht bis zu einem Datum zugesagt ist
piece-any-document = Irgendein Prüfnachweis; ein SOC 2 Typ I mit einem Enddatum genügt
piece-scope = Die Dokumente nennen den Dienst, den wir nutzen
piece-categories = SOC 2 umfasst Sicherheit, Verfügbarkeit und Vertraulichkeit
piece-user-controls = Die komplementären Nutzerkontrollen sind zugeordnet und angenommen
piece-carve-outs = Ausgeklammerten Teilen (Carve-out) wird nachgegangen
piece-accreditation = Das Zertifikat ist akkreditiert und aktuell
piece-exclusions = Die Erklärung zur Anwendbarkeit schließt nichts Kritisches aus
piece-inventory = Bestand und Verantwortliche der Maschinenidentitäten gezeigt
piece-rotation = Rotation gezeigt
piece-revocation = Massenhafter Widerruf gezeigt
piece-dormancy = Erkennung von Inaktivität gezeigt
piece-token-lifetimes = Lebensdauer von Token gezeigt
piece-log-export = Protokollexport gezeigt
piece-review-export = Export der Zugriffsprüfungen gezeigt
piece-leavers = Bereinigung über SCIM getestet: Ausgeschiedene verlieren den Zugriff
piece-own-test = Ein Test im eigenen Mandanten
