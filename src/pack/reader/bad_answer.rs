//! Reads what bad answers mean: the finding, how bad it is, what mends it, what to ask for.

use crate::pack::id::{FindingId, OptionId, PartId};
use crate::pack::question::{BadAnswer, Severity, Trigger};
use crate::source::reader::{Fields, Reader};
use crate::source::tree::Node;
use crate::source::{Code, Place, Problem};

/// Where the finding of a bad answer, its red flag and its part are named.
#[derive(Debug, Clone)]
pub(super) struct BadPlaces {
    pub(super) finding: Place,
    pub(super) red_flag: Option<Place>,
    pub(super) part: Option<Place>,
}

/// A bad answer, and where it names what.
type Draft = (BadAnswer, BadPlaces);

/// Reads one entry of `bad:`.
pub(super) fn read(reader: &Reader, node: &Node) -> Option<Draft> {
    let fields = reader.map(node)?;
    let finding = fields.needed("finding");
    let red_flag = fields.optional("red_flag");
    let part = fields.optional("part");
    let trigger = trigger(reader, &fields);
    let severity = fields
        .needed("severity")
        .and_then(|node| reader.one_of(node, Severity::NAMES));
    let texts = ["message", "remediation", "clause"].map(|key| fields.text(key));
    fields.done();
    let [message, remediation, clause] = texts;
    let bad = BadAnswer {
        finding: FindingId::new(reader.text(finding?)?),
        red_flag: red_flag
            .and_then(|node| reader.text(node))
            .map(FindingId::new),
        part: part.and_then(|node| reader.text(node)).map(PartId::new),
        trigger: trigger?,
        severity: severity?,
        message: message?,
        remediation: remediation?,
        clause: clause?,
    };
    let places = BadPlaces {
        finding: reader.place(finding?),
        red_flag: red_flag.map(|node| reader.place(node)),
        part: part.map(|node| reader.place(node)),
    };
    Some((bad, places))
}

fn trigger(reader: &Reader, fields: &Fields) -> Option<Trigger> {
    match (fields.optional("below"), fields.optional("options")) {
        (Some(node), None) => {
            reader.positive(node)?;
            reader.share(node).map(Trigger::Below)
        }
        (None, Some(node)) => {
            let ids = reader.each(node, |node| reader.text(node).map(OptionId::new));
            ids.map(Trigger::Options)
        }
        _ => {
            let problem = Problem::new(Code::MissingKey, "expected one of `below` and `options`");
            let help =
                "write `below: 0.5` for levels under it, or `options: [none]` for what is chosen";
            reader.note_at(fields.node(), problem.help(help));
            None
        }
    }
}
