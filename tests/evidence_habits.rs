//! The habits of audit firms: titles in plain case, running heads, tables whose cells go on below.

use idp_assay::evidence::Pages;
use idp_assay::evidence::assurance::{Proposed, Reading, propose};

/// A report in plain case, with a running head and tables, one page a section.
const REPORT: [&str; 7] = [
    "Northgate Systems Ltd\n\
     SOC 2 Type II report\n\n\
     Report on the description of the Northgate Directory system relevant to security\n\n\
     Throughout the period\n1 January 2025 to 31 December 2025\n",
    "Northgate Systems Ltd | SOC 2 Type II report\tConfidential\n\nPage 2 of 7\n\n\
     Table of contents\n\n\
     Section I: Independent service auditor's report\t3\n\n\
     Section II: Assertion of Northgate's management\t4\n\n\
     3.2 Incidents\t5\n\n\
     3.4 Complementary user entity controls\t5\n",
    "Northgate Systems Ltd | SOC 2 Type II report\tConfidential\n\nPage 3 of 7\n\n\
     Section I: Independent service auditor's report\n\n\
     To the management of Northgate Systems Ltd\n\n\
     We have examined the description of the Northgate Directory system throughout the period 1 January 2025 to\n\
     31 December 2025 by the trust services criteria relevant to security.\n\n\
     Opinion\n\
     In our opinion, in all material respects, the controls worked.\n\n\
     Harrow & Finch LLP\n\n\
     Certified Public Accountants, Denver\n\n\
     12 February 2026\n",
    "Northgate Systems Ltd | SOC 2 Type II report\tConfidential\n\nPage 4 of 7\n\n\
     Section II: Assertion of Northgate's management\n\n\
     We, the management, have prepared the description of our Northgate\nDirectory system and confirm it.\n\n\
     Jane Roe\nNorthgate Systems Ltd\n\n\
     11 February 2026\n",
    "Northgate Systems Ltd | SOC 2 Type II report\tConfidential\n\nPage 5 of 7\n\n\
     Section III: Description of the Northgate Directory\nsystem\n\n\
     3.1 Services\n\nNorthgate runs a directory.\n\n\
     3.2 Incidents\n\n\
     Date\tWhat happened\tMeasures\n\n\
     3 May 2025\tSign-in failed for\nan hour.\n\tIt was mended.\n\n\
     3.3 Subservice organisations\n\n\
     All are treated by the carve-out method.\n\n\
     Subservice organisation\tService\tMethod\n\n\
     Example Cloud\tHosting of all services\tCarve-out\n\n\
     Example Vault\tManagement of keys\nand secrets\n\tCarve-out\n\n\
     Subservice organisation\tComplementary subservice organisation control\tCriteria\n\n\
     Example Cloud\tEntry is limited.\tCC6.4\n\n\
     3.4 Complementary user entity controls\n\n\
     No.\tComplementary user entity control\tCriteria\n\n\
     CUEC-01\tEnforce two factors for\nall users.\n\tCC6.1\n\n\
     CUEC-02\tRemove the access of leavers.\tCC6.2, CC6.3\n\n\
     3.5 Other matters\n\nNothing.\n",
    "Northgate Systems Ltd | SOC 2 Type II report\tConfidential\n\nPage 6 of 7\n\n\
     Section IV: Trust services criteria, controls, tests and results\n\n\
     Control\tDescription\tTests\tResults of tests\n\n\
     CC6.2-03\tAccess of leavers ends\nwithin a day.\n\n\tCompared 25 leavers.\n\n\
     \tException noted. Access of 2 of 25 leavers stayed.\n\n\
     CC7.2-05\tAlerts are read.\n\n\tInspected 40 alerts.\n\n\
     \tException noted. 1 of 40 alerts was not reviewed.\n",
    "Northgate Systems Ltd | SOC 2 Type II report\tConfidential\n\nPage 7 of 7\n\n\
     Section V: Other information provided by Northgate\n\n\
     Control\tException\tResponse of management\tDate of remedy\n\n\
     CC6.2-03\t2 of 25 leavers\nwere late\n\tThe ticket came late. We will\nconnect the systems.\n\t30 June 2026\n\n\
     CC7.2-05\tOne alert was late\n\tWe will remind the analysts.\n",
];

fn read(pages: &[&str]) -> Reading {
    propose(&Pages::new(pages.iter().map(|page| (*page).to_string())))
}

/// The report with some words replaced.
fn report(changes: &[(&str, &str)]) -> Reading {
    let mut pages: Vec<String> = REPORT.iter().map(|page| (*page).to_string()).collect();
    for (old, new) in changes {
        assert!(pages.iter().any(|page| page.contains(old)), "`{old}`");
        for page in &mut pages {
            *page = page.replace(old, new);
        }
    }
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    read(&pages)
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
        Proposed::Row(values) => {
            let values = values
                .iter()
                .map(|(id, value)| format!("{id}={}", shown(value)));
            values.collect::<Vec<_>>().join(" ")
        }
    }
}

/// Everything that is proposed for a field, with line breaks between.
fn value(reading: &Reading, field: &str) -> String {
    let proposals = reading.proposals.iter();
    let field = proposals.filter(|proposal| proposal.field == field);
    let values: Vec<String> = field.map(|proposal| shown(&proposal.value)).collect();
    if values.is_empty() {
        return "none".to_string();
    }
    values.join("\n")
}

const LEAVERS: &str = "criterion=CC6.2 control=CC6.2-03 topic=offboarding sample=25 count=2";
const ALERTS: &str = "criterion=CC7.2 control=CC7.2-05 topic=monitoring sample=40 count=1";

#[test]
fn a_report_in_plain_case_proposes_what_it_says() {
    let reading = report(&[]);
    let exceptions = format!(
        "{LEAVERS} response=The ticket came late. We will connect the systems. remedy=2026-06-30\n\
         {ALERTS} response=We will remind the analysts."
    );
    for (field, expected) in [
        ("period", "2025-01-01 2025-12-31"),
        ("report-date", "2026-02-12"),
        ("signature", "complete"),
        ("opinion", "unmodified"),
        ("categories", "security"),
        ("system", "Northgate Directory"),
        ("assertion", "present"),
        ("auditor", "Harrow & Finch LLP"),
        ("exceptions", &exceptions),
        (
            "entity-controls",
            "control=CUEC-01: Enforce two factors for all users.\n\
             control=CUEC-02: Remove the access of leavers.",
        ),
        (
            "subservice",
            "name=Example Cloud does=hosting method=carve-out csocs=true\n\
             name=Example Vault does=keys method=carve-out csocs=false",
        ),
        (
            "incidents",
            "date=2025-05-03 what=Sign-in failed for an hour.",
        ),
    ] {
        assert_eq!(value(&reading, field), expected, "{field}");
    }
}

// Sections, contents, running heads.

#[test]
fn a_table_of_contents_without_numbers_begins_no_section() {
    let contents = "Table of contents\n\nSection I: Independent service auditor's report\n\n\
                    Section II: Assertion of Northgate's management\n\n\
                    Section III: Description of the Northgate Directory system\n";
    let summary = "Summary for readers\n\nNo.\tComplementary user entity control\n\nCUEC-07\tRead this summary.\n";
    let mut pages = REPORT.to_vec();
    pages[1] = contents;
    pages.insert(2, summary);
    let reading = read(&pages);
    assert_eq!(value(&reading, "entity-controls").lines().count(), 2);
    assert_eq!(value(&reading, "assertion"), "present");
}

#[test]
fn contents_that_go_on_over_a_page_are_left_out() {
    let mut pages: Vec<&str> = REPORT.to_vec();
    pages.insert(
        2,
        "Section III: Description of the Northgate Directory system\t5\n\n\
         Complementary user entity controls\t5\n\nSection V: Other information provided by Northgate\t7\n",
    );
    assert_eq!(value(&read(&pages), "opinion"), "unmodified");
    assert_eq!(value(&read(&pages), "report-date"), "2026-02-12");
}

#[test]
fn a_sentence_begins_no_section() {
    for words in [
        "Section II: assertion of management, is by others.",
        "Section V \"Other information provided by Northgate\"",
        "Section IV lists the controls, their tests and results",
    ] {
        let reading = report(&[("Opinion\n", &format!("{words}\n\nOpinion\n"))]);
        assert_eq!(value(&reading, "report-date"), "2026-02-12", "{words}");
        assert_eq!(value(&reading, "auditor"), "Harrow & Finch LLP", "{words}");
    }
}

#[test]
fn a_day_in_a_running_head_is_not_that_of_the_report() {
    let head = "SOC 2 Type II report\tConfidential";
    let reading = report(&[(head, "13 March 2026\n\nConfidential\n")]);
    assert_eq!(value(&reading, "report-date"), "2026-02-12");
}

#[test]
fn the_period_of_the_report_of_another_is_not_this_one() {
    let table = "Supplier\tPeriod of its report\n\nExample Cloud\tthroughout the period 1 July 2024 to 30 June 2025\n";
    let reading = report(&[("Northgate runs a directory.", table)]);
    assert_eq!(value(&reading, "period"), "2025-01-01 2025-12-31");
}

// Signature and assertion.

#[test]
fn two_days_under_two_signatures_propose_neither() {
    let second = "12 February 2026\n\nFinch & Daughters LLP\n\n14 February 2026\n";
    let reading = report(&[("12 February 2026\n", second)]);
    for field in ["report-date", "signature", "auditor"] {
        assert_eq!(value(&reading, field), "none", "{field}");
    }
}

#[test]
fn a_day_without_a_firm_or_a_firm_without_a_day_is_no_signature() {
    let reading = report(&[("Harrow & Finch LLP\n\n", "")]);
    assert_eq!(value(&reading, "auditor"), "none");
    assert_eq!(value(&reading, "signature"), "none");
    let reading = report(&[("12 February 2026\n", "")]);
    assert_eq!(value(&reading, "signature"), "none");
    assert_eq!(value(&reading, "report-date"), "none");
}

#[test]
fn whom_the_report_is_addressed_to_did_not_sign_it() {
    let signature = "Harrow & Finch LLP\n\nCertified Public Accountants, Denver";
    let reading = report(&[(signature, "Northgate Systems Ltd")]);
    assert_eq!(value(&reading, "auditor"), "none");
    assert_eq!(value(&reading, "signature"), "none");
}

#[test]
fn an_assertion_about_another_system_or_without_words_is_not_proposed() {
    let reading = report(&[(
        "Northgate\nDirectory system and",
        "Southgate Payroll system and",
    )]);
    assert_eq!(value(&reading, "assertion"), "none");
    let words = "We, the management, have prepared the description of our Northgate\nDirectory system and confirm it.";
    let reading = report(&[(
        words,
        "The assertion on the Northgate Directory is given on request.",
    )]);
    assert_eq!(value(&reading, "assertion"), "none");
}

// Exceptions and answers to them.

#[test]
fn an_exception_that_only_an_answer_tells_of_is_none() {
    let reading = report(&[
        (
            "Exception noted. Access of 2 of 25 leavers stayed.",
            "Inspected.",
        ),
        (
            "Exception noted. 1 of 40 alerts was not reviewed.",
            "Inspected.",
        ),
    ]);
    assert_eq!(value(&reading, "has-exceptions"), "none");
    assert_eq!(value(&reading, "exceptions"), "none");
}

#[test]
fn an_answer_to_another_control_is_not_taken_over() {
    let reading = report(&[("CC6.2-03\t2 of", "CC6.2-04\t2 of")]);
    let expected = format!("{LEAVERS}\n{ALERTS} response=We will remind the analysts.");
    assert_eq!(value(&reading, "exceptions"), expected);
}

#[test]
fn two_answers_or_two_controls_propose_none() {
    let expected = format!("{LEAVERS}\n{ALERTS} response=We will remind the analysts.");
    for row in [
        "CC6.2-03\tAgain\tWe will see to it in time.\t1 May 2026\n\nCC7.2-05\tOne",
        "CC7.2-05\tOne",
    ] {
        let controls = match row.starts_with("CC6") {
            true => "CC6.2-03\t2 of",
            false => "CC6.2-03, CC6.2-04\t2 of",
        };
        let reading = report(&[("CC7.2-05\tOne", row), ("CC6.2-03\t2 of", controls)]);
        assert_eq!(value(&reading, "exceptions"), expected, "{row}");
    }
}

#[test]
fn two_exceptions_of_one_control_take_no_answer() {
    let second = "\tException noted. Access of 2 of 25 leavers stayed.\n\nCC6.2-04\tOther.\n\nCC6.2-03\tAgain.\n\n\
                  \tException noted. 3 of 30 leavers kept a key.\n";
    let reading = report(&[(
        "\tException noted. Access of 2 of 25 leavers stayed.\n",
        second,
    )]);
    let rows = value(&reading, "exceptions");
    assert_eq!(rows.lines().count(), 3);
    assert_eq!(rows.matches("response").count(), 1, "{rows}");
}

#[test]
fn a_row_of_answers_with_too_many_cells_is_left_alone() {
    let reading = report(&[("\t30 June 2026", "\tlate\t30 June 2026")]);
    assert!(value(&reading, "exceptions").starts_with(&format!("{LEAVERS}\n")));
}

#[test]
fn two_days_of_remedy_propose_none() {
    let reading = report(&[("\t30 June 2026", "\t30 June 2026 or 31 July 2026")]);
    let rows = value(&reading, "exceptions");
    assert!(rows.contains("connect the systems."), "{rows}");
    assert!(!rows.contains("remedy"), "{rows}");
}

#[test]
fn an_answer_behind_its_label_belongs_to_the_control_before_it() {
    let table = REPORT[6]
        .split("\n\n")
        .skip(3)
        .collect::<Vec<_>>()
        .join("\n\n");
    let answer = |words: &str| {
        let reading = report(&[(table.as_str(), words)]);
        value(&reading, "exceptions")
            .lines()
            .next()
            .map(str::to_string)
    };
    let said = answer(
        "CC6.2-03: late\nManagement's response: The ticket came late. This was fixed on 3 March 2026.",
    );
    let expected = format!(
        "{LEAVERS} response=The ticket came late. This was fixed on 3 March 2026. remedy=2026-03-03"
    );
    assert_eq!(said, Some(expected));
    for words in [
        "Management's response: The ticket came late, we will see to it.",
        "CC6.2-03 and CC6.2-04: late\nManagement's response: The ticket came late, we will see to it.",
        "CC6.2-03: late\n\nText.\n\nManagement's response: The ticket came late, we will see to it.",
    ] {
        assert_eq!(answer(words).as_deref(), Some(LEAVERS), "{words}");
    }
    let said = answer(
        "CC6.2-03: late\nManagement's response: The ticket of 3 March 2026 came late, we regret it.",
    );
    assert!(!said.expect("it is a row").contains("remedy"));
}

#[test]
fn an_exception_with_two_topics_or_none_has_none() {
    for words in ["leavers kept privileged access", "doors stood open"] {
        let reading = report(&[
            (
                "Access of 2 of 25 leavers stayed",
                &format!("2 of 25 {words}"),
            ),
            ("Access of leavers ends", "All is well"),
            ("25 leavers.", "25 cases."),
        ]);
        let rows = value(&reading, "exceptions");
        assert!(
            rows.starts_with("criterion=CC6.2 control=CC6.2-03 sample=25"),
            "{rows}"
        );
    }
}

// Controls left to the reader, subservice organisations, incidents.

#[test]
fn the_controls_of_others_are_not_left_to_us() {
    let reading = report(&[
        (
            "3.4 Complementary user entity",
            "3.4 Complementary subservice",
        ),
        (
            "Complementary user entity control\t",
            "Complementary subservice control\t",
        ),
    ]);
    assert_eq!(value(&reading, "entity-controls"), "none");
}

#[test]
fn a_row_that_names_criteria_alone_is_no_control() {
    let reading = report(&[(
        "Remove the access of leavers.\tCC6.2, CC6.3",
        "CC6.2, CC6.3",
    )]);
    let expected = "control=CUEC-01: Enforce two factors for all users.";
    assert_eq!(value(&reading, "entity-controls"), expected);
}

#[test]
fn a_table_behind_the_next_title_is_another() {
    let table = "Nothing.\n\nNo.\tMeasure\n\nCUEC-03\tRead all of this.\n";
    let reading = report(&[("Nothing.\n", table)]);
    assert_eq!(value(&reading, "entity-controls").lines().count(), 2);
}

#[test]
fn a_business_that_is_carved_out_tells_no_method() {
    let reading = report(&[
        (
            "All are treated by the carve-out method.",
            "The carve-out of the payroll business is done.",
        ),
        ("\tMethod", "\tSince"),
        ("\tCarve-out", "\t2020"),
    ]);
    let rows = value(&reading, "subservice");
    assert!(
        rows.contains("Example Cloud") && !rows.contains("method"),
        "{rows}"
    );
}

#[test]
fn whose_controls_are_listed_is_not_guessed_at() {
    let reading = report(&[("Example Cloud\tEntry", "The cloud\tEntry")]);
    assert!(!value(&reading, "subservice").contains("csocs"));
    let reading = report(&[("Entry is limited.\tCC6.4", "Entry\tis limited.\tCC6.4")]);
    assert!(!value(&reading, "subservice").contains("csocs"));
}

#[test]
fn a_list_of_subservice_organisations_is_read_whole_or_not_at_all() {
    let begin = REPORT[4]
        .find("Subservice organisation\tService")
        .expect("there is a table");
    let end = REPORT[4].find("3.4 Comp").expect("there is a part");
    let tables = &REPORT[4][begin..end];
    let said = |words: &str| value(&report(&[(tables, words)]), "subservice");
    let two = "name=Example Cloud does=hosting method=carve-out\nname=Example Logs does=logging method=carve-out";
    assert_eq!(
        said(
            "Northgate uses two subservice organisations: Example Cloud for hosting, and Example Logs for the storage of logs.\n\n"
        ),
        two
    );
    for words in [
        "Northgate uses three subservice organisations: Example Cloud for hosting, and Example Logs for the storage of logs.\n\n",
        "Northgate uses two subservice organisations: Example Cloud for hosting in Bonn, and Lyon.\n\n",
        "Northgate uses two subservice organisations: some clouds, and others for logs.\n\n",
    ] {
        assert_eq!(said(words), "none", "{words}");
    }
}

#[test]
fn incidents_stand_under_their_title() {
    for title in ["3.2 Handling of incidents", "3.2 Significant changes"] {
        let reading = report(&[("3.2 Incidents\n\nDate", &format!("{title}\n\nDate"))]);
        assert_eq!(value(&reading, "incidents"), "none", "{title}");
    }
    let table = "3.2 Incidents\n\nSee above.\n\nSignificant changes\n\nDate";
    let reading = report(&[("3.2 Incidents\n\nDate", table)]);
    assert_eq!(value(&reading, "has-incidents"), "none");
}

#[test]
fn a_table_of_changes_names_no_incidents() {
    let reading = report(&[("What happened", "Description of the change")]);
    assert_eq!(value(&reading, "incidents"), "none");
}

#[test]
fn that_there_was_no_incident_is_said_without_exception() {
    let begin = REPORT[4].find("Date\tWhat").expect("there is a table");
    let end = REPORT[4].find("3.3 Sub").expect("there is a part");
    let table = &REPORT[4][begin..end];
    let said = |words: &str| {
        value(
            &report(&[(table, &format!("{words}\n\n"))]),
            "has-incidents",
        )
    };
    assert_eq!(
        said("There were no significant incidents during the period."),
        "false"
    );
    for words in [
        "There were no significant incidents during the period, other than that of May.",
        "No incidents stay unanswered.",
        "Incidents are assessed.",
    ] {
        assert_eq!(said(words), "none", "{words}");
    }
}

// Letters and certificates.

const LETTER: &str = "15 April 2026\n\nTo the customers\n\nBridge letter to our SOC 2 Type II report\n\n\
    Harrow & Finch LLP gave a SOC 2 Type II report for the period 1 January 2025 to 31 December 2025.\n\
    The next report is planned for the period 1 January 2026 to 31 December 2026.\n\
    This letter covers the time from 1 January 2026 to 31 March 2026. There were no material changes to controls.\n";

#[test]
fn the_period_of_the_next_report_is_not_covered() {
    let reading = read(&[LETTER]);
    assert_eq!(value(&reading, "covers"), "2026-01-01 2026-03-31");
    let silent = LETTER.replace(
        "covers the time from 1 January 2026 to 31 March 2026",
        "follows it",
    );
    assert_eq!(value(&read(&[&silent]), "covers"), "none");
}

#[test]
fn a_letter_that_covers_two_times_proposes_neither() {
    let both = LETTER.replace(
        "There were",
        "This letter covers the time from 1 January 2026 to 15 April 2026. There were",
    );
    assert_eq!(value(&read(&[&both]), "covers"), "none");
}

const CERTIFICATE: [&str; 2] = [
    "Certificate\n\nThis is to certify that the information security management system of\nNorthgate Systems Ltd\n\n\
     has been audited and conforms to\nISO/IEC 27001:2022\n\n\
     for the following scope\nOperation of the Northgate Directory, at the sites of the annex, in accordance with\n\
     the Statement of Applicability, version 3.1, dated 2 April 2024\n\n\
     Certificate number\tIS-1\n\n\
     Accreditation mark of the National Service of Ostland (NSO):\n\
     Harrow Certification is accredited for the certification of management systems, number NSO 17-M.\n",
    "Annex\n\nScope\n\nOperation of the Northgate Directory.\n\n\
     Sites\n\nNo.\tSite\tActivities\n\n1\tMain Street 1,\nDenver\n\tHead office\n\n2\tHigh Road 2, Bonn\tSupport\n",
];

fn certificate(changes: &[(&str, &str)]) -> Reading {
    let pages = CERTIFICATE.map(|page| {
        let replaced = |page: String, (old, new): &(&str, &str)| page.replace(old, new);
        changes.iter().fold(page.to_string(), replaced)
    });
    read(&[&pages[0], &pages[1]])
}

#[test]
fn a_certificate_with_an_annex_proposes_what_both_say() {
    let reading = certificate(&[]);
    for (field, expected) in [
        ("holder", "Northgate Systems Ltd"),
        ("body", "Harrow Certification"),
        ("accredited-by", "National Service of Ostland, NSO 17-M"),
        (
            "scope",
            "Operation of the Northgate Directory, at the sites of the annex",
        ),
        ("sites", "Main Street 1, Denver; High Road 2, Bonn"),
        ("soa-cited", "3.1"),
    ] {
        assert_eq!(value(&reading, field), expected, "{field}");
    }
}

#[test]
fn scopes_that_differ_propose_none() {
    let reading = certificate(&[("Scope\n\nOperation", "Scope\n\nDevelopment")]);
    assert_eq!(value(&reading, "scope"), "none");
}

#[test]
fn sites_that_are_left_out_or_unclear_propose_none() {
    for change in [
        ("Sites\n", "Excluded sites\n"),
        ("Activities", "Reason of exclusion"),
        ("Bonn\tSupport", "Bonn\tSupport\tNone"),
    ] {
        assert_eq!(
            value(&certificate(&[change]), "sites"),
            "none",
            "{change:?}"
        );
    }
}

#[test]
fn who_is_accredited_is_not_who_accredits_nor_the_holder() {
    let reading = certificate(&[(
        "Harrow Certification is accredited",
        "Northgate Systems Ltd is accredited",
    )]);
    assert_eq!(value(&reading, "body"), "none");
    let reading = certificate(&[(
        "Accreditation mark of the National Service of Ostland (NSO):\n",
        "",
    )]);
    assert_eq!(value(&reading, "accredited-by"), "none");
}

// Bounds.

#[test]
fn noise_in_tables_is_read_to_its_end() {
    let noise = [
        "\ta\n".repeat(50_000),
        "No.\tSite\tSite\n".repeat(20_000),
        "CC6.2-03\tException noted.\tResponse\n".repeat(10_000),
        "CC6.2-03: Management's response: ".repeat(10_000),
        "3.2 Incidents\n\nDate\tWhat happened\n\n".repeat(5_000),
        "uses two subservice organisations: A for b, ".repeat(10_000),
        "Accreditation mark of the Most Noble Service: ".repeat(10_000),
        format!("Subservice organisation{}\n", "\tService".repeat(50_000)),
        "Section I: Independent service auditor's report\n\n".repeat(5_000),
    ];
    for noise in &noise {
        let mut pages = REPORT;
        pages[2..].fill(noise);
        read(&pages);
        read(&[
            REPORT[2], REPORT[4], noise, REPORT[5], noise, REPORT[6], noise,
        ]);
        read(&[CERTIFICATE[0], noise]);
    }
}
