# Wörter, die überall stehen.

list-last = { $first } und { $last }
percent = { $percent } %
period = { $from } bis { $to }
yes = ja
no = nein
answer-none-of-them = nichts davon

# Zeitspannen; die Menge kann Nachkommastellen haben, die Anzahl wählt die Form.
length-unlimited = unbegrenzt
length-seconds = { $amount } { $count ->
    [one] Sekunde
   *[other] Sekunden
}
length-minutes = { $amount } { $count ->
    [one] Minute
   *[other] Minuten
}
length-hours = { $amount } { $count ->
    [one] Stunde
   *[other] Stunden
}
length-days = { $amount } { $count ->
    [one] Tag
   *[other] Tage
}
length-months = { $amount } { $count ->
    [one] Monat
   *[other] Monate
}
length-years = { $amount } { $count ->
    [one] Jahr
   *[other] Jahre
}
length-items = { $amount } { $count ->
    [one] Eintrag
   *[other] Einträge
}
