# What the report says: page one, sections, tables.

subject-not-named = not named
control-not-in-model = not in the model

# Page one.

verdict-approve = Approve
verdict-approve-meaning = The service can be used as assessed.
verdict-conditions = Approve with conditions
verdict-conditions-meaning = Usable once the conditions below are agreed, each with an owner and a date.
verdict-pilot = Conditional pilot only
verdict-pilot-meaning = A pilot without production data or reach is possible; more has to wait for the conditions below.
verdict-insufficient = Insufficient evidence
verdict-insufficient-meaning = Too little is answered to decide. This is neither an approval nor a refusal.
verdict-refused = Do not approve
verdict-refused-meaning = The service must not be used until what is named below is mended and shown.

residual-unrated = Between { $low } and { $high } of 100 points ({ $band }). Too little is answered for a band; with everything that is open counted as absent it would be { $point }.
residual-provisional = { $point } of 100 points ({ $band }, provisional): { $low } if every claim holds and every open question turns out well, { $high } on independent evidence alone.
residual-rated = { $point } of 100 points ({ $band }): { $low } if every claim holds and every open question turns out well, { $high } on independent evidence alone.
residual-note-unrated = no band yet ({ $band })
residual-note-provisional = { $band }, provisional; { $low } to { $high }
residual-note-rated = { $band }; { $low } to { $high }
residual-interval = { $low } to { $high }

status-rated = Rated
status-rated-meaning = enough is answered for a band
status-provisional = Provisional
status-provisional-meaning = the band can still move with what is open
status-unrated = Unrated
status-unrated-meaning = too little is answered for a band

axis-not-assessed = not assessed

draft = Draft
draft-unsigned = not signed
draft-partly-signed = not signed by all
signature-missing = not signed
signature-assessor = Assessor
signature-reviewer = Reviewer
signature-committee = Risk committee

# Why the verdict is what it is.

reason-unrated = Only { $covered } of what can add risk is answered; below { $needed } no band is given and nothing is decided.
reason-band = The residual risk is in the band { $band }.
reason-provisional = Only { $covered } of what can add risk is answered, so the result is provisional.
reason-band-conditions = The residual risk is in the band { $band }, which calls for conditions.
reason-confidence = Confidence is low: too much of the score rests on what is open, or claimed and not proven.
reason-approve = No knock-out fails or is open, both gates on proof are met, and the residual risk is low.
reason-refuted = Files refute { $count ->
    [one] 1 answer
   *[other] { $count } answers
}, on { $subjects }. What they show counts.
reason-critical-finding = Critical finding on { $control }: { $message }
reason-critical-flag = Critical red flag of an assurance document on { $control }: { $message }
reason-knock-outs-mild = { $count ->
    [one] A knock-out fails:
   *[other] Knock-outs fail:
} { $subjects }. The inherent risk of our use is low enough that this holds an approval back and does not refuse it.
reason-knock-outs-failed = { $count ->
    [one] A knock-out fails: { $subjects }.
   *[other] Knock-outs fail: { $subjects }.
}
reason-knock-outs-open = { $count ->
    [one] A knock-out is not decided yet: { $subjects }.
   *[other] Knock-outs are not decided yet: { $subjects }.
}
reason-knock-outs-passed = Passed: { $subjects }.
reason-gate-a = Gate A is not met: { $missing }.
reason-gate-b = Gate B is not met: { $missing }.
reason-lacks-control = { $count ->
    [one] { $subjects } is not in the model
   *[other] { $subjects } are not in the model
}
reason-lacks-effectiveness = { $count ->
    [one] { $subjects } is not credited as effective
   *[other] { $subjects } are not credited as effective
}
reason-lacks-artefact = { $count ->
    [one] { $subjects } has no proof beyond assertions and assurance documents
   *[other] { $subjects } have no proof beyond assertions and assurance documents
}
reason-lacks-operation = { $count ->
    [one] { $subjects } is not shown at work by an export, a SOC 2 Type II report or a test of our own
   *[other] { $subjects } are not shown at work by an export, a SOC 2 Type II report or a test of our own
}

# Conditions of the verdict.

conditions = Conditions
conditions-needed = What a decision needs
conditions-refused = Before anything else is decided
conditions-full = Conditions in full
conditions-full-meaning = Each needs an owner on our side, a date and the evidence that will show it; the committee agrees to them together with the verdict.
conditions-needed-full = What a decision needs, in full
conditions-needed-meaning = Until this is answered and shown, there is nothing to decide on.
conditions-refused-full = What stands against an approval, in full
conditions-refused-meaning = Each of these has to be mended before the service is looked at again.
condition-knock-outs-open = Answer what is open about: { $subjects }.
condition-knock-outs-failed = Put in place and test: { $subjects }.
condition-add-to-model = Add to the model: { $subjects }.
condition-put-in-place = Put in place and show: { $subjects }.
condition-answer = Answer and show by an export or our own test: { $subjects }.
condition-show = Show by an export, a demonstration or our own test: { $subjects }.
condition-show-at-work = Show at work by an export or our own test: { $subjects }.
condition-covered = Answer open questions until { $share } is covered.
condition-proven = Prove the answers that rest on the vendor's word alone.
condition-mend = Mend: { $message } ({ $control })
condition-plan = Agree the remediation plan for { $count ->
    [one] 1 serious finding
   *[other] { $count } serious findings
}, with owners and dates.
condition-plan-more = Agree the remediation plan for { $count ->
    [one] 1 more serious finding
   *[other] { $count } more serious findings
}, with owners and dates.

# What the result rests on.

basis-answers = Depth { $depth }: { $answered } of { $asked ->
    [one] 1 question
   *[other] { $asked } questions
} answered; more than an assertion stands behind { $backed } of { $scored ->
    [one] 1 scored answer
   *[other] { $scored } scored answers
}.
basis-documents = Documents: { $documents }.
basis-documents-more = Documents: { $documents }; { $others } more without credit.
basis-documents-none = Documents: { $count ->
    [one] 1 document
   *[other] { $count } documents
} recorded, none counts.
basis-evidence = Evidence: { $kinds }.
basis-evidence-none = No evidence is recorded.
basis-in-records = { $kinds } { $documents } (in { $records } records)

# What time alone will do.

ageing-both-at-once = By ageing alone the band becomes “{ $band }” and the verdict becomes “{ $verdict }” on { $day }.
ageing-both = By ageing alone the band becomes “{ $band }” on { $band_day }, and the verdict becomes “{ $verdict }” on { $verdict_day }.
ageing-band = By ageing alone the band becomes “{ $band }” on { $day }.
ageing-verdict = By ageing alone the verdict becomes “{ $verdict }” on { $day }.
ageing-nothing = Ageing alone changes neither band nor verdict within { $years } years.
ageing-nothing-unrated = No band is given yet, and ageing alone changes no verdict within { $years } years.
ageing-stops = { $document } ({ $kind }) stops counting on { $day }: { $because }.
ageing-stopped = { $document } ({ $kind }) stopped counting on { $day }: { $because }.

# Editions.

edition-committee = Edition for the risk committee
edition-committee-holds = It is complete for a decision: the verdict with its conditions, the risk and where it comes from, what would change the result, and the limits of all this.
edition-committee-others = The architect's edition adds every control, finding, document and answer with the method; the analyst's lists the evidence to ask for and the work that is open.
edition-architect = Edition for the security architect
edition-architect-holds = It holds everything, from the result to what it rests on; the longest tables stand in the appendix.
edition-architect-others = The committee's edition keeps what is needed to decide; the analyst's leads with the evidence to ask for and the work that is open.
edition-analyst = Edition for the analyst
edition-analyst-holds = It leads with the work that is open: evidence to ask for by who holds it, findings, and the plan; then what the files and documents show.
edition-analyst-others = The committee's edition holds what is needed to decide; the architect's adds every control and answer with the method.

# Risk, drivers and outlook.

band-from = { $from } to below { $to }
band-from-on = { $from } and above
risk-from-silence = { $points } points of the interval come from silence: with every open question answered well the score would be { $score }.
risk-from-claims = { $points } points come from claims that are not proven: the score is { $score } if all of them are true.
risk-from-word = { $points } points more would be added if the vendor's own word counted for nothing.
risk-nearest-edge = The nearest edge between two bands is { $points } points away.
risk-documents-alone = With assurance documents alone, however good, the score cannot fall below { $score } in our use.
risk-exposure = Exposure H is { $exposure }; it shows progress at the top of the scale better than the points do.

drivers-silent = { $count ->
    [one] 1 control more adds less than a printed tenth.
   *[other] { $count } controls more add less than a printed tenth each.
}
gate-passed = passed
gate-open = open
gate-failed = failed
remedy-implement = implement
remedy-prove = prove
remedy-answer = answer

outlook-reached = { $count ->
    [one] 1 step leads
   *[other] { $count } steps lead
} to the band { $band }.
outlook-not-reached = Even after { $count ->
    [one] 1 step
   *[other] { $count } steps
} the score stays in the band { $band }: what we use the service for weighs too much.

# Claims against files.

claims-refuted = Refuted
claims-refuted-meaning = It cannot be true. What the file shows counts in the score.
claims-refuted-count = { $count } refuted
claims-insufficient = Not settled by the file
claims-insufficient-meaning = The file speaks about it and does not decide it. The claim counts as before.
claims-insufficient-count = { $count } not settled by the file
claims-confirmed = Confirmed
claims-confirmed-meaning = Proven for what the file covers and the day it speaks about.
claims-confirmed-count = { $count } confirmed
claims-consistent = Not contradicted
claims-consistent-meaning = What was seen agrees, and is too little to prove it. The claim counts as before.
claims-consistent-count = { $count } not contradicted
claims-not-comparable = Shown, and not claimed
claims-not-comparable-meaning = The file shows it, and no answer says it.
claims-not-comparable-count = { $count } shown but not claimed
claims-told = Held against the files: { $counts }.
claims-told-none = No answer says anything that the files speak about.
claims-more = { $count } more
claims-more-remarks = and { $count } more
series-coverage = { $share } of { $days } days

# The register of documents.

document-confirmed = { $by } on { $day }
document-period = period { $from } to { $to }
document-period-unknown = period: not recorded
document-as-of = as of { $day }
document-as-of-unknown = as of: not recorded
document-report-dated = report dated { $day }
document-report-undated = report dated: not recorded
document-dated = dated { $day }
document-undated = dated: not recorded
document-expires = expires { $day }
document-expiry-unknown = expires: not recorded
document-expiry-unstated = states no expiry
document-issued = issued { $day }
document-issue-unknown = issued: not recorded
document-last-audit = last audit { $day }
document-covers = covers { $from } to { $to }
document-covers-unknown = covers: not recorded
document-signed = signed { $day }
document-signed-unknown = signed: not recorded
document-auditor-unnamed = auditor not named
document-body-unnamed = body not named
document-opinion-unmodified = unmodified opinion
document-opinion-qualified = qualified opinion
document-opinion-qualified-on = qualified opinion: { $criteria }
document-opinion-adverse = adverse opinion
document-opinion-disclaimer = no opinion could be given
document-opinion-unknown = opinion not recorded
document-accredited-inside = accredited inside the mutual recognition
document-accredited-outside = accredited outside the mutual recognition
document-not-accredited = not accredited
document-accreditation-unknown = accreditation not recorded
document-register-valid = valid in the register
document-register-not-found = not found in a register
document-register-suspended = suspended in the register
document-register-withdrawn = withdrawn in the register
document-letter-by = the vendor's management, without an auditor
document-letter-on-changes = speaks about changes
document-letter-silent-on-changes = silent on changes
document-letter-changes-unknown = changes not recorded
document-letter-on-incidents = speaks about incidents
document-letter-silent-on-incidents = silent on incidents
document-letter-incidents-unknown = incidents not recorded
document-authorised = authorised
document-authorisation-in-process = in process
document-authorisation-revoked = revoked
document-authorisation-unknown = state not recorded
document-environment-ours = our environment
document-environment-other = an environment that is not ours
document-environment-unknown = environment not recorded
document-offered-soc2 = offered as a SOC 2 report
document-offered-iso = offered as an ISO/IEC 27001 certificate
document-offered-security = offered as proof of security
document-offered-nothing = offered as what it is

counts-not = does not count
counts-not-because = does not count: { $why }
counts-history = history: followed by { $document }
counts-generic = { $rung }, generic at most
counts-no-credit = no credit: { $flags }
counts-lower = speaks less directly ({ $flags })
counts-qualified = under a qualified opinion ({ $flags })
counts-in-part = less on some topics ({ $flags })
lacks-confirmation = not confirmed by a person
lacks-credit = a document of this kind credits nothing
lacks-credit-letter = a letter credits nothing; it only bridges the time after a report
lacks-reading = not read far enough: { $fields }
lacks-force = it is not in force
lacks-company = it speaks about another company
lacks-product = its scope does not name the product
lacks-scope = nobody has said whether its scope names the product

# What the documents cover.

coverage-ours-nobody = { $control } (no owner, { $status })
coverage-validation-unknown = not recorded
coverage-tested = tested
coverage-tested-people = tested, machine identities aside
coverage-declared = declared, not tested
coverage-settled = ours, and settled
need-absent = needed: no document mentions it
need-carved-out = needed: left to another company
need-left-to-us = needed: left to us
need-unsettled = needed: a control of ours is not settled
need-tested = tested: { $records }
coverage-record = { $age } old, no qualification or exception recorded
coverage-record-exceptions = { $age } old, { $count ->
    [one] 1 exception
   *[other] { $count } exceptions
}
coverage-record-qualified = { $age } old, with a qualified or adverse opinion
coverage-said-tested = tested in { $document }
coverage-said-tested-control = tested: { $control } in { $document }
coverage-said-tested-machines = tested in { $document }, machine identities in the population
coverage-said-tested-control-machines = tested: { $control } in { $document }, machine identities in the population
coverage-said-tested-people = tested in { $document }, machine identities not in the population
coverage-said-tested-control-people = tested: { $control } in { $document }, machine identities not in the population
coverage-said-declared = declared in { $document }
coverage-said-declared-control = declared: { $control } in { $document }
coverage-said-carved-out = carved out in { $document }
coverage-said-left-to-us = left to us in { $document }
coverage-said-absent = not mentioned in { $document }
coverage-said-less = { $said }, less by { $flags }
coverage-catalogue = catalogue: { $range }
coverage-catalogue-none = catalogue: { $range }; none recorded
coverage-catalogue-tested = catalogue: { $range }; tested { $tested }
coverage-tested-in = { $control } in { $record }
coverage-range = { $least } to { $most }

# Red flags.

flag-takes-nothing = takes nothing from a document; its answer counts in the score
flag-machines = machine identities
flag-of-machines = { $topic }, of machine identities

# Our own validation.

validation-test = Test ourselves, or have an export shown
validation-absent = No document mentions them.
validation-carved-out = Left to another company, whose controls were not tested here.
validation-left-to-us = The documents leave them to us.
validation-owner = { $owner }: put in place and check
validation-nobody = Name an owner, put in place and check
validation-left-by = Left to us by { $reports }.

# ISO/IEC 27001 or SOC 2.

advised-inventory-first = Inventory and owners first, then: { $advice }
advised-inventory = First of all: ownership is scattered and less than 80 % of the identities are inventoried. Neither scheme will hold before an inventory exists and every identity has an owner.
advised-against-points = A contract or regulator names this scheme and decides. The criteria point the other way; they only say what it will cost and what it will leave open.
advised-earliest = A SOC 2 Type II report cannot exist before { $day }, even if its controls start on the day of this assessment.
advised-ours = ours
advised-vendors = the vendor's
advised-answered = { $answered } of { $all } criteria with points are answered ({ $share }).
simulated-today = as it is today
simulated-iso = a fresh ISO/IEC 27001 certificate
simulated-soc2 = a fresh SOC 2 Type II report over twelve months
simulated-both = both
simulated-not = Too little is answered to simulate a document: it can only evidence what somebody has answered.
simulated-rest = { $share } of the residual risk stays with both documents: they evidence what is in place, not what is missing.

# The register of evidence.

register-period = { $from } to { $to }, dated { $day }
register-read = read as { $family } ({ $format }): { $count ->
    [one] 1 fact
   *[other] { $count } facts
}, { $dated }
register-read-partly = read as { $family } ({ $format }): { $count ->
    [one] 1 fact
   *[other] { $count } facts
}, { $dated }, not whole
register-dated-by-itself = dated by itself
register-dated-by-analyst = dated by the analyst
register-undated = undated: the day it was attached is assumed
register-sample = { $count ->
    [one] 1 item
   *[other] { $count } items
} tested
register-exceptions = { $count ->
    [one] 1 exception
   *[other] { $count } exceptions
}
register-qualified = qualified or adverse opinion
register-tested-control = tested control { $control }
register-directness = relevance { $relevance } by the reviewer
register-unread = recorded without being read: scope, opinion and exceptions are the reviewer's word
register-supports-all = all answers, at the relevance of the catalogue

# Evidence requests.

requests-vendor = From the vendor
requests-auditor = From the auditor or certification body, through the vendor
requests-us = From our own organisation
request-open = open
request-unknown = unknown (asked on { $day }: { $who })
request-unapproved = not applicable, but no second person has approved it
request-refuted = { $title }: said { $claim }, but { $shown }
request-nothing-said = nothing
request-shown = { $count ->
    [one] { $files } shows { $found }
   *[other] { $files } show { $found }
}
request-shown-at = { $count ->
    [one] { $files } shows { $found } ({ $place })
   *[other] { $files } show { $found } ({ $place })
}
request-unsettled = { $count ->
    [one] { $files } does not settle it: { $why }
   *[other] { $files } do not settle it: { $why }
}
request-in-part = answered in part
request-asserted = only asserted
request-weak = the evidence behind it is worth no more than an assertion

wanted-confirmation = Read { $document } and confirm what is recorded of it, or correct it.
wanted-confirmation-why = until a person confirms it, it counts for nothing
wanted-pages = Please send or point out the pages of { $document } that answer: { $questions }
wanted-pages-why = it cannot be judged without
wanted-scope = Please confirm in writing whether the scope of { $document } includes { $product }, and name the page that says so.
wanted-scope-why = a document counts only for what its scope names
wanted-in-force = Please say when { $document } will be in force, or send the one that is.
wanted-in-force-why = it is not in force
wanted-complete = Please send { $document } complete and without redaction.
wanted-complete-why = we hold only a part of it
wanted-carved-out = Please send the current SOC 2 report of { $organisation }, or your own dated review of it.
wanted-carved-out-why = it is carved out, and nobody has shown its controls
wanted-controls = Please list the controls that you expect { $organisation } to run, and how you watch over them.
wanted-controls-why = it is carved out, and its controls are not named
wanted-bridge = Please send a bridge letter from { $day } on, for three months at most, that says whether controls changed and whether there were incidents; or the next report.
wanted-bridge-why = nobody speaks for the time since its period
wanted-soa = Please send the Statement of Applicability that { $document } names, under a non-disclosure agreement, or a summary of its identity controls.
wanted-soa-why = what the certificate leaves out is not known

# Answers.

said-open = open
said-unknown = unknown (asked on { $day }: { $who })
said-not-applicable = not applicable: { $reason } (not approved, so it counts as open)
said-not-applicable-approved = not applicable: { $reason } (approved by { $by } on { $day })
said-refuted = refuted: { $title } is { $found } ({ $file }, { $place })
said-shortened = { $start }… (whole in All answers)
said-not-asked = not asked
said-no-number = open
skipped-by-depth = Left out by the depth { $depth }: { $count ->
    [one] 1 question
   *[other] { $count } questions
}.
skipped-by-condition = Not asked, because their condition does not hold so far: { $count ->
    [one] 1 question
   *[other] { $count } questions
}.
skipped-kept = Kept in the file and out of the score, because the question is not asked any more: { $count ->
    [one] 1 answer
   *[other] { $count } answers
}.
skipped-sections = No question was asked in { $sections }.

# Method.

parameter-judgement = our judgement
parameter-policy = policy of the risk committee
parameter-domain-exponent = Exponent inside a domain
parameter-domain-exponent-source = our judgement: a bad control counts for more than in a mean
parameter-knock-out-exponent = Exponent of a knock-out
parameter-knock-out-exponent-source = our judgement: silent for small gaps, loud for absence
parameter-knock-out-exposure = Exposure of a knock-out that is absent
parameter-irreducible = Exposure that stays with a perfect vendor
parameter-blast-budget = Budget of scope, duration and reuse together
parameter-gate-fails = A knock-out fails below this credited effectiveness
parameter-gate-blocks = A failed knock-out blocks from this inherent risk on
parameter-rated = Rated from this coverage on
parameter-provisional = Provisional from this coverage on
parameter-confident = Conditions below this confidence
parameter-full-period = A SOC 2 Type II counts in full from this period on
parameter-full-period-source = practice (ASR-02)
parameter-sample = Items taken to be tested when a report does not say
parameter-sample-source = audit practice, no rule
parameter-qualified = Most that counts under a qualified opinion
parameter-relevance = Share that counts at { $relevance } relevance
parameter-machines = Machine identities that count as the most
parameter-machines-value = 10 to the power { $exponent }
parameter-weight = Weight of: { $factor }
rung-ageing = none for { $grace }, then half every { $half }
rung-ageing-none = none
rung-assertion-source = our judgement: the vendor's word alone
rung-policy-source = our judgement: intent, not operation
rung-iso-source = our judgement: conformity of a system, sampled
rung-type-1-source = our judgement: design on one day
rung-config-export-source = our judgement: a fact, but selected by the vendor
rung-type-2-source = 0 exceptions of 25 show at least 0.887 at 95 % (Clopper-Pearson), less about a tenth for carve-outs (judgement)
rung-verified-source = 0 failures of 100 show at least 0.970 at 95 % (Clopper-Pearson)
