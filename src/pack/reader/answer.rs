//! Reads the form of an answer: kind, options, levels, scales and parts.

use crate::pack::answer::{
    AnswerKind, Choice, Form, Interpolation, Part, Scale, ScalePoint, Unit, YesNoLevels,
};
use crate::pack::id::{OptionId, PartId, ThresholdId};
use crate::source::reader::{Fields, Reader};
use crate::source::tree::Node;
use crate::source::{Code, Place, Problem};

/// Thresholds named on the way, with their places.
pub(super) type Named = std::cell::RefCell<Vec<(ThresholdId, Place)>>;

const UNITS: &[(&str, Unit)] = &[
    ("s", Unit::Seconds),
    ("min", Unit::Minutes),
    ("h", Unit::Hours),
    ("d", Unit::Days),
    ("months", Unit::Months),
    ("years", Unit::Years),
    ("count", Unit::Count),
    ("percent", Unit::Percent),
];

/// Kinds as they are written, `parts` aside.
#[derive(Clone, Copy)]
enum Kind {
    Choice,
    Several,
    YesNo,
    Duration,
    Count,
    Percent,
    Date,
    Period,
    List,
    Text,
    Parts,
}

const KINDS: &[(&str, Kind)] = &[
    ("choice", Kind::Choice),
    ("several", Kind::Several),
    ("yes-no", Kind::YesNo),
    ("duration", Kind::Duration),
    ("count", Kind::Count),
    ("percent", Kind::Percent),
    ("date", Kind::Date),
    ("period", Kind::Period),
    ("list", Kind::List),
    ("text", Kind::Text),
    ("parts", Kind::Parts),
];

/// Reads `answer:`.
pub(super) fn form(reader: &Reader, node: &Node, named: &Named) -> Option<Form> {
    let fields = reader.map(node)?;
    let kind = fields
        .needed("kind")
        .and_then(|node| reader.one_of(node, KINDS));
    let form = match kind? {
        Kind::Parts => fields
            .needed("parts")
            .and_then(|node| parts(reader, node, named)),
        kind => single(reader, &fields, kind, named).map(Form::Single),
    };
    fields.done();
    form
}

/// Reads a single kind of answer that has no scale of its own thresholds, from the map it stands in.
pub(super) fn kind(reader: &Reader, fields: &Fields, node: &Node) -> Option<AnswerKind> {
    let kind = reader.one_of(node, KINDS)?;
    if matches!(kind, Kind::Parts) {
        let problem = Problem::new(Code::WrongValue, "a field cannot have parts; use `rows`");
        reader.note_at(node, problem);
        return None;
    }
    single(reader, fields, kind, &Named::default())
}

fn parts(reader: &Reader, node: &Node, named: &Named) -> Option<Form> {
    let parts = reader.each(node, |node| part(reader, node, named))?;
    let ids: Vec<&str> = parts.iter().map(|part| part.id.as_str()).collect();
    unique(reader, node, "part", &ids);
    if parts.is_empty() {
        let problem = Problem::new(Code::WrongValue, "expected at least one part, found none");
        reader.note_at(node, problem);
        return None;
    }
    Some(Form::Parts(parts))
}

fn part(reader: &Reader, node: &Node, named: &Named) -> Option<Part> {
    let fields = reader.map(node)?;
    let (id, text) = (fields.text("id"), fields.text("text"));
    let share = match fields.optional("share") {
        Some(node) => reader.positive(node),
        None => Some(1.0),
    };
    let kind = fields
        .needed("kind")
        .and_then(|node| reader.one_of(node, KINDS));
    let kind = match kind? {
        Kind::Parts => {
            let problem = Problem::new(Code::WrongValue, "a part cannot have parts of its own");
            reader.note_at(fields.node(), problem);
            None
        }
        kind => single(reader, &fields, kind, named),
    };
    fields.done();
    Some(Part {
        id: PartId::new(id?),
        text: text?,
        share: share?,
        kind: kind?,
    })
}

fn single(reader: &Reader, fields: &Fields, kind: Kind, named: &Named) -> Option<AnswerKind> {
    let scale = || fields.optional_value("scale", |node| scale(reader, node, named));
    match kind {
        Kind::Choice => options(reader, fields, LEVEL).map(AnswerKind::Choice),
        Kind::Several => options(reader, fields, SHARE).map(AnswerKind::Several),
        Kind::YesNo => match fields.optional("levels") {
            Some(node) => yes_no(reader, node).map(|levels| AnswerKind::YesNo(Some(levels))),
            None => Some(AnswerKind::YesNo(None)),
        },
        Kind::Duration => scale().map(AnswerKind::Duration),
        Kind::Count => scale().map(AnswerKind::Count),
        Kind::Percent => scale().map(AnswerKind::Percent),
        Kind::Date => Some(AnswerKind::Date),
        Kind::Period => Some(AnswerKind::Period),
        Kind::List => Some(AnswerKind::List),
        Kind::Text => Some(AnswerKind::Text),
        Kind::Parts => None,
    }
}

/// Key of an option's level where one of them is chosen.
const LEVEL: &str = "level";
/// Key of an option's level where several can be chosen; such options can also stand alone.
const SHARE: &str = "share";

fn options(reader: &Reader, fields: &Fields, level: &'static str) -> Option<Vec<Choice>> {
    let node = fields.needed("options")?;
    let options = reader.each(node, |node| {
        let fields = reader.map(node)?;
        let (id, text) = (fields.text("id"), fields.text("text"));
        let alone = match level {
            SHARE => fields.optional_value("alone", |node| reader.boolean(node)),
            _ => Some(None),
        };
        let level = fields.optional_value(level, |node| reader.share(node));
        fields.done();
        Some(Choice {
            id: OptionId::new(id?),
            text: text?,
            level: level?,
            alone: alone?.unwrap_or(false),
        })
    })?;
    let ids: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
    unique(reader, node, "option", &ids);
    let with_level = options
        .iter()
        .filter(|option| option.level.is_some())
        .count();
    if options.is_empty() || (with_level != 0 && with_level != options.len()) {
        let problem = Problem::new(
            Code::NoLevel,
            format!("{with_level} of {} options have a `{level}`", options.len()),
        );
        reader.note_at(
            node,
            problem.help(format!("give each option a `{level}`, or none")),
        );
        return None;
    }
    Some(options)
}

/// Notes every id that is given twice.
pub(super) fn unique(reader: &Reader, node: &Node, what: &str, ids: &[&str]) {
    let twice = (1..ids.len()).filter(|&at| ids[..at].contains(&ids[at]));
    for at in twice {
        let problem = Problem::new(
            Code::DuplicateId,
            format!("{what} `{}` is given twice", ids[at]),
        );
        reader.note_at(
            reader
                .list(node)
                .and_then(|items| items.get(at))
                .unwrap_or(node),
            problem,
        );
    }
}

fn yes_no(reader: &Reader, node: &Node) -> Option<YesNoLevels> {
    let fields = reader.map(node)?;
    let level = |key| fields.needed(key).and_then(|node| reader.share(node));
    let (yes, no) = (level("yes"), level("no"));
    fields.done();
    Some(YesNoLevels { yes: yes?, no: no? })
}

fn scale(reader: &Reader, node: &Node, named: &Named) -> Option<Scale> {
    let fields = reader.map(node)?;
    let unit = fields
        .needed("unit")
        .and_then(|node| reader.one_of(node, UNITS));
    let kinds = [
        ("linear", Interpolation::Linear),
        ("log10", Interpolation::Log10),
    ];
    let interpolation = fields.needed("interpolation");
    let interpolation = interpolation.and_then(|node| reader.one_of(node, &kinds));
    let points = fields
        .needed("points")
        .and_then(|node| points(reader, node));
    let unlimited = fields.optional_value("unlimited", |node| reader.share(node));
    let basis = fields
        .needed("basis")
        .and_then(|node| thresholds(reader, node, named));
    fields.done();
    Some(Scale {
        unit: unit?,
        interpolation: interpolation?,
        points: points?,
        unlimited: unlimited?,
        basis: basis?,
    })
}

/// Reads a list of thresholds and remembers where each was named.
pub(super) fn thresholds(reader: &Reader, node: &Node, named: &Named) -> Option<Vec<ThresholdId>> {
    reader.each(node, |node| {
        let id = ThresholdId::new(reader.text(node)?);
        named.borrow_mut().push((id.clone(), reader.place(node)));
        Some(id)
    })
}

fn points(reader: &Reader, node: &Node) -> Option<Vec<ScalePoint>> {
    let points = reader.each(node, |node| {
        let [at, level] = reader.list(node)? else {
            let problem = Problem::new(Code::WrongType, "expected a number and its level");
            reader.note_at(node, problem.help("write a point as `[60, 0.9]`"));
            return None;
        };
        let (at, level) = (reader.number(at, 0.0..=f64::MAX), reader.share(level));
        Some(ScalePoint {
            at: at?,
            level: level?,
        })
    })?;
    let ascending = points.windows(2).all(|pair| pair[0].at < pair[1].at);
    if points.len() < 2 || !ascending {
        let problem = Problem::new(
            Code::WrongValue,
            "expected at least two points with rising numbers",
        );
        reader.note_at(node, problem);
        return None;
    }
    Some(points)
}
