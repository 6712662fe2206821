//! Colours, points and circles in printpdf's words.

use printpdf::{Color, LinePoint, Point, Pt};

use crate::render::pdf::style::{PAGE_HEIGHT, Rgb};

pub(super) fn rgb(Rgb(r, g, b): Rgb) -> Color {
    let channel = |byte: u8| (f32::from(byte) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(printpdf::Rgb {
        r: channel(r),
        g: channel(g),
        b: channel(b),
        icc_profile: None,
    })
}

pub(super) fn corner(point: (f32, f32)) -> LinePoint {
    path_point(point, false)
}

fn path_point((x, y): (f32, f32), bezier: bool) -> LinePoint {
    LinePoint {
        p: Point {
            x: Pt(round(x)),
            y: Pt(round(PAGE_HEIGHT - y)),
        },
        bezier,
    }
}

/// A circle as four Bézier curves.
pub(super) fn disc((x, y): (f32, f32), r: f32) -> Vec<LinePoint> {
    let k = 0.5523 * r;
    let quarter = [
        (r, 0.0, false),
        (r, k, true),
        (k, r, true),
        (0.0, r, false),
        (-k, r, true),
        (-r, k, true),
        (-r, 0.0, false),
        (-r, -k, true),
        (-k, -r, true),
        (0.0, -r, false),
        (k, -r, true),
        (r, -k, true),
        (r, 0.0, false),
    ];
    quarter
        .into_iter()
        .map(|(dx, dy, bezier)| path_point((x + dx, y + dy), bezier))
        .collect()
}

/// A hundredth of a point is finer than any printer.
pub(super) fn round(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}
