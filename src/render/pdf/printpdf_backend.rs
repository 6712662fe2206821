//! The display list to printpdf's operators: the only file that knows how ink is written.
//!
//! printpdf without its features neither shapes nor subsets, so it is handed finished glyph ids and fonts that
//! are already cut. It numbers its own ids from a process-wide counter; ours are given by face.

mod marked;
mod paths;

use printpdf::{
    FontId, Line, LinePoint, Mm, Op, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle,
    PdfPage, PdfSaveOptions, Polygon, PolygonRing, Pt, Rect, TextItem, TextMatrix, WindingOrder,
};

use marked::{actual_text, opening};
use paths::{corner, disc, rgb, round};

use super::content::{PageContent, Run, bounds};
use super::embed::{Embedded, Subset};
use super::flow::{Area, Shape};
use super::fonts::{Face, UNITS_PER_EM};
use super::shape::{Cluster, Glyph, points};
use super::style::{PAGE_HEIGHT, PAGE_WIDTH, Rgb};

/// Writes all pages and fonts, without structure.
pub fn write(pages: &[PageContent], fonts: &Embedded) -> lopdf::Document {
    let mut document = PdfDocument::new("");
    for subset in fonts.subsets() {
        document
            .resources
            .fonts
            .map
            .insert(font_id(subset.face), font(subset));
    }
    document.pages = pages.iter().map(|content| page(content, fonts)).collect();
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        ..PdfSaveOptions::default()
    };
    document.to_lopdf_document(&options, &mut Vec::new())
}

fn font_id(face: Face) -> FontId {
    FontId(format!("F{}", face as usize))
}

fn font(subset: &Subset) -> PdfFont {
    let mut parsed = ParsedFont::from_bytes(&subset.program, 0, &mut Vec::new())
        .expect("a cut of a bundled face is a valid font");
    parsed.font_name = Some(format!(
        "ASSAY{}+{}",
        char::from(b'A' + subset.face as u8),
        subset.face.name()
    ));
    PdfFont::new(parsed)
}

fn page(content: &PageContent, fonts: &Embedded) -> PdfPage {
    let mut writer = PageWriter {
        fonts,
        ops: Vec::new(),
        state: State::default(),
    };
    content.runs.iter().for_each(|run| writer.run(run));
    let size = |points: f32| Mm::from(Pt(points));
    PdfPage::new(size(PAGE_WIDTH), size(PAGE_HEIGHT), writer.ops)
}

/// What the page description says at this point, so that nothing is said twice.
#[derive(Default)]
struct State {
    fill: Option<Rgb>,
    stroke: Option<Rgb>,
    thickness: Option<f32>,
    font: Option<(Face, f32)>,
    in_text: bool,
    /// Where the next glyph goes if nobody moves it.
    pen: Option<(f32, f32)>,
}

struct PageWriter<'a> {
    fonts: &'a Embedded,
    ops: Vec<Op>,
    state: State,
}

impl PageWriter<'_> {
    fn run(&mut self, run: &Run) {
        self.ops.push(opening(run.tag));
        run.shapes.iter().for_each(|shape| self.shape(shape));
        self.end_text();
        self.ops.push(Op::EndMarkedContent);
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Text {
                word,
                from,
                to,
                x,
                y,
                size,
                colour,
            } => {
                self.begin_text();
                self.fill_colour(*colour);
                let places = word.places(*from, *to);
                let text = &word.clusters[*from..*to];
                self.text(text, places, (*x, PAGE_HEIGHT - *y), *size);
            }
            Shape::Fill { area, colour } => {
                self.end_text();
                self.fill_colour(*colour);
                self.rectangle(*area, PaintMode::Fill);
            }
            Shape::Outline {
                area,
                colour,
                thickness,
            } => {
                self.stroke_style(*colour, *thickness);
                self.rectangle(*area, PaintMode::Stroke);
            }
            Shape::Line {
                from,
                to,
                colour,
                thickness,
            } => {
                self.stroke_style(*colour, *thickness);
                let points = vec![corner(*from), corner(*to)];
                self.ops.push(Op::DrawLine {
                    line: Line {
                        points,
                        is_closed: false,
                    },
                });
            }
            Shape::Polygon { points, colour } => {
                self.polygon(points.iter().copied().map(corner).collect(), *colour)
            }
            Shape::Disc {
                centre,
                radius,
                colour,
            } => self.polygon(disc(*centre, *radius), *colour),
        }
    }

    fn begin_text(&mut self) {
        if !std::mem::replace(&mut self.state.in_text, true) {
            self.ops.push(Op::StartTextSection);
            self.state.pen = None;
        }
    }

    fn end_text(&mut self) {
        if std::mem::take(&mut self.state.in_text) {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn fill_colour(&mut self, colour: Rgb) {
        if self.state.fill.replace(colour) != Some(colour) {
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
        }
    }

    fn stroke_style(&mut self, colour: Rgb, thickness: f32) {
        self.end_text();
        if self.state.stroke.replace(colour) != Some(colour) {
            self.ops.push(Op::SetOutlineColor { col: rgb(colour) });
        }
        if self.state.thickness.replace(thickness) != Some(thickness) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(thickness) });
        }
    }

    fn rectangle(&mut self, area: Area, mode: PaintMode) {
        let [left, bottom, right, top] = bounds(area);
        self.ops.push(Op::DrawRectangle {
            rectangle: Rect {
                x: Pt(round(left)),
                y: Pt(round(bottom)),
                width: Pt(round(right - left)),
                height: Pt(round(top - bottom)),
                mode: Some(mode),
                winding_order: None,
            },
        });
    }

    fn polygon(&mut self, points: Vec<LinePoint>, colour: Rgb) {
        self.end_text();
        self.fill_colour(colour);
        let rings = vec![PolygonRing { points }];
        let polygon = Polygon {
            rings,
            mode: PaintMode::Fill,
            winding_order: WindingOrder::NonZero,
        };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    /// Shows clusters in the order they are read, at their places or one after the other.
    fn text(
        &mut self,
        clusters: &[Cluster],
        places: Option<Vec<i32>>,
        start: (f32, f32),
        size: f32,
    ) {
        let (mut x, y) = start;
        for (index, cluster) in clusters.iter().enumerate() {
            if let Some(places) = &places {
                x = start.0 + points(places[index], size);
            }
            let says_its_text = self.fonts.extracts_as(cluster);
            if !says_its_text {
                self.ops.push(actual_text(&cluster.text));
            }
            self.font(cluster.face, size);
            for glyph in &cluster.glyphs {
                self.glyph(cluster.face, glyph, (x, y), size);
                x += points(glyph.advance, size);
            }
            if !says_its_text {
                self.ops.push(Op::EndMarkedContent);
            }
        }
    }

    fn font(&mut self, face: Face, size: f32) {
        if self.state.font.replace((face, size)) != Some((face, size)) {
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(font_id(face)),
                size: Pt(size),
            });
        }
    }

    /// Shows one glyph, moving the pen only where it does not stand right already.
    fn glyph(&mut self, face: Face, glyph: &Glyph, at: (f32, f32), size: f32) {
        let (x, y) = (at.0 + points(glyph.dx, size), at.1 + points(glyph.dy, size));
        let (gid, text) = self.fonts.glyph(face, glyph.id);
        let shown = printpdf::Codepoint::with_cid(gid, 0.0, text.to_owned());
        match self.state.pen {
            Some((pen_x, pen_y)) if (pen_y - y).abs() < 0.005 && (pen_x - x).abs() < size * 2.0 => {
                let kern = round((pen_x - x) * UNITS_PER_EM / size);
                if kern != 0.0 {
                    self.show(TextItem::Offset(kern));
                }
            }
            _ => {
                let matrix = TextMatrix::Translate(Pt(round(x)), Pt(round(y)));
                self.ops.push(Op::SetTextMatrix { matrix });
            }
        }
        self.show(TextItem::GlyphIds(vec![shown]));
        self.state.pen = Some((x + points(advance_width(face, glyph.id), size), y));
    }

    fn show(&mut self, item: TextItem) {
        if let Some(Op::ShowText { items }) = self.ops.last_mut() {
            match (items.last_mut(), item) {
                (Some(TextItem::GlyphIds(shown)), TextItem::GlyphIds(more)) => shown.extend(more),
                (_, item) => items.push(item),
            }
            return;
        }
        self.ops.push(Op::ShowText { items: vec![item] });
    }
}

/// How far a viewer moves after a glyph: what the font says, not what shaping made of it.
fn advance_width(face: Face, id: u16) -> i32 {
    let metrics = face.font().glyph_metrics();
    face.thousandths(metrics.h_advance(u32::from(id).into()).round() as i32)
}
