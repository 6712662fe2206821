//! The template of assurance documents: every field of every kind, to be filled in.

use std::fmt::Write;

use super::{kind, options};
use crate::cli::visible::visible;
use crate::pack::Pack;
use crate::pack::document::{Column, DocumentForm, Field, FieldKind, Holds, KindEntry};
use crate::words::Words;

/// A file that `assess --answers` takes: one document of each kind with every field empty.
pub(super) fn template(pack: &Pack) -> String {
    let words = Words::of(pack.language);
    let mut out = format!(
        "# {}: assurance documents for `idp-assay assess FILE --answers THIS-FILE`.\n\
         # Keep the kinds that you hold, one entry for each document, and delete the others. What\n\
         # stays empty is not known. A document counts once it says who confirmed it:\n\
         #   confirmed: {{by: A. Analyst, on: 2026-01-31}}\n\
         format: 1\ndocuments:\n",
        visible(&pack.title)
    );
    for (at, entry) in pack.documents.kinds.iter().enumerate() {
        if let Some(form) = pack.documents.forms.get(entry.form) {
            document(words, &mut out, at + 1, (entry, form));
        }
    }
    out
}

fn document(
    words: &Words,
    out: &mut String,
    number: usize,
    (entry, form): (&KindEntry, &DocumentForm),
) {
    let (title, name) = (visible(&entry.title), entry.kind.name());
    let _ = write!(
        out,
        "\n  # {title}\n  - id: D{number}\n    kind: {name}\n    reference: \"{title}\"\n    says:\n"
    );
    for field in form.fields.iter().filter(|field| field.is_of(entry.kind)) {
        self::field(words, out, field);
    }
}

fn field(words: &Words, out: &mut String, field: &Field) {
    let _ = writeln!(out, "      # {}", visible(&field.text));
    match &field.holds {
        Holds::One(FieldKind::Answer(answer)) => {
            options(out, "      ", answer);
            let _ = writeln!(out, "      {}: # {}", field.id, kind(words, answer));
        }
        Holds::One(other) => {
            let _ = writeln!(out, "      {}: # {}", field.id, reference(other));
        }
        Holds::Rows(columns) => {
            let _ = writeln!(out, "      {}: # rows, each a map of", field.id);
            for column in columns {
                self::column(words, out, column);
            }
        }
    }
}

fn column(words: &Words, out: &mut String, column: &Column) {
    let what = match &column.kind {
        FieldKind::Answer(answer) => kind(words, answer),
        other => reference(other).to_owned(),
    };
    let needed = if column.needed { "; needed" } else { "" };
    let text = visible(&column.text);
    let _ = writeln!(out, "      #   {}: {what}{needed}. {text}", column.id);
}

/// What is named by its id.
fn reference(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Topic => "the id of a topic, such as `rotation`",
        FieldKind::Document => "the id of a document, such as `D1`",
        FieldKind::Answer(_) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::reader;
    use crate::built_in;
    use crate::cli::assess::empty;
    use crate::source::Source;

    #[test]
    fn the_template_is_read_as_it_stands_and_confirms_nothing() {
        let pack = built_in::pack();
        let assessment = empty(&pack);
        let source = Source::new("template.yaml", template(&pack));
        let read = reader::answers(&source, &pack, &assessment, assessment.as_of);
        let documents = read.expect("the template is read").documents;
        assert_eq!(documents.len(), pack.documents.kinds.len());
        let is_empty = |document: &crate::assessment::document::Document| {
            document.says.is_empty() && !document.is_confirmed()
        };
        assert!(documents.iter().all(is_empty));
    }
}
