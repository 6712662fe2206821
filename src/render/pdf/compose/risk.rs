//! The residual risk: bands with their names, a bracket over the interval, a diamond at the point.

use super::figure::Canvas;
use super::{Composer, Place};
use crate::render::document::Risk;
use crate::render::pdf::flow::{Area, Shape};
use crate::render::pdf::style;

/// Top and bottom of the bands.
const TOP: f32 = 36.0;
const BOTTOM: f32 = 58.0;
/// The bracket.
const BRACKET: f32 = TOP - 7.0;

impl Composer {
    pub(super) fn risk(&mut self, risk: &Risk, place: &Place) {
        self.caption(&risk.caption, place);
        let mut canvas = self.canvas(&risk.alt, place);
        self.draw_bands(risk, place, &mut canvas);
        let at = |value| place.x + value as f32 / risk.scale() as f32 * place.width;
        draw_interval([risk.low, risk.point, risk.high].map(at), &mut canvas);
        self.draw_numbers(
            risk,
            [risk.low, risk.point, risk.high].map(at),
            place,
            &mut canvas,
        );
        self.push_figure(canvas, place, BOTTOM + 26.0);
    }

    fn draw_bands(&mut self, risk: &Risk, place: &Place, canvas: &mut Canvas) {
        let scale = place.width / risk.scale() as f32;
        let mut start = 0.0;
        for (index, band) in risk.bands.iter().enumerate() {
            let (x, width) = (
                place.x + start as f32 * scale,
                (band.upper - start) as f32 * scale,
            );
            let colour = style::BANDS[index * style::BANDS.len() / risk.bands.len()];
            let area = Area {
                x,
                y: TOP,
                width: width - 1.2,
                height: BOTTOM - TOP,
            };
            canvas.draw(Shape::Fill { area, colour });
            let name = self.words(&band.name, style::SMALL.bold(), canvas.node);
            canvas.centred(&name, x + width / 2.0, BOTTOM + 11.0);
            let range = self.words(
                &format!("{start}–{}", band.upper),
                style::SMALL,
                canvas.node,
            );
            canvas.centred(&range, x + width / 2.0, BOTTOM + 21.5);
            start = band.upper;
        }
    }

    /// The three numbers above the bracket, side by side even where the interval is short.
    fn draw_numbers(&mut self, risk: &Risk, places: [f32; 3], place: &Place, canvas: &mut Canvas) {
        let [low, point, high] = places;
        let number = |value: f64| format!("{value:.1}");
        let value = self.words(&number(risk.point), style::CARD_VALUE, canvas.node);
        let lowest = self.words(&number(risk.low), style::SMALL, canvas.node);
        let highest = self.words(&number(risk.high), style::SMALL, canvas.node);
        let room = lowest.width.max(highest.width) + 5.0;
        let value_x =
            (point - value.width / 2.0).clamp(place.x + room, place.right() - room - value.width);
        let lowest_x = (low - lowest.width / 2.0)
            .min(value_x - 5.0 - lowest.width)
            .max(place.x);
        let highest_x = (high - highest.width / 2.0).max(value_x + value.width + 5.0);
        canvas.text(&lowest, lowest_x, BRACKET - 8.0);
        canvas.text(&value, value_x, BRACKET - 7.0);
        canvas.text(
            &highest,
            highest_x.min(place.right() - highest.width),
            BRACKET - 8.0,
        );
    }
}

fn draw_interval([low, point, high]: [f32; 3], canvas: &mut Canvas) {
    canvas.line((low, BRACKET), (high, BRACKET), style::INK, 1.6);
    for end in [low, high] {
        canvas.line((end, BRACKET - 4.5), (end, BOTTOM), style::INK, 0.9);
    }
    canvas.line((point, BRACKET), (point, BOTTOM), style::INK, 0.9);
    let middle = (TOP + BOTTOM) / 2.0;
    for (radius, colour) in [(9.5, style::WHITE), (7.2, style::INK)] {
        let (x, y, r) = (point, middle, radius);
        let points = vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)];
        canvas.draw(Shape::Polygon { points, colour });
    }
}
