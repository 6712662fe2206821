# Wörter der Bilder.

figure-residual = Restrisiko { $point } von 100 Punkten: { $band }
figure-residual-unrated = Noch nicht bewertet: Das Restrisiko liegt zwischen { $low } und { $high } Punkten
figure-residual-alt = Restrisiko { $point } von 100 Punkten, zwischen { $low } und { $high }; { $band }.
figure-residual-alt-unrated = Das Restrisiko ist noch nicht bewertet. Es liegt zwischen { $low } und { $high } von 100 Punkten; { $band }.
reading-low = wenn jede Angabe stimmt
reading-low-open = wenn jede Angabe stimmt und jede offene Frage gut ausgeht
reading-point = wie nachgewiesen
reading-high = wenn das Wort des Anbieters nichts zählt

figure-exposure = Was unsere Nutzung riskiert und wie viel davon die Lücken des Anbieters durchlassen
figure-exposure-x = Exponierung H durch die Lücken des Anbieters: 0 lässt nichts durch, 1 lässt 63 % durch, 2 lässt 86 % durch
figure-exposure-y = Inhärentes Risiko unserer Nutzung, in Punkten; entlang jeder Farbgrenze ist das Restrisiko gleich
figure-exposure-alt = Unsere Nutzung hat ein inhärentes Risiko von { $inherent } von 100 Punkten. Die Exponierung beträgt { $exposure }, zwischen { $low } und { $high }; sie lässt { $share } dieses Risikos durch, und es bleiben { $residual } Punkte, { $band }.
figure-exposure-alt-unrated = Unsere Nutzung hat ein inhärentes Risiko von { $inherent } von 100 Punkten. Die Exponierung liegt zwischen { $low } und { $high }; es bleiben zwischen { $least } und { $most } Punkte, { $band }.

part-not-implemented = nicht umgesetzt
part-not-proven = nicht belegt
part-open = offen
figure-points = Punkte
# In Klammern, denn ein Dezimalkomma hat schon jede Zahl.
figure-named = { $name } ({ $points })
figure-domains = Woher die { $total } Punkte kommen, nach Bereich
figure-domains-alt = Punkte des Restrisikos nach Bereich: { $bars }.
figure-drivers = { $count ->
    [one] Die Kontrolle, die am meisten beiträgt
   *[other] Die { $count } Kontrollen, die am meisten beitragen
}
figure-drivers-alt = Punkte des Restrisikos nach den Kontrollen, die am meisten beitragen: { $bars }.

figure-coverage = Was die Dokumente zu jedem Thema testen und was uns überlassen ist
figure-coverage-alt = Von { $topics } Themen testen SOC-2-Berichte { $soc2_full } voll und { $soc2_part } teilweise, ISO/IEC-27001-Zertifikate { $iso_full } voll und { $iso_part } teilweise. Zu { $ours } sind uns Kontrollen überlassen. Zu { $open } steht die eigene Prüfung noch aus.
column-soc2 = SOC 2
column-iso = ISO/IEC 27001
column-ours = Uns überlassen
column-validation = Eigene Prüfung
cover-full = getestet oder erledigt
cover-part = nur erklärt, abgeschwächt oder teilweise erledigt
cover-empty = nicht erwähnt oder noch zu tun
cover-out = ausgeklammert oder uns überlassen
cover-open = niemand hat nachgesehen
cover-none = nichts erfasst oder nicht nötig

figure-timeline = Worüber die Nachweise sprechen, gegenüber dem Jahr bis zum { $day }
figure-timeline-alt = { $count ->
    [one] 1 Eintrag oder Dokument
   *[other] { $count } Einträge und Dokumente
} auf einer Zeitachse, gegenüber dem Jahr vom { $from } bis zum { $to }: { $fresh } frisch, { $ageing } alternd, { $past } aus der Zeit vor diesem Jahr oder ohne Anrechnung.
figure-timeline-year = das Jahr davor
figure-timeline-day = Stand { $day }
figure-timeline-kinds = { $kinds } { $origin }
evidence-fresh = frisch
evidence-ageing = alternd: zählt immer weniger
evidence-past = vor diesem Jahr oder ohne Anrechnung

figure-stair = { $count ->
    [one] 1 Schritt
   *[other] { $count } Schritte
} zum Band „{ $band }“
figure-stair-short = { $count ->
    [one] 1 Schritt, der
   *[other] { $count } Schritte, die
} am meisten { $count ->
    [one] hilft
   *[other] helfen
}, und noch immer „{ $band }“
figure-stair-alt = Von heute { $today } Punkten Schritt für Schritt: { $steps }. Unter { $edge } Punkten lautet das Band „{ $band }“.
figure-stair-today = Heute
figure-stair-today-unrated = Heute, alles Offene als fehlend gezählt
figure-stair-target = unter { $edge }: { $band }
