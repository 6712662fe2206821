//! How the columns of a review are called.

pub(super) const DECISION: &[&str] = &[
    "decision",
    "review_decision",
    "review_result",
    "review_status",
    "review_outcome",
    "certification_decision",
    "certification_status",
    "reviewer_decision",
    "attestation_decision",
];
pub(super) const REVIEWER: &[&str] = &[
    "reviewer",
    "reviewer_id",
    "reviewer_email",
    "reviewer_name",
    "reviewed_by",
    "certifier",
    "certified_by",
    "decision_maker",
    "decided_by",
    "attested_by",
];
pub(super) const REVIEWED_ON: &[&str] = &[
    "review_date",
    "reviewed_on",
    "reviewed_at",
    "reviewed_date",
    "date_reviewed",
    "decision_date",
    "decided_on",
    "decided_at",
    "certification_date",
    "certified_on",
    "signed_date",
    "date_signed",
    "sign_off_date",
];
pub(super) const BEGAN: &[&str] = &[
    "review_start",
    "review_start_date",
    "campaign_start",
    "campaign_start_date",
    "certification_start_date",
];
pub(super) const ACCOUNT: &[&str] = &[
    "account",
    "account_id",
    "account_name",
    "username",
    "user_name",
    "user",
    "user_id",
    "email",
    "user_email",
    "login",
    "identity",
    "identity_name",
    "identity_id",
    "principal",
    "principal_name",
    "service_account",
    "employee_id",
    "employee",
    "name",
];
pub(super) const RIGHT: &[&str] = &[
    "entitlement",
    "entitlement_name",
    "access",
    "access_name",
    "role",
    "role_name",
    "permission",
    "permissions",
    "right",
    "resource",
    "resource_name",
    "group",
    "group_name",
    "application",
    "app",
];
pub(super) const KIND: &[&str] = &[
    "principal_type",
    "account_type",
    "identity_type",
    "user_type",
    "entity_type",
];
pub(super) const PRIVILEGED: &[&str] = &[
    "privileged",
    "is_privileged",
    "privileged_access",
    "is_admin",
];
pub(super) const APPLIED: &[&str] = &[
    "applied",
    "applied_status",
    "remediation_status",
    "remediated",
    "revocation_status",
    "access_removed",
    "removal_status",
];
pub(super) const APPLIED_ON: &[&str] = &[
    "applied_on",
    "applied_date",
    "remediation_date",
    "remediated_on",
    "removed_on",
    "removal_date",
    "revoked_on",
    "revocation_date",
];
pub(super) const REASON: &[&str] = &[
    "justification",
    "reason",
    "rationale",
    "comment",
    "comments",
    "reviewer_comments",
    "notes",
];
pub(super) const CREATED: &[&str] = &[
    "created",
    "created_on",
    "created_at",
    "created_date",
    "account_created",
    "account_created_date",
];
