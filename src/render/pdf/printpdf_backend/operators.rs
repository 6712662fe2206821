//! The operators of a page as bytes: the page description language of ISO 32000-1, 8 and 9.
//!
//! They are written at once and not kept as a list, because a report of hundreds of pages has millions of them.

use crate::render::pdf::content::RunTag;
use crate::render::pdf::flow::Area;
use crate::render::pdf::style::{Rgb, Sheet};

/// The description of one page while it is written. Positions are from the top of the page.
pub(super) struct Operators {
    bytes: Vec<u8>,
    sheet: Sheet,
    /// Inside the array of a `TJ`.
    shows: bool,
}

impl Operators {
    pub(super) fn new(sheet: Sheet) -> Self {
        Self {
            bytes: Vec::new(),
            sheet,
            shows: false,
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    fn word(&mut self, word: &str) {
        self.bytes.extend_from_slice(word.as_bytes());
    }

    /// A number with the digits that a printer can tell apart: a hundredth of a point.
    fn number(&mut self, value: f32) {
        self.decimal((value * 100.0).round() as i64, 2);
    }

    /// A whole number with its last digits behind the point, and a blank.
    fn decimal(&mut self, scaled: i64, digits: u32) {
        let unit = 10_i64.pow(digits);
        if scaled < 0 {
            self.bytes.push(b'-');
        }
        let (whole, mut rest) = (scaled.abs() / unit, scaled.abs() % unit);
        self.word(&whole.to_string());
        if rest > 0 {
            self.bytes.push(b'.');
        }
        let mut place = unit / 10;
        while rest > 0 {
            self.bytes.push(b'0' + (rest / place) as u8);
            rest %= place;
            place /= 10;
        }
        self.bytes.push(b' ');
    }

    fn numbers(&mut self, values: &[f32]) {
        values.iter().for_each(|value| self.number(*value));
    }

    fn hexadecimal(&mut self, value: u16) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        for shift in [12, 8, 4, 0] {
            self.bytes.push(DIGITS[usize::from(value >> shift) & 15]);
        }
    }

    /// Opens a stretch of ink of one meaning.
    pub(super) fn open(&mut self, tag: RunTag) {
        match tag {
            RunTag::Content { mcid, .. } => self.word(&format!("/Span<</MCID {mcid}>>BDC\n")),
            RunTag::Decoration => self.word("/Artifact<</Type/Layout>>BDC\n"),
            RunTag::Pagination => self.word("/Artifact<</Type/Pagination>>BDC\n"),
        }
    }

    /// Says what the next glyphs stand for.
    pub(super) fn open_text(&mut self, text: &str) {
        self.end_show();
        self.word("/Span<</ActualText<feff");
        text.encode_utf16().for_each(|unit| self.hexadecimal(unit));
        self.word(">>>BDC\n");
    }

    pub(super) fn close(&mut self) {
        self.end_show();
        self.word("EMC\n");
    }

    pub(super) fn begin_text(&mut self) {
        self.word("BT\n");
    }

    pub(super) fn end_text(&mut self) {
        self.end_show();
        self.word("ET\n");
    }

    pub(super) fn font(&mut self, name: &str, size: f32) {
        self.end_show();
        self.word(&format!("/{name} "));
        self.number(size);
        self.word("Tf\n");
    }

    /// Puts the pen on the page.
    pub(super) fn pen(&mut self, (x, y): (f32, f32)) {
        self.end_show();
        self.word("1 0 0 1 ");
        self.numbers(&[x, self.sheet.upwards(y)]);
        self.word("Tm\n");
    }

    /// Shows a glyph at the pen, moved back by `kern` thousandths of an em.
    pub(super) fn glyph(&mut self, id: u16, kern: f32) {
        if !std::mem::replace(&mut self.shows, true) {
            self.word("[<");
        }
        if kern != 0.0 {
            // No empty string stands before the first number.
            if self.bytes.ends_with(b"[<") {
                self.bytes.pop();
            } else {
                self.bytes.push(b'>');
            }
            self.number(kern);
            self.bytes.pop();
            self.bytes.push(b'<');
        }
        self.hexadecimal(id);
    }

    fn end_show(&mut self) {
        if std::mem::take(&mut self.shows) {
            self.word(">]TJ\n");
        }
    }

    fn colour(&mut self, Rgb(r, g, b): Rgb) {
        for channel in [r, g, b] {
            self.decimal((i64::from(channel) * 1000 + 127) / 255, 3);
        }
    }

    pub(super) fn fill_colour(&mut self, colour: Rgb) {
        self.end_show();
        self.colour(colour);
        self.word("rg\n");
    }

    pub(super) fn stroke_colour(&mut self, colour: Rgb) {
        self.colour(colour);
        self.word("RG\n");
    }

    pub(super) fn thickness(&mut self, points: f32) {
        self.number(points);
        self.word("w\n");
    }

    fn rectangle(&mut self, area: Area) {
        let [left, bottom, ..] = self.sheet.bounds(area);
        self.numbers(&[left, bottom, area.width, area.height]);
        self.word("re ");
    }

    pub(super) fn filled_rectangle(&mut self, area: Area) {
        self.rectangle(area);
        self.word("f\n");
    }

    pub(super) fn stroked_rectangle(&mut self, area: Area) {
        self.rectangle(area);
        self.word("S\n");
    }

    fn point(&mut self, (x, y): (f32, f32)) {
        self.numbers(&[x, self.sheet.upwards(y)]);
    }

    pub(super) fn move_to(&mut self, to: (f32, f32)) {
        self.point(to);
        self.word("m ");
    }

    pub(super) fn line_to(&mut self, to: (f32, f32)) {
        self.point(to);
        self.word("l ");
    }

    pub(super) fn curve_to(&mut self, points: [(f32, f32); 3]) {
        points.into_iter().for_each(|point| self.point(point));
        self.word("c ");
    }

    pub(super) fn stroke(&mut self) {
        self.word("S\n");
    }

    pub(super) fn close_path(&mut self) {
        self.word("h ");
    }

    pub(super) fn fill(&mut self) {
        self.word("f\n");
    }

    /// Draws a picture over this area.
    pub(super) fn picture(&mut self, name: &str, area: Area) {
        let [left, bottom, ..] = self.sheet.bounds(area);
        self.word("q ");
        self.numbers(&[area.width, 0.0, 0.0, area.height, left, bottom]);
        self.word(&format!("cm /{name} Do Q\n"));
    }

    /// Draws a form that knows its place.
    pub(super) fn form(&mut self, name: &str) {
        self.word(&format!("/{name} Do\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl Fn(&mut Operators)) -> String {
        let mut operators = Operators::new(Sheet::A4);
        write(&mut operators);
        String::from_utf8(operators.into_bytes()).unwrap()
    }

    #[test]
    fn a_number_has_no_more_digits_than_it_needs() {
        for (value, wanted) in [
            (0.0, "0 "),
            (12.0, "12 "),
            (-0.5, "-0.5 "),
            (3.04, "3.04 "),
            (-7.256, "-7.26 "),
            (-0.001, "0 "),
        ] {
            assert_eq!(written(|operators| operators.number(value)), wanted);
        }
    }

    #[test]
    fn glyphs_are_shown_together_with_their_kerning() {
        let shown = written(|operators| {
            operators.glyph(1, 0.0);
            operators.glyph(0xab, 25.0);
            operators.end_text();
        });
        assert_eq!(shown, "[<0001>25<00ab>]TJ\nET\n");
    }

    #[test]
    fn a_kern_at_the_start_follows_no_string() {
        let shown = written(|operators| {
            operators.glyph(1, -8.5);
            operators.close();
        });
        assert_eq!(shown, "[-8.5<0001>]TJ\nEMC\n");
    }
}
