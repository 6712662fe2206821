//! What was decided, and whether it was carried out, in the words of each product.

use crate::evidence::identity_list::cell::{self, When};
use crate::evidence::input::columns::normal;
use crate::evidence::time::Moment;

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    /// The access stays.
    Keep,
    /// It goes.
    Remove,
    /// It stays in another form.
    Change,
    /// Nobody decided; that may be written in a word, such as `Not reviewed`.
    Open,
    /// The word has no known meaning.
    Unknown,
}

impl Decision {
    /// Reads a decision.
    pub(super) fn parse(text: &str) -> Self {
        match normal(text).as_str() {
            "approve"
            | "approved"
            | "keep"
            | "kept"
            | "certify"
            | "certified"
            | "recertified"
            | "retain"
            | "retained"
            | "confirm"
            | "confirmed"
            | "maintain"
            | "maintained"
            | "accept"
            | "accepted"
            | "allow"
            | "allowed"
            | "attested"
            | "continue"
            | "allowexception"
            | "exceptionallowed"
            | "approvedwithexception"
            | "keepaccess"
            | "retainaccess"
            | "approveaccess"
            | "appropriate"
            | "nochange"
            | "nochanges" => Self::Keep,
            "deny" | "denied" | "revoke" | "revoked" | "remove" | "removed" | "reject"
            | "rejected" | "delete" | "deleted" | "disable" | "disabled" | "terminate"
            | "terminated" | "decommission" | "decertify" | "decertified" | "notcertified"
            | "revokeaccess" | "removeaccess" | "toberemoved" | "inappropriate" => Self::Remove,
            "modify" | "modified" | "change" | "changed" | "reduce" | "reduced" | "downgrade"
            | "downgraded" => Self::Change,
            "" | "notreviewed" | "notnotified" | "unreviewed" | "pending" | "dontknow"
            | "noresponse" | "nodecision" | "open" | "inprogress" | "delegate" | "delegated"
            | "forwarded" | "reassigned" | "abstain" | "abstained" | "none" | "na"
            | "undecided" | "notstarted" | "unknown" => Self::Open,
            _ => Self::Unknown,
        }
    }

    /// Reads a decision in a column whose head asks for one, such as `Keep?` or `Remove access?`: there a
    /// yes or no answers it.
    pub(super) fn answer(head: &str, text: &str) -> Self {
        let asks = |words: &[&str]| {
            let head = normal(head);
            words.iter().any(|word| head.contains(word))
        };
        let is_turned = asks(&["inappropriate", "notrequired", "notneeded", "nolonger"]);
        let keeps = asks(&[
            "keep",
            "retain",
            "required",
            "needed",
            "appropriate",
            "approve",
        ]);
        let removes = asks(&["remove", "revoke", "delete"]);
        let yes_keeps = match (keeps && !is_turned, removes || is_turned) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        };
        match (Self::parse(text), yes_keeps.zip(cell::yes(text))) {
            (Self::Unknown, Some((yes_keeps, yes))) if yes == yes_keeps => Self::Keep,
            (Self::Unknown, Some(_)) => Self::Remove,
            (decision, _) => decision,
        }
    }

    /// Whether somebody decided.
    pub(super) fn is_made(self) -> bool {
        matches!(self, Self::Keep | Self::Remove | Self::Change)
    }
}

/// Whether a decision was carried out; none where the word has no known meaning. Without a word it was not.
pub(super) fn applied(text: &str) -> Option<bool> {
    match normal(text).as_str() {
        "applied"
        | "appliedsuccessfully"
        | "appliedsuccessfullybutobjectnotfound"
        | "completed"
        | "complete"
        | "done"
        | "removed"
        | "revoked"
        | "remediated"
        | "closed"
        | "yes"
        | "y"
        | "true"
        | "success"
        | "successful"
        | "executed" => Some(true),
        ""
        | "new"
        | "notapplied"
        | "applynotsupported"
        | "appliedwithunknownfailure"
        | "pending"
        | "open"
        | "no"
        | "n"
        | "false"
        | "failed"
        | "failure"
        | "inprogress"
        | "notstarted"
        | "notremediated"
        | "notcompleted"
        | "incomplete" => Some(false),
        _ => None,
    }
}

/// As [`applied`], where a date or a word or both may tell: a date that lies ahead carries out nothing.
pub(super) fn carried_out(when: When, on: Option<Moment>, word: Option<&str>) -> Option<bool> {
    match (when, word) {
        (When::At(_), _) => Some(on.is_some()),
        (_, Some(word)) => applied(word),
        (When::Unclear(_), None) => None,
        (_, None) => Some(false),
    }
}

/// Whether a review goes on, so that what is open in it is not late.
pub(super) fn is_running(status: &str) -> bool {
    matches!(
        normal(status).as_str(),
        "notstarted" | "starting" | "initializing" | "inprogress" | "active" | "scheduled"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_read_in_the_words_of_each_product() {
        for (word, wanted) in [
            ("Approve", Decision::Keep),
            ("KEEP", Decision::Keep),
            ("Certified.", Decision::Keep),
            ("REVOKE", Decision::Remove),
            ("Deny", Decision::Remove),
            ("Reduced", Decision::Change),
            ("Not reviewed", Decision::Open),
            ("NOT_REVIEWED", Decision::Open),
            ("NotReviewed", Decision::Open),
            ("PENDING", Decision::Open),
            ("Don't know", Decision::Open),
            ("", Decision::Open),
            ("fine", Decision::Unknown),
            ("not approved yet", Decision::Unknown),
        ] {
            assert_eq!(Decision::parse(word), wanted, "{word}");
        }
    }

    #[test]
    fn yes_and_no_answer_what_the_head_asks() {
        for (head, text, wanted) in [
            ("Keep?", "Yes", Decision::Keep),
            ("Access still required", "n", Decision::Remove),
            ("Remove access?", "yes", Decision::Remove),
            ("No longer required", "TRUE", Decision::Remove),
            ("Inappropriate?", "no", Decision::Keep),
            ("Keep?", "", Decision::Open),
            ("Keep?", "Revoke", Decision::Remove),
            ("Approve or revoke", "yes", Decision::Unknown),
            ("Decision", "yes", Decision::Unknown),
        ] {
            assert_eq!(Decision::answer(head, text), wanted, "{head} {text}");
        }
    }

    #[test]
    fn a_failure_or_nothing_is_not_carried_out() {
        for word in [
            "",
            "New",
            "Not applied",
            "AppliedWithUnknownFailure",
            "ApplyNotSupported",
        ] {
            assert_eq!(applied(word), Some(false), "{word}");
        }
        assert_eq!(applied("AppliedSuccessfullyButObjectNotFound"), Some(true));
        assert_eq!(applied("see ticket"), None);
    }
}
