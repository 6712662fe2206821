//! What the report says in German where a message has several forms: the number and the sense choose the right one.

use crate::pack::language::Language;
use crate::words::{Words, say};

fn german() -> &'static Words {
    Words::of(Language::German)
}

#[test]
fn reasons_follow_the_number_of_controls() {
    let of = |count| say!(german(), "reason-knock-outs-failed", count, subjects = "X");
    assert_eq!(of(1), "Ein K.-o.-Kriterium ist nicht bestanden: X.");
    assert_eq!(of(2), "K.-o.-Kriterien sind nicht bestanden: X.");
    let refuted = say!(german(), "reason-refuted", count = 1, subjects = "X");
    assert!(refuted.starts_with("Dateien widerlegen 1 Antwort zu: X."));
}

#[test]
fn a_gate_names_what_it_lacks_without_a_verb() {
    let missing = say!(
        german(),
        "reason-lacks-control",
        count = 2,
        subjects = "A und B"
    );
    assert_eq!(
        say!(german(), "reason-gate-a", missing),
        "Schranke A ist nicht erfüllt: A und B – nicht im Modell."
    );
}

#[test]
fn conditions_follow_the_number_of_findings() {
    let plan = say!(german(), "condition-plan-more", count = 1);
    assert!(plan.starts_with("Den Maßnahmenplan für 1 weitere schwerwiegende Feststellung "));
    let plan = say!(german(), "condition-plan", count = 2);
    assert!(plan.starts_with("Den Maßnahmenplan für 2 schwerwiegende Feststellungen "));
}

#[test]
fn the_basis_counts_questions_and_answers_apart() {
    let basis = say!(
        german(),
        "basis-answers",
        depth = "kurz",
        answered = 1,
        asked = 2,
        backed = 0,
        scored = 1
    );
    assert_eq!(
        basis,
        "Tiefe „kurz“: 1 von 2 Fragen beantwortet; mehr als eine Behauptung steht hinter 0 von 1 gewerteten Antwort."
    );
    let none = say!(german(), "basis-documents-none", count = 1);
    assert_eq!(none, "Dokumente: 1 Dokument erfasst, keines zählt.");
}

#[test]
fn drivers_and_plans_follow_their_number() {
    let silent = say!(german(), "drivers-silent", count = 1);
    assert!(silent.starts_with("1 weitere Kontrolle trägt "));
    let reached = say!(german(), "outlook-reached", count = 2, band = "Mäßig");
    assert_eq!(reached, "2 Schritte führen zum Band „Mäßig“.");
    let short = say!(german(), "outlook-not-reached", count = 2, band = "Hoch");
    assert!(short.starts_with("Auch nach 2 Schritten bleibt "));
}

#[test]
fn what_several_files_show_takes_a_verb_of_many() {
    let shown = |count| {
        say!(
            german(),
            "request-shown",
            count,
            files = "F",
            found = "24 h"
        )
    };
    assert_eq!(
        (shown(1), shown(2)),
        ("F zeigt 24 h".into(), "F zeigen 24 h".into())
    );
    let unsettled = say!(
        german(),
        "request-unsettled",
        count = 2,
        files = "F",
        why = "w"
    );
    assert_eq!(unsettled, "F entscheiden es nicht: w");
}

#[test]
fn evidence_and_documents_are_counted() {
    let exceptions = say!(
        german(),
        "coverage-record-exceptions",
        age = "2 Monate",
        count = 1
    );
    assert_eq!(exceptions, "2 Monate alt, 1 Abweichung");
    assert_eq!(
        say!(german(), "register-sample", count = 1),
        "1 Element getestet"
    );
    assert_eq!(
        say!(german(), "register-exceptions", count = 2),
        "2 Abweichungen"
    );
    let read = say!(
        german(),
        "register-read-partly",
        family = "f",
        format = "json",
        count = 1,
        dated = "d"
    );
    assert_eq!(
        read,
        "gelesen als f (json): 1 Tatsache, d, nicht vollständig"
    );
}

#[test]
fn what_was_left_out_is_counted() {
    let depth = say!(german(), "skipped-by-depth", depth = "kurz", count = 1);
    assert_eq!(depth, "Durch die Tiefe „kurz“ ausgelassen: 1 Frage.");
    let kept = say!(german(), "skipped-kept", count = 2);
    assert!(kept.ends_with(": 2 Antworten."));
    let condition = say!(german(), "skipped-by-condition", count = 1);
    assert!(condition.ends_with(": 1 Frage."));
}

#[test]
fn captions_of_pictures_follow_their_number() {
    let drivers = |count| say!(german(), "figure-drivers", count);
    assert_eq!(drivers(1), "Die Kontrolle, die am meisten beiträgt");
    assert_eq!(drivers(3), "Die 3 Kontrollen, die am meisten beitragen");
    let stair = |count| say!(german(), "figure-stair-short", count, band = "Hoch");
    assert_eq!(
        stair(1),
        "1 Schritt, der am meisten hilft, und noch immer „Hoch“"
    );
    assert_eq!(
        stair(2),
        "2 Schritte, die am meisten helfen, und noch immer „Hoch“"
    );
    let named = say!(german(), "figure-named", name = "A", points = "1,5");
    assert_eq!(named, "A (1,5)");
}
