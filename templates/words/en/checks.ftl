# What checks say about documents, claims and files.

## What a fact says, and where it stands.

fact-seconds = { $amount } s
fact-minutes = { $amount } min
fact-minutes-seconds = { $minutes } min { $seconds } s
fact-hours = { $amount } h
fact-hours-minutes = { $hours } h { $minutes } min
# The count chooses the form.
fact-days = { $amount } { $count ->
    [one] d
   *[other] d
}
fact-not-set = not set
fact-not-readable = not readable
fact-none = none
fact-names-and-more = { $names } and { $count } more
fact-share = { $part } of { $of }
about-joined-with = with { $record }
about-nameless = (no name)
place-whole-file = whole file
place-row = row { $row }
place-path-row = { $path } row { $row }
place-joined = joined
place-path-joined = { $path }, joined
place-line = line { $line }
place-line-and-path = line { $line }, { $path }

## Claims held against facts.

claim-option = “{ $option }”
refuted-words = Said { $claim }; the file shows: { $title }: { $found } ({ $place }).
refuted-figures = { $title }: said { $claim }, is { $found } ({ $place }).
refuted-remediation = Settle with the vendor what is true of { $control }, and why its words and its files differ; what the files show counts until then.
refuted-clause = The provider shall correct a statement that its own records contradict within 30 days, and shall tell which other statements rest on it.

why-superseded = older than the year that is looked at; a file of { $newer } is newer
why-not-set = the file does not set it: the default of the server holds
why-not-readable = its value in the file cannot be read
why-empty-list = the list is empty
why-other-kind = the two are of different kinds
why-emergency = the difference may be emergency accounts, which are not counted
why-share-of-some = the share of some items is not that of all
why-one-case = one case disproves it
why-one-case-of-all = one case disproves "all"
why-allows-more = the setting allows more
why-gives-less = the setting gives less
why-lists-more = the list shows more
why-lists-less = the list shows less
why-more-elsewhere = the file shows a part; there may be more elsewhere
why-other-copy = the file shows a part; another copy may be kept longer
why-within = the file tells it to within { $length }, and either could be true
why-set-so = set so, with nothing in the file against it
why-set-so-in-part = set so; what could override it is not in the file
why-list-agrees = the whole list agrees
why-list-in-part = the list is not whole
why-case-agrees = the case that was measured agrees; others may not
why-sample-agrees = what was seen agrees; it is not all there is
why-supported = supported is not the same as in use
why-attested = said by somebody else, not shown
why-could-differ = the service could; the file does not show that it is so in use
why-said-otherwise = somebody says otherwise; the file does not show it
why-not-supported = the file does not say that it can: { $names }
why-not-seen = not seen: { $names }; that it did not happen is no proof
why-not-there = not there: { $names }
why-not-logged = brought about and not logged: { $names }
why-not-ruled-out = the file does not rule it out
why-no-zone = it rests on a date without a time zone
why-not-seen-in-part = not seen in a part of it; that is no proof
why-shown-otherwise = the file shows otherwise
why-vendor-unsure = the vendor does not know
why-set-aside = the question is set aside
why-nothing-claimed = nothing is claimed
why-nothing-against = nothing in the file speaks against it
why-refuted-elsewhere = so here; another fact refutes it
why-open-in-part = so in part; the same file leaves the rest open

## Several dated files of one kind.

series-days-of-the-year = days of the year up to the day assessed
series-all-files = all dated files
keys-in-both = { $key } in both
keys-stayed = { $key } stands in both { $first } and { $last }
keys-stayed-rest = { $count ->
    [one] 1 more key stands
   *[other] { $count } more keys stand
} in the sets of two days
keys-changed = { $count ->
    [one] the key
   *[other] all keys
} changed between { $from } and { $to }
keys-changed-if-of-one-issuer = { $count ->
    [one] the key
   *[other] all keys
} changed between { $from } and { $to }, if both sets are of one issuer
key-named = key { $name }
key-without-id = key without id { $thumbprint }
reviews-exports = the review exports
reviews-in-files = in { $count ->
    [one] 1 file
   *[other] { $count } files
}
reviews-since = since the last review on { $last } up to the day assessed, in { $count ->
    [one] 1 file
   *[other] { $count } files
}
reviews-between = between { $from } and { $to }, in { $count ->
    [one] 1 file
   *[other] { $count } files
}

## What red flags do to a document, and when a document stops counting.

effect-noted = noted; it does not move the score
effect-counted = counted by the model: through age, period, kind or exceptions
effect-qualified = counts as a qualified opinion: no more than a policy
effect-qualified-everywhere = counts as a qualified opinion: no more than a policy, on all that it speaks about
effect-lower = the document speaks one step less directly
effect-lower-everywhere = the document speaks one step less directly, on all that it speaks about
effect-uncovered = the document gives no credit there
effect-uncovered-everywhere = the document gives no credit there, on all that it speaks about
effect-void = the document gives no credit

stops-report = eighteen months after the last examined day (RF-S-06)
stops-letter = a month after the last day it speaks about (RF-S-08)
stops-authorisation = eighteen months after its last assessment, as a Type I (judgement)
stops-edition = the edition of 2013 ended (RF-I-01)
stops-certificate = the day after its expiry (RF-I-02)

## Red flags on SOC 2 reports; an id begins with that of its rule.

rf-s-01 = `{ $reference }` is no SOC 2 report: it shows no tests, no exceptions and no controls left to us
rf-s-02 = `{ $reference }` speaks about the controls of another company, not about the vendor's service
rf-s-03 = a SOC 1 report is about controls over financial reporting
rf-s-04 = there is only a Type I report: design on one day, nothing on operation
rf-s-04-begun = there is only a Type I report; the first Type II period has begun
rf-s-05-three-months = the period from `{ $from }` to `{ $to }` is shorter than three months
rf-s-05-six-months = the period from `{ $from }` to `{ $to }` is shorter than six months
rf-s-05-twelve-months = the period from `{ $from }` to `{ $to }` is shorter than twelve months
rf-s-06-twelve-months = the last examined day, `{ $end }`, lies { $days } days back, more than twelve months
rf-s-06-eighteen-months = the last examined day, `{ $end }`, lies { $days } days back, more than eighteen months
rf-s-07 = { $count ->
    [one] 1 day, between `{ $from }` and `{ $to }`, is covered by no report
   *[other] { $count } days, between `{ $from }` and `{ $to }`, are covered by no report
}
rf-s-08 = nobody speaks for the time since `{ $until }`
rf-s-09 = the bridge letter is set aside: it { $faults }
rf-s-09-hole = begins after a hole behind the period
rf-s-09-long = spans more than three months after the period
rf-s-09-early = ends before the period does
rf-s-09-ahead = speaks about days after its own date
rf-s-09-no-changes = is silent on changes
rf-s-09-no-incidents = is silent on incidents
# Of RF-S-10 and RF-S-11.
opinion-qualified-on = the opinion is qualified on { $criteria }
rf-s-11-on-what = the opinion is qualified; on what is not recorded
rf-s-12 = the opinion is adverse: the controls were not effective as a whole
rf-s-13 = the auditor disclaimed an opinion
# Of RF-S-14 to RF-S-16.
exception-of-sample = { $count } of { $sample } deviated ({ $control })
exception-unsampled = { $count } deviated ({ $control })
rf-s-14-frequent = more than 5 per cent of the sample
rf-s-14-repeated = as in the year before
rf-s-14-unanswered = without response or date of remedy
rf-s-15-no-date = { $deviations }: the response names no date of remedy
rf-s-15-no-response = { $deviations }: there is no response
rf-s-16 = { $deviations }, as in the year before
rf-s-17-product = the system description does not name the product
rf-s-17-control-plane = the system description does not name the control plane
rf-s-17-regions = the system description does not name the regions from which our tenant is run
rf-s-17-interfaces = the system description does not name the interfaces that we call
rf-s-18 = the support system and its reach into tenants are outside the boundary
rf-s-19 = availability is not among the categories; an outage would lock everybody out
rf-s-20 = confidentiality is not among the categories; secrets and directory data are held
rf-s-21 = left to us, without an owner or not in place: { $controls }
rf-s-22 = the report lists no user-entity controls, which is not plausible here
rf-s-23 = `{ $name }` (nobody recorded for what) is carved out, and the controls it must run are not listed
rf-s-23-for = `{ $name }` ({ $does }) is carved out, and the controls it must run are not listed
does-hosting = hosting
does-keys = keys
does-logging = logging
does-support = support
does-other = other
rf-s-24 = `{ $name }` is carved out, and its own report was not obtained
rf-s-25-firm = the firm that signed
rf-s-25-licence = { $firm } was not found as a licensed audit firm
rf-s-25-review = { $firm } failed its last peer review, or has none
rf-s-26-tied = the auditor is tied to the vendor or to its compliance tool
rf-s-26-doubt = the auditor's independence is in doubt
rf-s-27-generic = the text would fit any company; ask for a walkthrough
rf-s-27-clean = no exception and no incident; ask for a walkthrough of three controls
rf-s-28-before-its-end = the report is dated `{ $dated }`, before the end of its period, `{ $end }`
rf-s-28-before-its-day = the report is dated `{ $dated }`, before the day it speaks about, `{ $end }`
rf-s-28-unsigned = the report bears no signature
rf-s-28-undated = the report bears no date
rf-s-28-no-security = the security category is missing, without which it is no SOC 2 report
rf-s-29 = the report is dated `{ $dated }`, more than four months after `{ $end }`
rf-s-30-missing = management's assertion is missing
rf-s-30-other-system = management's assertion is about another system
rf-s-31 = tested by inquiry alone: { $topic }
rf-s-32 = the control did not operate in the period, so nothing was tested: { $topic }
rf-s-33 = the control names no interval in numbers: { $topic }
rf-s-34 = machine identities were not in the tested population on { $topics }
rf-s-35 = stands only in the part that the auditor did not examine: { $topic }
rf-s-36 = a publicly known incident is missing in the system description
rf-s-37 = after the period: { $event }
rf-s-37-dated = after the period, on `{ $date }`: { $event }
rf-s-38 = dropped since the report before: { $what }
dropped-security = category security
dropped-availability = category availability
dropped-confidentiality = category confidentiality
dropped-processing-integrity = category processing-integrity
dropped-privacy = category privacy
dropped-product = the product
dropped-control-plane = the control plane
dropped-regions = regions
dropped-interfaces = interfaces
dropped-delegated-admin = delegated administration
dropped-support-tools = support tooling
dropped-tests = tests on { $topic }
rf-s-39-redacted = lines of our copy are blacked out
rf-s-39-extract = we hold only an extract
rf-s-40-signing-keys = the report holds no tested control on signing keys
rf-s-40-tenant-isolation = the report holds no tested control on tenant isolation
rf-s-40-token-lifetime = the report holds no tested control on token lifetime
rf-s-40-support-access = the report holds no tested control on support access
rf-s-40-mass-revocation = the report holds no tested control on mass revocation
rf-s-41 = the report refers to the points of focus of 2017 only
rf-s-42 = the auditor emphasises: { $text }

## Red flags on certificates.

certificate-body = the certification body
rf-i-01 = edition { $edition }; the certificates of 2013 ended on { $ended }
rf-i-02-expired = the certificate expired on `{ $expiry }`
rf-i-02-suspended = the register says that the certificate is suspended
rf-i-02-withdrawn = the register says that the certificate is withdrawn
rf-i-03-no-expiry = the certificate states no expiry
rf-i-03-too-long = the certificate runs over { $days } days, more than three years
rf-i-04-none = { $body } is not accredited
rf-i-04-unrecognised = { $body } is accredited by a body outside the mutual recognition
rf-i-05 = the accreditation does not cover this standard, or the mark is missing
rf-i-06 = neither the body nor a register knows the certificate
rf-i-07 = the certificate was issued to { $holder }, not to the vendor
rf-i-07-unnamed = the certificate was issued to another company, not to the vendor
rf-i-08 = the scope does not name { $parts }
rf-i-08-service = the service
rf-i-08-operation = its operation
rf-i-08-regions = our regions
rf-i-09 = the scope is limited to an office, a department or development
rf-i-10 = the Statement of Applicability was refused: what is excluded is unknown
rf-i-11-version = we read version { $read }, and the certificate names { $cited }
rf-i-11-date = what we read is of `{ $read }`, and the certificate names `{ $cited }`
# Of RF-I-12 and RF-I-13.
soa-excludes = the Statement of Applicability excludes { $control }
rf-i-14 = { $control } is excluded without a reason
rf-i-15 = the last audit, of `{ $audited }`, lies { $days } days back
rf-i-16-major = a major nonconformity is open ({ $control })
rf-i-16-minor = a minor nonconformity on access is repeated ({ $control })
rf-i-16-no-control = no control named
rf-i-17 = { $count ->
    [one] 1 day
   *[other] { $count } days
}, between `{ $from }` and `{ $to }`, had no certificate
rf-i-18 = words such as "compliant with" are no certificate
rf-i-19-consultancy = { $body } also sold the consultancy
rf-i-19-training = { $body } is a training company
rf-i-21-privacy = no add-on for personal data (27018, 27701) was shown
rf-i-21-cloud = no add-on for clouds (27017) was shown
rf-i-21-both = no add-on for clouds (27017) or personal data (27018, 27701) was shown
rf-i-22 = an edition of 2025 exists; when the older one ends was not checked
rf-i-23 = the certificate does not mention the amendment of 2024; it need not
rf-i-24 = the certificate bears the IAF mark alone, which remains valid
rf-i-25 = a certificate alone: no period, no test results, no exceptions are visible
rf-i-26 = sites from which the service is administered are not listed

## Red flags on the documents together.

rf-x-01 = `{ $report }` and `{ $certificate }` do not meet on the service that we buy
rf-x-02-delegated-admin = no document names delegated administration: test it ourselves
rf-x-02-interfaces = no document names the interfaces that we call: test it ourselves
rf-x-03 = the public record contradicts what the vendor gave us
rf-x-05-right = the contract gives no right to test and to receive evidence
rf-x-05-notice = no notice of incidents is owed
rf-x-06 = a self-assessment: useful as a sheet of answers, the vendor's own word
rf-x-07 = the self-assessment contradicts the SOC 2 tests: { $line }
rf-x-08-recorded = the authorised environment is not the one that we would buy
rf-x-08-told = an authorisation is shown for another environment than ours
rf-x-09 = technical answers rest on assurance documents alone, which cannot close them: { $questions }
rf-x-10 = no current penetration test names tenant isolation, token service and administration interface

## What caps a verdict.

cap-gate-a = gate A is not met: { $because }
cap-gate-b = gate B is not met: { $because }
cap-critical-red-flag = critical red flag: { $because }
cap-critical-technical-finding = critical technical finding: { $because }
cap-finding = `{ $finding }` on `{ $control }`
lack-control = `{ $control }` is not in the model
lack-artefact = `{ $control }` has nothing to show beyond assertions and assurance documents
lack-effectiveness = `{ $control }` is not credited as effective
lack-operation = `{ $control }` has no system export, SOC 2 Type II report or test of our own
