# ISO/IEC 27001 or SOC 2.

## The advice.

advice-iso-first = ISO/IEC 27001 first
advice-soc2-first = SOC 2 first
advice-soc2-iso-informed = SOC 2 first, run with ISO methods
advice-both = Both ISO/IEC 27001 and SOC 2
advice-add-iso = Keep SOC 2, add ISO/IEC 27001
advice-add-soc2-type-ii = Keep ISO/IEC 27001, add SOC 2 Type II
advice-keep-soc2-iso-informed = Keep SOC 2, run with ISO methods
advice-keep-iso = Keep ISO/IEC 27001
advice-keep-both = Keep both
advice-need-more-context = More context is needed

meaning-iso-first = Ask first for an ISO/IEC 27001:2022 certificate whose scope names this service. It shows a management system that lasts; it shows no test results.
meaning-soc2-first = Ask first for a SOC 2 report on this service, as a Type II as soon as a period has passed. It shows tests of named controls; it does not show how risk is governed beyond them.
meaning-soc2-iso-informed = Ask for a SOC 2 report on this service, and expect the methods of ISO/IEC 27001 inside: access reviews, rotation and exceptions that recur and have owners.
meaning-both = Neither proof alone answers what must be shown here: a certificate for the management system, a SOC 2 Type II report for tested operation. Run one set of controls for both.
meaning-add-iso = The SOC 2 Type II report stays. Add an ISO/IEC 27001:2022 certificate, because a management system must be shown as well.
meaning-add-soc2-type-ii = The ISO/IEC 27001 certificate stays. Add a SOC 2 Type II report, because tests over a period must be shown as well.
meaning-keep-soc2-iso-informed = The SOC 2 Type II report that is held answers what must be shown. Expect the methods of ISO/IEC 27001 inside; a certificate is not needed for it.
meaning-keep-iso = The ISO/IEC 27001 certificate that is held answers what must be shown; a SOC 2 report is not needed for it.
meaning-keep-both = Both kinds of proof are held. Keep them current and check their scope and dates; ask for no further scheme.
meaning-need-more-context = The answers so far do not point to either scheme. Answer the open criteria and ask again.

start-soc2-type-i = Start with a SOC 2 Type I report: the deadline is short, and a Type I needs no period.
start-soc2 = Start with SOC 2.
start-iso = Start with ISO/IEC 27001.

## What the criteria of the decision table ask.

asks-need = what must be proven
asks-multi-entity = several departments or subsidiaries, changing risk
asks-service-assurance-demand = demand for proof about a specific service
asks-regulated = a regulated organisation
asks-buyers = where the buyers are
asks-tested-operation-wanted = operation over time must be visible, with tests and exceptions
asks-durable-model = identity governance is a durable operating model
asks-deadline = when the first proof is due
asks-nhi-span = where machine identities work
asks-governance-capacity = capacity for recurring risk treatment
asks-crisp-testable-controls = controls are written so that they can be tested
asks-public-credential-wanted = a public credential is wanted
asks-add-ons-wanted = add-on standards are wanted
asks-fast-growing-saas = a fast-growing SaaS company
asks-ownership-scattered = ownership is scattered
asks-inventory-pct = share of the identities that is inventoried
asks-contract-names = a contract or regulator names a scheme
asks-have = proofs already held

## Why they point where they do, in one sentence each.

reason-lasting-system = It must be shown that identity governance is run as a lasting system that treats risk and improves.
reason-named-controls = It must be shown that named controls of one service work.
reason-several-entities = One management system can grow over several entities; the boundary of a SOC 2 report is drawn for each system.
reason-this-service = A SOC 2 report speaks about the very service that is asked about, and about the tests of it.
reason-many-duties = A system of many controls fits many duties better than one reporting period does.
reason-north-america = Procurement in the United States and Canada reads SOC 2 reports.
reason-europe = Procurement in Europe, the United Kingdom, Asia-Pacific and public tenders expects a certificate.
reason-each-region = Each region asks for a proof of its own.
reason-tests-over-time = Only a SOC 2 Type II report shows tests and exceptions over a period.
reason-lives-in-system = Owners of risk, approval rules, the life of secrets, reviews, logging and exceptions live in a management system.
reason-fast-type-i = A SOC 2 Type I report can exist in about three months; a Type II needs its period first, a certificate its two stages.
reason-beyond-product = A tight product boundary would leave machine identities outside.
reason-whole-product = The system boundary of a SOC 2 report holds all machine identities.
reason-capacity = There is capacity for the risk treatment that a certificate asks for every year.
reason-testable = Controls that are written so that they can be tested are what a SOC 2 examination rewards.
reason-shown = A certificate can be shown to anybody; a SOC 2 report is shared under a confidentiality agreement.
reason-add-ons = ISO/IEC 27017, 27018, 27701 and 42001 extend the management system or stand beside it.
reason-named-by-contract = A contract or regulator names it, and that decides.

source-range = { $from } to { $to }
source-qualified = { $text }, qualified by { $by }
source-corrected = { $text }, corrected by { $by }
source-pages = { $pages } (secondary)
source-qualified-and-pages = { $text }, qualified by { $by }; { $pages } (secondary)

## Edge cases: what to do about them.

edge-e01 = Procurement asks for proof soon: SOC 2 Type I, then Type II; ISO/IEC 27001 once identity governance is a wider discipline.
edge-e02 = A regulated group: let ISO/IEC 27001 be the anchor, with SOC 2 for those services whose customers ask for it.
edge-e03 = A fast-growing SaaS company: SOC 2 outward, the methods of ISO/IEC 27001 inward.
edge-e04 = A tight scope is allowed, but have what lies outside it written down, and which machine identities cross the boundary.
edge-e05 = SOC 2 is faster as a Type I only. A Type II report needs its controls to run for a period (six months taken here) and then fieldwork (two months taken here, our judgement).
edge-e06 = Sensitive data is reached: check that the confidentiality category is in the scope of the SOC 2 report; only security always is.
edge-e07 = A certificate shows that a management system conforms; it shows no test results. It does not answer whether controls worked over time.
edge-e08 = A certificate scoped to one product acts like a SOC 2 boundary without its tests.
edge-e09 = Both from a small team: one control matrix, one store of evidence, and audits at different times of the year.
edge-e10 = Nobody demands either scheme, and machine identities weigh much: put the technical baseline first (inventory, secrets manager, privileged access, policy as code).
edge-e11 = AI agents hold identities: neither scheme covers them. Add a view by NIST AI RMF or ISO/IEC 42001.

## What a tier of use asks for.

tier-t1 = controls production, cloud automation, build and deployment, or customer data
tier-t2 = sign-in of the workforce, without reach into automation
tier-t3 = low risk, or a trial
piece-met = met
piece-missing = missing
piece-open = open
piece-type-ii = A SOC 2 Type II report: six months or more, ended within twelve, unmodified opinion
piece-certificate = An ISO/IEC 27001:2022 certificate, audited within fifteen months
piece-type-ii-or-certificate = A SOC 2 Type II report, or a certificate with a tested report promised by a date
piece-any-document = Any assurance document; a SOC 2 Type I with an end date is enough
piece-scope = The documents name the service we use
piece-categories = SOC 2 covers security, availability and confidentiality
piece-user-controls = User-entity controls are mapped and accepted
piece-carve-outs = Carve-outs are followed up
piece-accreditation = The certificate is accredited and current
piece-exclusions = The Statement of Applicability excludes nothing critical
piece-inventory = Inventory and ownership of machine identities shown
piece-rotation = Rotation shown
piece-revocation = Revocation at scale shown
piece-dormancy = Dormancy detection shown
piece-token-lifetimes = Token lifetimes shown
piece-log-export = Log export shown
piece-review-export = Review export shown
piece-leavers = Clean-up by SCIM tested: leavers lose access
piece-own-test = A test in our own tenant
