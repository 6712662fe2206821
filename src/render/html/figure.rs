//! Figures as inline SVG with a title and a description; colours follow the page's light or dark style.
//!
//! Words are set in whatever face the reader has, and stretched to the width that the layout counted with.

use super::inline::{Notes, escaped, inlines};
use crate::render::document::{Figure, plain_text};
use crate::render::pdf::shape::Shaper;
use crate::render::scene::measure::Measure;
use crate::render::scene::{self, Anchor, Area, Item, Paint, Point, Role, Scene, Stroke, Text};

/// The drawing is laid out twice, for wide and for narrow windows; the style sheet shows one of them. Widths are
/// in units of the drawing, which scales with the window.
const LAYOUTS: [(&str, f32); 2] = [("wide", 480.0), ("narrow", 280.0)];
/// Room around the drawing for what stands on its edges.
const MARGIN: f32 = 2.0;

/// Writes a figure; `number` makes its ids its own, and `notes` holds the footnotes that were referred to.
pub fn figure(figure: &Figure, number: usize, notes: &mut Notes, out: &mut String) {
    out.push_str("<figure>\n");
    if !figure.caption.is_empty() {
        out.push_str("<figcaption>");
        inlines(&figure.caption, notes, out);
        out.push_str("</figcaption>\n");
    }
    let mut shaper = Shaper::default();
    for (layout, width) in LAYOUTS {
        let scene = scene::draw(figure, width, &mut Measure::new(&mut shaper, notes.words));
        let id = format!("{number}-{layout}");
        Svg { id, out }.scene(figure, layout, &scene);
    }
    out.push_str("</figure>\n");
}

/// A drawing while it is written.
struct Svg<'o> {
    /// Ends the ids of this drawing.
    id: String,
    out: &'o mut String,
}

impl Svg<'_> {
    fn scene(mut self, figure: &Figure, layout: &str, scene: &Scene) {
        let (id, title) = (self.id.clone(), escaped(&plain_text(&figure.caption)));
        let labels = match title.is_empty() {
            true => format!(":desc-{id}"),
            false => format!(":title-{id} :desc-{id}"),
        };
        self.push(&format!(
            "<svg role=\"img\" aria-labelledby=\"{labels}\" class=\"{layout}\" viewBox=\"{} {} {} {}\">\n",
            -MARGIN,
            -MARGIN,
            round(scene.width + 2.0 * MARGIN),
            round(scene.height + 2.0 * MARGIN),
        ));
        if !title.is_empty() {
            self.push(&format!("<title id=\":title-{id}\">{title}</title>\n"));
        }
        let description = escaped(&figure.alt);
        self.push(&format!("<desc id=\":desc-{id}\">{description}</desc>\n"));
        if let Some((ground, stripes)) = scene.items.iter().find_map(hatching) {
            self.hatching(ground, stripes);
        }
        scene.items.iter().for_each(|item| self.item(item));
        self.push("</svg>\n");
    }

    /// All hatchings of a report are one: there is one accent.
    fn hatching(&mut self, ground: Role, stripes: Role) {
        self.push(&format!(
            "<defs><pattern id=\":hatch-{}\" width=\"2.4\" height=\"2.4\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><rect class=\"{}\" width=\"2.4\" height=\"2.4\"/>\
             <rect class=\"{}\" width=\".7\" height=\"2.4\"/></pattern></defs>\n",
            self.id,
            class(ground),
            class(stripes)
        ));
    }

    fn push(&mut self, svg: &str) {
        self.out.push_str(svg);
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Rectangle { area, paint } => self.rectangle(*area, *paint),
            Item::Frame { area, stroke } => self.frame(*area, *stroke),
            Item::Line { points, stroke } => self.line(points, *stroke),
            Item::Polygon { points, role } => {
                let path = path(points);
                self.push(&format!(
                    "<path class=\"{}\" d=\"{path}z\"/>\n",
                    class(*role)
                ));
            }
            Item::Disc {
                centre: (x, y),
                radius,
                role,
            } => self.push(&format!(
                "<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n",
                class(*role),
                round(*x),
                round(*y),
                round(*radius)
            )),
            Item::Text(text) => self.text(text),
        }
    }

    fn rectangle(&mut self, area: Area, paint: Paint) {
        let fill = match paint {
            Paint::Solid(role) => format!("class=\"{}\"", class(role)),
            Paint::Hatched(..) => format!("fill=\"url(#:hatch-{})\"", self.id),
        };
        self.push(&format!("<rect {fill} {}/>\n", place(area)));
    }

    fn frame(&mut self, area: Area, stroke: Stroke) {
        let area = area.inset(stroke.thickness / 2.0);
        self.push(&format!("<rect {} {}/>\n", look(stroke), place(area)));
    }

    fn line(&mut self, points: &[Point], stroke: Stroke) {
        let path = path(points);
        self.push(&format!("<path {} d=\"{path}\"/>\n", look(stroke)));
    }

    fn text(&mut self, text: &Text) {
        let (x, y) = text.at;
        let anchor = match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => " middle",
            Anchor::End => " end",
        };
        let weight = if text.lettering.bold { " strong" } else { "" };
        self.push(&format!(
            "<text class=\"{}{weight}{anchor}\" x=\"{}\" y=\"{}\" font-size=\"{}\" textLength=\"{}\" \
             lengthAdjust=\"spacingAndGlyphs\">{}</text>\n",
            class(text.role),
            round(x),
            round(y),
            text.lettering.size,
            round(text.width),
            escaped(&text.words)
        ));
    }
}

fn hatching(item: &Item) -> Option<(Role, Role)> {
    match item {
        Item::Rectangle {
            paint: Paint::Hatched(ground, stripes),
            ..
        } => Some((*ground, *stripes)),
        _ => None,
    }
}

/// The class that gives a role its colour in the style sheet.
fn class(role: Role) -> &'static str {
    match role {
        Role::Paper => "paper",
        Role::Ink => "ink",
        Role::Muted => "muted",
        Role::Accent => "accent",
        Role::Hairline => "hairline",
        Role::Part(part) => of(["part-0", "part-1", "part-2"], part),
        Role::Band(band) => of(["band-0", "band-1", "band-2", "band-3", "band-4"], band),
        Role::Ground(band) => of(
            ["ground-0", "ground-1", "ground-2", "ground-3", "ground-4"],
            band,
        ),
    }
}

fn of<const N: usize>(classes: [&'static str; N], index: u8) -> &'static str {
    classes[usize::from(index).min(N - 1)]
}

fn look(stroke: Stroke) -> String {
    let dashes = match stroke.dashed {
        true => " stroke-dasharray=\"2.4 2\"",
        false => "",
    };
    format!(
        "class=\"line {}\" stroke-width=\"{}\"{dashes}",
        class(stroke.role),
        round(stroke.thickness)
    )
}

fn place(area: Area) -> String {
    format!(
        "x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
        round(area.x),
        round(area.y),
        round(area.width),
        round(area.height)
    )
}

fn path(points: &[Point]) -> String {
    let place = |(x, y): &Point| format!("{} {}", round(*x), round(*y));
    let places: Vec<String> = points.iter().map(place).collect();
    format!("M{}", places.join("L"))
}

/// A hundredth of a unit is finer than any screen.
fn round(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}
