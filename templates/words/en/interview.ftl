# What the interview asks and answers.

# Who sits before it, and how it works.
title-quick = { $vendor } · { $product } · depth quick
title-standard = { $vendor } · { $product } · depth standard
title-full = { $vendor } · { $product } · depth full
welcome = Each answer is saved at once: stop whenever you like, with Ctrl-C too, and the same command goes on where you stopped.
interrupted = interrupted; every answer so far is saved
ask-name = Who answers? It is recorded with each answer; Enter for nobody

# Menus.
menu-guide = In a menu, arrows and Enter answer, and Esc leads to help, back, skip, unknown, stop and more. Where you type, the same are `:?`, `:b`, `:s`, `:u`, `:q`, and `:` for all.
menu-more = … more: help, back, skip, unknown, evidence (Esc)
menu-back = { $prompt } (Esc: back)
menu-line = `:?` help · `:b` back · `:s` skip · `:` more
menu-several = Space ticks, Enter ends · Esc for help, back, skip, unknown and more
menu-yes = Yes
menu-no = No
menu-page = Page
menu-pasted = too many keys at once for a menu, as from a paste; choose again

# Line by line. The words that stand for an answer are read by `assessment::typed`.
plain-guide = At any question a line that begins with `:` is a command: `:?` helps, `:b` goes back, `:s` skips, `:u` says that nobody knows, `:q` stops, `:` shows all.
plain-more = `:` for more
plain-back = `:b` to go back
plain-chosen = { $number }. { $item } (chosen)
plain-refused = not taken: { $why }
plain-one-of = 1 to { $last }
plain-one-of-help = write a number from 1 to { $last }, or `:` for more
plain-several = numbers with commas, or `none`
plain-yes = yes or no, Enter for yes
plain-no = yes or no, Enter for no
plain-yes-no = yes or no
plain-yes-no-help = write `yes` or `no`, or `:` for more

# Commands: what they are called, how they are typed, what they do. The keys are the same in every language.
command-more = more (:): all commands
command-help = help (:?): why it is asked, what good looks like, where to find it
command-back = back (:b): the question before
command-skip = skip (:s): leave it open and go on
command-unknown = unknown (:u): say who was asked, and when
command-not-applicable = na (:n): not applicable; say why
command-note = note (:note): beside the answer
command-evidence = evidence (:e): what stands behind the answer
command-documents = documents (:d): SOC 2 reports, certificates and letters
command-jump = jump (:j): to a section or question
command-withdraw = clear (:clear): take the answer back
command-stop = stop (:q): everything is saved

# What is asked for.
ask-answer = Answer
ask-several = All that apply
ask-is-none = Is it true that none of these applies?
ask-duration = Length of time, such as `90 d`; `never` is without end
ask-count = Number
ask-percent = Percent
ask-date = Day, as year-month-day
ask-period = First `to` last day
ask-list = Entries, separated by `;`
ask-text = Text
ask-leave-open = (leave this open)
ask-leave-part-open = (leave this part open)
ask-command = What else?
ask-reason = Why does it not apply?
ask-note = Note
ask-new-note = New note; Enter keeps the old one, `-` removes it
ask-section = Which section?
ask-where = Where in it?
ask-replace = Is it to be replaced?
ask-save-again = Try to save again?
ask-who = Who was asked?
ask-when = When?
ask-or-today = { $what } Enter for today, { $today }
ask-stated-day = { $what } As year-month-day
ask-file = Path of its file (token, key report, review, log, settings: it is read); Enter for none
ask-unread-file = Path of its file, of which only path and SHA-256 are kept; Enter for none
menu-section = { $title } · { $done } of { $asked }
menu-through-section = from its first unfinished question, or through all of it again

# Where something has to be typed and nothing was.
empty-who = write a name or a role, or `:b` to go back
empty-day = write the day, or `:b` to go back
empty-reason = write the reason, or `:b` to go back
empty-title = write its title and place, or `:b` to go back
empty-reader = write a name, or `:b` to go back
empty-reference = write a reference, or `:b` to go back
empty-period = write the period as the report states it, or `:b` to go back

# The question and what is recorded for it.
screen-place = { $title } { $at }/{ $last } · { $percent } % of { $of }
screen-note = note: { $note }
screen-evidence = evidence { $id }: { $kind }, { $reference }
screen-settled = with the documents: { $state }
held-answered = answered: { $answer }
held-unknown = unknown: asked { $who } on { $on }
held-not-applicable = not applicable: { $reason }; approved by { $by }
held-not-approved = not applicable: { $reason }; open until a second person approves
ask-part = Part { $number } of { $of }: { $text }
ask-part-answered = answered: { $answer } (Enter keeps it)
ask-part-open = may be left open

# Where a question stands, with a mark.
mark-open = · open
mark-partly = ◐ in part
mark-unknown = ? unknown
mark-not-applicable = – not applicable
mark-answered = ✔ answered

# Amounts as short as they are typed.
short-seconds = { $amount } s
short-minutes = { $amount } min
short-hours = { $amount } h
short-days = { $count ->
   *[other] { $amount } d
}

# What is told after a change.
told-saved = saved: { $told }
told-opened = { $count ->
    [one] 1 question more to ask because of it
   *[other] { $count } questions more to ask because of it
}
told-closed = { $count ->
    [one] 1 question less to ask because of it; answers there are kept, unscored
   *[other] { $count } questions less to ask because of it; answers there are kept, unscored
}
told-open-again = open again
told-part-open-again = this part is open again
told-field-open-again = this field is open again
told-unknown = unknown, asked { $who } on { $on }
told-not-applicable = not applicable; it stays open in the score until a second person approves it
told-note = the note
told-no-note = no note
told-in-note = in the note; the part stays open
told-so-far = The answer so far: { $answer }
told-unchanged = the file is as it was
told-left-out = { $count ->
    [one] 1 value or row was read and does not fit the form: `evidence read` shows all of them
   *[other] { $count } values or rows were read and do not fit the form: `evidence read` shows all of them
}
# What the note keeps of a part that nobody knows.
note-unknown = `{ $id }` is unknown: asked { $who } on { $on }

# The help of a question.
help-why = Why we ask
help-good = What good looks like
help-find = Where to find it
help-evidence = What counts as evidence
help-kinds = Kinds that count: { $kinds }.
help-scored = How it is scored
help-frameworks = Frameworks
help-commands = Other commands
help-context = It is part of the inherent risk: what is at stake for us.
help-criterion = It decides between ISO 27001 and SOC 2; it does not score.
help-record = It is kept for the report and steers other questions.
help-control = It feeds control { $id }: { $title }.
help-gating = It is gating: the control can be no better than this answer.
help-knockout = The control is a knock-out: nothing else makes up for its absence.
help-always-applies = It applies to every provider and cannot be set aside.
help-levels = Levels from 0 to 1: { $points } (from { $basis }).

# Kinds of evidence in plain words.
rung-verified = we tested it ourselves in our own tenant
rung-type-2 = SOC 2 Type II report (operation over a period)
rung-config-export = export or live demonstration of the vendor's settings
rung-type-1 = SOC 2 Type I report (design on one day)
rung-iso = ISO/IEC 27001 certificate that covers the service
rung-policy = policy or procedure document
rung-assertion = the vendor's word: a mail, a call, a filled questionnaire

# Evidence behind an answer.
evidence-ask = Evidence
evidence-new = record new evidence
evidence-link = link { $what }
evidence-detach = detach { $what }
evidence-remove = remove { $what }
evidence-ask-remove = It supports nothing else. Remove it for good?
evidence-changed = saved
evidence-saved = saved: evidence { $id }, { $kind }
evidence-nothing = nothing was recorded
evidence-ask-kind = What is it? The strongest first
evidence-asked-for = { $kind } · asked for here
evidence-ask-origin = Who did it come from?
evidence-from-vendor = the vendor gave it to us
evidence-from-us = we took it ourselves
day-of-test = Day of the test or export?
day-of-report = Date of the report?
day-of-audit = Day of the last audit?
day-of-document = Date of the document?
day-of-assertion = Day it was said?
evidence-ask-period = Period the report covers, such as `2025-01-01 to 2025-12-31`
evidence-ask-sample = How many items were tested? Enter when it does not say
evidence-ask-exceptions = How many of them deviated? Enter for none
evidence-ask-opinion = Is the auditor's opinion qualified or adverse on what it supports?
evidence-ask-control = Id of the tested control, such as `CC6.1-04`; Enter for none
evidence-ask-directness = How directly does it speak about this?
evidence-direct-by-model = as the model takes it for this kind and control
evidence-direct = directly: about this very thing
evidence-partial = in part
evidence-generic = only as part of something general
evidence-not-at-all = not at all
evidence-ask-reference = What is it, and where? Title, page, link
evidence-ask-supports = Further questions it supports, by id with commas; Enter for none
evidence-ask-supports-or-all = Further questions it supports, by id with commas, or `all`; Enter for none

# A file that is read, and what it says to the answer.
file-read = { $count ->
    [one] read as { $family } ({ $format }), 1 fact
   *[other] read as { $family } ({ $format }), { $count } facts
}
file-unread = { $why }; only path and SHA-256 are kept
file-known = the file is recorded already, as { $id }
file-of-the-future = `{ $day }` lies in the future; the file says so itself: check the clock that made it
file-no-claim = nothing
file-refuted = refuted: said { $claim }, the file shows { $found }; { $why }
file-insufficient = insufficient: said { $claim }, the file shows { $found }; { $why }
file-not-comparable = not comparable: said { $claim }, the file shows { $found }; { $why }
file-consistent = consistent: said { $claim }, the file shows { $found }; { $why }
file-confirmed = confirmed: said { $claim }, the file shows { $found }; { $why }

# Assurance documents.
document-first = Documents first: what they say is asked once, and answers most of the questions here.
document-none-taken = this questionnaire takes no assurance documents
document-ask = Is there a document to record?
document-ask-another = Is there another document to record?
document-record = record: { $title }
document-go-on = { $open ->
    [one] go on with { $what } (not confirmed, 1 field open)
   *[other] go on with { $what } (not confirmed, { $open } fields open)
}
document-go-on-confirmed = { $open ->
    [one] go on with { $what } (confirmed, 1 field open)
   *[other] go on with { $what } (confirmed, { $open } fields open)
}
document-go-on-whole = go on with { $what } (confirmed)
document-remove = remove { $what }
document-no-more = no, go on with the questions
document-ask-remove = Remove the document and what is recorded of it, for good?
document-removed = { $id } is removed
document-ask-title = What is it called, and where does it lie?
document-ask-kind = Its text reads like this: { $title }. Is it that?
document-unread = its text gives no proposals: { $why }
document-proposed = { $count ->
    [one] 1 field is proposed from its text, with page and words; compare it
   *[other] { $count } fields are proposed from its text, each with page and words; compare them
}
document-begun = document { $id }; it counts once it is confirmed
document-so-far = so far: { $value } (Enter keeps it)
document-read-on = read on page { $page }: “{ $excerpt }”
document-ask-confirm = Does { $id } say what is recorded? It counts once you confirm it
document-unconfirmed = { $id } is kept and does not count; `:d` goes on with it
document-ask-reader = Who has read it?
document-is-confirmed = { $id } is confirmed by { $by }
document-none-to-follow = no report is recorded that it could follow; it is left open
document-help = `:s` leaves the field open, `:b` goes back, `:j` returns to the questions
row-ask = Rows
row-add = add a row
row-add-another = add another row
row-none = none, go on
row-no-more = no more, go on
row-change = change: { $text }
row-remove = remove: { $text }
row-removed = the row is removed
row-needed = a row is nothing without this; `:b` goes back

# How far the assessment is, at the end of a sitting.
end-counts = { $count ->
    [one] 1 question: { $counts }.
   *[other] { $count } questions: { $counts }.
}
end-answered = { $count } answered
end-partly = { $count } answered in part
end-unknown = { $count } unknown
end-not-applicable = { $count } not applicable
end-open = { $count } open
end-section-open = { $open } open  { $title }
end-section-partly = { $open } open, { $partly } in part  { $title }
end-coverage = Answered share of what is scored: { $coverage } (a result is rated from { $rated }).
end-go-on = Go on: idp-assay assess { $file }
end-score = Score:  idp-assay score { $file }
end-merged = { $changed ->
    [one] 1 answer
   *[other] { $changed } answers
} changed, { $same } the same, { $evidence ->
    [one] 1 evidence record
   *[other] { $evidence } evidence records
} added

# What cannot be taken, and what would be: each with its help.
refused-did-you-mean = did you mean `{ $near }`?
refused-nothing = nothing is typed
refused-empty = nothing is typed; `:s` skips the question
refused-first = this is the first question
refused-command = unknown command `:{ $word }`
refused-command-near = did you mean `:{ $near }`?
refused-command-help = `:` alone shows all commands
refused-duration = `{ $text }` is not a length of time
refused-duration-help = write an amount and a unit, such as `15 min`, `24 h`, `90 d`, `12 months`, or `never` for without end
refused-count = `{ $text }` is not a whole number
refused-count-help = write a whole number from 0, such as `12`
refused-count-large = `{ $number }` is more than can be recorded
refused-count-large-help = write a whole number up to { $most }
refused-percent = `{ $text }` is not a percent
refused-percent-help = write a number from 0 to 100, such as `85`
refused-date = `{ $text }` is not a date
refused-date-help = write an existing day as year-month-day, such as `2026-01-31`
refused-period = `{ $line }` is not a period
refused-period-backwards = `{ $line }` ends before it begins
refused-period-help = write first and last day, such as `2025-01-01 to 2025-12-31`
refused-option = unknown option `{ $text }`
refused-option-help = use one of: { $ids }
refused-not-alone = `{ $option }` cannot stand beside other options
refused-not-alone-help = choose it alone, or leave it out
refused-nothing-chosen = nothing is chosen
refused-nothing-chosen-help = choose `{ $option }` if nothing applies
refused-yes-no = `{ $line }` is neither
refused-yes-no-help = write `yes` or `no`
refused-no-list = expected a list, found nothing
refused-no-list-help = separate entries with `;`
refused-no-text = expected text, found nothing
refused-no-text-help = write a sentence
refused-kind = that is no answer to `{ $id }`
refused-kind-help = answer with the kind of value the question asks for
refused-nobody = nobody is named
refused-nobody-asked = write who was asked, a name or a role
refused-nobody-read = write who read the document
refused-always-applies = `{ $id }` cannot be set aside: control `{ $control }` applies to every provider
refused-always-applies-help = answer it, or say `unknown` with who was asked and when
refused-no-reason = there is no reason
refused-no-reason-help = write why the question does not apply
refused-no-question = no question is being asked
refused-no-question-help = go back, or jump to a section
refused-future = `{ $day }` lies in the future
refused-future-help = write the day it happened; today at the latest
refused-future-day = write a day that has been
refused-future-evidence = evidence speaks about days that have been
refused-section = unknown section `{ $found }`
refused-section-near = did you mean `{ $near }`? others are { $others }
refused-section-help = use one of { $others }
refused-section-empty = nothing of section `{ $id }` is asked
refused-question = unknown question `{ $id }`
refused-question-help = `idp-assay questions` prints every question
refused-question-ids = write ids such as `Q.tok.01`, with commas
refused-not-asked = `{ $id }` is not asked
refused-left-out = earlier answers or the depth leave it out
refused-no-document = there is no document `{ $id }`
refused-no-evidence = there is no evidence `{ $id }`
refused-not-recorded = record it first
refused-same-evidence = evidence `{ $id }` is there already
refused-same-evidence-help = give it another id
refused-supports-all = `{ $id }` supports all questions
refused-supports-all-help = change `supports:` of the record in the file
refused-exceptions = `{ $exceptions }` are more than were tested
refused-exceptions-help = write a number up to { $tested }, or `:b` to change how many were tested
refused-sample = `{ $number }` items are more than can be recorded
refused-sample-help = write a number up to { $most }
refused-no-file = there is no file `{ $typed }`
refused-file = cannot read `{ $typed }`
refused-file-help = write the path of a file, or nothing

# What no evidence record may say at once.
record-not-verified = `verified` evidence cannot come from the vendor
record-not-verified-help = what the vendor shows is a `config_export`; `verified` is what we tested ourselves
record-no-period = a SOC 2 Type II report covers a period, and none is given
record-no-period-help = write `period: {"{"}from: 2025-01-01, to: 2025-12-31{"}"}` as the report states it
record-period-not-due = only a SOC 2 Type II report covers a period
record-period-not-due-help = leave out `period:`; the day it speaks about is `date:`
record-period-after-report = the period ends after the day of the report
record-period-after-report-help = check both dates; a report signed before the end of its period is void, record it as an `assertion`
record-period-backwards = the period ends before it begins
record-period-backwards-help = write the earlier day first
record-sample-large = more items than can be recorded
record-sample-large-help = write how many items were tested, a million at the most
record-exceptions-many = more exceptions than items were tested
record-exceptions-many-help = count the items that deviated, out of those tested
record-supports-all = only an assurance document can support `all`
record-supports-all-help = list the questions it supports; `all` is for SOC 2 reports and certificates
record-supports-none = the record supports no question
record-supports-none-help = name at least one question, such as `[Q.rev.01]`
record-tested-control-not-due = only an assurance document has tested controls
record-tested-control-not-due-help = leave it out; tested controls are those of a SOC 2 report or a certificate's audit
record-tested-control-unnamed = the tested control has no name
record-tested-control-unnamed-help = write its id as the report does, or leave it out
record-no-reference = there is no reference
record-no-reference-help = write what it is and where it lies
record-artefact-kind = an artefact that was read is an export of settings or our own test
record-artefact-kind-help = write `config_export` for what the vendor gave, `verified` for what we took ourselves
record-planted = only a log that was read can lack what was planted
record-planted-help = leave it out, or record the log with `evidence add`
record-tested-control-all = one tested control cannot speak for every question
record-tested-control-all-help = make a record of its own for each tested control, with the questions it answers
