# Words that stand everywhere.

list-last = { $first } and { $last }
percent = { $percent } %
period = { $from } to { $to }
yes = yes
no = no
answer-none-of-them = none of them

# Lengths of time; the amount may have decimals, the count chooses the form.
length-unlimited = without end
length-seconds = { $amount } { $count ->
    [one] second
   *[other] seconds
}
length-minutes = { $amount } { $count ->
    [one] minute
   *[other] minutes
}
length-hours = { $amount } { $count ->
    [one] hour
   *[other] hours
}
length-days = { $amount } { $count ->
    [one] day
   *[other] days
}
length-months = { $amount } { $count ->
    [one] month
   *[other] months
}
length-years = { $amount } { $count ->
    [one] year
   *[other] years
}
length-items = { $amount } { $count ->
    [one] item
   *[other] items
}
