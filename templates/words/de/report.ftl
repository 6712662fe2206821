# Was der Bericht sagt: Seite eins, Abschnitte, Tabellen.
