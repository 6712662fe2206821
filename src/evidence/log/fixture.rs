//! Records written by hand, and the look at what was read of them, for tests of logs.

use chrono::NaiveDate;

use super::read_text;
use crate::evidence::fact::{Fact, FactValue};
use crate::evidence::reading::{Context, Reading};

/// A reader on 22 November 2026.
pub(super) fn context() -> Context<'static> {
    Context::on(NaiveDate::from_ymd_opt(2026, 11, 22).expect("it is a day"))
}

/// What a log says that must be one.
pub(super) fn read(text: &str) -> Reading {
    read_text(text, &context()).unwrap_or_else(|no| panic!("{no:?}: {text}"))
}

/// The fact of this name, which must be there.
pub(super) fn fact<'a>(reading: &'a Reading, name: &str) -> &'a Fact {
    let found = reading.facts.iter().find(|fact| fact.name == name);
    found.unwrap_or_else(|| panic!("{name} is not in {reading:#?}"))
}

/// The number that a fact gives.
pub(super) fn count(reading: &Reading, name: &str) -> u64 {
    match fact(reading, name).value {
        FactValue::Count(count) => count,
        ref other => panic!("{name} is {other:?}"),
    }
}

/// The names that a fact gives.
pub(super) fn set(reading: &Reading, name: &str) -> Vec<String> {
    match &fact(reading, name).value {
        FactValue::Set(names) => names.iter().cloned().collect(),
        other => panic!("{name} is {other:?}"),
    }
}

/// A record of Okta: the name of its event, and what stands behind its other keys.
pub(super) fn okta(name: &str, more: &str) -> String {
    format!(
        r#"{{"eventType": "{name}", "published": "2026-03-01T10:00:00.000Z", "uuid": "u1", "actor": {{"id": "00u1", "type": "User"}}, "outcome": {{"result": "SUCCESS"}}{more}}}"#
    )
}

/// A record of CloudTrail, of a user with a key.
pub(super) fn trail(service: &str, name: &str) -> String {
    format!(
        r#"{{"eventVersion": "1.09", "eventSource": "{service}.amazonaws.com", "eventName": "{name}", "eventTime": "2026-03-01T10:00:00Z", "sourceIPAddress": "192.0.2.1", "requestParameters": {{"a": 1}}, "userIdentity": {{"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/ann", "accessKeyId": "AKIAIOSFODNN7EXAMPLE"}}}}"#
    )
}

/// One record of each kind, hand-written, with the provider and the class it must come out as.
pub(super) const RECORDS: [(&str, &str, &str); 22] = [
    (
        r#"{"version": "0", "source": "aws.iam", "detail-type": "AWS API Call via CloudTrail", "detail": {"eventVersion": "1.08", "eventSource": "iam.amazonaws.com", "eventName": "CreateUser", "eventTime": "2026-03-01T10:00:00Z"}}"#,
        "cloudtrail",
        "account",
    ),
    (
        r#"{"EventId": "e", "EventName": "StopLogging", "EventTime": 1772323200.0, "CloudTrailEvent": "{\"eventVersion\":\"1.08\",\"eventSource\":\"cloudtrail.amazonaws.com\",\"eventName\":\"StopLogging\",\"eventTime\":\"2026-03-01T10:00:00Z\"}"}"#,
        "cloudtrail",
        "log-control",
    ),
    (
        r#"{"time": "2026-03-01T10:00:00.1234567Z", "category": "SignInLogs", "operationName": "Sign-in activity", "tenantId": "t", "properties": {"userId": "u", "userPrincipalName": "ann@example.com", "createdDateTime": "2026-03-01T10:00:00Z"}}"#,
        "entra",
        "auth",
    ),
    (
        r#"{"time": "2026-03-01T10:00:00Z", "category": "Administrative", "operationName": {"value": "MICROSOFT.AUTHORIZATION/ROLEASSIGNMENTS/WRITE", "localizedValue": "x"}, "resourceId": "/subscriptions/s"}"#,
        "entra",
        "group-role",
    ),
    (
        r#"{"id": "d", "category": "ApplicationManagement", "activityDisplayName": "Add service principal credentials", "activityDateTime": "2026-03-01T10:00:00Z", "result": "success", "initiatedBy": {"user": {"id": "u"}}}"#,
        "entra",
        "credential",
    ),
    (
        r#"{"id": "s", "createdDateTime": "2026-03-01T10:00:00Z", "userPrincipalName": "ann@example.com", "ipAddress": "192.0.2.1", "correlationId": "c", "status": {"errorCode": 0}}"#,
        "entra",
        "auth",
    ),
    (
        r#"{"time": "2026-03-01T10:00:00Z", "category": "kube-audit", "operationName": "Microsoft.ContainerService/managedClusters/diagnosticLogs/Read", "resourceId": "/r", "properties": {"log": "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"verb\":\"create\",\"objectRef\":{\"resource\":\"clusterrolebindings\"}}"}}"#,
        "kubernetes",
        "group-role",
    ),
    (
        r#"{"kind": "Event", "apiVersion": "audit.k8s.io/v1", "verb": "create", "user": {"username": "system:serviceaccount:a:b"}, "objectRef": {"resource": "serviceaccounts", "subresource": "token"}, "responseStatus": {"code": 201}, "requestReceivedTimestamp": "2026-03-01T10:00:00.000000Z"}"#,
        "kubernetes",
        "token",
    ),
    (
        r#"{"log_id": "9", "data": {"type": "seccft", "date": "2026-03-01T10:00:00.000Z", "client_id": "c", "log_id": "9"}}"#,
        "auth0",
        "token",
    ),
    (
        r#"{"type": "sapi", "date": "2026-03-01T10:00:00.000Z", "description": "Create a role", "client_id": "c", "log_id": "9"}"#,
        "auth0",
        "group-role",
    ),
    (
        r#"{"logName": "projects/p/logs/cloudaudit.googleapis.com%2Factivity", "timestamp": "2026-03-01T10:00:00.123456789Z", "protoPayload": {"@type": "type.googleapis.com/google.cloud.audit.AuditLog", "methodName": "google.iam.admin.v1.CreateServiceAccountKey", "authenticationInfo": {"principalEmail": "ann@example.com"}}}"#,
        "gcp",
        "credential",
    ),
    (
        r#"{"@timestamp": 1772323200000, "action": "team.add_member", "actor": "ann", "org": "example", "_document_id": "d"}"#,
        "github",
        "group-role",
    ),
    (
        r#"{"kind": "admin#reports#activity", "id": {"time": "2026-03-01T10:00:00.000Z", "applicationName": "token", "uniqueQualifier": "1"}, "actor": {"email": "ann@example.com"}, "events": [{"type": "auth", "name": "authorize", "parameters": [{"name": "client_id", "value": "c"}]}]}"#,
        "google-workspace",
        "token",
    ),
    (
        r#"{"id": {"time": "2026-03-01T10:00:00.000Z", "applicationName": "admin"}, "type": "USER_SETTINGS", "name": "CREATE_USER", "actor": {"email": "ann@example.com"}}"#,
        "google-workspace",
        "account",
    ),
    (
        r#"{"time": 1772323200000, "type": "CLIENT_LOGIN", "realmId": "r", "clientId": "c", "ipAddress": "192.0.2.1", "details": {"token_id": "t", "grant_type": "client_credentials"}}"#,
        "keycloak",
        "token",
    ),
    (
        r#"{"time": 1772323200000, "realmId": "r", "authDetails": {"realmId": "m", "userId": "u"}, "operationType": "CREATE", "resourceType": "USER", "resourcePath": "users/1"}"#,
        "keycloak",
        "account",
    ),
    (
        r#"{"class_uid": 3005, "category_uid": 3, "activity_id": 1, "time": 1772323200000, "metadata": {"version": "1.3.0"}}"#,
        "ocsf",
        "group-role",
    ),
    (
        r#"{"class_uid": 3004, "category_uid": 3, "activity_id": 3, "time": 1772323200, "metadata": {"version": "1.3.0"}, "entity": {"type": "Policy", "uid": "p"}}"#,
        "ocsf",
        "policy",
    ),
    (
        r#"{"@timestamp": "2026-03-01T10:00:00.000Z", "event": {"category": ["iam"], "type": ["user", "creation"], "action": "add-user", "outcome": "success"}}"#,
        "ecs",
        "account",
    ),
    (
        r#"{"_index": "i", "_source": {"@timestamp": "2026-03-01T10:00:00.000Z", "event": {"category": "authentication", "type": "start", "action": "log-in"}}}"#,
        "ecs",
        "auth",
    ),
    (
        r#"{"eventtype": "policy.lifecycle.update", "published": "2026-03-01 10:00:00.000", "actor": {"id": "00u1", "type": "User"}}"#,
        "okta",
        "policy",
    ),
    (
        r#"{"eventType": "system.log_stream.lifecycle.delete", "published": "2026-03-01T10:00:00.000Z", "uuid": "u"}"#,
        "okta",
        "log-control",
    ),
];
