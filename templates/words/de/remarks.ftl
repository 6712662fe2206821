# Was beim Lesen eines Artefakts auffällt. Die Einträge halten es englisch fest; `Words::remark` findet die
# Meldung über den englischen Text.

# Jede Datei.
remark-more-odd = und { $count } weitere
remark-list-empty = die Liste ist leer
remark-key-twice = Schlüssel `{ $key }` steht doppelt
remark-key-twice-in-object = Schlüssel `{ $key }` steht in einem Objekt doppelt
remark-the-key-twice = der Schlüssel `{ $key }` steht doppelt
remark-the-key-twice-in-object = der Schlüssel `{ $key }` steht in einem Objekt doppelt
remark-rows-as-page = die Datei hat genau { $rows } Zeilen, so viele wie eine Seite eines Exports
remark-users-as-page = die Datei hat genau { $users } Benutzer, so viele wie eine Seite eines Exports
remark-listed-as-page = die Datei führt genau { $count } auf, so viele wie eine Seite
remark-further-page = `{ $key }` nennt eine weitere Seite
remark-more-follow = `{ $key }` besagt, dass weitere folgen
remark-leads-to-more = `{ $key }` führt zu weiteren
remark-key-is-true = `{ $key }` ist wahr
remark-count-and-listed = `{ $key }` ist { $total }, aufgeführt sind { $listed }
remark-lists-of = die Datei führt { $count } von { $total } auf
remark-first-page-missing = die erste Seite fehlt
remark-item-unread = ein Eintrag ist nicht lesbar
remark-row-unread = eine Zeile ist nicht lesbar
remark-certificate-unread = ein Zertifikat ist nicht lesbar
remark-no-moment = `{ $key }` ist kein Zeitpunkt
remark-no-length = `{ $key }` ist keine Zeitdauer
remark-no-truth = `{ $key }` ist weder wahr noch falsch

# Zugriffsprüfungen.
remark-count-not-items = `@odata.count` ist nicht die Zahl der Einträge
remark-page-of-100 = eine Seite hat genau 100 Einträge, so viele, wie Graph auf einmal liefert
remark-review-row-twice = die Zeile steht doppelt
remark-reviews-too-many = die Datei enthält mehr Prüfungen, als unterschieden werden
remark-review-before-creation = die Prüfung liegt vor dem Anlegen
remark-review-decision-unknown = die Entscheidung ist ein Wort ohne bekannte Bedeutung und zählt als keine
remark-review-carried-out-early = die Entscheidung wurde umgesetzt, bevor sie getroffen war
remark-review-start-no-date = der Beginn der Prüfung ist kein Datum
remark-review-start-open = beim Beginn der Prüfung bleibt offen, welche Zahl der Tag ist
remark-review-start-later = der Beginn der Prüfung liegt nach dem Tag der Datei
remark-review-decided-no-date = das Datum der Entscheidung ist kein Datum
remark-review-decided-open = beim Datum der Entscheidung bleibt offen, welche Zahl der Tag ist
remark-review-decided-later = das Datum der Entscheidung liegt nach dem Tag der Datei
remark-review-carried-out-no-date = das Datum der Umsetzung ist kein Datum
remark-review-carried-out-open = beim Datum der Umsetzung bleibt offen, welche Zahl der Tag ist
remark-review-carried-out-later = das Datum der Umsetzung liegt nach dem Tag der Datei

# Schlüssel, Benutzer und Richtlinien von AWS.
remark-aws-creation-unread = wann der aktive Schlüssel { $key } angelegt wurde, ist nicht lesbar
remark-aws-older-than-service = der aktive Schlüssel { $key } ist älter als sein Dienst
remark-aws-created-later = der aktive Schlüssel { $key } wurde nach dem Zeitpunkt angelegt, für den die Datei gilt
remark-aws-used-later = die letzte Nutzung von { $key } liegt nach dem Zeitpunkt, für den die Datei gilt
remark-aws-key-state-unread = der Zustand eines Schlüssels ist nicht lesbar
remark-aws-root-missing = die Zeile des Root-Benutzers fehlt
remark-aws-password-unread = ob { $user } ein Passwort hat, ist nicht lesbar
remark-aws-mfa-unread = ob { $user } MFA hat, ist nicht lesbar
remark-aws-item-without = ein Eintrag hat kein `{ $key }`
remark-aws-this-key-twice = der Schlüssel { $key } steht doppelt
remark-aws-status = `Status` ist weder `Active` noch `Inactive`
remark-aws-moment-unread = der eigene Zeitpunkt der Datei ist nicht lesbar
remark-aws-no-arn = eine Zeile nennt keinen Benutzer mit einer ARN
remark-aws-user-twice = der Benutzer { $user } steht in zwei Zeilen
remark-aws-users-too-many = die Datei enthält mehr Benutzer, als unterschieden werden
remark-aws-without-text = zugewiesene Richtlinien ohne ihren Text: { $count }
remark-aws-policy-unread = eine Richtlinie ist nicht lesbar
remark-aws-trust-unread = eine Vertrauensrichtlinie ist nicht lesbar
remark-aws-statement-narrowed = eine Anweisung, die alles oder fast alles erlaubt, ist durch eine Bedingung eingeschränkt; sie zählt nicht
remark-aws-trust-narrowed = ein Vertrauen, das allen offensteht, ist durch eine Bedingung eingeschränkt; es zählt nicht
remark-aws-version-old = die Fassung ist nicht die geltende
remark-aws-version-none = keine Fassung in der Datei gilt

# Anwendungen, Rollen und Richtlinien von Entra.
remark-entra-count = `@odata.count` ist größer als die Zahl der Zeilen in der Datei
remark-entra-page = genau { $rows } Zeilen: Es kann eine weitere Seite geben
remark-entra-single-applications = die Datei enthält einzelne Anwendungen; die übrigen fehlen
remark-entra-single-policies = die Datei enthält einzelne Richtlinien; die übrigen fehlen
remark-entra-single-assignments = die Datei enthält einzelne Zuweisungen; die übrigen fehlen
remark-entra-application-twice = eine Anwendung steht doppelt
remark-entra-credential-endless = 1 Zugangsdatum ohne lesbares Ende, als gültig gezählt
remark-entra-credentials-endless = { $count } Zugangsdaten ohne lesbares Ende, als gültig gezählt
remark-entra-credential-startless = 1 Zugangsdatum ohne lesbaren Beginn
remark-entra-credentials-startless = { $count } Zugangsdaten ohne lesbaren Beginn
remark-entra-credential-early = 1 Zugangsdatum, das nach dem Tag der Datei beginnt
remark-entra-credentials-early = { $count } Zugangsdaten, die nach dem Tag der Datei beginnen
remark-entra-credential-turned = 1 Zugangsdatum, dessen Ende vor dem Beginn liegt
remark-entra-credentials-turned = { $count } Zugangsdaten, deren Ende vor dem Beginn liegt
remark-entra-policy-deleted = eine Richtlinie ist gelöscht: Sie zählt als ausgeschaltet
remark-entra-policy-state = der Zustand einer Richtlinie ist keiner, den Entra kennt: Sie zählt als ausgeschaltet
remark-entra-assignment-twice = eine Zuweisung steht doppelt
remark-entra-activated-endless = eine aktivierte Rolle hat kein Ende
remark-entra-assignment-end = das Ende einer Zuweisung ist kein Datum
remark-entra-holder-unknown = 1 Zuweisung der höchsten Rollen mit unbekanntem Inhaber, als die einer Person gezählt
remark-entra-holders-unknown = { $count } Zuweisungen der höchsten Rollen mit unbekanntem Inhaber, als die einer Person gezählt
remark-entra-group = 1 Zuweisung der höchsten Rollen an eine Gruppe, als die einer Person gezählt
remark-entra-groups = { $count } Zuweisungen der höchsten Rollen an eine Gruppe, als die einer Person gezählt
remark-entra-end-unknown = 1 privilegierte Zuweisung mit unbekanntem Ende; roleAssignmentScheduleInstances nennt es
remark-entra-ends-unknown = { $count } privilegierte Zuweisungen mit unbekanntem Ende; roleAssignmentScheduleInstances nennt es
remark-entra-definition-broken = das JSON in `definition` ist fehlerhaft
remark-entra-definition-twice = Schlüssel `{ $key }` steht in `definition` doppelt
remark-entra-lifetime-long = `AccessTokenLifetime` ist länger als der Tag, den Entra annimmt
remark-entra-lifetime-none = `AccessTokenLifetime` ist keine Dauer von 10 Minuten bis 1 Tag
remark-entra-lifetime-unread = 1 Lebensdauer ist nicht lesbar
remark-entra-lifetimes-unread = { $count } Lebensdauern sind nicht lesbar

# Konten, Schlüssel und Rollen von Google Cloud.
remark-gcp-no-account = ein Eintrag ist kein Dienstkonto
remark-gcp-member-deleted = ein Mitglied wurde gelöscht und behält seine Rolle
remark-gcp-role-narrowed = eine Rolle mit Verwaltungsrechten für Maschinen oder für alle ist durch eine Bedingung eingeschränkt; sie zählt nicht
remark-gcp-private-key = der private Schlüssel selbst steht in der Datei
remark-gcp-key-type = `keyType` sagt nicht, wer den Schlüssel verwaltet
remark-gcp-key-end = das Ende eines Schlüssels ist nicht lesbar

# Listen von Identitäten.
remark-identity-account-twice = das Konto ist doppelt aufgeführt
remark-identity-twice = `{ $name }` ist doppelt aufgeführt
remark-identity-single-users = die Datei enthält einzelne Benutzer
remark-identity-no-name = ein Konto ohne Namen
remark-identity-no-name-person = eine Person ohne Namen
remark-identity-created-no-date = wann `{ $name }` angelegt wurde, ist kein Datum
remark-identity-created-open = wann `{ $name }` angelegt wurde, lässt offen, welche Zahl der Tag ist
remark-identity-created-later = `{ $name }` wurde nach dem Tag der Liste angelegt
remark-identity-used-no-date = wann `{ $name }` zuletzt genutzt wurde, ist kein Datum
remark-identity-used-open = wann `{ $name }` zuletzt genutzt wurde, lässt offen, welche Zahl der Tag ist
remark-identity-used-later = `{ $name }` wurde zuletzt nach dem Tag der Liste genutzt
remark-identity-used-early = `{ $name }` wurde zuletzt genutzt, bevor es angelegt war
remark-identity-reviewed-no-date = wann `{ $name }` zuletzt geprüft wurde, ist kein Datum
remark-identity-reviewed-open = wann `{ $name }` zuletzt geprüft wurde, lässt offen, welche Zahl der Tag ist
remark-identity-reviewed-later = `{ $name }` wurde zuletzt nach dem Tag der Liste geprüft
remark-identity-reviewed-early = `{ $name }` wurde zuletzt geprüft, bevor es angelegt war
remark-identity-expires-no-date = wann `{ $name }` ablaufen sollte, ist kein Datum
remark-identity-expires-open = wann `{ $name }` ablaufen sollte, lässt offen, welche Zahl der Tag ist
remark-identity-expires-early = `{ $name }` sollte ablaufen, bevor es angelegt war
remark-identity-left-no-date = wann `{ $name }` ausgeschieden ist, ist kein Datum
remark-identity-left-open = wann `{ $name }` ausgeschieden ist, lässt offen, welche Zahl der Tag ist
remark-identity-disabled-no-date = wann `{ $name }` deaktiviert wurde, ist kein Datum
remark-identity-disabled-open = wann `{ $name }` deaktiviert wurde, lässt offen, welche Zahl der Tag ist
remark-identity-disabled-later = `{ $name }` wurde nach dem Tag der Liste deaktiviert

# Einstellungen von Identitätsanbietern.
remark-idp-realms = nur die ersten { $most } von { $count } Realms sind gelesen
remark-idp-realm-off = ein Realm ist abgeschaltet: Seine Einstellungen bleiben außer Betracht
remark-idp-same-twice = dieselbe `{ $key }` steht doppelt
remark-idp-some-twice = eine `{ $key }` steht doppelt
remark-idp-key-later = ein Schlüssel wurde nach dem Tag der Datei geändert
remark-idp-created-later = `created` liegt nach dem Tag der Datei

# Protokolle und ihre Einstellungen.
remark-log-page = die Datei enthält genau { $count } Ereignisse, so viele wie eine Seite einer Schnittstelle
remark-log-event-time-unread = 1 Ereignis mit einer Zeit, die nicht lesbar ist
remark-log-events-time-unread = { $count } Ereignisse mit einer Zeit, die nicht lesbar ist
remark-log-event-later = 1 Ereignis nach dem Tag, für den das Protokoll gilt
remark-log-events-later = { $count } Ereignisse nach dem Tag, für den das Protokoll gilt
remark-log-event-timeless = 1 Ereignis ohne Zeit
remark-log-events-timeless = { $count } Ereignisse ohne Zeit
remark-log-events-unknown = häufigste Ereignisse ohne bekannte Klasse: { $events }
remark-log-record-broken = 1 Datensatz fehlerhaft und ausgelassen
remark-log-records-broken = { $count } Datensätze fehlerhaft und ausgelassen
remark-log-record-foreign = 1 Datensatz von keinem bekannten Anbieter und ausgelassen
remark-log-records-foreign = { $count } Datensätze von keinem bekannten Anbieter und ausgelassen
remark-log-record-twice = 1 Datensatz mit einem Schlüssel, der doppelt steht
remark-log-records-twice = { $count } Datensätze mit einem Schlüssel, der doppelt steht
remark-log-next-page = die Datei nennt eine nächste Seite, `{ $key }`
remark-log-total = die Datei besagt, dass es insgesamt { $total } Ereignisse gibt
remark-log-delivery-failed = `{ $key }` zeigt, dass die letzte Zustellung fehlgeschlagen ist

# Signaturschlüssel und Metadaten.
remark-keys-page = die Datei enthält genau { $count } Schlüssel, so viele wie eine Seite
remark-keys-private-one = 1 privater oder gemeinsamer Schlüssel steht in der Datei: ersetzen
remark-keys-private = { $count } private oder gemeinsame Schlüssel stehen in der Datei: ersetzen
remark-keys-begin-later = ein Signaturschlüssel beginnt nach dem Tag, für den die Datei gilt
remark-keys-certificate-turned = ein Zertifikat endet, bevor es beginnt
remark-issuer-template = der Aussteller ist eine Vorlage: Dies sind die Metadaten aller Mandanten
remark-issuer-no-https = der Aussteller ist keine `https`-Adresse
remark-entities-empty = die Liste der Entitäten ist leer

# Scanner.
remark-scanner-later = die letzte Feststellung liegt nach dem Tag, an dem die Datei beigefügt wurde
remark-scanner-checks-too-many = es gibt zu viele verschiedene Prüfungen, um sie zu unterscheiden
remark-scanner-undated-one = 1 Feststellung ohne lesbares Datum
remark-scanner-undated = { $count } Feststellungen ohne lesbares Datum
remark-scanner-no-check = Zeilen, die keine Prüfung nennen: { $count }
remark-scanner-left-out = Zeilen ohne Prüfung sind ausgelassen
remark-scanner-column-twice = Spalte `{ $name }` steht doppelt

# SCIM.
remark-scim-no-patch = ohne Patch sagt die Datei nicht, was geändert werden kann
remark-scim-patch-unsaid = die Datei sagt nicht, ob Patch unterstützt wird
remark-scim-id-twice = die Kennung steht in der Liste doppelt
remark-scim-ids-twice = die Kennung steht in der Liste doppelt, ebenso weitere: { $count }
remark-scim-single = die Datei ist eine einzelne Ressource
remark-scim-total-unsaid = die Datei sagt nicht, wie viele es gibt (`totalResults`)

# Token.
remark-tokens-most = nur die ersten { $most } Token sind gelesen
remark-token-encrypted = ein Token ist verschlüsselt: Nur sein Kopf ist lesbar
remark-token-claim-twice = der Claim `{ $key }` steht in einem Token doppelt
remark-token-unsigned = ein Token ist nicht signiert: Sein Algorithmus ist `none`
remark-token-cut = die Signatur eines Tokens ist abgeschnitten
remark-token-not-seconds = ein Token: Seine Zeiten stehen nicht in Sekunden, wie RFC 7519 sie verlangt
remark-token-end-no-moment = ein Token: Sein Ende (`exp`) ist kein Zeitpunkt
remark-token-end-never = ein Token: Sein Ende (`exp`) tritt nie ein
remark-token-issue-no-moment = ein Token: Seine Ausstellung (`iat`) ist kein Zeitpunkt
remark-token-turned = ein Token: Es endet (`exp`), bevor es ausgestellt ist (`iat`)
remark-token-later = ein Token: Es ist nach dem Tag ausgestellt (`iat`), für den die Datei gilt
remark-token-bound-unnamed = die Antwort nennt das Token gebunden (DPoP), doch das Token nennt keinen Schlüssel
remark-token-times-differ = `expires_in` und die Zeiten im Token weichen voneinander ab

# Worauf sich eine Tatsache bezieht, wo das in Worten steht; `Words::matter` findet die Meldung.
matter-no-name = ohne Namen
matter-without-name = ohne Namen
matter-leavers = Ausgeschiedene
matter-at-least = mindestens so viele
matter-trails = mehrere Trails zusammen
matter-and-more = { $name } und { $count } weitere
matter-key = { $name }, Schlüssel { $key }
matter-api-key = API-Schlüssel { $key }
matter-no-kid = ohne kid ({ $thumbprint })
matter-authorization-server = Autorisierungsserver { $name }
matter-browser-flows = { $name }, Abläufe im Browser
matter-remembered = { $name }, gemerkte Personen
matter-offline = { $name }, Offline-Token
matter-administrative = { $name }, Verwaltungsereignisse
matter-implicit = { $name }, impliziter Grant
matter-default = { $name }, die Vorgabe der Organisation
matter-muted = { $name }, { $count } stummgeschaltet
matter-clients = { $count } von { $total } Clients
matter-change = { $count } von 1 Änderung
matter-changes = { $count } von { $total } Änderungen
matter-event-none = 1 Ereignis, keines von einer Maschine
matter-events-none = { $count } Ereignisse, keines von einer Maschine
matter-event-machine = 1 Ereignis von Maschinen
matter-events-machines = { $count } Ereignisse von Maschinen
