# What readers of artefacts note of a file, as they write it: an assessment records these texts in English,
# and `Words::remark` finds the message by the text.

# Any file.
remark-more-odd = and { $count } more
remark-list-empty = the list is empty
remark-key-twice = key `{ $key }` stands twice
remark-key-twice-in-object = key `{ $key }` stands twice in one object
remark-the-key-twice = the key `{ $key }` stands twice
remark-the-key-twice-in-object = the key `{ $key }` stands twice in one object
remark-rows-as-page = it has exactly { $rows } rows, as many as one page of an export
remark-users-as-page = it has exactly { $users } users, as many as one page of an export
remark-listed-as-page = it lists exactly { $count }, the length of a page
remark-further-page = `{ $key }` names a further page
remark-more-follow = `{ $key }` says that more follow
remark-leads-to-more = `{ $key }` leads to more
remark-key-is-true = `{ $key }` is true
remark-count-and-listed = `{ $key }` is { $total }, and { $listed } are listed
remark-lists-of = it lists { $count } of { $total }
remark-first-page-missing = its first page is missing
remark-item-unread = an item cannot be read
remark-row-unread = a row cannot be read
remark-certificate-unread = a certificate cannot be read
remark-no-moment = `{ $key }` is no moment
remark-no-length = `{ $key }` is no length of time
remark-no-truth = `{ $key }` is neither true nor false

# Access reviews.
remark-count-not-items = `@odata.count` is not the number of items
remark-page-of-100 = a page has exactly 100 items, as many as Graph gives at once
remark-review-row-twice = the row stands twice
remark-reviews-too-many = it holds more reviews than are told apart
remark-review-before-creation = it was reviewed before it was created
remark-review-decision-unknown = its decision is a word of no known meaning and counts as none
remark-review-carried-out-early = its decision was carried out before it was made
remark-review-start-no-date = the start of its review is no date
remark-review-start-open = the start of its review leaves open which number is the day
remark-review-start-later = the start of its review lies after the day of the file
remark-review-decided-no-date = the date of its decision is no date
remark-review-decided-open = the date of its decision leaves open which number is the day
remark-review-decided-later = the date of its decision lies after the day of the file
remark-review-carried-out-no-date = the date it was carried out is no date
remark-review-carried-out-open = the date it was carried out leaves open which number is the day
remark-review-carried-out-later = the date it was carried out lies after the day of the file

# Keys, users and policies of AWS.
remark-aws-creation-unread = the creation of the active key { $key } cannot be read
remark-aws-older-than-service = the active key { $key } is older than its service
remark-aws-created-later = the active key { $key } was created after the moment that the file speaks about
remark-aws-used-later = the last use of { $key } is after the moment that the file speaks about
remark-aws-key-state-unread = the state of a key cannot be read
remark-aws-root-missing = the row of the root user is missing
remark-aws-password-unread = it cannot be read of { $user } whether it has a password
remark-aws-mfa-unread = it cannot be read of { $user } whether it has MFA
remark-aws-item-without = an item has no `{ $key }`
remark-aws-this-key-twice = the key { $key } stands twice
remark-aws-status = `Status` is neither `Active` nor `Inactive`
remark-aws-moment-unread = its own moment cannot be read
remark-aws-no-arn = a row names no user by an ARN
remark-aws-user-twice = the user { $user } stands in two rows
remark-aws-users-too-many = it holds more users than are told apart
remark-aws-without-text = attached policies without their text: { $count }
remark-aws-policy-unread = a policy cannot be read
remark-aws-trust-unread = a trust policy cannot be read
remark-aws-statement-narrowed = a statement that allows everything, or nearly, is narrowed by a condition; it is not counted
remark-aws-trust-narrowed = a trust open to anybody is narrowed by a condition; it is not counted
remark-aws-version-old = the version is not the one in force
remark-aws-version-none = no version in it is in force

# Applications, roles and policies of Entra.
remark-entra-count = `@odata.count` is more than the rows in the file
remark-entra-page = exactly { $rows } rows: there may be another page
remark-entra-single-applications = it holds single applications: the others are missing
remark-entra-single-policies = it holds single policies: the others are missing
remark-entra-single-assignments = it holds single assignments: the others are missing
remark-entra-application-twice = an application stands twice
remark-entra-credential-endless = 1 credential without a readable end, counted as valid
remark-entra-credentials-endless = { $count } credentials without a readable end, counted as valid
remark-entra-credential-startless = 1 credential without a readable start
remark-entra-credentials-startless = { $count } credentials without a readable start
remark-entra-credential-early = 1 credential starting after the day of the file
remark-entra-credentials-early = { $count } credentials starting after the day of the file
remark-entra-credential-turned = 1 credential ending before it starts
remark-entra-credentials-turned = { $count } credentials ending before it starts
remark-entra-policy-deleted = a policy is deleted: it counts as off
remark-entra-policy-state = the state of a policy is none that Entra knows: it counts as off
remark-entra-assignment-twice = an assignment stands twice
remark-entra-activated-endless = an activated role has no end
remark-entra-assignment-end = the end of an assignment is no date
remark-entra-holder-unknown = 1 assignment of the highest roles with an unknown holder, counted as a person's
remark-entra-holders-unknown = { $count } assignments of the highest roles with an unknown holder, counted as a person's
remark-entra-group = 1 assignment of the highest roles to a group, counted as one person's
remark-entra-groups = { $count } assignments of the highest roles to a group, counted as one person's
remark-entra-end-unknown = 1 privileged assignment with an unknown end; roleAssignmentScheduleInstances tells it
remark-entra-ends-unknown = { $count } privileged assignments with an unknown end; roleAssignmentScheduleInstances tells it
remark-entra-definition-broken = the JSON within `definition` is broken
remark-entra-definition-twice = key `{ $key }` stands twice within `definition`
remark-entra-lifetime-long = `AccessTokenLifetime` is more than the day that Entra takes
remark-entra-lifetime-none = `AccessTokenLifetime` is no length of 10 minutes to 1 day
remark-entra-lifetime-unread = 1 lifetime cannot be read
remark-entra-lifetimes-unread = { $count } lifetimes cannot be read

# Accounts, keys and roles of Google Cloud.
remark-gcp-no-account = an item is no service account
remark-gcp-member-deleted = a member was deleted and keeps its role
remark-gcp-role-narrowed = a role for machines with administrative rights, or for everybody, is narrowed by a condition; it is not counted
remark-gcp-private-key = the private key itself is in the file
remark-gcp-key-type = `keyType` does not say who manages the key
remark-gcp-key-end = the end of a key cannot be read

# Lists of identities.
remark-identity-account-twice = the account is listed twice
remark-identity-twice = `{ $name }` is listed twice
remark-identity-single-users = it holds single users
remark-identity-no-name = an account without a name
remark-identity-no-name-person = a person without a name
remark-identity-created-no-date = when `{ $name }` was created is no date
remark-identity-created-open = when `{ $name }` was created leaves open which number is the day
remark-identity-created-later = `{ $name }` was created after the day of the list
remark-identity-used-no-date = when `{ $name }` was last used is no date
remark-identity-used-open = when `{ $name }` was last used leaves open which number is the day
remark-identity-used-later = `{ $name }` was last used after the day of the list
remark-identity-used-early = `{ $name }` was last used before it was created
remark-identity-reviewed-no-date = when `{ $name }` was last reviewed is no date
remark-identity-reviewed-open = when `{ $name }` was last reviewed leaves open which number is the day
remark-identity-reviewed-later = `{ $name }` was last reviewed after the day of the list
remark-identity-reviewed-early = `{ $name }` was last reviewed before it was created
remark-identity-expires-no-date = when `{ $name }` was to expire is no date
remark-identity-expires-open = when `{ $name }` was to expire leaves open which number is the day
remark-identity-expires-early = `{ $name }` was to expire before it was created
remark-identity-left-no-date = when `{ $name }` left is no date
remark-identity-left-open = when `{ $name }` left leaves open which number is the day
remark-identity-disabled-no-date = when `{ $name }` was disabled is no date
remark-identity-disabled-open = when `{ $name }` was disabled leaves open which number is the day
remark-identity-disabled-later = `{ $name }` was disabled after the day of the list

# Settings of identity providers.
remark-idp-realms = only the first { $most } of { $count } realms are read
remark-idp-realm-off = a realm is switched off: its settings are left out
remark-idp-same-twice = the same `{ $key }` stands twice
remark-idp-some-twice = an `{ $key }` stands twice
remark-idp-key-later = a key changed after the day of the file
remark-idp-created-later = `created` lies after the day of the file

# Logs and their settings.
remark-log-page = it holds exactly { $count } events, as one page of an interface does
remark-log-event-time-unread = 1 event with a time that cannot be read
remark-log-events-time-unread = { $count } events with a time that cannot be read
remark-log-event-later = 1 event later than the day the log speaks about
remark-log-events-later = { $count } events later than the day the log speaks about
remark-log-event-timeless = 1 event without a time
remark-log-events-timeless = { $count } events without a time
remark-log-events-unknown = commonest events of no known class: { $events }
remark-log-record-broken = 1 record broken and left out
remark-log-records-broken = { $count } records broken and left out
remark-log-record-foreign = 1 record of no provider that is known and left out
remark-log-records-foreign = { $count } records of no provider that is known and left out
remark-log-record-twice = 1 record with a key that stands twice
remark-log-records-twice = { $count } records with a key that stands twice
remark-log-next-page = it names a next page, `{ $key }`
remark-log-total = it says that there are { $total } events in all
remark-log-delivery-failed = `{ $key }` tells that the last delivery failed

# Signing keys and metadata.
remark-keys-page = it holds exactly { $count } keys, as a page does
remark-keys-private-one = 1 private or shared key is in the file: replace it
remark-keys-private = { $count } private or shared keys are in the file: replace them
remark-keys-begin-later = a signing key begins after the day the file speaks about
remark-keys-certificate-turned = a certificate ends before it begins
remark-issuer-template = the issuer is a template: these are the metadata of all tenants
remark-issuer-no-https = the issuer is no `https` address
remark-entities-empty = the list of entities is empty

# Scanners.
remark-scanner-later = the last finding is later than the day the file was attached
remark-scanner-checks-too-many = there are too many different checks to tell apart
remark-scanner-undated-one = 1 finding without a readable date
remark-scanner-undated = { $count } findings without a readable date
remark-scanner-no-check = { $count } rows name no check
remark-scanner-left-out = rows without a check are left out
remark-scanner-column-twice = column `{ $name }` stands twice

# SCIM.
remark-scim-no-patch = without patch, it does not say what can be changed
remark-scim-patch-unsaid = it does not say whether patch is supported
remark-scim-id-twice = its id stands twice in the list
remark-scim-ids-twice = its id stands twice in the list, as { $count } others do
remark-scim-single = it is a single resource
remark-scim-total-unsaid = it does not say how many there are (`totalResults`)

# Tokens.
remark-tokens-most = only the first { $most } tokens are read
remark-token-encrypted = a token is encrypted: only its header can be read
remark-token-claim-twice = the claim `{ $key }` stands twice in a token
remark-token-unsigned = a token is not signed: its algorithm is `none`
remark-token-cut = the signature of a token is cut off
remark-token-not-seconds = a token: its times are not in seconds, as RFC 7519 wants them
remark-token-end-no-moment = a token: its end (`exp`) is no moment
remark-token-end-never = a token: its end (`exp`) never comes
remark-token-issue-no-moment = a token: its issue (`iat`) is no moment
remark-token-turned = a token: it ends (`exp`) before it is issued (`iat`)
remark-token-later = a token: it is issued (`iat`) after the day the file speaks about
remark-token-bound-unnamed = the answer calls the token bound (DPoP), and the token names no key
remark-token-times-differ = `expires_in` and the times in the token differ

# What a fact is about, where a reader says it in words; found by `Words::matter`.
matter-no-name = one without a name
matter-without-name = without a name
matter-leavers = leavers
matter-at-least = at least so many
matter-trails = several trails together
matter-and-more = { $name } and { $count } more
matter-key = { $name }, key { $key }
matter-api-key = API key { $key }
matter-no-kid = no kid ({ $thumbprint })
matter-authorization-server = authorization server { $name }
matter-browser-flows = { $name }, browser flows
matter-remembered = { $name }, remembered people
matter-offline = { $name }, offline tokens
matter-administrative = { $name }, administrative events
matter-implicit = { $name }, implicit grant
matter-default = { $name }, the default of the organization
matter-muted = { $name }, { $count } muted
matter-clients = { $count } of { $total } clients
matter-change = { $count } of 1 change
matter-changes = { $count } of { $total } changes
matter-event-none = 1 event, none of a machine
matter-events-none = { $count } events, none of a machine
matter-event-machine = 1 event of machines
matter-events-machines = { $count } events of machines
