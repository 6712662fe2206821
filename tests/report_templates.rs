//! Templates of one's own: they take the place of the built-in ones, and each mistake in them is shown with its
//! place, in the program's words.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const ASSESSMENT: &str = "\
format: 1
vendor: Example *Identity*
product: Example Cloud
assessor: A. Analyst
packs: [{id: idp, version: 1.0.0}]
model: irm-1.0.0
depth: quick
as_of: 2026-11-20
answers:
  Q.ctx.02: {value: yes, by: A. Analyst, on: 2026-11-02}
";

/// A folder with an assessment and templates in `own`.
struct Case(TempDir);

impl Case {
    fn new(templates: &[(&str, &str)]) -> Self {
        let case = Self(tempfile::tempdir().expect("a temporary folder can be made"));
        fs::write(case.path("a.yaml"), ASSESSMENT).expect("it can be written");
        for (path, text) in templates {
            let path = case.path("own").join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
            fs::write(path, text).expect("it can be written");
        }
        case
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_idp-assay"))
            .args(arguments)
            .current_dir(self.0.path())
            .env_remove("NO_COLOR")
            .output()
            .expect("the program starts")
    }

    /// What `report` says, with this exit code.
    fn report(&self, code: i32) -> String {
        let output = self.run(&["report", "a.yaml", "-o", "a.md", "--template", "own"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{said}");
        assert_eq!(self.path("a.md").exists(), code == 0, "{said}");
        said
    }

    fn written(&self) -> String {
        fs::read_to_string(self.path("a.md")).expect("the report is there")
    }
}

/// What is said of one file, which cannot be used.
fn refused(path: &str, text: &str) -> String {
    Case::new(&[(path, text)]).report(3)
}

#[test]
fn a_file_takes_the_place_of_the_part_with_its_path() {
    let case = Case::new(&[
        (
            "report/caveat.md",
            "## Our limits\n\n{% include \"report/more.md\" %}\n",
        ),
        (
            "report/more.md",
            "\u{feff}Asked of **{{ subject.vendor }}**.\n",
        ),
    ]);
    assert_eq!(case.report(0), "wrote `a.md`\n");
    let text = case.written();
    assert!(text.contains("## Our limits\n\nAsked of **Example \\*Identity\\***."));
    assert!(
        text.contains("## How to read this report"),
        "the rest is built in"
    );
    assert!(!text.contains("No universal standard"));
}

#[test]
fn every_syntax_error_of_every_file_is_said_at_once() {
    let case = Case::new(&[
        (
            "report/caveat.md",
            "## Limits\n\n{% if summary %}\nnever closed\n",
        ),
        ("report/summary.md", "# {{ subject.product\n"),
        ("report/contents.md", "{% unless summary %}\n"),
    ]);
    insta::assert_snapshot!(case.report(3));
}

#[test]
fn an_unknown_variable_is_told_what_is_known() {
    let text = "# {{ subject.product }}\n\n{{ summary.verdict.titel }}\n";
    insta::assert_snapshot!(refused("report/summary.md", text));
}

#[test]
fn an_unknown_variable_of_a_row_is_told_what_a_row_has() {
    let text = "{% for row in summary.drivers %}\n- {{ row.name }}\n{% endfor %}\n";
    insta::assert_snapshot!(refused("report/caveat.md", text));
}

#[test]
fn an_unknown_part_is_found_even_in_a_condition() {
    let text = "{% if sumary.drivers %}yes{% endif %}\n";
    insta::assert_snapshot!(refused("report/caveat.md", text));
}

#[test]
fn a_part_of_another_edition_is_told_how_to_be_asked_for() {
    let case = Case::new(&[("report/caveat.md", "{{ answers.sections | length }}\n")]);
    let arguments = [
        "report",
        "a.yaml",
        "-o",
        "a.md",
        "--template",
        "own",
        "--audience",
        "committee",
    ];
    let output = case.run(&arguments);
    assert_eq!(output.status.code(), Some(3));
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stderr));
}

#[test]
fn an_unknown_filter_test_and_function_are_said_at_once() {
    let text =
        "{{ subject.vendor | uper }}\n{% if subject is emptyish %}{% endif %}\n{{ now() }}\n";
    insta::assert_snapshot!(refused("report/caveat.md", text));
}

#[test]
fn words_are_said_in_the_language_of_the_report() {
    let text = "## {{ say(id=\"title-limits\") }} {#limits}\n\n\
                {{ say(id=\"front-by\", assessor=subject.vendor) }}\n";
    let case = Case::new(&[("report/caveat.md", text)]);
    case.report(0);
    let english = "## Limits of this report\n\nby Example \\*Identity\\*\n";
    assert!(case.written().contains(english), "{}", case.written());
    let german = ["--language", "de", "--template", "own"];
    case.run(&[&["report", "a.yaml", "-o", "a.md"], &german[..]].concat());
    let german = "## Grenzen dieses Berichts\n\nBearbeitung: Example \\*Identity\\*\n";
    assert!(case.written().contains(german), "{}", case.written());
}

#[test]
fn words_that_cannot_be_said_are_told_at_once() {
    let text = "{{ say(id=\"title-limit\") }}\n{{ say(id=\"front-by\", asessor=\"A\") }}\n";
    insta::assert_snapshot!(refused("report/caveat.md", text));
}

#[test]
fn words_that_the_report_names_are_told_where_they_are_said() {
    let text = "{% set id = \"no-such\" %}{{ say(id=id) }}\n";
    insta::assert_snapshot!(refused("report/caveat.md", text));
}

#[test]
fn an_unknown_template_is_told_the_nearest() {
    let text = "{% include \"report/summery.md\" %}\n";
    insta::assert_snapshot!(refused("report.md", text));
}

#[test]
fn templates_that_include_each_other_are_refused() {
    let case = Case::new(&[
        ("report/caveat.md", "a\n{% include \"report/b.md\" %}\n"),
        ("report/b.md", "b\n{% include \"report/caveat.md\" %}\n"),
    ]);
    insta::assert_snapshot!(case.report(3));
}

#[test]
fn text_is_never_printed_raw() {
    let text = "| safe |\n|---|\n\n{% if false %}{{ subject.vendor | safe }}{% endif %}\n\
                {{ subject.vendor|escape_html }}\n";
    insta::assert_snapshot!(refused("report/caveat.md", text));
}

#[test]
fn a_value_of_another_type_is_said_with_its_place() {
    let text = "{% for c in subject.vendor %}{{ c }}{% endfor %}\n{{ summary.drivers + 1 }}\n";
    insta::assert_snapshot!(refused("report/caveat.md", text));
}

#[test]
fn a_figure_that_does_not_follow_its_form_is_a_warning() {
    let text = "## Own\n\n```bars\ncaption: without words\n{{ subject.product }} | 1\n```\n";
    let case = Case::new(&[("report/caveat.md", text)]);
    insta::assert_snapshot!(case.report(0));
    assert!(
        case.written().contains("caption: without words"),
        "it is shown as code"
    );
}

#[test]
fn a_file_that_changes_nothing_is_a_warning() {
    let case = Case::new(&[("report/sumary.md", "x"), ("extra/own.md", "x")]);
    insta::assert_snapshot!(case.report(0));
}

#[test]
fn files_that_cannot_be_templates_are_said_at_once() {
    let case = Case::new(&[
        ("report/style.css", "x"),
        (".hidden", "x"),
        ("README.md", "x"),
    ]);
    fs::write(case.path("own/report/latin.md"), b"caf\xe9").expect("it can be written");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", case.path("own/report/link.md")).expect("a link");
    insta::assert_snapshot!(case.report(3));
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let case = Case::new(&[]);
    insta::assert_snapshot!(case.report(3));
}

/// The files of a folder, by their paths in it.
fn files(folder: &Path, root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("it can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, root));
        } else {
            let path = path.strip_prefix(root).expect("it lies there");
            found.push(path.display().to_string());
        }
    }
    found.sort();
    found
}

#[test]
fn the_built_in_templates_are_a_start_for_ones_own() {
    let case = Case::new(&[]);
    let output = case.run(&["templates", "-o", "own"]);
    assert_eq!(output.status.code(), Some(0));
    let own = case.path("own");
    assert!(files(&own, &own).contains(&"report/summary.md".to_owned()));
    assert_eq!(
        case.report(0),
        "wrote `a.md`\n",
        "all are used, none is wrong"
    );
    let with_own = case.written();
    case.run(&["report", "a.yaml", "-o", "b.md"]);
    let built_in = fs::read_to_string(case.path("b.md")).expect("the report is there");
    assert!(with_own == built_in);
    let again = case.run(&["templates", "-o", "own"]);
    assert_eq!(again.status.code(), Some(1), "nothing is written over");
}
