//! How the columns of lists of accounts are called.

pub(super) const ACCOUNT: &[&str] = &[
    "account_id",
    "account",
    "service_account",
    "service_account_id",
    "service_id",
    "nhi_id",
    "identity_id",
    "principal_id",
    "client_id",
    "app_id",
    "username",
    "user_name",
    "login",
    "user_login",
    "user_principal_name",
    "upn",
    "sam_account_name",
    "user_id",
    "user",
    "email_address_required",
];
pub(super) const NAME: &[&str] = &[
    "account_name",
    "service_account_name",
    "service_name",
    "nhi_name",
    "identity_name",
    "identity",
    "principal_name",
    "application_name",
    "app_name",
    "service",
    "display_name",
    "full_name",
    "employee_name",
    "name",
];
/// Names of columns that could name anything.
pub(super) const VAGUE: &[&str] = &["displayname", "fullname", "employeename", "name"];
pub(super) const EMAIL: &[&str] = &[
    "email",
    "email_address",
    "work_email",
    "mail",
    "user_email",
    "email_address_required",
];
pub(super) const EMPLOYEE: &[&str] = &[
    "employee_id",
    "employee_number",
    "employee",
    "worker_id",
    "personnel_number",
    "staff_id",
];
pub(super) const OWNER: &[&str] = &[
    "owner",
    "owner_employee_id",
    "owner_id",
    "owner_email",
    "owner_name",
    "account_owner",
    "business_owner",
    "technical_owner",
    "service_owner",
    "owned_by",
    "custodian",
    "responsible_person",
];
pub(super) const CREATED: &[&str] = &[
    "created",
    "created_date",
    "created_at",
    "created_on",
    "creation_date",
    "creation_time",
    "date_created",
    "when_created",
    "created_date_time",
];
pub(super) const LAST_USED: &[&str] = &[
    "last_used",
    "last_used_date",
    "last_used_on",
    "last_used_at",
    "last_use",
    "last_login",
    "last_login_date",
    "last_sign_in",
    "last_sign_in_date",
    "last_activity",
    "last_seen",
    "last_authentication",
];
pub(super) const LAST_REVIEWED: &[&str] = &[
    "last_reviewed",
    "last_reviewed_date",
    "last_reviewed_on",
    "last_review",
    "last_review_date",
    "last_certified",
    "last_recertified",
    "last_attested",
];
pub(super) const EXPIRES: &[&str] = &[
    "expires",
    "expires_at",
    "expires_on",
    "expiry",
    "expiry_date",
    "expiration",
    "expiration_date",
    "valid_until",
    "account_expires",
    "end_date",
];
pub(super) const STATUS: &[&str] = &[
    "status",
    "account_status",
    "user_status",
    "state",
    "enabled",
    "is_enabled",
    "account_enabled",
    "active",
    "is_active",
    "status_read_only",
];
pub(super) const DISABLED: &[&str] = &[
    "disabled",
    "is_disabled",
    "account_disabled",
    "suspended",
    "is_suspended",
];
pub(super) const SHARED: &[&str] = &["shared", "is_shared", "shared_account", "shared_credential"];
pub(super) const PRIVILEGED: &[&str] = &[
    "privileged",
    "is_privileged",
    "privileged_access",
    "privilege_level",
    "admin",
    "is_admin",
];
pub(super) const PURPOSE: &[&str] = &["purpose", "business_purpose", "use_case", "usage"];
pub(super) const ENVIRONMENT: &[&str] = &["environment", "env", "stage"];
pub(super) const CRITICALITY: &[&str] =
    &["criticality", "business_criticality", "tier", "importance"];
pub(super) const KIND: &[&str] = &[
    "kind",
    "type",
    "account_type",
    "identity_type",
    "principal_type",
    "user_type",
    "nhi_type",
];
pub(super) const LEFT: &[&str] = &[
    "left_on",
    "left",
    "left_date",
    "date_left",
    "leave_date",
    "leaving_date",
    "leaver_date",
    "termination_date",
    "terminated_on",
    "terminated_date",
    "date_of_termination",
    "separation_date",
    "exit_date",
    "offboarding_date",
    "last_day",
    "last_working_day",
    "last_day_of_work",
    "employment_end_date",
    "contract_end_date",
];
/// Leaving dates only in lists of employment.
pub(super) const END: &[&str] = &["end_date", "end"];
pub(super) const STARTED: &[&str] = &[
    "rehire_date",
    "latest_hire_date",
    "hire_date",
    "start_date",
    "employment_start_date",
    "joining_date",
    "date_of_joining",
];
pub(super) const DISABLED_ON: &[&str] = &[
    "disabled_on",
    "disabled_date",
    "disabled_at",
    "date_disabled",
    "deactivated_on",
    "deactivated_at",
    "deactivation_date",
    "account_disabled_date",
    "account_disabled_on",
    "deprovisioned_on",
    "deprovisioned_at",
    "access_removed_on",
    "access_revoked_on",
    "access_revoked_date",
];
/// Columns of other tables that also name an account and a state: findings, tickets, events, reviews.
pub(super) const STRANGERS: &[&str] = &[
    "checkid",
    "findinguid",
    "severity",
    "requestid",
    "correlationid",
    "ipaddress",
    "sourceip",
    "eventtype",
    "eventname",
    "eventtime",
    "event",
    "action",
    "operation",
    "activity",
    "timestamp",
    "issuekey",
    "issuetype",
    "ticket",
    "decision",
    "reviewdecision",
    "reviewresult",
    "accessreviewid",
];
