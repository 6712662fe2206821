//! Figures as inline SVG with a title and a description; colours follow the page's light or dark style.

use super::inline::{escaped, inlines};
use crate::render::document::{Bars, Risk, plain_text};

/// Width of the drawing in its own units; it scales with the page.
const WIDTH: f64 = 720.0;

/// Stacked bars; parts differ by pattern as well as by colour.
pub fn bars(figure: &Bars, number: usize, out: &mut String) {
    let (row, top) = (28.0, 30.0);
    let label_width = label_width(figure);
    let scale = (WIDTH - label_width - 60.0) / figure.max;
    let height = top + row * figure.rows.len() as f64 + 6.0;
    let mut svg = Svg::new(number, height);
    svg.push(&format!(
        "<defs><pattern id=\":hatch-{number}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect class=\"mid\" width=\"5\" height=\"5\"/>\
         <rect class=\"stripe\" width=\"1.2\" height=\"5\"/></pattern></defs>\n"
    ));
    let mut x = 0.0;
    for (part, name) in figure.legend.iter().enumerate() {
        svg.part(part, (x, 4.0), (18.0, 11.0));
        svg.text(name, (x + 25.0, 14.0), "small");
        x += 46.0 + name.chars().count() as f64 * 7.4;
    }
    svg.text(&figure.unit, (WIDTH, 14.0), "small end");
    let decimals = usize::from(
        figure
            .rows
            .iter()
            .any(|bar| bar.total().fract().abs() > 1e-9),
    );
    for (index, bar) in figure.rows.iter().enumerate() {
        let y = top + index as f64 * row;
        svg.text(&cut(&bar.label), (0.0, y + 15.0), "");
        let mut x = label_width;
        for (part, value) in bar
            .parts
            .iter()
            .enumerate()
            .filter(|(_, value)| **value > 0.0)
        {
            svg.part(part, (x, y + 3.0), (value * scale, 15.0));
            x += value * scale;
        }
        svg.text(
            &format!("{:.decimals$}", bar.total()),
            (x + 7.0, y + 15.0),
            "strong",
        );
    }
    svg.line((label_width, top), (label_width, height - 6.0));
    svg.finish(&figure.caption, &figure.alt, out);
}

/// Names longer than this are cut; the drawing cannot wrap them.
const MOST_LETTERS: usize = 44;

fn cut(label: &str) -> String {
    if label.chars().count() <= MOST_LETTERS {
        return label.to_owned();
    }
    label.chars().take(MOST_LETTERS - 1).chain(['…']).collect()
}

/// Room for the longest name, by its letters, since the reader's font is not known.
fn label_width(figure: &Bars) -> f64 {
    let letters = figure
        .rows
        .iter()
        .map(|bar| cut(&bar.label).chars().count());
    letters.max().unwrap_or(0) as f64 * 7.4 + 14.0
}

/// The residual risk: bands, the interval as a bracket, the point as a diamond.
pub fn risk(figure: &Risk, number: usize, out: &mut String) {
    let (top, bottom) = (54.0, 88.0);
    let at = |value: f64| value / figure.scale() * WIDTH;
    let mut svg = Svg::new(number, 132.0);
    let mut start = 0.0;
    for (index, band) in figure.bands.iter().enumerate() {
        let (x, width) = (at(start), at(band.upper - start));
        let shade = index * 5 / figure.bands.len();
        svg.rectangle(
            (x, top),
            (width - 2.0, bottom - top),
            &format!("band-{shade}"),
        );
        svg.text(
            &band.name,
            (x + width / 2.0, bottom + 18.0),
            "strong middle",
        );
        svg.text(
            &format!("{start}–{}", band.upper),
            (x + width / 2.0, bottom + 35.0),
            "small middle",
        );
        start = band.upper;
    }
    let (low, point, high) = (at(figure.low), at(figure.point), at(figure.high));
    let y = top - 12.0;
    svg.line((low, y), (high, y));
    for end in [low, high, point] {
        svg.line((end, y - 6.0), (end, bottom));
    }
    let middle = (top + bottom) / 2.0;
    svg.push(&format!(
        "<path class=\"point\" d=\"M{:.1} {:.1}l11 11-11 11-11-11z\"/>\n",
        point,
        middle - 11.0
    ));
    svg.text(
        &format!("{:.1}", figure.point),
        (point, y - 12.0),
        "large middle",
    );
    let room = 34.0;
    svg.text(
        &format!("{:.1}", figure.low),
        (low.min(point - room).max(0.0), y - 12.0),
        "small end-of-interval",
    );
    svg.text(
        &format!("{:.1}", figure.high),
        (high.max(point + room).min(WIDTH), y - 12.0),
        "small end-of-interval",
    );
    svg.finish(&figure.caption, &figure.alt, out);
}

struct Svg {
    number: usize,
    height: f64,
    body: String,
}

impl Svg {
    fn new(number: usize, height: f64) -> Self {
        Self {
            number,
            height,
            body: String::new(),
        }
    }

    fn push(&mut self, svg: &str) {
        self.body.push_str(svg);
    }

    fn text(&mut self, words: &str, (x, y): (f64, f64), class: &str) {
        self.push(&format!(
            "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>\n",
            escaped(words)
        ));
    }

    fn rectangle(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), class: &str) {
        self.push(&format!(
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>\n"
        ));
    }

    fn part(&mut self, part: usize, (x, y): (f64, f64), (width, height): (f64, f64)) {
        match part {
            0 => self.rectangle((x, y), (width, height), "solid"),
            1 => self.push(&format!(
                "<rect class=\"hatched\" fill=\"url(#:hatch-{})\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" \
                 height=\"{height:.1}\"/>\n",
                self.number
            )),
            _ => self.rectangle((x, y), (width, height), "hollow"),
        }
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.push(&format!(
            "<path class=\"line\" d=\"M{:.1} {:.1}L{:.1} {:.1}\"/>\n",
            from.0, from.1, to.0, to.1
        ));
    }

    fn finish(self, caption: &[crate::render::document::Inline], alt: &str, out: &mut String) {
        let Self {
            number,
            height,
            body,
        } = self;
        out.push_str("<figure>\n");
        if !caption.is_empty() {
            out.push_str("<figcaption>");
            inlines(caption, &mut Vec::new(), out);
            out.push_str("</figcaption>\n");
        }
        let title = if caption.is_empty() {
            "Figure".to_owned()
        } else {
            escaped(&plain_text(caption))
        };
        out.push_str(&format!(
            "<svg role=\"img\" aria-labelledby=\":title-{number} :desc-{number}\" viewBox=\"-2 0 {:.0} {height:.0}\">\n\
             <title id=\":title-{number}\">{title}</title>\n<desc id=\":desc-{number}\">{}</desc>\n{body}</svg>\n</figure>\n",
            WIDTH + 4.0,
            escaped(alt)
        ));
    }
}
