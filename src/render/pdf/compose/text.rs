//! Running text: inlines to spans, spans to lines, lines to strips.

use std::rc::Rc;

use super::notes::note_target;
use super::{Composer, Label, Place, decoration, shared};
use crate::render::document::{Inline, Target};
use crate::render::pdf::flow::{Area, Ink, Keep, Mark, Meaning, Shape};
use crate::render::pdf::fonts::Face;
use crate::render::pdf::line::{Line, Look, Piece};
use crate::render::pdf::paragraph::{Paragraph, Span};
use crate::render::pdf::structure::{Attribute, NodeId, Role, Tree};
use crate::render::pdf::style::{self, Rgb, TextStyle};

/// How the text around a run is set.
#[derive(Clone)]
struct Setting {
    style: TextStyle,
    bold: bool,
    italic: bool,
    struck: bool,
    node: NodeId,
    link: Option<Rc<Target>>,
}

impl Setting {
    fn look(&self) -> Look {
        let colour = match self.link {
            Some(_) if self.style.colour != style::WHITE => style::ACCENT,
            Some(_) | None => self.style.colour,
        };
        Look {
            face: Face::text(self.bold, self.italic),
            size: self.style.size,
            colour,
            rise: 0.0,
            struck: self.struck,
            node: self.node,
            link: self.link.clone(),
        }
    }

    fn code(&self) -> Look {
        Look {
            face: Face::Mono,
            size: self.style.size * 0.93,
            ..self.look()
        }
    }
}

fn span(text: &str, look: Look) -> Span {
    Span {
        text: text.to_owned(),
        look: Rc::new(look),
    }
}

impl Composer {
    /// A paragraph of its own.
    pub(super) fn paragraph(&mut self, text: &[Inline], place: &Place) {
        let node = self.tree.add(place.node, Role::Paragraph, Attribute::None);
        let place = place.in_node(node);
        self.space(place.gap);
        let lines = self.lines(text, &place);
        self.push_lines(lines, &place);
    }

    /// The text as lines of the place's node, style and width.
    pub(super) fn lines(&mut self, text: &[Inline], place: &Place) -> Vec<Line> {
        self.shaped(text, place.style, place.node)
            .lines(place.width)
    }

    /// The text shaped, to be measured or filled.
    pub(super) fn shaped(&mut self, text: &[Inline], style: TextStyle, node: NodeId) -> Paragraph {
        let setting = Setting {
            style,
            bold: style.bold,
            italic: false,
            struck: false,
            node,
            link: None,
        };
        let mut spans = Vec::new();
        self.spans(text, &setting, &mut spans);
        Paragraph::new(&mut self.shaper, &spans)
    }

    /// One line of plain words.
    pub(super) fn words(&mut self, words: &str, style: TextStyle, node: NodeId) -> Line {
        let text = [Inline::Text(words.to_owned())];
        self.shaped(&text, style, node)
            .lines(f32::INFINITY)
            .into_iter()
            .next()
            .unwrap_or_default()
    }

    fn spans(&mut self, inlines: &[Inline], setting: &Setting, spans: &mut Vec<Span>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => spans.push(span(text, setting.look())),
                Inline::Code(code) => spans.push(span(code, setting.code())),
                Inline::LineBreak => spans.push(span("\n", setting.look())),
                Inline::NoteReference(number) => spans.push(self.note_reference(*number, setting)),
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Struck(inner)
                | Inline::Link { text: inner, .. } => {
                    let inside = self.inside(inline, setting);
                    self.spans(inner, &inside, spans);
                }
            }
        }
    }

    /// How the text inside an inline is set; as around it for those that hold none.
    fn inside(&mut self, inline: &Inline, around: &Setting) -> Setting {
        let mut setting = around.clone();
        match inline {
            Inline::Strong(_) => setting.bold = true,
            Inline::Emphasis(_) => setting.italic = true,
            Inline::Struck(_) => setting.struck = true,
            Inline::Link { target, .. } => {
                setting.node = self.tree.add(around.node, Role::Link, Attribute::None);
                setting.link = Some(shared(target));
            }
            Inline::Text(_) | Inline::Code(_) | Inline::LineBreak | Inline::NoteReference(_) => {}
        }
        setting
    }

    fn note_reference(&mut self, number: usize, setting: &Setting) -> Span {
        let home = self.home_of_notes();
        self.note_homes.entry(number).or_insert(home);
        let reference = self
            .tree
            .add(setting.node, Role::Reference, Attribute::None);
        let node = self.tree.add(reference, Role::Link, Attribute::None);
        let link = Some(note_target(number));
        let look = Setting {
            node,
            link,
            ..setting.clone()
        }
        .look();
        let size = setting.style.size;
        let look = Look {
            size: size * 0.68,
            rise: size * 0.34,
            ..look
        };
        span(&number.to_string(), look)
    }

    /// What a note that is referred to here is part of: the open section.
    fn home_of_notes(&self) -> NodeId {
        self.sections.last().map_or(Tree::ROOT, |(_, node)| *node)
    }

    /// One strip a line; neither the first nor the last line of a paragraph is left alone on a page.
    pub(super) fn push_lines(&mut self, lines: Vec<Line>, place: &Place) {
        let count = lines.len();
        for (index, line) in lines.iter().enumerate() {
            let keep = if index + 1 < count && (index == 0 || index + 2 == count) {
                Keep::WithNext
            } else {
                Keep::Free
            };
            let marks = line_marks(line, place.x, place.style.baseline());
            self.push_strip(place.style.leading, marks, keep);
        }
    }

    /// Puts a label before the first line of what follows.
    pub(super) fn set_label(&mut self, words: &str, node: NodeId, x: f32, place: &Place) {
        let line = self.words(words, place.style, node);
        self.set_label_line(line, x, place);
    }

    /// The same for a line that is made already.
    pub(super) fn set_label_line(&mut self, line: Line, x: f32, place: &Place) {
        self.label = Some(Label {
            line,
            x,
            baseline: place.style.baseline(),
        });
    }

    /// Prints a label whose item turned out to be empty.
    pub(super) fn flush_label(&mut self, place: &Place) {
        if self.label.is_some() {
            self.push_strip(place.style.leading, Vec::new(), Keep::Free);
        }
    }
}

/// The ink, underlines and links of a line.
pub(super) fn line_marks(line: &Line, x: f32, baseline: f32) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::with_capacity(line.pieces.len());
    for piece in &line.pieces {
        marks.push(text_mark(piece, x, baseline));
        if piece.look.struck {
            let y = baseline - piece.look.size * 0.28;
            marks.push(stroke(x + piece.x, piece.width, y, piece.look.colour));
        }
    }
    let linked = line
        .pieces
        .chunk_by(same_link)
        .filter(|run| run[0].look.link.is_some());
    for run in linked {
        marks.extend(link_marks(run, x, baseline));
    }
    marks
}

fn same_link(a: &Piece, b: &Piece) -> bool {
    match (&a.look.link, &b.look.link) {
        (Some(a), Some(b)) => Rc::ptr_eq(a, b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

fn text_mark(piece: &Piece, x: f32, baseline: f32) -> Mark {
    let shape = Shape::Text {
        word: Rc::clone(&piece.word),
        from: piece.from,
        to: piece.to,
        x: x + piece.x,
        y: baseline - piece.look.rise,
        size: piece.look.size,
        colour: piece.look.colour,
    };
    Mark::Ink(Ink {
        meaning: Meaning::Content(piece.look.node),
        shape,
    })
}

fn link_marks(run: &[Piece], x: f32, baseline: f32) -> Vec<Mark> {
    let Some(first) = run.first() else {
        return Vec::new();
    };
    let Some(target) = &first.look.link else {
        return Vec::new();
    };
    let left = run.iter().map(|piece| piece.x).fold(f32::MAX, f32::min);
    let right = run
        .iter()
        .map(|piece| piece.x + piece.width)
        .fold(f32::MIN, f32::max);
    let (size, width) = (first.look.size, right - left);
    let area = Area {
        x: x + left,
        y: baseline - first.look.rise - size * 0.95,
        width,
        height: size * 1.25,
    };
    let link = Mark::Link {
        area,
        target: Rc::clone(target),
        node: first.look.node,
    };
    if first.look.rise > 0.0 {
        return vec![link];
    }
    vec![
        stroke(area.x, width, baseline + 1.6, first.look.colour),
        link,
    ]
}

fn stroke(x: f32, width: f32, y: f32, colour: Rgb) -> Mark {
    decoration(Shape::Line {
        from: (x, y),
        to: (x + width, y),
        colour,
        thickness: 0.4,
    })
}
