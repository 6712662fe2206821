# The words of the model: bands, kinds of evidence, severities, factors.

band-low = Low
band-moderate = Moderate
band-elevated = Elevated
band-high = High
band-critical = Critical
# The bands an unrated result may be in.
band-range = { $low } to { $high }

kind-assertion = assertion
kind-policy = policy document
kind-iso = ISO/IEC 27001 certificate
kind-type-1 = SOC 2 Type I report
kind-config-export = system export or demonstration
kind-type-2 = SOC 2 Type II report
kind-verified = test of our own

kinds-assertion = assertions
kinds-policy = policies
kinds-iso = ISO/IEC 27001
kinds-type-1 = SOC 2 Type I
kinds-config-export = exports
kinds-type-2 = SOC 2 Type II
kinds-verified = own tests

relevance-none = none
relevance-generic = generic
relevance-partial = partial
relevance-direct = direct

origin-vendor = the vendor
origin-us = us

severity-info = Info
severity-low = Low
severity-medium = Medium
severity-high = High
severity-critical = Critical

subject-nhi = Machine identities
subject-human = People
subject-platform = Platform

# What a control is about, in a sentence.
about-admin-mfa = administrator MFA
about-vendor-access = vendor support access
about-logging = logging and log export
about-rotation = rotation
about-inventory = inventory and ownership
about-offboarding = offboarding
about-dormancy = dormancy
about-signing-keys = signing keys
about-revocation = revocation

factor-data = Sensitivity of the data reached
factor-criticality = Criticality of sign-in
factor-regulatory = Regulatory duties
factor-nhi = Number of machine identities
factor-cicd = Reach into build and deployment
factor-blast = Blast radius of a stolen credential

dimension-scope = scope
dimension-duration = duration
dimension-reuse = reuse

context-scope = Blast radius: what a stolen credential reaches
context-duration = Blast radius: how long it stays useful
context-reuse = Blast radius: how many systems trust it

step-verify = test it ourselves
step-implement-and-verify = put in place and test
step-answer-and-implement = answer, then put in place what is missing and test

rule-primary = read in the source
rule-secondary = read in an account of it
rule-judgement = our judgement

entity-checked = in place, and checked by us
entity-in-place = in place
entity-planned = planned
entity-open = not in place
entity-unknown = state not recorded

standing-primary = read in the source
standing-secondary = read in an account of it
standing-unverified = not checked
standing-judgement = our judgement

# What a fact rests on.
basis-measured = measured
basis-configured = configured
basis-capability = capability
basis-complete-list = complete-list
basis-sample = sample
basis-attested = attested
depth-quick = quick
depth-standard = standard
depth-full = full
