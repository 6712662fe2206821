//! The topic of the crosswalk that an exception is about, where one clear word tells it.

use regex::Regex;

use super::pattern::patterns;

patterns! {
    OFFBOARDING = r"\b(leavers?|off-?boarding|off-?boarded|departed|departing|resigned|left the (?:company|organi[sz]ation|firm)|terminat(?:ed|ion|ions)(?: of)?(?: \w+)? (?:users?|employees?|personnel|staff|workers?|individuals?|contractors?|access|accounts?)|(?:users?|employees?|personnel|staff|contractors?) (?:was|were|who were|had been|who had been) terminated)\b";
    ACCESS_REVIEW = r"\b(access (?:rights )?(?:re)?(?:reviews?|certifications?)|access recertifications?|(?:review|recertification) of (?:the )?(?:\w+ ){0,2}access|reviews? (?:the )?(?:\w+ ){0,2}access)\b";
    PRIVILEGED = r"\bprivileged\b";
    ROTATION = r"\b(?:rotat(?:e|es|ed|ion|ions|ing)|(?:keys?|secrets?|credentials?) (?:\w+ ){0,4}replaced|replacement of (?:the )?(?:\w+ ){0,3}(?:keys?|secrets?|credentials?))\b";
    MONITORING = r"\b(?:alerts?|logs?|log (?:files|events|reports)) (?:\w+ ){0,6}reviewed|\b(?:review|reviews|reviewing) (?:of )?(?:the )?(?:\w+ ){0,4}(?:alerts?|logs?)\b|\b(?:log|alert) reviews?\b";
}

/// The topics that are known here.
pub(super) const TOPICS: &[&str] = &[
    "offboarding",
    "access_review",
    "privileged_jit",
    "rotation",
    "monitoring",
];

/// The only topic that a text names.
pub(super) fn find(text: &str) -> Option<&'static str> {
    let words: [&Regex; 5] = [
        &OFFBOARDING,
        &ACCESS_REVIEW,
        &PRIVILEGED,
        &ROTATION,
        &MONITORING,
    ];
    let topics = TOPICS.iter().zip(words);
    let mut named = topics.filter(|(_, word)| word.is_match(text));
    let (topic, _) = named.next()?;
    named.next().is_none().then_some(*topic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_clear_word_tells_the_topic() {
        for (text, topic) in [
            ("Access of 2 of 25 leavers was not removed", "offboarding"),
            ("for 2 of 25 terminated users access stayed", "offboarding"),
            (
                "access was kept after termination of employees",
                "offboarding",
            ),
            (
                "the quarterly user access review was not done",
                "access_review",
            ),
            ("managers review the access of employees", "access_review"),
            ("one privileged account had no approval", "privileged_jit"),
            ("1 of 4 keys was not replaced", "rotation"),
            ("one credential was not rotated", "rotation"),
            ("1 of 40 alerts was not reviewed in time", "monitoring"),
            ("the review of the audit logs was late", "monitoring"),
        ] {
            assert_eq!(find(text), Some(topic), "{text}");
        }
    }

    #[test]
    fn two_topics_or_none_are_not_guessed_at() {
        for text in [
            "a terminated user kept privileged access",
            "the access review found leavers",
            "the process was terminated by the scheduler ",
            "1 of 40 changes was not reviewed",
            "the connection is terminating at the proxy",
            "a policy was not reviewed",
            "disks are replaced each year",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
