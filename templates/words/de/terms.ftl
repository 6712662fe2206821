# Die Wörter des Modells: Bänder, Arten von Nachweisen, Schweregrade, Faktoren.

band-low = Niedrig
band-moderate = Mäßig
band-elevated = Erhöht
band-high = Hoch
band-critical = Kritisch
# Die Bänder, in denen ein nicht bewertetes Ergebnis liegen kann.
band-range = { $low } bis { $high }

kind-assertion = Behauptung
kind-policy = Richtlinie
kind-iso = ISO/IEC-27001-Zertifikat
kind-type-1 = SOC-2-Bericht Typ I
kind-config-export = Systemexport oder Vorführung
kind-type-2 = SOC-2-Bericht Typ II
kind-verified = eigener Test

kinds-assertion = Behauptungen
kinds-policy = Richtlinien
kinds-iso = ISO/IEC 27001
kinds-type-1 = SOC 2 Typ I
kinds-config-export = Exporte
kinds-type-2 = SOC 2 Typ II
kinds-verified = eigene Tests

relevance-none = keine
relevance-generic = allgemein
relevance-partial = teilweise
relevance-direct = unmittelbar

origin-vendor = vom Anbieter
origin-us = von uns

severity-info = Hinweis
severity-low = Gering
severity-medium = Mittel
severity-high = Hoch
severity-critical = Kritisch

subject-nhi = Maschinenidentitäten
subject-human = Personen
subject-platform = Plattform

# Worum es bei einer Kontrolle geht, innerhalb eines Satzes.
about-admin-mfa = MFA der Administratoren
about-vendor-access = Zugriff des Anbieter-Supports
about-logging = Protokollierung und Protokollexport
about-rotation = Rotation
about-inventory = Bestand und Verantwortliche
about-offboarding = Offboarding
about-dormancy = Inaktivität
about-signing-keys = Signaturschlüssel
about-revocation = Widerruf

factor-data = Schutzbedarf der erreichten Daten
factor-criticality = Bedeutung der Anmeldung
factor-regulatory = Rechtliche Pflichten
factor-nhi = Anzahl der Maschinenidentitäten
factor-cicd = Zugriff auf Build und Deployment
factor-blast = Schadensradius gestohlener Zugangsdaten

dimension-scope = Reichweite
dimension-duration = Dauer
dimension-reuse = Wiederverwendung

context-scope = Schadensradius: was gestohlene Zugangsdaten erreichen
context-duration = Schadensradius: wie lange sie nutzbar bleiben
context-reuse = Schadensradius: wie viele Systeme ihnen vertrauen

step-verify = selbst testen
step-implement-and-verify = umsetzen und testen
step-answer-and-implement = beantworten, Fehlendes umsetzen und testen

rule-primary = in der Quelle gelesen
rule-secondary = in einer Darstellung der Quelle gelesen
rule-judgement = unsere Einschätzung

entity-checked = umgesetzt und von uns geprüft
entity-in-place = umgesetzt
entity-planned = geplant
entity-open = nicht umgesetzt
entity-unknown = Stand nicht erfasst

standing-primary = in der Quelle gelesen
standing-secondary = in einer Darstellung der Quelle gelesen
standing-unverified = nicht geprüft
standing-judgement = unsere Einschätzung

# Worauf eine Tatsache beruht.
basis-measured = gemessen
basis-configured = eingestellt
basis-capability = Fähigkeit
basis-complete-list = vollständige Liste
basis-sample = Stichprobe
basis-attested = bescheinigt
depth-quick = kurz
depth-standard = normal
depth-full = vollständig
