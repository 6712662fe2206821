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
file-title = Identity provider assessment: { $service }
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

# The workbooks: names of sheets. Letters alone, because formulas name them.
sheet-answers = Answers
sheet-checks = Check
sheet-controls = Controls
sheet-documents = Documents
sheet-evidence = Evidence
sheet-findings = Findings
sheet-flags = Flags
sheet-levels = Levels
sheet-long = Long
sheet-model = Model
sheet-overview = Overview
sheet-plan = Plan
sheet-requests = Requests
sheet-scores = Scores
sheet-usage = Use

# What each sheet is, in one line.
about-answers = Every question that was asked. Lengths of time count in minutes below a day, else in days. Level and credibility follow the sheet Levels.
about-checks = Recomputed equals reported, until somebody changes a level, a credibility or a parameter: then the difference is what the change would do.
about-controls = Effectiveness in each reading, gap and share in the exposure, recomputed from the sheet Levels (docs/scoring.md 4, 5 and 8).
about-documents = The assurance documents in the order recorded: what each counts as, and the first day on which it counts no more.
about-evidence = Every evidence record, in the order recorded, with the digest of its file on that day.
about-findings = What is wrong with the technique, the worst first; red flags of documents stand apart and are never netted against it.
about-flags = Red flags of the assurance documents and what each takes from their credit; a look is no finding and moves no score.
about-levels = A planning aid: change a level or a credibility (framed cells) and the residual risk moves as the model says. Verdict and findings stay those of the program.
about-long = Texts that are longer than a cell can be, whole, in pieces.
about-model = Parameters of the scoring model. Those with a name drive the formulas; those without went into the credibilities, which are inputs of the program.
about-overview = The working file of one assessment. Answers, findings and verdict are the program's; cells with a dotted frame are there to be filled in or changed.
about-plan = Steps in the order to take them, then clauses for the contract, then our own validation. Framed cells are yours to fill in.
about-requests = What is still open or only asserted, by who can hand it over, what weighs most first. Framed cells are yours to fill in.
about-scores = The model recomputed from the sheet Controls: exposures add up to H, V = 1 - exp(-H), R = 100 I V. An index, not a probability and not money.
about-usage = What we use the provider for, and the inherent risk I = 1 - exp(-J) that follows (docs/scoring.md 1). An input that is open counts as the worst.

# Heads of the columns of workbooks.
col-question = Question
col-part = Part
col-section = Section
col-what-was-asked = What was asked
col-state = State
col-answer = Answer
col-value = Value
col-unit = Unit
col-note = Note
col-evidence = Evidence
col-recorded = Recorded
col-control = Control
col-gating = Gating
col-level = Level
col-credibility = Credibility
col-quantity = Quantity
col-recomputed = Recomputed
col-reported-by-the-program = Reported by the program
col-difference = Difference
col-check = Check
col-what-is-in-place = What is in place
col-domain = Domain
col-weight = Weight
col-knock-out = Knock-out
col-blast-side = Blast side
col-at-best = At best
col-claimed = Claimed
col-credited-e = Credited e
col-independent = Independent
col-if-answered = If answered
col-answered = Answered
col-gap-g = Gap g
col-budget = Budget
col-by-its-domain = By its domain
col-by-the-blast = By the blast
col-by-knock-out = By knock-out
col-exposure-h = Exposure h
col-points = Points
col-gate = Gate
col-reported-points = Reported points
col-document = Document
col-kind = Kind
col-what-it-is = What it is
col-days = Days
col-standing = Standing
col-counts-as = Counts as
col-age = Age
col-counts-no-more-from = Counts no more from
col-because = Because
col-followed-by = Followed by
col-confirmed = Confirmed
col-file = File
col-sha-256 = SHA-256
col-record = Record
col-from = From
col-day = Day
col-speaks-about = Speaks about
col-remarks = Remarks
col-supports = Supports
col-finding = Finding
col-severity = Severity
col-where = Where
col-what-is-wrong = What is wrong
col-red-flag = Red flag
col-what-it-takes-from-the-credit = What it takes from the credit
col-topics = Topics
col-controls = Controls
col-standing-of-the-rule = Standing of the rule
col-source = Source
col-share = Share
col-independent-credibility = Independent credibility
col-credited = Credited
col-text = Text
col-piece = Piece
col-words = Words
col-parameter = Parameter
col-name-in-formulas = Name in formulas
col-about = About
col-what = What
col-step = Step
col-what-is-to-be-done = What is to be done
col-why = Why
col-findings = Findings
col-owner = Owner
col-due = Due
col-vendor-commitment = Vendor's commitment
col-closed-by-evidence = Closed by (evidence)
col-of = Of
col-what-is-asked = What is asked
col-where-to-find-it = Where to find it
col-what-to-attach = What to attach
col-sent = Sent
col-received = Received
col-low-every-claim-true = Low: every claim true
col-if-answered-well = If answered well
col-headline-as-evidenced = Headline: as evidenced
col-high-independent-only = High: independent only
col-input = Input
col-given = Given
col-counted-0-to-1 = Counted, 0 to 1
col-points-of-the-inherent-risk = Points of the inherent risk
col-id = Id
col-answer-wanted = Answer wanted
col-why-we-ask = Why we ask
col-what-good-looks-like = What good looks like
col-depth = Depth

# The book as a whole.
book-title = Identity provider assessment: working file
book-page = Page { $page } of { $pages }
book-nothing = None.
book-input = A number of the arithmetic that can be changed to see what would follow.

# States of an answer.
state-answered = answered
state-in-part = in part
state-unknown = unknown
state-set-aside = not applicable
state-open = open
unit-count = count
unit-day = day

# Rows of the arithmetic. No quotation marks: formulas hold some of these words.
check-residual = Residual risk, headline
check-low = Residual risk, low
check-answered = Residual risk, if answered well
check-high = Residual risk, high
check-irreducible = Residual risk with a perfect vendor
check-inherent = Inherent risk, points
check-coverage = Coverage
check-points = Points of the controls, greatest difference
check-all = Recomputed equals reported
check-equal = ✓ equal
check-differs = ✗ differs
score-exposure = Exposure H
score-fraction = Exposure fraction V
score-inherent = Inherent risk I
score-residual = Residual risk R, points
score-perfect = Residual risk with a perfect vendor, points
score-coverage = Coverage: answered share of the budget
score-confidence = Confidence
score-band = Band of the residual risk
score-irreducible = Exposure that stays with a perfect vendor
score-side = Blast radius, side { $side }
score-blast = Blast radius: scope, duration and reuse together
score-knock-outs = Knock-outs, each on its own
cell-gate-passed = ✓ passed
cell-gate-open = ? open
cell-gate-failed = ✗ failed

# Kinds and states in the lists.
flag-look = a look
long-cut = { $start }… (whole in the sheet { $sheet }, text { $text })

# Parameters of the model.
model-mean = Exponent of the power mean in a domain
model-knock-out = Exponent of a knock-out
model-absent = Exposure of one absent knock-out
model-blast = Budget of the blast radius
model-gate = Credited effectiveness below which a knock-out fails
model-factor = Weight of a factor of the inherent risk: { $name }
model-identities = Machine identities that count as 1, as a power of ten
model-budget = Budget: { $domain }
model-credibility = Credibility: { $kind }
model-independence = Independence: { $kind }
model-grace = Grace in months: { $kind }
model-half-life = Half-life in months: { $kind }
model-relevance = Relevance: { $relevance }

# What each sheet is for.
purpose-answers = Every question that was asked, with its answer as a number, day or percent.
purpose-findings = What is wrong with the technique, the worst first.
purpose-flags = Red flags of the assurance documents, and what only asks for a look.
purpose-plan = What is to be done, in which order; owner, day, commitment and proof to fill in.
purpose-requests = What is still to be asked of whom; sent and received to fill in.
purpose-evidence = The evidence register with digests.
purpose-documents = The assurance documents, what each counts as, and until when.
purpose-scores = The residual risk recomputed by formulas, in every reading.
purpose-checks = Recomputed against reported.
purpose-controls = Effectiveness, gap and points of each control, by formulas.
purpose-levels = Levels and credibilities of the scored answers: change one to see what follows.
purpose-usage = Our own use of the provider, and the inherent risk that follows.
purpose-model = Parameters of the scoring model.
purpose-long = Texts that are longer than a cell can be, where there are any.

# Rows of the overview.
row-vendor = Vendor
row-product = Product
row-as-of = As of
row-depth = Depth
row-assessor = Assessor
row-verdict = Verdict
row-meaning = What it means
row-why = Why
row-reported = Residual risk as reported
row-recomputed = Residual risk, recomputed
row-lowest = Lowest: every claim true
row-highest = Highest: independent evidence only
row-band = Band, recomputed
row-status = Status
row-coverage = Coverage
row-confidence = Confidence
row-technique = Technique, credited
row-assurance = Assurance documents, credited
row-questionnaire = Questionnaire
row-model = Model
row-fingerprint = Fingerprint of the model
row-digest = Digest of the assessment
row-sheet = Sheet { $name }
plan-state-open = open
plan-state-asked = asked
plan-state-agreed = agreed
plan-state-in-progress = in progress
plan-state-done = done
plan-state-accepted = accepted
request-state-to-send = to send
request-state-sent = sent
request-state-received = received
request-state-checked = checked
request-state-refused = refused
plan-mend = mend
plan-clause = clause
plan-validate = validate
holder-vendor = vendor
holder-auditor = auditor
holder-us = ourselves
use-sum = Sum J
use-data = Sensitivity of the data reached
use-criticality = Criticality of sign-in
use-regulatory = Regulatory duties
use-identities = Number of machine identities
use-build = Reach into build and deployment
use-scope = Blast radius: privilege reach
use-duration = Blast radius: time a stolen credential stays useful
use-reuse = Blast radius: systems that share a credential or trust

# The questionnaire.
sheet-questions = Questions
wanted-one-of = one of
wanted-any-of = any of
wanted-yes-no = yes or no
wanted-length = a length of time, such as 15 min, or never
wanted-count = a whole number
wanted-percent = a percent, 0 to 100
wanted-date = a date
wanted-period = first and last day
wanted-list = a list
wanted-text = text

# The questionnaire to be read: what a question is for, and what is typed as an answer.
feeds = feeds { $control }
feeds-and-gates = feeds and gates { $control }
feeds-inherent-risk = feeds the inherent risk
feeds-recommendation = feeds the framework recommendation
feeds-nothing = kept and shown
label-why = Why
label-good = Good
label-find = Where to find it
label-evidence = Evidence
label-score = Score
label-answer = Answer
typed-one-of = one of { $options }
typed-any-of = any of { $options }
typed-length = a length of time, such as `15 min` or `never`
typed-date = a date, such as `2026-01-31`
typed-period = first and last day: { $form }
