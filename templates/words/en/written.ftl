# Words that one written form alone needs: page feet, sheets, buttons.

# The printed page.
pdf-page = Page { $page } of { $pages }

# Call-outs.
call-out-note = Note
call-out-tip = Tip
call-out-important = Important
call-out-warning = Warning
call-out-caution = Caution

# What the file says of itself.
file-title = Identity provider assessment: { $vendor } { $product }
file-subject = Residual identity risk and framework recommendation
file-stamp = { $day } · digest { $digest }

# The page on the screen.
html-skip = Skip to content
html-contents = Contents
html-notes = Notes
html-note = Note { $number }
html-back = Back to the text
# States of an item of a checklist.
html-open = open
html-done = done
# Names a table by its number and the part of the report it stands in.
html-table = Table { $number }: { $name }
html-rows = { $rows } rows
# What the script says.
html-sort-by = Sort by { $column }
html-ascending = Sorted by { $column }, ascending
html-descending = Sorted by { $column }, descending
html-unsorted = In the order of the report
html-filter = Show only rows with
html-filtered = { $shown } of { $rows } rows shown
