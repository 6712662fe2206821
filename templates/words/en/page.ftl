# Words of the templates; Markdown counts here.

# Titles of the parts; each has an anchor of its own in the template, the same in every language.
title-advice = ISO/IEC 27001 or SOC 2
title-warnings = Watch out for
title-simulation = What a document would change here
title-tier = What our tier of use asks for
title-answers = All answers
title-appendix = Appendix
title-limits = Limits of this report
title-claims = Claims against facts
title-series = Files of one kind over time
title-files = What to know about the files
title-contents = Contents
title-in-full = Page one in full
title-coverage = What SOC 2 and ISO/IEC 27001 cover
title-open = What the documents leave open
title-documents = Assurance documents
title-domains = Domains and drivers
title-drivers = Drivers
title-entity = User-entity controls and our own validation
title-findings = Findings
title-technical = Technical findings
title-flags = Red flags of assurance documents
title-prompts = To look at; no finding
title-inherent = Inherent risk of our use
title-exposure = What comes through
title-method = Method, numbers and sources
title-ladder = Evidence ladder
title-parameters = Parameters
title-controls = Controls
title-thresholds = Sourced numbers behind the scales
title-nhi = Checks on machine identities
title-nhi-questions = Questions behind the controls on machine identities
title-outlook = What would change the result
title-plan = Remediation plan and contract clauses
title-clauses = Contract clauses to ask for
title-validation = Our own validation
title-reading = How to read this report
title-register = Evidence register
title-requests = Evidence requests
title-risk = Risk picture
title-timeline = Evidence over time

# Heads of the columns.
head-ageing = Ageing
head-answer = Answer
head-answer-with-evidence = Answer, with evidence and the day it was recorded
head-answered = Answered
head-band = Band
head-blast-radius = Blast radius
head-both = Both
head-checked-source = Source, and how far it was checked
head-comes-through = Comes through
head-control = Control
head-counts = Counts
head-counts-as = Counts as
head-covers = Covers
head-credibility = Credibility
head-credited = Credited
head-criterion = Criterion
head-dated = Dated
head-dated-age = Dated, age
head-dates = Dates
head-days = Days
head-do = Do
head-document = Document
head-domain = Domain
head-exposure = Exposure H
head-factor = Factor
head-field = Field
head-file-shows = The file shows
head-finding = Finding
head-for = For
head-from = From
head-gap = Gap
head-gate = Gate
head-helps-most = Helps most
head-id = Id
head-implement = Implement
head-independence = Independence
head-inherent-risk = Inherent risk
head-kind = Kind
head-kind-from = Kind, from
head-kind-of-file = Kind of file
head-knock-out = Knock-out
head-last-check = Last check
head-left-to-us = Left to us
head-less = Less
head-level = Level
head-longest-gap = Longest gap
head-measured = What is measured, and for what
head-not-implemented = Not implemented
head-not-proven = Not proven
head-number = Number
head-open = Open
head-our-answer = Our answer
head-own-validation = Own validation
head-owner = Owner
head-page = Page
head-parameter = Parameter
head-piece = Piece
head-points = Points
head-prove = Prove
head-question = Question
head-question-and-answer = Question and answer
head-read-in = Read in
head-reading = Reading
head-record = Record
head-recorded-about-it = What is recorded about it
head-records = Records
head-red-flag = Red flag
head-remarks = Remarks
head-residual-risk = Residual risk
head-rule = Rule
head-said = Said
head-severity = Severity
head-source = Source
head-state = State
head-step = Step
head-stops-counting = Stops counting
head-supports = Supports
head-to = To
head-together-they-show = Together they show
head-topic = Topic
head-value = Value
head-weight = Weight
head-what = What
head-what-it-does = What it does
head-what-it-is = What it is
head-what-to-do = What to do
head-where = Where
head-where-risk-comes-from = Where the risk comes from
head-who-stands-behind-it = Who stands behind it
head-whose-state = Whose state
head-why = Why
head-with = With
head-words = Words
head-wrong-and-to-do = What is wrong, and what to do

# Page one.
front-kind = Identity provider assessment
front-as-of = as of { $day }
front-by = by { $assessor }
front-verdict = Verdict
front-status = Status
front-standing = { $coverage } covered, confidence { $confidence }
front-assurance-axis = Assurance axis
front-assurance-credited = of what documents can show is credited
front-technical-axis = Technical axis
front-technical-credited = of the technical controls is credited
front-why = Why this verdict
front-recommendation = ISO/IEC 27001 or SOC 2? { $title }.
front-rests-on = What it rests on.
front-in-full = Texts that end in … stand in full under [Page one in full](#page-one-in-full).
front-digest = Digest of the assessment: { $digest }.
front-versions = Questionnaire { $packs }, model { $model }, parameters { $parameters }.

# How to read the report.
reading-residual = The **residual risk** is an index from 0 to 100: what is left of the identity risk of our own use once the provider's controls are credited as far as they are proven. It is not a probability and not an amount of money. Compare it only with results of the same model, parameters and questionnaire.
reading-interval = Its **interval** runs from the score if every claim is true and every open question turns out well to the score if only independent evidence counts. A wide interval means that much is open or only asserted.
reading-verdict = The **verdict** is not read off the number alone. A knock-out that fails, a gate on proof that is not met, or a critical finding limits it, whatever the score says. **Assurance documents and technical controls are two axes** and are never set off against each other: a good report does not offset a gap in the technique.
reading-level = A control's **level** is what is claimed or measured, from 0 to 1. Its **credibility** is how far the evidence can be believed. Their product is credited; the rest is the **gap**. *Not implemented* is known to be absent, *not proven* is claimed without enough evidence, *open* has no answer.
reading-knock-out = A knock-out fails below a credited effectiveness of { $effectiveness }. No other answer can make up for it.
reading-rated = A result is rated when { $rated } of what can add risk is answered, provisional from { $provisional }, and unrated below.
reading-gates = Gate A asks for inventory and ownership, offboarding, rotation and revocation of machine identities to be shown by more than assertions and assurance documents. Gate B asks for dormancy, rotation and revocation to work and to be shown at work.
reading-left-out = What was left out
reading-nothing-left-out = Every question of the questionnaire was asked.

# Limits of the report.
limits-no-standard = No universal standard makes an ISO/IEC 27001 certificate together with a SOC 2 report sufficient. Both are baseline evidence: the certificate says that a management system conforms, the report says what an auditor tested in a scope and a period the vendor chose. Whether that is enough for our use is our own decision, and this report is made for it.
limits-index = The residual risk is an index. It is not a probability, not a forecast and not an amount of money.
limits-judgement = Weights, budgets and limits are judgement where no source gives them, and are marked so. Statistics from surveys and marketing are not an input.
limits-documents = What is recorded about a document is what somebody read in it. The documents themselves are not part of this report.
limits-day = The result speaks about { $day }. Evidence ages, and configurations drift: assess again when evidence has passed its age, after an incident, and at least once a year.

# ISO/IEC 27001 or SOC 2.
advice-points = Points: ISO/IEC 27001 **{ $iso }**, SOC 2 **{ $soc2 }**.
advice-weights = The weights are our judgement; the direction of each criterion has its source beside it (S: a statement of the texts that the questionnaire implements; W: a correction of one).
advice-no-points = No criterion gave points.
advice-shaped-by = Shaped by:
advice-not-answered = Not answered:
advice-tier = Tier { $tier }: { $title } (our own classification).
advice-no-tier = The tier of our use is not answered (Q.ctx.22), so what it asks for is not listed.

# Answers and the appendix.
answer-note = Note:
appendix-holds = The tables that the parts above are made from: the questions behind each control on machine identities, every answer, and the method with its numbers and sources.

# Claims against facts.
claims-proves = A file proves what it covers on the day it speaks about, and no more; a file that lacks something is never taken for a pass.
claims-where = { $records } of { $days } ({ $basis }): { $place }
claims-series = How much of the year up to the day assessed they speak about: the days that logs and histories span, and for a single dated export the twelfth of the year it falls into (our choice).

# What the documents cover.
coverage-unread = Recorded without being read: scope, opinion and exceptions are the reviewer's word.
coverage-no-documents = No SOC 2 report and no ISO/IEC 27001 certificate is recorded. No assurance document is credited; the result rests on answers, exports and tests.
coverage-how-to-read = What the documents do about each topic, as the reviewer recorded it. Where nobody looked, *catalogue* says how directly such a document can speak about it at all (our judgement). A topic that is covered is not thereby proven.
coverage-open = Whoever wrote them, and however well (our judgement).

# The documents.
label-digests = Files and digests (SHA-256)
documents-count-once = A document counts once a person has confirmed what is recorded of it, what it takes to judge it is recorded, and its scope names what we buy. What is not recorded is not known and gives no credit.
documents-confirmed = confirmed by { $who }
documents-age = { $age } old
documents-excerpts = What the program read, and where
documents-none = No document is recorded field by field.
documents-unread = Recorded without being read: { $records } of the evidence register. Their scope, opinion and exceptions are the reviewer's word.

# Where the risk comes from.
drivers-irreducible = Stays with a perfect vendor
drivers-by-identities = By the identities concerned:
drivers-how-to-read = Every point belongs to one control. *Helps most* says whether to implement it, to prove it or to answer what is open.
inherent-total = With no control at all, our use of the service would risk **{ $points }** of 100 points. The residual risk can never be higher.
inherent-open = Not answered, and counted as the worst:
nhi-why = Machine identities count like people. Neither ISO/IEC 27001 nor SOC 2 names them, so each of these controls is looked at on its own.
nhi-set-aside = Set aside as not applicable:
nhi-gating = gating

# What is ours to run and to test.
entity-ours = A SOC 2 report counts on controls that are ours to run. Where nobody has mapped and accepted them, they are untested duties of our own.
entity-nobody = nobody
entity-not-asked = Not asked at this depth.

# Findings, and what to do about them.
findings-none = The answers given so far show none.
findings-flags = What a flag does, it does to the credit of the documents; a critical one also limits the verdict. Severities are our judgement.
findings-no-control = no control
findings-no-flags = The answers and documents recorded so far show none.
findings-prompts = These never move the score.
plan-order = Ordered by severity; among equals, whatever cuts scope, lifetime or reuse comes before whatever adds reviews. Points are what the control adds today.
plan-clauses = For findings of medium severity and above, in the same order.
plan-none = No finding calls for remediation so far.
plan-validation = What the documents leave open is ours to test, and what they leave to us is ours to run. These are no findings.
outlook-rows = Points off the residual risk if one control alone is put in place, is tested by us, or both.
outlook-way = The way to { $target }
outlook-steps = Each step is the one that takes off most at that point. The verdict may still be held by gates and findings.

# Evidence.
register-kind = { $kind }, from { $origin }
register-dated = { $dated }; { $age } old
register-none = No evidence is recorded.
register-documents-alone = What is credited rests on the documents above.
register-assertions-alone = Every answer counts as an assertion.
requests-order = What is open, unknown or only asserted, by who holds it. Each list stands in the order of the points that hang on it.
requests-why = Why:
requests-where = Where:
requests-attach = Attach:
requests-none = Nothing is open, and every answer has evidence.
timeline-how-to-read = A period is a bar, a day is a diamond. Evidence counts in full while it is fresh, then less and less.
timeline-not-recorded = not recorded

# The method.
method-versions = Model { $model } with parameters { $parameters }; questionnaire { $packs }.
method-score = Every answer gives a level from 0 to 1, its evidence a credibility; their product is credited and the rest is a gap. Gaps inside a domain are combined by a power mean, so that one bad control counts for more than in an average. Domains, the interaction of scope, duration and reuse, and an extra term for each knock-out add up to the exposure H. The residual risk is 100 · I · (1 − exp(−H)), with I the inherent risk of our use.
method-rules = A control is credited no better than any of its gating questions. Several pieces of evidence count as their best, not as their sum. What is not answered is credited with nothing in the score and with everything at the low end of the interval. Each control's points are its exact share of the exposure; printed tenths add up to the printed score. A score is never printed in another band than it is in.
method-budget = Budget of the domain: { $domain }
method-controls = Weights inside the domain, knock-outs, the side of the blast radius that a control bounds, and how directly a document can speak about it. All of these are our judgement.
method-thresholds = Numbers of FedRAMP, PCI DSS or DISA bind those they are written for; here they are yardsticks.
