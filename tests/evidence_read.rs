//! `evidence read` on real files of several producers, and on files that were made to break it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use flate2::write::ZlibEncoder;
use flate2::{Compress, Compression, FlushCompress};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use tempfile::TempDir;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/evidence")
        .join(name)
}

fn run(arguments: &[&str], path: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_idp-assay"))
        .args(["evidence", "read"])
        .arg(path)
        .args(arguments)
        .output()
        .expect("the program starts")
}

/// What is proposed, as text.
fn read(path: &Path) -> String {
    let output = run(&[], path);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{}: {said}", path.display());
    String::from_utf8(output.stdout).expect("it is text")
}

/// What is proposed, without pages and words.
fn values(path: &Path) -> Vec<String> {
    let read = read(path);
    let values = read.lines().filter(|line| !line.starts_with(' '));
    values.map(str::to_string).collect()
}

/// What a refused file is told.
fn refused(path: &Path) -> String {
    let output = run(&[], path);
    let said = String::from_utf8(output.stderr).expect("it is text");
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(output.stdout.is_empty());
    assert!(said.contains("help: "), "{said}");
    said.lines().next().expect("it says something").to_string()
}

/// A folder with one PDF in it.
struct Made {
    _folder: TempDir,
    path: PathBuf,
}

impl Made {
    fn new(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let path = folder.path().join("made.pdf");
        std::fs::write(&path, bytes).expect("the file can be written");
        Self {
            _folder: folder,
            path,
        }
    }

    fn of(mut document: Document) -> Self {
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).expect("it can be written");
        Self::new(&bytes)
    }

    #[track_caller]
    fn is_refused(&self, why: &str) {
        let said = refused(&self.path);
        assert!(
            said.starts_with("error[bad-pdf]: ") && said.ends_with(why),
            "{said}"
        );
    }
}

const DAMAGED: &str = "it is damaged or hostile";

/// A document of one page that draws `content`, which may use the font `/F` and the form `/X`.
fn document(content: Stream) -> (Document, ObjectId) {
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
    });
    let content = document.add_object(content);
    let form = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => pages,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Contents" => content,
        "Resources" => dictionary! {
            "Font" => dictionary! { "F" => font },
            "XObject" => dictionary! { "X" => form },
        },
    });
    document
        .objects
        .insert(pages, Object::Dictionary(tree(vec![page], 1)));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    document.objects.insert(form, Object::Null);
    (document, page)
}

fn tree(kids: Vec<ObjectId>, count: i64) -> Dictionary {
    let kids: Vec<Object> = kids.into_iter().map(Object::Reference).collect();
    dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }
}

fn plain(content: &[u8]) -> Stream {
    Stream::new(Dictionary::new(), content.to_vec())
}

fn text(words: &str) -> Stream {
    plain(format!("BT /F 12 Tf 50 700 Td ({words}) Tj ET").as_bytes())
}

fn pages_of(document: &mut Document) -> ObjectId {
    let catalog = document.catalog().expect("there is a catalog");
    catalog
        .get(b"Pages")
        .and_then(Object::as_reference)
        .expect("it has pages")
}

/// The same page many times.
fn repeated(count: usize) -> Document {
    let (mut document, page) = document(text("Statement of Compliance with Everything"));
    let pages = pages_of(&mut document);
    let single = document.get_object(page).expect("there is a page").clone();
    let kids: Vec<ObjectId> = (0..count)
        .map(|_| document.add_object(single.clone()))
        .collect();
    let count = i64::try_from(count).expect("it is small");
    document
        .objects
        .insert(pages, Object::Dictionary(tree(kids, count)));
    document
}

// Real files.

const SOC2: &[&str] = &[
    "kind: soc2_t2",
    "period: 2025-01-01 to 2025-12-31",
    "report-date: 2026-02-12",
    "signature: complete",
    "opinion: qualified",
    "opinion-criteria: CC6.2",
    "categories: security, availability, confidentiality",
    "system: Northgate Directory",
    "auditor: Harrow & Finch LLP",
    "has-exceptions: yes",
    "exceptions: criterion CC6.2, control CC6.2-03, topic offboarding, sample 25, count 2",
    "has-entity-controls: yes",
    "entity-controls: control User entities are responsible for enforcing multi-factor authentication for all of \
     their users, including administrators and service accounts.",
    "entity-controls: control User entities are responsible for removing leavers.",
    "has-subservice: yes",
    "subservice: name Amazon Web Services, Inc., does hosting, method carve-out",
    "points-of-focus: revised-2022",
];

/// Subset fonts with CIDs; the first has object streams and no cross-reference table.
#[test]
fn a_report_printed_by_a_browser_or_a_typesetter_is_read() {
    for name in ["soc2-chromium.pdf", "soc2-weasyprint.pdf"] {
        assert_eq!(values(&sample(name)), SOC2, "{name}");
    }
}

#[test]
fn a_certificate_printed_by_a_browser_or_a_typesetter_is_read() {
    for name in ["certificate-chromium.pdf", "certificate-weasyprint.pdf"] {
        let expected = [
            "kind: iso27001",
            "edition: 2022",
            "holder: Northgate Systems, Inc.",
            "body: BSI",
            "number: IS 712345",
            "issue: 2025-03-04",
            "expiry: 2028-03-03",
            "scope: The design, development, operation and support of the Northgate Directory identity service.",
            "soa-cited: 4.2",
            "soa-cited-date: 2025-01-15",
        ];
        assert_eq!(values(&sample(name)), expected, "{name}");
    }
}

/// Its fonts are not in the file, and its letters are of Latin 1.
#[test]
fn a_certificate_of_a_small_library_is_read() {
    let expected = [
        "kind: iso27001",
        "edition: 2022",
        "holder: Nordtor Systeme GmbH",
        "body: T\u{dc}V S\u{dc}D",
        "number: 12 310 60234 TMS",
        "issue: 2025-03-01",
        "expiry: 2028-02-29",
        "scope: Entwicklung und Betrieb des Nordtor Verzeichnisdienstes.",
    ];
    assert_eq!(values(&sample("certificate-fpdf2.pdf")), expected);
}

#[test]
fn a_letter_is_read_even_where_printing_is_forbidden() {
    for name in [
        "letter-reportlab.pdf",
        "letter-ghostscript.pdf",
        "printing-forbidden.pdf",
    ] {
        let expected = [
            "kind: bridge_letter",
            "signed: 2026-01-15",
            "covers: 2025-10-01 to 2025-12-31",
            "changes: yes",
            "incidents: yes",
        ];
        assert_eq!(values(&sample(name)), expected, "{name}");
    }
}

#[test]
fn our_own_report_is_none_of_the_kinds() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/brindlewick/report.pdf");
    let output = run(&[], &path);
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("none of the kinds"), "{said}");
}

#[test]
fn programs_get_json() {
    let output = run(&["--format", "json"], &sample("soc2-chromium.pdf"));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(json["schema"], 1);
    assert_eq!(json["kind"]["id"], "soc2_t2");
    assert_eq!(json["kind"]["page"], 3);
    let proposals = json["proposals"].as_array().expect("it is a list");
    let value = |field: &str| {
        let mut proposals = proposals.iter();
        let found = proposals.find(|proposal| proposal["field"] == field);
        found.expect("it is proposed")["value"].clone()
    };
    assert_eq!(
        value("period"),
        serde_json::json!({"from": "2025-01-01", "to": "2025-12-31"})
    );
    assert_eq!(value("opinion"), "qualified");
    assert_eq!(value("opinion-criteria"), serde_json::json!(["CC6.2"]));
    assert_eq!(value("has-exceptions"), true);
    let row = serde_json::json!({"criterion": "CC6.2", "control": "CC6.2-03", "topic": "offboarding", "sample": 25, "count": 2});
    assert_eq!(value("exceptions"), row);
    let output = run(
        &["--format", "json"],
        &sample("../../examples/brindlewick/report.pdf"),
    );
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(
        json,
        serde_json::json!({"schema": 1, "kind": null, "proposals": []})
    );
}

#[test]
fn the_command_that_reads_is_not_shown() {
    let output = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
        .arg("--help")
        .output();
    let help = String::from_utf8(output.expect("the program starts").stdout).expect("it is text");
    assert!(
        help.contains("evidence") && !help.contains("read-pages"),
        "{help}"
    );
}

// Files without text.

#[test]
fn a_file_that_needs_a_password_says_so() {
    let said = refused(&sample("needs-password.pdf"));
    assert!(
        said.ends_with("it cannot be opened without a password"),
        "{said}"
    );
}

#[test]
fn a_scan_says_so() {
    let said = refused(&sample("scan.pdf"));
    assert!(
        said.ends_with("it holds no text: it looks like a scan"),
        "{said}"
    );
}

#[test]
fn what_is_no_pdf_says_so() {
    Made::new(b"").is_refused("it is not a PDF");
    Made::new(b"PK\x03\x04 a document of another program").is_refused("it is not a PDF");
}

#[test]
fn a_missing_file_and_a_folder_are_told() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let said = refused_without_help(&folder.path().join("none.pdf"));
    assert!(
        said.contains("error[unreadable]") && said.contains("none.pdf"),
        "{said}"
    );
    let said = refused_without_help(folder.path());
    assert!(said.contains("it is not a file"), "{said}");
}

fn refused_without_help(path: &Path) -> String {
    let output = run(&[], path);
    assert_eq!(output.status.code(), Some(3));
    String::from_utf8(output.stderr).expect("it is text")
}

// Damaged files.

#[test]
fn noise_behind_the_head_is_damaged() {
    let mut state = 1_u32;
    let mut noise = b"%PDF-1.7\n".to_vec();
    noise.extend((0..100_000).map(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    }));
    Made::new(&noise).is_refused(DAMAGED);
}

/// Wherever a file ends, the answer is what is left of it, or that it is damaged.
#[test]
fn a_file_that_was_cut_is_read_in_part_or_damaged() {
    let whole = std::fs::read(sample("letter-reportlab.pdf")).expect("the sample can be read");
    let mut refused = 0;
    for eighth in 1..8 {
        let made = Made::new(&whole[..whole.len() * eighth / 8]);
        let output = run(&[], &made.path);
        let said = String::from_utf8_lossy(&output.stderr);
        match output.status.code() {
            Some(0) => {}
            Some(3) => {
                refused += 1;
                assert!(said.contains("error[bad-pdf]"), "{said}");
            }
            other => panic!("{other:?}: {said}"),
        }
    }
    assert!(refused > 0);
}

// Files that were made to break a reader.

/// Two thousand times a mebibyte, packed twice.
#[test]
fn a_stream_that_grows_without_bound_is_refused() {
    let mut packer = Compress::new(Compression::best(), true);
    let block = vec![b' '; 1 << 20];
    let mut packed = vec![0_u8; 0];
    let mut piece = |flush| {
        let mut out = Vec::with_capacity(1 << 16);
        let status = packer.compress_vec(&block, &mut out, flush);
        status.expect("there is room");
        out
    };
    packed.extend(piece(FlushCompress::Full));
    let again = piece(FlushCompress::Full);
    for _ in 0..2000 {
        packed.extend(&again);
    }
    let mut twice = ZlibEncoder::new(Vec::new(), Compression::best());
    twice.write_all(&packed).expect("memory takes it");
    let filters: Vec<Object> = vec!["FlateDecode".into(), "FlateDecode".into()];
    let bytes = twice.finish().expect("memory takes it");
    assert!(bytes.len() < 100_000);
    let (document, _) = document(Stream::new(dictionary! { "Filter" => filters }, bytes));
    let made = Made::of(document);
    let output = run(&[], &made.path);
    assert_eq!(output.status.code(), Some(3));
}

/// One glyph that stands for 250 letters, forty thousand times.
#[test]
fn text_without_end_is_refused() {
    let letters = "0041".repeat(250);
    let map = format!(
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange \
         1 beginbfchar <41> <{letters}> endbfchar endcmap end"
    );
    let line = format!("({}) Tj 0 -1 Td ", "A".repeat(100));
    let read = |lines: usize| {
        let content = format!("BT /F 1 Tf 50 700 Td {} ET", line.repeat(lines));
        let (mut document, page) = document(plain(content.as_bytes()));
        let map = document.add_object(plain(map.as_bytes()));
        let font = {
            let page = document.get_dictionary(page).expect("there is a page");
            let fonts = page.get(b"Resources").and_then(Object::as_dict);
            let fonts = fonts
                .and_then(|resources| resources.get(b"Font"))
                .and_then(Object::as_dict);
            fonts
                .and_then(|fonts| fonts.get(b"F"))
                .and_then(Object::as_reference)
                .expect("it is there")
        };
        document
            .get_dictionary_mut(font)
            .expect("it is there")
            .set("ToUnicode", map);
        Made::of(document)
    };
    assert_eq!(run(&[], &read(300).path).status.code(), Some(0));
    read(400).is_refused("it holds more than 8 MiB of text");
}

#[test]
fn a_page_more_than_the_limit_is_too_many() {
    assert_eq!(values(&Made::of(repeated(2000)).path).len(), 1);
    Made::of(repeated(2001)).is_refused("it has more than 2000 pages");
}

#[test]
fn a_page_tree_that_bites_its_tail_is_refused() {
    let (mut document, _) = document(text("never reached by anybody at all"));
    let pages = pages_of(&mut document);
    document
        .objects
        .insert(pages, Object::Dictionary(tree(vec![pages], 1)));
    Made::of(document).is_refused(DAMAGED);
}

/// Ten kids of ten kids, ten times: ten thousand million pages out of one.
#[test]
fn a_page_tree_that_multiplies_is_refused() {
    let (mut document, page) = document(text("one page of very many"));
    let mut kid = page;
    for level in 0..10 {
        let count = 10_i64.pow(level + 1);
        kid = document.add_object(tree(vec![kid; 10], count));
    }
    let pages = pages_of(&mut document);
    document
        .objects
        .insert(pages, Object::Dictionary(tree(vec![kid], 1)));
    let made = Made::of(document);
    let said = refused(&made.path);
    assert!(said.contains("bad-pdf"), "{said}");
}

#[test]
fn arrays_in_arrays_are_refused() {
    let deep = [b"[".repeat(2_000_000), b" Tj".to_vec()].concat();
    Made::of(document(plain(&deep)).0).is_refused(DAMAGED);
    let head = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages ".to_vec();
    let object = [
        head,
        b"[".repeat(2_000_000),
        b">>\nendobj\ntrailer<</Root 1 0 R>>".to_vec(),
    ];
    Made::new(&object.concat()).is_refused(DAMAGED);
}

#[test]
fn a_form_that_draws_itself_ends() {
    let (mut document, page) = document(plain(b"/X Do"));
    let resources = {
        let page = document.get_dictionary(page).expect("there is a page");
        page.get(b"Resources").expect("it has resources").clone()
    };
    let form = {
        let resources = resources.as_dict().expect("it is a dictionary");
        let forms = resources.get(b"XObject").and_then(Object::as_dict);
        forms
            .and_then(|forms| forms.get(b"X"))
            .and_then(Object::as_reference)
            .expect("it is there")
    };
    let stream = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
            "Resources" => resources,
        },
        b"/X Do".to_vec(),
    );
    document.objects.insert(form, Object::Stream(stream));
    let made = Made::of(document);
    let said = refused(&made.path);
    assert!(said.contains("bad-pdf"), "{said}");
}

/// The file is not read at all, so its holes cost nothing.
#[test]
fn a_huge_file_is_refused() {
    let made = Made::new(b"%PDF-1.7\n");
    let file = std::fs::OpenOptions::new().write(true).open(&made.path);
    let file = file.expect("the file can be opened");
    file.set_len((100 << 20) + 1).expect("the file can grow");
    made.is_refused("it is larger than 100 MiB");
}

/// What no viewer shows, no person can confirm.
#[test]
fn text_beside_the_page_is_not_read() {
    let at = |x: u32| {
        let words = "(Statement of Compliance with Everything) Tj";
        let content = format!("BT /F 12 Tf {x} 700 Td {words} ET");
        Made::of(document(plain(content.as_bytes())).0)
    };
    assert_eq!(values(&at(50).path), ["kind: statement"]);
    at(2000).is_refused("it holds no text: it looks like a scan");
}

#[cfg(target_os = "linux")]
#[test]
fn the_process_that_reads_has_limits() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
        .arg("read-pages")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("the program starts");
    let path = format!("/proc/{}/limits", child.id());
    let line = |limits: &str, name: &str| {
        let line = limits.lines().find(|line| line.starts_with(name));
        line.expect("the limit is listed")
            .split_whitespace()
            .rev()
            .nth(2)
            .map(str::to_string)
    };
    // It waits for its stdin once it has set them.
    let limits = (0..500).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        let limits = std::fs::read_to_string(&path).expect("it runs");
        let is_set = line(&limits, "Max file size").as_deref() == Some("0");
        is_set.then_some(limits)
    });
    drop(child.stdin.take());
    child.wait().expect("it ends");
    let limits = limits.expect("it sets its limits");
    assert_eq!(
        line(&limits, "Max address space").as_deref(),
        Some("1073741824")
    );
    assert_eq!(line(&limits, "Max cpu time").as_deref(), Some("25"));
    assert_eq!(line(&limits, "Max core file size").as_deref(), Some("0"));
}
