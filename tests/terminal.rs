//! The interview in a real terminal: whole journeys, key by key, in a pseudo-terminal.
//!
//! Every step waits for text on the screen; nothing sleeps.

#![cfg(unix)]

#[path = "interview/desk.rs"]
mod desk;

use std::process::{Command, Stdio};
use std::time::Duration;

use desk::{Desk, PROGRAM};
use expectrl::process::unix::{Signal, UnixProcess, WaitStatus};
use expectrl::session::Session;
use expectrl::{Eof, Expect};
use rustix::termios::LocalModes;

const ESC: &str = "\u{1b}";
const DOWN: &str = "\u{1b}[B";
const ENTER: &str = "\r";
const CTRL_C: &str = "\u{3}";
const HIDE: &str = "\u{1b}[?25l";
const SHOW: &str = "\u{1b}[?25h";

/// Opens the interview in a terminal.
fn assess(desk: &Desk, more: &[&str]) -> Terminal {
    let mut command = Command::new(PROGRAM);
    command
        .args(["--as-of", "2026-03-01", "assess"])
        .arg(desk.file())
        .args(more)
        .current_dir(desk.folder())
        .env("TERM", "xterm")
        .env("LANG", "C.UTF-8")
        .env_remove("NO_COLOR");
    Terminal::open(command)
}

/// The program in a terminal of 100 columns and 40 rows.
struct Terminal {
    session: Session<UnixProcess, expectrl::process::unix::PtyStream>,
    /// Everything shown so far.
    shown: String,
}

impl Terminal {
    fn open(command: Command) -> Self {
        let mut session = Session::spawn(command).expect("the program starts");
        session.set_expect_timeout(Some(Duration::from_secs(20)));
        let process = session.get_process_mut();
        process
            .set_window_size(100, 40)
            .expect("a terminal has a size");
        let shown = String::new();
        Self { session, shown }
    }

    /// Waits until the text is shown.
    #[track_caller]
    fn wait(&mut self, text: &str) -> &mut Self {
        match self.session.expect(text) {
            Ok(found) => self
                .shown
                .push_str(&String::from_utf8_lossy(found.as_bytes())),
            Err(error) => panic!("`{text}` was not shown: {error}; before: {}", self.shown),
        }
        self
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        self.session.send(keys).expect("the terminal takes keys");
        self
    }

    fn line(&mut self, line: &str) -> &mut Self {
        self.keys(line).keys(ENTER)
    }

    /// Waits for the end; gives the exit code.
    #[track_caller]
    fn end(&mut self) -> i32 {
        self.wait_for_end();
        match self.session.get_process().wait() {
            Ok(WaitStatus::Exited(_, code)) => code,
            other => panic!("it ended with {other:?} after {}", self.shown),
        }
    }

    #[track_caller]
    fn wait_for_end(&mut self) {
        match self.session.expect(Eof) {
            Ok(rest) => self
                .shown
                .push_str(&String::from_utf8_lossy(rest.as_bytes())),
            Err(error) => panic!("it did not end: {error}; before: {}", self.shown),
        }
    }

    /// Whether the terminal passes on whole lines, the mode in which the program found it.
    fn is_restored(&self) -> bool {
        let modes = rustix::termios::tcgetattr(self.session.get_stream());
        let modes = modes.expect("it is a terminal").local_modes;
        modes.contains(LocalModes::ICANON | LocalModes::ISIG)
    }

    fn signal(&mut self, signal: Signal) {
        let process = self.session.get_process_mut();
        process.signal(signal).expect("the program runs");
    }

    /// Stops at a question that is answered by a line.
    #[track_caller]
    fn stop(&mut self) {
        self.line(":q");
        assert_eq!(self.end(), 0);
    }
}

#[test]
fn answers_are_chosen_typed_and_saved_one_by_one() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &[]);
    terminal
        .wait("Each answer is saved at once")
        .wait("How we use it 1/1 · 0 % of 9")
        .wait("more: help");
    terminal
        .keys(DOWN)
        .keys(ENTER)
        .wait("saved: yes")
        .wait("2 questions more to ask");
    assert!(
        desk.text().contains("Q.use.01:\n    value: \"yes\""),
        "{}",
        desk.text()
    );
    terminal
        .wait("Q.use.02")
        .wait("Number")
        .line("5000")
        .wait("saved: 5000");
    terminal.wait("Q.tok.01").wait("Length of time").line("15");
    terminal
        .wait("`15` is not a length of time")
        .wait("such as `15 min`");
    terminal
        .line("15 min")
        .wait("saved: 15 min")
        .wait("Q.tok.02")
        .wait("more: help");
    terminal
        .keys(DOWN)
        .keys(DOWN)
        .keys(ENTER)
        .wait("saved: Possible");
    terminal
        .wait("Q.tok.03")
        .wait("API keys")
        .wait("Certificates");
    terminal
        .keys(" ")
        .keys(DOWN)
        .keys(" ")
        .keys(ENTER)
        .wait("saved: API keys; Client secrets");
    terminal
        .wait("Part 1 of 3")
        .wait("Length of time")
        .line("90 d")
        .wait("saved: 90 d");
    terminal
        .wait("Part 2 of 3")
        .wait("more: help")
        .keys(ESC)
        .wait("What else?");
    terminal
        .keys(DOWN)
        .keys(DOWN)
        .keys(ENTER)
        .wait("Part 3 of 3")
        .wait("Text")
        .keys(ENTER);
    terminal
        .wait("Q.log.01")
        .wait("more: help")
        .keys(ESC)
        .wait("stop (:q)");
    terminal.keys("k").keys(ENTER);
    assert_eq!(terminal.end(), 0);
    assert!(
        terminal
            .shown
            .contains("11 questions: 5 answered, 1 answered in part, 5 open.")
    );
    assert!(terminal.shown.contains("0 open, 1 in part  Credentials"));
    assert!(
        terminal.shown.contains("Go on: idp-assay assess"),
        "{}",
        terminal.shown
    );
}

#[test]
fn a_german_assessment_is_interviewed_in_german() {
    let desk = Desk::with(&["--language", "de", "--assessor", "Ada"]);
    let mut terminal = assess(&desk, &[]);
    terminal
        .wait("Tiefe: normal")
        .wait("Jede Antwort wird sofort gespeichert")
        .wait("0 % von 9")
        .wait("Ja")
        .wait("mehr: Hilfe")
        .keys(ESC)
        .wait("Was sonst? (Esc: zurück)")
        .wait("beenden (:q)");
    terminal
        .keys(ESC)
        .wait("mehr: Hilfe")
        .keys(DOWN)
        .keys(ENTER);
    terminal
        .wait("gespeichert: ja")
        .wait("deshalb kommen 2 Fragen hinzu")
        .wait("`:s` überspringen")
        .wait("Zahl")
        .line(":j")
        .wait("Welcher Abschnitt?")
        .keys(ESC)
        .wait("Zahl")
        .line("5.000")
        .wait("gespeichert: 5000");
    terminal
        .wait("Zeitspanne")
        .line("bald")
        .wait("`bald` ist keine Zeitspanne")
        .line("90 Tage")
        .wait("gespeichert: 90 Tage");
    terminal.wait("mehr: Hilfe").keys(CTRL_C);
    assert_eq!(terminal.end(), 130);
    let ended = "abgebrochen; alle bisherigen Antworten sind gespeichert";
    assert!(terminal.shown.contains(ended), "{}", terminal.shown);
    assert!(desk.text().contains("value: 90 d"), "{}", desk.text());
}

#[test]
fn enter_alone_and_a_command_typed_into_a_menu_answer_nothing() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &["--section", "use"]);
    terminal.wait("Q.use.01").wait("more: help");
    terminal
        .line("")
        .line(":n")
        .line(":e")
        .keys(ESC)
        .wait("What else?");
    terminal.keys(CTRL_C);
    assert_eq!(terminal.end(), 130);
    assert!(!desk.text().contains("answers:"), "{}", desk.text());
}

#[test]
fn a_question_about_an_answer_is_a_menu_and_leaves_nothing_behind() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &["--section", "credentials"]);
    terminal.wait("Length of time").line(":j Q.tok.03");
    terminal
        .wait("All that apply")
        .wait("Certificates")
        .keys(ENTER)
        .wait("Is it true that none of these applies? (Esc: back)")
        .wait("No");
    terminal.keys(ENTER).keys(ESC).wait("All that apply");
    assert!(!terminal.shown.contains("(y/n)"), "{}", terminal.shown);
    assert!(
        !terminal.shown.contains("· Is it true"),
        "{}",
        terminal.shown
    );
    assert!(!desk.text().contains("answers:"), "{}", desk.text());
}

#[test]
fn a_sitting_goes_back_and_forth_and_resumes_where_it_stopped() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &["--section", "credentials"]);
    terminal
        .wait("Q.tok.01")
        .wait("Length of time")
        .line("1 h")
        .wait("saved: 1 h");
    terminal
        .wait("Q.tok.02")
        .wait("more: help")
        .keys(ESC)
        .wait("What else?");
    terminal
        .keys(DOWN)
        .keys(ENTER)
        .wait("Q.tok.01")
        .wait("answered: 1 h (Ada, 2026-03-01)");
    terminal
        .wait("Length of time")
        .line("8 h")
        .wait("saved: 8 h")
        .wait("Q.tok.02")
        .wait("more: help");
    terminal.keys(ESC).wait("What else?").keys("k").keys(ENTER);
    assert_eq!(terminal.end(), 0);
    let mut terminal = assess(&desk, &["--section", "credentials"]);
    terminal
        .wait("Credentials 2/3")
        .wait("Q.tok.02")
        .wait("more: help");
    terminal
        .keys(ESC)
        .wait("What else?")
        .keys(DOWN)
        .keys(ENTER)
        .wait("answered: 8 h");
    terminal.wait("Length of time").keys(ENTER).wait("Q.tok.02");
}

#[test]
fn what_nobody_knows_or_does_not_apply_is_recorded_with_its_reason() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &["--section", "credentials"]);
    terminal.wait("Q.tok.01").wait("Length of time").line(":n");
    terminal.wait("cannot be set aside: control `K1` applies to every provider");
    terminal
        .wait("Q.tok.01")
        .wait("Length of time")
        .line(":u")
        .wait("Who was asked?")
        .line("the vendor");
    terminal
        .wait("When?")
        .line("2026-03-02")
        .wait("lies in the future")
        .keys(ENTER);
    terminal
        .wait("saved: unknown, asked the vendor on 2026-03-01")
        .wait("Q.tok.02")
        .wait("more: help");
    terminal
        .keys(ESC)
        .wait("What else?")
        .keys(&DOWN.repeat(4))
        .keys(ENTER);
    terminal
        .wait("Why does it not apply?")
        .keys(ENTER)
        .wait("nothing is typed");
    terminal
        .line("we rotate nothing there")
        .wait("open in the score")
        .wait("Q.tok.03");
    let text = desk.text();
    assert!(text.contains("asked: the vendor"), "{text}");
    assert!(text.contains("reason: we rotate nothing there"), "{text}");
}

#[test]
fn notes_and_evidence_stand_beside_the_answer() {
    let desk = Desk::new();
    std::fs::write(desk.folder().join("tokens.json"), "{}").expect("a file to attach");
    let mut terminal = assess(&desk, &["--section", "credentials"]);
    terminal
        .wait("Length of time")
        .line(":note")
        .wait("Note")
        .line("seen by phone");
    terminal
        .wait("saved: the note")
        .wait("note: seen by phone")
        .wait("Length of time")
        .line(":e");
    terminal
        .wait("What is it?")
        .wait("the vendor's word")
        .keys(DOWN)
        .keys(DOWN)
        .keys(ENTER);
    terminal
        .wait("Who did it come from?")
        .wait("we took it")
        .keys(ENTER);
    terminal
        .wait("Path of its file")
        .line("none.json")
        .wait("there is no file `none.json`");
    terminal.line("tokens.json").wait("SHA-256");
    terminal
        .wait("Day of the test or export?")
        .line("2026-02-30")
        .wait("is not a date")
        .line("2026-02-20");
    terminal
        .wait("How many items")
        .line("25")
        .wait("How many of them")
        .line("26")
        .wait("`26` are more than were tested")
        .line(":b");
    terminal
        .wait("How many items")
        .line("26")
        .wait("How many of them")
        .line("26");
    terminal.wait("How directly").wait("not at all").keys(ENTER);
    terminal
        .wait("What is it, and where?")
        .line("token settings");
    terminal
        .wait("Further questions")
        .line("Q.tok.2")
        .wait("did you mean `Q.tok.02`?");
    terminal
        .line("Q.tok.02")
        .wait("saved: evidence E1")
        .wait("evidence E1: export")
        .wait("Length of time")
        .stop();
    let text = desk.text();
    for part in [
        "id: E1",
        "kind: config_export",
        "sample: 26",
        "exceptions: 26",
        "path: tokens.json",
        "- Q.tok.02",
        "sha256: 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    ] {
        assert!(text.contains(part), "`{part}` is not in {text}");
    }
}

#[test]
fn a_jump_leads_to_a_section_or_question() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &["--section", "credentials"]);
    terminal
        .wait("Length of time")
        .line(":j Q.log.2")
        .wait("did you mean")
        .wait("Length of time");
    terminal
        .line(":j Q.log.02")
        .wait("Logging 2/5")
        .wait("Day")
        .line("2026-02-31");
    terminal
        .wait("is not a date")
        .line(":j")
        .wait("Which section?")
        .wait("Logging · 0 of 5")
        .keys(ENTER);
    terminal
        .wait("Where in it?")
        .wait("Q.log.05")
        .keys("k")
        .keys(ENTER)
        .wait("Logging 5/5");
    terminal.wait("Text").stop();
}

#[test]
fn text_of_a_pack_cannot_steer_the_terminal() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &["--section", "logging"]);
    terminal
        .wait("Q.log.01")
        .wait("more: help")
        .keys(ESC)
        .wait("jump (:j)")
        .keys(&DOWN.repeat(8));
    terminal
        .keys(ENTER)
        .wait("Which section?")
        .keys(ENTER)
        .wait("Where in it?")
        .wait("Q.log.05");
    terminal
        .keys("k")
        .keys(ENTER)
        .wait("Quote it.")
        .wait("Text")
        .stop();
    assert!(
        !terminal.shown.contains("\u{1b}[2J"),
        "it cleared the screen"
    );
    assert!(!terminal.shown.contains("\u{1b}]0;"), "it named the window");
}

#[test]
fn several_pasted_lines_are_one_answer_and_none_to_a_menu() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &["--section", "logging"]);
    terminal
        .wait("Q.log.01")
        .wait("more: help")
        .keys("Jane said, as\rI k now\r");
    terminal
        .wait("as from a paste")
        .wait("more: help")
        .keys(DOWN)
        .keys(ENTER)
        .wait("saved: yes");
    terminal
        .wait("Q.log.02")
        .line(":j Q.log.04")
        .wait("Entries")
        .keys("one\rtwo\r\rthree\r");
    terminal
        .wait("saved: one; two; three")
        .wait("Q.log.05")
        .wait("Text");
    terminal
        .keys("We\tlog\rall of it.\r")
        .wait("saved: We log all of it.");
}

#[test]
fn ctrl_c_in_a_menu_restores_the_terminal_and_keeps_every_answer() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &["--section", "credentials"]);
    terminal
        .wait("Length of time")
        .line("1 h")
        .wait("Q.tok.02")
        .wait(HIDE)
        .wait("more: help");
    terminal.keys(DOWN).wait("❯").keys(CTRL_C);
    assert_eq!(terminal.end(), 130);
    let hidden = terminal.shown.rfind(HIDE).expect("a menu hides the cursor");
    assert!(
        terminal.shown[hidden..].contains(SHOW),
        "the cursor stays hidden"
    );
    assert!(
        terminal
            .shown
            .contains("interrupted; every answer so far is saved")
    );
    assert!(terminal.is_restored());
    assert!(desk.text().contains("value: 1 h"), "{}", desk.text());
}

#[test]
fn ctrl_c_where_a_line_is_typed_ends_the_same_way() {
    for manner in [&[][..], &["--plain"]] {
        let desk = Desk::new();
        let mut terminal = assess(&desk, &[&["--section", "credentials"], manner].concat());
        terminal
            .wait("Length of time")
            .line("1 h")
            .wait("saved: 1 h")
            .wait("Q.tok.02");
        terminal.wait("Answer").keys(CTRL_C);
        assert_eq!(terminal.end(), 130, "{manner:?}");
        assert!(
            terminal
                .shown
                .contains("interrupted; every answer so far is saved")
        );
        assert!(terminal.is_restored());
        assert!(desk.text().contains("value: 1 h"), "{}", desk.text());
    }
}

#[test]
fn a_signal_from_outside_ends_a_menu_with_the_terminal_restored() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &["--section", "use"]);
    terminal.wait("more: help").signal(Signal::SIGTERM);
    assert_eq!(terminal.end(), 130);
    assert!(terminal.shown.contains(SHOW) && terminal.is_restored());
}

#[test]
fn a_killed_sitting_leaves_every_answer_and_no_lock() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &["--section", "credentials"]);
    terminal
        .wait("Length of time")
        .line("1 h")
        .wait("saved: 1 h")
        .signal(Signal::SIGKILL);
    terminal.wait_for_end();
    let left = std::fs::read_dir(desk.folder()).expect("the folder is there");
    assert_eq!(left.count(), 1, "nothing but the assessment is left");
    let mut terminal = assess(&desk, &["--section", "credentials"]);
    terminal.wait("Credentials 2/3").wait("Q.tok.02");
}

#[test]
fn a_sitting_begins_with_the_cursor_shown() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &["--section", "credentials"]);
    terminal.wait("Example");
    assert!(terminal.shown.contains(SHOW), "a killed one left it hidden");
    terminal.wait("Length of time").stop();
}

#[test]
fn two_sittings_cannot_write_the_same_file() {
    let desk = Desk::new();
    let mut first = assess(&desk, &["--section", "credentials"]);
    first.wait("Length of time");
    let mut second = assess(&desk, &[]);
    second.wait("is being written by another process");
    assert_eq!(second.end(), 1);
    first.line("1 h").wait("saved: 1 h");
}

#[test]
fn a_narrow_terminal_shows_long_options_whole_and_leaves_nothing_behind() {
    let desk = Desk::new();
    let mut terminal = assess(&desk, &["--section", "credentials"]);
    let process = terminal.session.get_process_mut();
    process
        .set_window_size(40, 9)
        .expect("a terminal has a size");
    terminal
        .wait("Length of time")
        .line("1 h")
        .wait("Q.tok.02")
        .wait("Page 1/");
    terminal
        .keys(DOWN)
        .wait("administrators,")
        .wait("vendor's own staff")
        .keys(DOWN)
        .wait("Possible");
    terminal.keys(ENTER).wait("saved: Possible");
}

#[test]
fn the_pages_of_a_german_menu_are_counted_in_german() {
    let desk = Desk::with(&["--language", "de", "--assessor", "Ada"]);
    let mut terminal = assess(&desk, &["--section", "credentials"]);
    let process = terminal.session.get_process_mut();
    process
        .set_window_size(40, 9)
        .expect("a terminal has a size");
    terminal.wait("Zeitspanne").line("1 h").wait("Q.tok.02");
    terminal.wait("[Seite 1/").keys(DOWN).keys(DOWN);
    terminal
        .wait("Possible")
        .keys(ENTER)
        .wait("gespeichert: Possible");
    assert!(!terminal.shown.contains("Page"), "{}", terminal.shown);
    terminal.keys(CTRL_C);
    assert_eq!(terminal.end(), 130);
    assert!(terminal.is_restored());
}

#[test]
fn a_section_that_is_not_there_is_refused_before_the_greeting() {
    let desk = Desk::with(&[]);
    let mut terminal = assess(&desk, &["--section", "loging"]);
    assert_eq!(terminal.end(), 2);
    let shown = &terminal.shown;
    assert!(shown.contains("did you mean `logging`?"), "{shown}");
    assert!(shown.contains("`credentials`"), "{shown}");
    assert!(!shown.contains("Who answers?"), "{shown}");
    assert!(!shown.contains("Example"), "{shown}");
}

#[test]
fn without_a_terminal_it_says_what_works() {
    let desk = Desk::new();
    let output = Command::new(PROGRAM)
        .arg("assess")
        .arg(desk.file())
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        told.contains("no terminal") && told.contains("--answers FILE"),
        "{told}"
    );
}
