//! Whatever is wrong with a pack is reported at once, with file, line, column and help.

use std::collections::BTreeMap;
use std::sync::Arc;

use idp_assay::pack::Pack;
use idp_assay::pack::reader::{self, Files};
use idp_assay::source::{Code, Problem, Problems, Source};

/// The files of the small pack, to be changed by a test.
struct Memory(BTreeMap<&'static str, String>);

impl Memory {
    fn new() -> Self {
        Self(BTreeMap::from([
            ("pack.yaml", include_str!("pack/pack.yaml").to_string()),
            ("model.yaml", include_str!("pack/model.yaml").to_string()),
            (
                "frameworks.yaml",
                include_str!("pack/frameworks.yaml").to_string(),
            ),
            (
                "thresholds.yaml",
                include_str!("pack/thresholds.yaml").to_string(),
            ),
            (
                "logging.yaml",
                include_str!("pack/logging.yaml").to_string(),
            ),
        ]))
    }

    /// The small pack with documents and red flags, one of which a bad answer raises.
    fn with_documents() -> Self {
        let mut files = Self::new().with(
            "pack.yaml",
            "sections:",
            "documents: documents.yaml\nred_flags: red-flags.yaml\nsections:",
        );
        let texts = [
            ("documents.yaml", include_str!("pack/documents.yaml")),
            ("red-flags.yaml", include_str!("pack/red-flags.yaml")),
        ];
        files
            .0
            .extend(texts.map(|(name, text)| (name, text.to_owned())));
        files.with(
            "logging.yaml",
            "finding: short-retention,",
            "finding: short-retention, red_flag: RF-S-10,",
        )
    }

    /// The small pack with facts that answer two of its questions.
    fn with_facts() -> Self {
        let mut files = Self::new()
            .with("pack.yaml", "sections:", "facts: facts.yaml\nsections:")
            .with(
                "logging.yaml",
                "    frameworks: {nist",
                "    facts: [{fact: kept, claim: at-least}]\n    frameworks: {nist",
            )
            .with(
                "logging.yaml",
                "level: 0.25}\n    frameworks: {}",
                "level: 0.25}\n    facts: [{fact: streams, if: {under: 1}, refutes: [stream], to: by-hand, \
                 confirms: [stream]}]\n    frameworks: {}",
            );
        let text = include_str!("pack/facts.yaml").to_owned();
        files.0.insert("facts.yaml", text);
        files
    }

    /// Replaces one stretch of one file.
    fn with(mut self, file: &'static str, old: &str, new: &str) -> Self {
        let text = self.0.get_mut(file).expect("the file is there");
        assert!(text.contains(old), "`{old}` stands in {file}");
        *text = text.replacen(old, new, 1);
        self
    }

    fn source(&self, file: &str) -> Arc<Source> {
        Source::new(file, self.0[file].as_str())
    }

    fn read(&self) -> Result<Pack, Problems> {
        reader::read(&self.source("pack.yaml"), self)
    }

    /// The problems as they are shown.
    fn refused(&self) -> String {
        self.read().expect_err("the pack has problems").to_string()
    }
}

impl Files for Memory {
    fn open(&self, path: &str) -> Result<Arc<Source>, Problem> {
        if self.0.contains_key(path) {
            return Ok(self.source(path));
        }
        Err(Problem::new(
            Code::Unreadable,
            format!("`{path}` is not there"),
        ))
    }
}

#[test]
fn the_small_pack_has_no_problems() {
    Memory::new()
        .read()
        .unwrap_or_else(|problems| panic!("{problems}"));
}

#[test]
fn the_small_pack_with_documents_has_no_problems() {
    let pack = Memory::with_documents();
    let pack = pack.read().unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(pack.documents.kinds.len(), 2);
    assert_eq!(pack.documents.red_flags.len(), 2);
}

#[test]
fn everything_wrong_with_forms_is_shown_in_one_run() {
    let shown = Memory::with_documents()
        .with("documents.yaml", "form: summary", "form: sumary")
        .with("documents.yaml", "id: soc3", "id: soc4")
        .with("documents.yaml", "kind: count", "kind: number")
        .with("documents.yaml", "past: yes", "pst: yes")
        .refused();
    let form = Memory::with_documents()
        .with("documents.yaml", "form: summary", "form: sumary")
        .refused();
    insta::assert_snapshot!([shown, form].join("\n\n"));
}

#[test]
fn the_small_pack_with_facts_has_no_problems() {
    let pack = Memory::with_facts();
    let pack = pack.read().unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(pack.facts.len(), 2);
    let links = pack.questions().map(|question| question.facts.len());
    assert_eq!(links.sum::<usize>(), 2);
}

#[test]
fn everything_wrong_with_facts_is_shown() {
    let wrong = [
        ("facts.yaml", "kind: count", "kind: number"),
        ("facts.yaml", "id: streams", "id: kept"),
        ("logging.yaml", "fact: kept", "fact: keept"),
        ("logging.yaml", "claim: at-least", "claim: at-lest"),
        (
            "logging.yaml",
            "{fact: kept, claim: at-least}",
            "{fact: streams, claim: at-least}",
        ),
        (
            "logging.yaml",
            "{fact: kept, claim: at-least}",
            "{fact: kept}",
        ),
        (
            "logging.yaml",
            "{fact: kept, claim",
            "{fact: kept, part: native, claim",
        ),
        ("logging.yaml", "to: by-hand", "to: by-mail"),
        ("logging.yaml", "to: by-hand, ", ""),
        ("logging.yaml", "if: {under: 1}", "if: {under: 1, over: 3}"),
        ("logging.yaml", "if: {under: 1}", "if: {is: no}"),
    ];
    let shown = wrong.map(|(file, old, new)| Memory::with_facts().with(file, old, new).refused());
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn a_form_is_there_once() {
    let shown = Memory::with_documents()
        .with("documents.yaml", "- id: summary", "- id: report")
        .with("documents.yaml", "form: summary", "form: report")
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn kinds_fields_columns_and_options_are_there_once() {
    for (old, new, what) in [
        ("id: soc3", "id: soc2_t2", "kind `soc2_t2`"),
        ("id: criteria", "id: opinion", "field `opinion`"),
        ("id: count", "id: criterion", "column `criterion`"),
        ("{id: qualified", "{id: unmodified", "option `unmodified`"),
    ] {
        let shown = Memory::with_documents()
            .with("documents.yaml", old, new)
            .refused();
        let told = format!("error[duplicate-id]: {what} is given twice");
        assert!(shown.contains(&told), "{told} in\n{shown}");
        assert!(!shown.contains("documents.yaml:1:1"), "{shown}");
    }
}

#[test]
fn a_condition_of_a_field_can_be_met() {
    let shown = |new: &str| {
        let files = Memory::with_documents();
        let files = files.with("documents.yaml", "{question: opinion, is: qualified}", new);
        files.refused()
    };
    let all = [
        shown("{question: opinon, is: qualified}"),
        shown("{question: opinion, is: qualfied}"),
        shown("{question: opinion, is: yes}"),
        shown("{question: exceptions, answered: yes}"),
        shown("{question: criteria, is: qualified}"),
    ];
    insta::assert_snapshot!(all.join("\n\n"));
}

#[test]
fn everything_wrong_with_red_flags_is_shown_in_one_run() {
    let shown = Memory::with_documents()
        .with("red-flags.yaml", "control: LG1", "control: LG7")
        .with(
            "red-flags.yaml",
            "severities: [medium, high]",
            "severities: [medium]",
        )
        .refused();
    let other = Memory::with_documents()
        .with("red-flags.yaml", "standing: secondary", "standing: hearsay")
        .with("red-flags.yaml", "title: Too", "titel: Too")
        .refused();
    let unknown = Memory::with_documents()
        .with("logging.yaml", "red_flag: RF-S-10", "red_flag: RF-S-11")
        .refused();
    let twice = Memory::with_documents()
        .with("red-flags.yaml", "RF-S-27", "RF-S-10")
        .refused();
    insta::assert_snapshot!([shown, other, unknown, twice].join("\n\n"));
}

#[test]
fn a_red_flag_of_a_pack_without_any_is_unknown() {
    let shown = Memory::new()
        .with(
            "logging.yaml",
            "finding: short-retention,",
            "finding: short-retention, red_flag: RF-S-10,",
        )
        .refused();
    assert!(shown.contains("unknown red flag `RF-S-10`"), "{shown}");
}

#[test]
fn many_problems_of_several_files_are_shown_in_one_run() {
    let shown = Memory::new()
        .with("model.yaml", "weight: 3", "weight: 0")
        .with("model.yaml", "knockout: 1,", "knockout: 1.5,")
        .with("logging.yaml", "share: 2,", "share: -1,")
        .with("logging.yaml", "why: Because.", "because: of it")
        .with("logging.yaml", "level: 0.25", "level: 2")
        .with("logging.yaml", "text: As a stream,", "text: 7, level: 1,")
        .with("thresholds.yaml", "standing: primary", "standing: hearsay")
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn unknown_ids_are_shown_with_the_nearest_known_one() {
    let shown = Memory::new()
        .with(
            "logging.yaml",
            "question: sso-enforced",
            "question: sso-forced",
        )
        .with("logging.yaml", "control: HA2", "control: HA3")
        .with("logging.yaml", "topic: logging", "topic: loging")
        .with("logging.yaml", "basis: [LOG-01]", "basis: [LOG-O1]")
        .with("logging.yaml", "[PR.AA-05]", "[PR.AC-4]")
        .with("logging.yaml", "options: [by-hand]", "options: [by-had]")
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn ids_given_twice_are_shown_with_both_places() {
    let shown = Memory::new()
        .with("logging.yaml", "id: export", "id: retention")
        .with(
            "logging.yaml",
            "finding: slow-leavers",
            "finding: short-retention",
        )
        .with("logging.yaml", "id: by-hand", "id: stream")
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn answered_no_is_refused_and_not_read_as_its_opposite() {
    let shown = Memory::new()
        .with(
            "logging.yaml",
            "depth: quick\n    answer: {kind: yes-no}",
            "depth: quick\n    when: {question: export, answered: no}\n    answer: {kind: yes-no}",
        )
        .refused();
    assert!(
        shown.contains("expected `answered: yes`") && shown.contains("`not: {question"),
        "{shown}"
    );
}

#[test]
fn a_section_that_cannot_be_read_is_the_only_problem() {
    for (old, new) in [("title:", "titel:"), ("id: logging", "id: [logging")] {
        let problems = Memory::new()
            .with("logging.yaml", old, new)
            .read()
            .expect_err("the section is broken");
        let shown = problems.to_string();
        assert!(
            !shown.contains("fed by no question") && !shown.contains("unknown question"),
            "{shown}"
        );
    }
}

#[test]
fn only_an_extension_sets_weights_and_budgets() {
    let shown = Memory::new()
        .with(
            "pack.yaml",
            "format: 1",
            "format: 1\nweights: {LG1: 5}\nbudgets: 7",
        )
        .refused();
    for key in ["weights", "budgets"] {
        assert!(shown.contains(&format!("unknown key `{key}`")), "{shown}");
    }
}

#[test]
fn a_condition_that_depends_on_itself_is_a_circle() {
    let shown = Memory::new()
        .with(
            "logging.yaml",
            "is: yes",
            "is: yes}\n    # the other half follows",
        )
        .with(
            "logging.yaml",
            "depth: quick\n    answer: {kind: yes-no}",
            "depth: quick\n    when: {question: export, answered: yes}\n    answer: {kind: yes-no}",
        )
        .with("logging.yaml", "follows}", "follows")
        .with("logging.yaml", "depth: standard", "depth: quick")
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn a_question_no_answers_can_open_is_unreachable() {
    let shown = Memory::new()
        .with(
            "logging.yaml",
            "when: {question: sso-enforced, is: yes}",
            "when: {all: [{question: sso-enforced, is: yes}, {question: sso-enforced, is: no}]}",
        )
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn a_question_behind_an_unreachable_one_is_unreachable_too() {
    let never = "when: {all: [{question: sso-enforced, is: yes}, {not: {question: sso-enforced, answered: yes}}]}";
    let shown = Memory::new()
        .with("logging.yaml", "when: {question: sso-enforced, is: yes}", never)
        .with(
            "logging.yaml",
            "    depth: quick\n    answer: {kind: percent",
            "    depth: standard\n    when: {question: export, is: stream}\n    answer: {kind: percent",
        )
        .with("logging.yaml", "control: HA2, share: 1, gating: yes", "control: HA2, share: 1")
        .refused();
    assert_eq!(
        shown.matches("error[unreachable-question]").count(),
        2,
        "{shown}"
    );
}

#[test]
fn a_test_that_no_answer_can_meet_is_refused() {
    let shown = Memory::new()
        .with("logging.yaml", "is: yes}", "is: often}")
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn a_control_without_an_unconditional_gating_question_is_refused() {
    let shown = Memory::new()
        .with(
            "logging.yaml",
            "control: LG1, share: 2, gating: yes",
            "control: LG1, share: 2",
        )
        .with(
            "logging.yaml",
            "control: HA2, share: 1, gating: yes",
            "control: LG1, share: 1",
        )
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn a_gating_question_must_be_asked_at_every_depth() {
    let shown = Memory::new()
        .with(
            "logging.yaml",
            "share: 1}\n    depth: standard",
            "share: 1, gating: yes}\n    depth: standard",
        )
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn a_condition_may_not_rest_on_a_deeper_question() {
    let shown = Memory::new()
        .with(
            "logging.yaml",
            "    depth: quick\n    answer: {kind: percent",
            "    depth: quick\n    when: {question: export, is: stream}\n    answer: {kind: percent",
        )
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn a_scored_question_needs_a_level_and_a_meaning_of_bad_answers() {
    let answer = "answer: {kind: percent, scale: {unit: percent, interpolation: linear, points: [[0, 0], [100, 1]], basis: []}}";
    let shown = Memory::new()
        .with("logging.yaml", answer, "answer: {kind: text}")
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn a_syntax_error_ends_the_reading_of_its_file_alone() {
    let shown = Memory::new()
        .with(
            "logging.yaml",
            "answer: {kind: yes-no}",
            "answer: {kind: yes-no",
        )
        .with("thresholds.yaml", "standing: primary", "standing: hearsay")
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn a_missing_file_is_shown_where_it_is_named() {
    let shown = Memory::new()
        .with(
            "pack.yaml",
            "thresholds: thresholds.yaml",
            "thresholds: elsewhere.yaml",
        )
        .refused();
    insta::assert_snapshot!(shown);
}

#[test]
fn an_alias_bomb_is_refused() {
    let bomb = "bomb: [&a [x, x, x, x, x, x, x, x, x], &b [*a, *a, *a, *a, *a, *a, *a, *a], &c [*b, *b, *b, *b, *b, *b, *b, *b], &d [*c, *c, *c, *c, *c, *c, *c, *c], &e [*d, *d, *d, *d, *d, *d, *d, *d], &f [*e, *e, *e, *e, *e, *e, *e, *e], &g [*f, *f, *f, *f, *f, *f, *f, *f]]\nsection:";
    let problems = Memory::new().with("logging.yaml", "section:", bomb).read();
    let problems = problems.expect_err("a bomb is no pack");
    assert!(
        problems
            .iter()
            .any(|problem| problem.code() == Code::OverLimit),
        "{problems}"
    );
}

#[test]
fn an_extension_adds_questions_and_sets_weights() {
    let base = Memory::new()
        .read()
        .unwrap_or_else(|problems| panic!("{problems}"));
    let extended = extend(&base, "weights: {LG1: 5}\nbudgets: {logging: 0.3}");
    let extended = extended.unwrap_or_else(|problems| panic!("{problems}"));
    let labels: Vec<String> = extended.parts.iter().map(|part| part.label()).collect();
    assert_eq!(labels, ["small 0.1.0", "own 1.0.0"]);
    assert_eq!(extended.questions().count(), base.questions().count() + 1);
    let control = extended.model.control(&"LG1".into()).expect("it is there");
    assert_eq!(control.weight, 5.0);
    let domain = extended
        .model
        .domain(&"logging".into())
        .expect("it is there");
    assert_eq!(domain.budget, 0.3);
}

#[test]
fn an_extension_may_only_set_what_is_there() {
    let base = Memory::new()
        .read()
        .unwrap_or_else(|problems| panic!("{problems}"));
    let shown = extend(&base, "weights: {LG9: 5, HA2: 0}").expect_err("neither can be set");
    insta::assert_snapshot!(shown);
}

fn extend(base: &Pack, settings: &str) -> Result<Pack, Problems> {
    let own = include_str!("pack/logging.yaml");
    let (_, last) = own
        .split_once("  - id: leavers")
        .expect("it has a last question");
    let question = format!(
        "section: {{id: own, title: Own, intro: Ours.}}\nquestions:\n  - id: own-leavers{last}"
    )
    .replace("slow-leavers", "own-slow-leavers");
    let mut files = Memory::new();
    files.0.insert("own.yaml", question);
    let manifest = format!(
        "format: 1\nid: own\nversion: 1.0.0\ntitle: Ours\nextends: small\nsections: [own.yaml]\n{settings}\n"
    );
    reader::extend(base, &Source::new("own/pack.yaml", manifest), &files)
}
