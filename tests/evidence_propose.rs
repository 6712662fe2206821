//! What the text of a document proposes, and what it must not be taken for.

use idp_assay::evidence::Pages;
use idp_assay::evidence::assurance::{Proposal, Proposed, Reading, propose};

/// A SOC 2 Type II report with a plain opinion and no exceptions, one page a section.
const SOC2: [&str; 7] = [
    "Northgate Systems, Inc.\n\
     SOC 2 Type 2 Report\n\n\
     Report on Northgate's Description of Its Northgate Directory System Relevant to Security and Availability\n\n\
     For the period January 1, 2025 to December 31, 2025\n",
    "Table of Contents\n\
     Section I: Independent Service Auditor's Report 3\n\
     Section II: Management's Assertion 5\n\
     Section III: Description of the Northgate Directory System 6\n\
     Section IV: Criteria, Controls and Tests of Controls 7\n",
    "Section I: Independent Service Auditor's Report\n\n\
     Scope\n\n\
     We have examined the accompanying description of the Northgate Directory System throughout the period\n\
     January 1, 2025 to December 31, 2025, based on the trust services criteria relevant to security and\n\
     availability set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability,\n\
     Processing Integrity, Confidentiality, and Privacy.\n\n\
     We do not express an opinion on the information in Section V.\n\n\
     Description of Tests of Controls\n\n\
     The specific controls we tested are listed in Section IV.\n\n\
     Opinion\n\n\
     In our opinion, in all material respects, the controls operated effectively.\n\n\
     Harrow & Finch LLP\n\
     Denver, Colorado\n\
     February 12, 2026\n",
    "Section II: Management's Assertion\n\n\
     We have prepared the accompanying description.\n",
    "Section III: Description of the Northgate Directory System\n\n\
     Overview\n\n\
     Northgate runs a directory.\n",
    "Section IV: Criteria, Controls and Tests of Controls\n\n\
     CC6.1\tCC6.1-01 Access needs two factors.\n\
     Inspected the settings.\n\
     No exceptions noted.\n\n\
     CC6.2\tCC6.2-03 Access of leavers ends within a day.\n\
     Inspected a sample of 25 leavers.\n\
     No exceptions noted.\n",
    "Section V: Other Information Provided by Northgate\n\n\
     Northgate plans to grow.\n",
];

/// A certificate.
const CERTIFICATE: &str = "\
    Certificate of Registration\n\n\
    This is to certify that the Information Security Management System of\n\
    Northgate Systems, Inc.\n\
    100 Main Street, Denver\n\n\
    has been found to conform to the requirements of ISO/IEC 27001:2022\n\n\
    Scope: The development and operation of the Northgate Directory,\n\
    with all who run it.\n\n\
    Certificate Number: IS 712345\n\
    Issue date: 4 March 2025\n\
    Expiry date: 3 March 2028\n\
    Issued by: Harrow Certification\n";

/// A bridge letter.
const LETTER: &str = "\
    January 15, 2026\n\n\
    To whom it may concern,\n\n\
    The latest SOC 2 report of Northgate covers the period October 1, 2024 to September 30, 2025.\n\
    This bridge letter speaks about the time from October 1, 2025 through December 31, 2025.\n\
    There have been no material changes to the controls.\n\n\
    Sincerely,\n\
    Jane Roe\n";

fn read(pages: &[&str]) -> Reading {
    propose(&Pages::new(pages.iter().map(|page| (*page).to_string())))
}

/// The report with some words replaced.
fn soc2(changes: &[(&str, &str)]) -> Reading {
    changed(&SOC2, changes)
}

fn changed(pages: &[&str], changes: &[(&str, &str)]) -> Reading {
    let mut pages: Vec<String> = pages.iter().map(|page| (*page).to_string()).collect();
    for (old, new) in changes {
        assert!(
            pages.iter().any(|page| page.contains(old)),
            "`{old}` stands in it"
        );
        for page in &mut pages {
            *page = page.replace(old, new);
        }
    }
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    read(&pages)
}

fn kind(reading: &Reading) -> &str {
    reading.kind.as_ref().map_or("none", |kind| kind.kind.id())
}

/// Every value that is proposed for a field.
fn values(reading: &Reading, field: &str) -> Vec<String> {
    let proposals = reading.proposals.iter();
    let field = proposals.filter(|proposal| proposal.field == field);
    field.map(|proposal| shown(&proposal.value)).collect()
}

/// The only value that is proposed for a field, or `none`.
fn value(reading: &Reading, field: &str) -> String {
    let mut values = values(reading, field);
    assert!(values.len() < 2, "{values:?}");
    values.pop().unwrap_or_else(|| "none".to_string())
}

fn shown(value: &Proposed) -> String {
    match value {
        Proposed::Choice(id) => (*id).to_string(),
        Proposed::Several(ids) => ids.join(" "),
        Proposed::YesNo(holds) => holds.to_string(),
        Proposed::Date(day) => day.to_string(),
        Proposed::Period { from, to } => format!("{from} {to}"),
        Proposed::Count(count) => count.to_string(),
        Proposed::Text(text) => text.clone(),
        Proposed::List(entries) => entries.join("; "),
        Proposed::Row(fields) => {
            let fields = fields
                .iter()
                .map(|(id, value)| format!("{id}={}", shown(value)));
            fields.collect::<Vec<_>>().join(" ")
        }
    }
}

fn proposal<'a>(reading: &'a Reading, field: &str) -> &'a Proposal {
    let mut proposals = reading.proposals.iter();
    proposals
        .find(|proposal| proposal.field == field)
        .expect("it is proposed")
}

// The report as a whole.

#[test]
fn a_plain_report_proposes_what_it_says() {
    let reading = soc2(&[]);
    assert_eq!(kind(&reading), "soc2_t2");
    for (field, expected) in [
        ("period", "2025-01-01 2025-12-31"),
        ("as-of", "none"),
        ("report-date", "2026-02-12"),
        ("opinion", "unmodified"),
        ("opinion-criteria", "none"),
        ("emphasis", "none"),
        ("categories", "security availability"),
        ("system", "Northgate Directory"),
        ("auditor", "Harrow & Finch LLP"),
        ("has-exceptions", "false"),
        ("exceptions", "none"),
        ("has-entity-controls", "none"),
        ("has-subservice", "none"),
        ("points-of-focus", "none"),
    ] {
        assert_eq!(value(&reading, field), expected, "{field}");
    }
}

#[test]
fn each_proposal_names_its_page_and_words() {
    let reading = soc2(&[]);
    let found = proposal(&reading, "report-date");
    assert_eq!(found.page, 3);
    assert_eq!(
        found.words,
        "Harrow & Finch LLP Denver, Colorado February 12, 2026"
    );
    let found = proposal(&reading, "has-exceptions");
    assert_eq!(found.page, 6);
    assert!(found.words.contains("No exceptions"), "{}", found.words);
}

#[test]
fn words_are_one_short_line_whatever_the_page() {
    let hostile = "\u{1b}[2J\u{202e}".repeat(50);
    let reading = soc2(&[("Denver", &hostile), ("listed", &"x".repeat(5000))]);
    assert!(!reading.proposals.is_empty());
    for proposal in &reading.proposals {
        let words = &proposal.words;
        assert!(words.chars().count() <= 160, "{words}");
        let is_harmless = |c: char| !c.is_control() && c != '\u{202e}';
        assert!(words.chars().all(is_harmless), "{words:?}");
        assert!((1..=SOC2.len()).contains(&proposal.page));
    }
}

// Kind.

#[test]
fn the_type_is_what_the_auditor_examined() {
    let reading = soc2(&[
        ("Type 2", "Type I"),
        (
            "throughout the period\nJanuary 1, 2025 to December 31, 2025,",
            "as of December 31, 2025,",
        ),
        (
            "For the period January 1, 2025 to December 31, 2025",
            "As of December 31, 2025",
        ),
    ]);
    assert_eq!(kind(&reading), "soc2_t1");
    assert_eq!(value(&reading, "as-of"), "2025-12-31");
    assert_eq!(value(&reading, "period"), "none");
}

#[test]
fn the_auditor_counts_more_than_the_cover() {
    assert_eq!(kind(&soc2(&[("Type 2", "Type 1")])), "soc2_t2");
}

#[test]
fn a_text_about_reports_is_none() {
    for text in [
        "Security at Northgate\n\nWe are audited every year and hold a SOC 2 Type II report and an ISO/IEC 27001:2022 \
         certificate. Ask us for them.\n",
        "Northgate SOC 2 Type II Frequently Asked Questions\n\nOur controls are relevant to security.\n",
        "Vendor policy\n\nVendors show a SOC 2 report or certify that they comply with ISO/IEC 27001.\n",
    ] {
        assert_eq!(kind(&read(&[text])), "none", "{text}");
    }
}

#[test]
fn a_soc_2_report_that_names_a_certificate_stays_one() {
    let certificate = "Northgate runs a directory. Its certificate number is IS 1, and it has been certified to \
                       the requirements of ISO/IEC 27001:2022.";
    let reading = soc2(&[("Northgate runs a directory.", certificate)]);
    assert_eq!(kind(&reading), "soc2_t2");
}

#[test]
fn soc_1_and_soc_3_reports_are_told_apart() {
    let soc3 = "SOC 3 Report\n\nIndependent Service Auditor's Report\n\nWe have examined management's assertion that \
                the controls were effective throughout the period January 1, 2025 to December 31, 2025, based on the \
                trust services criteria relevant to security.\n\nHarrow & Finch LLP\nFebruary 12, 2026\n";
    let reading = read(&[soc3]);
    assert_eq!(kind(&reading), "soc3");
    assert_eq!(value(&reading, "date"), "2026-02-12");
    let soc1 = "SOC 1 Type 2 Report\n\nIndependent Service Auditor's Report\n\nWe have examined the description of the \
                payroll system, relevant to internal control over financial reporting.\n";
    assert_eq!(kind(&read(&[soc1])), "soc1");
}

#[test]
fn other_documents_are_known_by_their_titles() {
    let caiq = "Consensus Assessments Initiative Questionnaire\nVersion date: 2025-06-01\n";
    let reading = read(&[caiq]);
    assert_eq!(kind(&reading), "star_1");
    assert_eq!(value(&reading, "date"), "2025-06-01");
    assert_eq!(
        kind(&read(&[
            "FedRAMP Authorization Letter\n\nDated: May 2, 2025\n"
        ])),
        "fedramp"
    );
    assert_eq!(
        kind(&read(&[
            "Statement of Compliance\n\nWe comply with much.\n"
        ])),
        "statement"
    );
    assert_eq!(
        kind(&read(&[
            "We wrote no statement of compliance with anything, ever.\n"
        ])),
        "none"
    );
}

// Period.

#[test]
fn a_period_is_read_in_many_wordings() {
    for words in [
        "throughout the period of January 1, 2025, through December 31, 2025,",
        "throughout the period from 1 January 2025 to 31 December 2025,",
        "throughout the period January 1 to December 31, 2025,",
        "throughout the period 2025-01-01 to 2025-12-31,",
    ] {
        let reading = soc2(&[
            (
                "throughout the period\nJanuary 1, 2025 to December 31, 2025,",
                words,
            ),
            ("For the period January 1, 2025 to December 31, 2025", ""),
        ]);
        assert_eq!(
            value(&reading, "period"),
            "2025-01-01 2025-12-31",
            "{words}"
        );
    }
}

#[test]
fn the_period_of_another_report_is_not_this_one() {
    let others = "Northgate runs a directory. Its previous report was for the period January 1, 2024 to December 31, \
                  2024. The penetration test ran for the period March 1, 2025 to March 9, 2025.";
    let reading = soc2(&[("Northgate runs a directory.", others)]);
    assert_eq!(value(&reading, "period"), "2025-01-01 2025-12-31");
    let cover = "For the period January 1, 2025 to December 31, 2025";
    let reading = soc2(&[
        (
            "throughout the period\nJanuary 1, 2025 to December 31, 2025,",
            "throughout the period,",
        ),
        (cover, ""),
        ("Northgate runs a directory.", others),
    ]);
    assert_eq!(value(&reading, "period"), "none");
}

#[test]
fn the_auditor_may_name_the_previous_period() {
    let words = "listed. The previous report was about controls throughout the period January 1, 2024 to December 31, 2024, ";
    assert_eq!(
        value(&soc2(&[("listed", words)]), "period"),
        "2025-01-01 2025-12-31"
    );
}

#[test]
fn periods_that_contradict_each_other_propose_none() {
    let second = "listed. The controls were examined throughout the period July 1, 2025 to December 31, 2025 ";
    let reading = soc2(&[("listed", second)]);
    assert_eq!(value(&reading, "period"), "none");
}

// Signature.

#[test]
fn the_end_of_a_sentence_is_not_the_day_of_the_report() {
    let reading = soc2(&[
        (
            "operated effectively.",
            "operated effectively throughout the period January 1, 2025 to\nDecember 31, 2025.",
        ),
        ("February 12, 2026\n", "\n"),
    ]);
    assert_eq!(value(&reading, "report-date"), "none");
    assert_eq!(value(&reading, "opinion"), "unmodified");
}

#[test]
fn the_end_of_a_period_in_a_line_of_its_own_is_not_the_day_of_the_report() {
    let reading = soc2(&[
        (
            "Harrow & Finch LLP\n",
            "For the period January 1, 2025 to\nDecember 31, 2025\nHarrow & Finch LLP\n",
        ),
        ("February 12, 2026\n", "\n"),
    ]);
    assert_eq!(value(&reading, "report-date"), "none");
    assert_eq!(value(&reading, "period"), "2025-01-01 2025-12-31");
}

#[test]
fn a_day_under_the_signature_counts_even_before_the_end_of_the_period() {
    let reading = soc2(&[("February 12, 2026", "December 12, 2025")]);
    assert_eq!(value(&reading, "report-date"), "2025-12-12");
}

#[test]
fn a_day_without_a_signature_before_the_end_of_the_period_is_another() {
    let reading = soc2(&[
        ("Harrow & Finch LLP\n", ""),
        ("February 12, 2026", "December 12, 2025"),
    ]);
    assert_eq!(value(&reading, "report-date"), "none");
    let reading = soc2(&[("Harrow & Finch LLP\n", "")]);
    assert_eq!(value(&reading, "report-date"), "2026-02-12");
    assert_eq!(value(&reading, "auditor"), "none");
}

#[test]
fn the_firm_may_sign_in_other_ways() {
    for (words, expected) in [
        ("/s/ Harrow and Finch\nDenver, Colorado", "Harrow and Finch"),
        (
            "Harrow & Finch, P.C.\nDenver, Colorado",
            "Harrow & Finch, P.C.",
        ),
        ("HARROW CPAs\nDenver, Colorado", "HARROW CPAs"),
        ("Denver, Colorado", "none"),
    ] {
        let reading = soc2(&[("Harrow & Finch LLP\nDenver, Colorado", words)]);
        assert_eq!(value(&reading, "auditor"), expected);
    }
    let reading = soc2(&[
        ("Harrow & Finch LLP\n", ""),
        (
            "SOC 2 Type 2 Report\n",
            "SOC 2 Type 2 Report\n\nPrepared by: Harrow & Finch LLP\n\n",
        ),
    ]);
    assert_eq!(value(&reading, "auditor"), "Harrow & Finch LLP");
}

#[test]
fn the_addressee_is_not_the_firm() {
    let reading = soc2(&[
        (
            "Scope\n",
            "To: Northgate Systems LLC\nMarch 1, 2026\n\nScope\n",
        ),
        ("Harrow & Finch LLP\n", ""),
    ]);
    assert_eq!(value(&reading, "auditor"), "none");
}

// Opinion.

#[test]
fn a_qualified_opinion_is_known_by_its_words_or_its_heading() {
    let plain = "In our opinion, in all material respects,";
    for words in [
        "In our opinion, except for the matter described in the preceding paragraph, in all material respects,",
        "In our opinion, except for the effects of the matters described above,",
    ] {
        assert_eq!(
            value(&soc2(&[(plain, words)]), "opinion"),
            "qualified",
            "{words}"
        );
    }
    let reading = soc2(&[("\n\nOpinion\n", "\n\nQualified Opinion\n")]);
    assert_eq!(value(&reading, "opinion"), "qualified");
}

#[test]
fn except_for_in_another_place_is_no_qualification() {
    let reading = soc2(&[
        (
            "Northgate runs a directory.",
            "All rooms are locked, except for the matter described on the door.",
        ),
        (
            "listed in Section IV",
            "listed in Section IV, except for the legend",
        ),
    ]);
    assert_eq!(value(&reading, "opinion"), "unmodified");
}

#[test]
fn the_criteria_of_a_qualification_stand_in_its_basis_alone() {
    let basis = "Basis for Qualified Opinion\n\nAccess was not removed. As a result, criteria CC6.2 and CC6.3 were not met, \
                 nor was CC6.2 later.\n\nQualified Opinion\n\nSee also CC7.1.\n";
    let reading = soc2(&[("Opinion\n\nIn our", &format!("{basis}\n\nIn our"))]);
    assert_eq!(value(&reading, "opinion"), "qualified");
    assert_eq!(value(&reading, "opinion-criteria"), "CC6.2; CC6.3");
}

#[test]
fn adverse_opinions_and_disclaimers_are_known() {
    let plain = "In our opinion, in all material respects, the controls operated effectively.";
    let adverse =
        "In our opinion, because of the matter above, the controls did not operate effectively.";
    assert_eq!(value(&soc2(&[(plain, adverse)]), "opinion"), "adverse");
    let disclaimer =
        "Accordingly, we do not express an opinion on the description or the controls.";
    assert_eq!(
        value(&soc2(&[(plain, disclaimer)]), "opinion"),
        "disclaimer"
    );
    let reading = soc2(&[("\n\nOpinion\n", "\n\nDisclaimer of Opinion\n")]);
    assert_eq!(value(&reading, "opinion"), "disclaimer");
}

#[test]
fn that_other_information_bears_no_opinion_is_no_disclaimer() {
    let words = "Accordingly, we do not express an opinion on it.";
    let reading = soc2(&[(
        "We do not express an opinion on the information in Section V.",
        words,
    )]);
    assert_eq!(value(&reading, "opinion"), "unmodified");
}

#[test]
fn opinions_that_contradict_each_other_propose_none() {
    let reading = soc2(&[(
        "\n\nOpinion\n",
        "\n\nAdverse Opinion\n\nText.\n\nQualified Opinion\n",
    )]);
    assert_eq!(value(&reading, "opinion"), "none");
}

#[test]
fn what_is_emphasised_is_the_paragraph_under_its_heading() {
    let emphasis = "Emphasis of Matter\n\nThe service moved\nto another cloud.\n\nOpinion\n";
    let reading = soc2(&[("Opinion\n\nIn our", &format!("{emphasis}\nIn our"))]);
    assert_eq!(
        value(&reading, "emphasis"),
        "The service moved to another cloud."
    );
}

// Categories, system, points of focus.

#[test]
fn the_title_of_the_criteria_is_no_list_of_categories() {
    let reading = soc2(&[(
        "relevant to security and\navailability",
        "relevant to security",
    )]);
    assert_eq!(value(&reading, "categories"), "security");
}

#[test]
fn all_categories_are_known_in_the_order_of_the_form() {
    let all =
        "relevant to privacy, security, availability, processing integrity, and\nconfidentiality";
    let reading = soc2(&[("relevant to security and\navailability", all)]);
    assert_eq!(
        value(&reading, "categories"),
        "security availability confidentiality processing-integrity privacy"
    );
}

#[test]
fn a_nameless_system_is_not_proposed() {
    let reading = soc2(&[("Northgate Directory System", "System")]);
    assert_eq!(value(&reading, "system"), "none");
}

#[test]
fn revised_points_of_focus_are_known_and_their_absence_says_nothing() {
    let reading = soc2(&[(
        "and Privacy.",
        "and Privacy (With Revised Points of Focus\u{2014}2022).",
    )]);
    assert_eq!(value(&reading, "points-of-focus"), "revised-2022");
    assert_eq!(value(&soc2(&[]), "points-of-focus"), "none");
}

// Exceptions.

const LEAVERS: &str = "Inspected a sample of 25 leavers.\nNo exceptions noted.";

#[test]
fn an_exception_is_a_row_with_its_control_and_numbers() {
    for words in [
        "Exception noted. For 2 of 25 leavers, access was not removed.",
        "Exceptions were noted: for two (2) of twenty-five (25) leavers, access stayed.",
        "For 2 out of 25 leavers access stayed. Exception noted.",
        "Deviation noted. 2 of a sample of 25 leavers kept access.",
    ] {
        let reading = soc2(&[(LEAVERS, words)]);
        assert_eq!(value(&reading, "has-exceptions"), "true", "{words}");
        let row = "criterion=CC6.2 control=CC6.2-03 topic=offboarding sample=25 count=2";
        assert_eq!(value(&reading, "exceptions"), row, "{words}");
    }
}

#[test]
fn an_exception_without_numbers_or_with_two_pairs_proposes_none() {
    for words in [
        "Exception noted.",
        "Exception noted. 2 of 25 in May, and 3 of 30 in June.",
    ] {
        let reading = soc2(&[(LEAVERS, words)]);
        assert_eq!(
            value(&reading, "exceptions"),
            "criterion=CC6.2 control=CC6.2-03 topic=offboarding",
            "{words}"
        );
    }
}

#[test]
fn the_number_of_the_page_is_no_count() {
    let reading = soc2(&[(LEAVERS, "Exception noted.\nPage 6 of 25")]);
    assert_eq!(
        value(&reading, "exceptions"),
        "criterion=CC6.2 control=CC6.2-03 topic=offboarding"
    );
}

#[test]
fn criteria_that_are_named_together_are_not_guessed_at() {
    let reading = soc2(&[
        ("CC6.2\tCC6.2-03", "CC6.2, CC6.3\tIAM-07"),
        (LEAVERS, "Exception noted. 1 of 25."),
    ]);
    assert_eq!(
        value(&reading, "exceptions"),
        "control=IAM-07 topic=offboarding sample=25 count=1"
    );
}

#[test]
fn two_exceptions_are_two_rows() {
    let first = (
        "Inspected the settings.\nNo exceptions noted.",
        "Exception noted. 1 of 10.",
    );
    let reading = soc2(&[first, (LEAVERS, "Exception noted. 2 of 25.")]);
    let rows = [
        "criterion=CC6.1 control=CC6.1-01 sample=10 count=1",
        "criterion=CC6.2 control=CC6.2-03 topic=offboarding sample=25 count=2",
    ];
    assert_eq!(values(&reading, "exceptions"), rows);
}

#[test]
fn no_exceptions_is_proposed_only_when_every_test_says_so() {
    for words in [
        "Inspected a sample of 25 leavers.",
        "Inspected a sample of 25 leavers. The exception is told below.",
        "No exceptions noted. Access was not removed for one leaver.",
        "No exceptions noted. See the deviations in the annex.",
    ] {
        let reading = soc2(&[(LEAVERS, words)]);
        assert_eq!(value(&reading, "has-exceptions"), "none", "{words}");
    }
}

#[test]
fn an_exception_that_other_information_tells_of_is_enough_to_say_nothing() {
    let reading = soc2(&[(
        "Northgate plans to grow.",
        "Response to the exception: mended.",
    )]);
    assert_eq!(value(&reading, "has-exceptions"), "none");
}

#[test]
fn what_explains_exceptions_or_rules_them_is_none() {
    for words in [
        "The results column tells of exceptions, if any.",
        "Exceptions to the policy are approved.",
        "Any exception noted would be told here.",
    ] {
        let reading = soc2(&[("CC6.1\tCC6.1-01", &format!("{words}\n\nCC6.1\tCC6.1-01"))]);
        assert_eq!(value(&reading, "has-exceptions"), "false", "{words}");
    }
}

#[test]
fn no_exceptions_outside_of_the_tests_proves_nothing() {
    let reading = soc2(&[(
        "Section IV: Criteria, Controls and Tests of Controls\n\n",
        "Appendix\n\n",
    )]);
    assert_eq!(value(&reading, "has-exceptions"), "none");
}

// Controls left to the reader.

#[test]
fn the_controls_left_to_us_are_rows() {
    let list = "Complementary User Entity Controls\n\n\
                User entities are responsible for the following:\n\
                \u{2022} Enforcing two factors for all users,\nadministrators as well.\n\
                \u{2022} Removing leavers.\n\n\
                Changes\n\n\u{2022} Nothing changed.\n";
    let reading = soc2(&[("Northgate runs a directory.", list)]);
    assert_eq!(value(&reading, "has-entity-controls"), "true");
    let rows = [
        "control=Enforcing two factors for all users, administrators as well.",
        "control=Removing leavers.",
    ];
    assert_eq!(values(&reading, "entity-controls"), rows);
}

#[test]
fn the_table_of_contents_leaves_no_controls_to_us() {
    let contents = "Section III: Description of the Northgate Directory System 6\n\
                    Complementary User Entity Controls 6\n";
    let old = "Section III: Description of the Northgate Directory System 6\n";
    assert_eq!(
        value(&soc2(&[(old, contents)]), "has-entity-controls"),
        "none"
    );
}

#[test]
fn that_there_are_no_controls_left_to_us_is_said() {
    let words = "There are no complementary user entity controls.";
    let reading = soc2(&[("Northgate runs a directory.", words)]);
    assert_eq!(value(&reading, "has-entity-controls"), "false");
}

// Subservice organisations.

#[test]
fn subservice_organisations_are_named_in_many_wordings() {
    for words in [
        "Northgate uses Amazon Web Services, Inc. (\"AWS\"), a subservice organization, to provide cloud hosting.",
        "Northgate utilizes Amazon Web Services, Inc. (subservice organization) for hosting.",
        "Northgate uses a subservice organization, Amazon Web Services, Inc., to provide hosting.",
    ] {
        let reading = soc2(&[("Northgate runs a directory.", words)]);
        assert_eq!(value(&reading, "has-subservice"), "true", "{words}");
        let row = value(&reading, "subservice");
        assert!(
            row.starts_with("name=Amazon Web Services, Inc."),
            "{words}: {row}"
        );
    }
}

#[test]
fn two_names_are_two_rows() {
    let words = "Northgate uses Amazon Web Services (AWS) and Example Cloud, subservice organizations, for hosting. \
                 The carve-out method was used.";
    let reading = soc2(&[("Northgate runs a directory.", words)]);
    let rows = [
        "name=Amazon Web Services does=hosting method=carve-out",
        "name=Example Cloud does=hosting method=carve-out",
    ];
    assert_eq!(values(&reading, "subservice"), rows);
}

#[test]
fn both_methods_at_once_propose_neither() {
    let words = "Northgate uses Example Cloud, a subservice organization. The carve-out method was used for some, the \
                 inclusive method for others.";
    let reading = soc2(&[("Northgate runs a directory.", words)]);
    assert_eq!(value(&reading, "subservice"), "name=Example Cloud");
}

#[test]
fn that_none_is_used_is_said() {
    let words = "Northgate does not use any subservice organizations.";
    let reading = soc2(&[("Northgate runs a directory.", words)]);
    assert_eq!(value(&reading, "has-subservice"), "false");
    assert_eq!(value(&reading, "subservice"), "none");
}

#[test]
fn a_sentence_is_no_name() {
    let words = "Northgate uses Keys that it rotates often, unlike the subservice organization.";
    let reading = soc2(&[("Northgate runs a directory.", words)]);
    assert_eq!(value(&reading, "subservice"), "none");
}

// Certificates.

fn certificate(changes: &[(&str, &str)]) -> Reading {
    changed(&[CERTIFICATE], changes)
}

#[test]
fn a_certificate_proposes_what_it_says() {
    let reading = certificate(&[]);
    assert_eq!(kind(&reading), "iso27001");
    for (field, expected) in [
        ("edition", "2022"),
        ("holder", "Northgate Systems, Inc."),
        ("body", "Harrow Certification"),
        ("number", "IS 712345"),
        ("issue", "2025-03-04"),
        ("expiry", "2028-03-03"),
        ("last-audit", "none"),
        (
            "scope",
            "The development and operation of the Northgate Directory, with all who run it.",
        ),
        ("soa-cited", "none"),
        ("amendment", "none"),
    ] {
        assert_eq!(value(&reading, field), expected, "{field}");
    }
}

#[test]
fn the_standard_is_the_one_that_is_met() {
    for (number, expected) in [
        ("27017", "iso27017"),
        ("27018", "iso27018"),
        ("27701", "iso27701"),
    ] {
        let met = format!("ISO/IEC {number}:2019, an extension to ISO/IEC 27001:2022");
        let reading = certificate(&[("ISO/IEC 27001:2022", &met)]);
        assert_eq!(kind(&reading), expected);
        assert_eq!(value(&reading, "edition"), "2019");
    }
    let star = certificate(&[("Certificate of Registration", "CSA STAR Certification")]);
    assert_eq!(kind(&star), "star_2");
}

#[test]
fn the_year_of_a_european_adoption_is_no_edition() {
    let reading = certificate(&[("ISO/IEC 27001:2022", "BS EN ISO/IEC 27001:2023")]);
    assert_eq!(kind(&reading), "iso27001");
    assert_eq!(value(&reading, "edition"), "none");
}

#[test]
fn two_editions_propose_the_one_that_is_met() {
    let words = "Expiry date: 3 March 2028\nReplaces the certificate on ISO/IEC 27001:2013\n";
    let reading = certificate(&[("Expiry date: 3 March 2028\n", words)]);
    assert_eq!(value(&reading, "edition"), "2022");
}

#[test]
fn the_first_issue_is_not_that_of_this_cycle() {
    for words in [
        "Original issue date: 4 March 2019\nIssue date: 4 March 2025",
        "Initial certification date: 4 March 2019 Current issue date: 4 March 2025",
        "Originally registered: 4 March 2019 Effective date: 4 March 2025",
        "Original Issue Date\tIssue Date\n2019-03-04\t2025-03-04",
    ] {
        let reading = certificate(&[("Issue date: 4 March 2025", words)]);
        assert_eq!(value(&reading, "issue"), "2025-03-04", "{words}");
        assert_eq!(value(&reading, "expiry"), "2028-03-03", "{words}");
    }
    let reading = certificate(&[("Issue date", "Original issue date")]);
    assert_eq!(value(&reading, "issue"), "none");
}

#[test]
fn days_are_found_beside_under_and_between() {
    let both = "Issue date: 4 March 2025\nExpiry date: 3 March 2028";
    for words in [
        "Issue Date\tExpiry Date\n04.03.2025\t03.03.2028",
        "Date of issue\n4 March 2025\nValid until\n3 March 2028",
        "Valid from 4 March 2025 to 3 March 2028",
        "Validity: 2025-03-04 - 2028-03-03",
        "Issued on March 4th, 2025. It expires on March 3rd, 2028.",
    ] {
        let reading = certificate(&[(both, words)]);
        assert_eq!(value(&reading, "issue"), "2025-03-04", "{words}");
        assert_eq!(value(&reading, "expiry"), "2028-03-03", "{words}");
    }
}

#[test]
fn labels_that_do_not_pair_with_days_propose_none() {
    let both = "Issue date: 4 March 2025\nExpiry date: 3 March 2028";
    let reading = certificate(&[(both, "Issue Date\tExpiry Date\n04.03.2025")]);
    assert_eq!(value(&reading, "issue"), "none");
    assert_eq!(value(&reading, "expiry"), "none");
}

#[test]
fn two_days_of_expiry_propose_none() {
    let reading = certificate(&[("Issued by", "Valid until: 1 March 2027\nIssued by")]);
    assert_eq!(value(&reading, "expiry"), "none");
}

#[test]
fn the_last_audit_is_not_the_next_one() {
    let words = "Last surveillance audit: 1 March 2026\nNext audit due: 1 March 2027\nIssued by";
    let reading = certificate(&[("Issued by", words)]);
    assert_eq!(value(&reading, "last-audit"), "2026-03-01");
}

#[test]
fn the_cited_statement_of_applicability_is_read() {
    let words = "This is in accordance with the Statement of Applicability, version 4.2, dated 15 January 2025.\nIssued by";
    let reading = certificate(&[("Issued by", words)]);
    assert_eq!(value(&reading, "soa-cited"), "4.2");
    assert_eq!(value(&reading, "soa-cited-date"), "2025-01-15");
    assert_eq!(value(&reading, "issue"), "2025-03-04");
}

#[test]
fn a_number_without_digits_or_a_day_is_none() {
    for words in ["PENDING", "2025-03-04"] {
        let reading = certificate(&[("IS 712345", words)]);
        assert_eq!(value(&reading, "number"), "none", "{words}");
    }
    let reading = certificate(&[("Certificate Number: ", "Certificate Number\n")]);
    assert_eq!(value(&reading, "number"), "IS 712345");
}

#[test]
fn a_body_is_known_by_label_signature_or_name() {
    for (words, expected) in [
        (
            "For and on behalf of Harrow Certification:",
            "Harrow Certification",
        ),
        ("Audited by people of Schellman", "Schellman"),
        ("BSI or DNV", "none"),
    ] {
        let reading = certificate(&[("Issued by: Harrow Certification", words)]);
        assert_eq!(value(&reading, "body"), expected, "{words}");
    }
}

#[test]
fn a_german_certificate_is_read() {
    let text = "ZERTIFIKAT\n\nDie Zertifizierungsstelle bescheinigt, dass das Unternehmen\n\nNordtor Systeme GmbH\n\n\
                ein Managementsystem gem\u{e4}\u{df} ISO/IEC 27001:2022 anwendet.\n\n\
                Geltungsbereich:\nBetrieb des Verzeichnisdienstes.\n\n\
                Zertifikat-Nr.: 12 310 60234 TMS\nG\u{fc}ltig von: 01.03.2025\nG\u{fc}ltig bis: 29.02.2028\n";
    let reading = read(&[text]);
    assert_eq!(kind(&reading), "iso27001");
    for (field, expected) in [
        ("holder", "Nordtor Systeme GmbH"),
        ("number", "12 310 60234 TMS"),
        ("issue", "2025-03-01"),
        ("expiry", "2028-02-29"),
        ("scope", "Betrieb des Verzeichnisdienstes."),
    ] {
        assert_eq!(value(&reading, field), expected, "{field}");
    }
}

// Bridge letters.

fn letter(changes: &[(&str, &str)]) -> Reading {
    changed(&[LETTER], changes)
}

#[test]
fn a_bridge_letter_covers_the_days_after_the_report() {
    let reading = letter(&[]);
    assert_eq!(kind(&reading), "bridge_letter");
    for (field, expected) in [
        ("signed", "2026-01-15"),
        ("covers", "2025-10-01 2025-12-31"),
        ("changes", "true"),
        ("incidents", "none"),
    ] {
        assert_eq!(value(&reading, field), expected, "{field}");
    }
}

#[test]
fn the_period_of_the_report_is_not_what_the_letter_covers() {
    let gap = "This bridge letter speaks about the time from October 1, 2025 through December 31, 2025.\n";
    assert_eq!(
        value(
            &letter(&[(gap, "This bridge letter follows it.\n")]),
            "covers"
        ),
        "none"
    );
}

#[test]
fn a_letter_may_speak_up_to_its_own_day() {
    let gap = "speaks about the time from October 1, 2025 through December 31, 2025";
    for words in [
        "speaks about the time since September 30, 2025 through the date of this letter",
        "speaks about the time from October 1, 2025 to the date of this letter",
        "speaks about the time between September 30, 2025 and the date of this letter",
    ] {
        let reading = letter(&[(gap, words)]);
        assert_eq!(
            value(&reading, "covers"),
            "2025-10-01 2026-01-15",
            "{words}"
        );
    }
}

#[test]
fn a_letter_that_speaks_of_incidents_says_so() {
    let words = "no material changes to the controls, and no security incidents occurred";
    let reading = letter(&[("no material changes to the controls", words)]);
    assert_eq!(value(&reading, "incidents"), "true");
    assert_eq!(value(&reading, "changes"), "true");
}

// Bounds.

#[test]
fn every_kind_of_noise_is_read_to_its_end() {
    let noise = [
        "a ".repeat(200_000),
        "1".repeat(200_000),
        "uses A".repeat(50_000),
        "exception noted 1 of ".repeat(20_000),
        "January 1, 2025 to ".repeat(20_000),
        "(\u{2022}\n\t".repeat(50_000),
        "certify that\n".repeat(20_000),
        "Statement of Applicability ".repeat(20_000),
    ];
    for noise in &noise {
        read(&[SOC2[2], noise, SOC2[5], noise]);
        read(&[CERTIFICATE, noise]);
        read(&[noise, LETTER]);
    }
}
