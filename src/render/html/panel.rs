//! The blocks of page one: verdict, key figures, names and values, signatures.

use super::{Page, tone_class};
use crate::render::document::{Card, KeyValue, Signature, Tone, Verdict};

impl Page<'_> {
    pub(super) fn verdict(&mut self, verdict: &Verdict) {
        self.push(&format!(
            "<div class=\"verdict {}\">\n",
            tone_class(verdict.tone)
        ));
        self.push(&format!(
            "<span class=\"sign\" aria-hidden=\"true\">{}</span>\n",
            sign(verdict.tone)
        ));
        self.element("p class=\"label\"", &verdict.label);
        self.element("p class=\"value\"", &verdict.value);
        if !verdict.note.is_empty() {
            self.element("p class=\"note\"", &verdict.note);
        }
        self.push("</div>\n");
    }

    pub(super) fn cards(&mut self, cards: &[Card]) {
        self.push("<dl class=\"cards\">\n");
        for card in cards {
            self.push(&format!("<div class=\"{}\">", tone_class(card.tone)));
            self.element("dt", &card.label);
            self.element("dd class=\"value\"", &card.value);
            if !card.note.is_empty() {
                self.element("dd", &card.note);
            }
            self.push("</div>\n");
        }
        self.push("</dl>\n");
    }

    pub(super) fn key_values(&mut self, pairs: &[KeyValue]) {
        self.push("<dl class=\"key-values\">\n");
        for pair in pairs {
            self.push("<div>");
            self.element("dt", &pair.label);
            self.element("dd", &pair.value);
            self.push("</div>\n");
        }
        self.push("</dl>\n");
    }

    pub(super) fn signatures(&mut self, lines: &[Signature]) {
        self.push("<ul class=\"signatures\">\n");
        for line in lines {
            self.push("<li>");
            for part in [&line.role, &line.name, &line.date] {
                self.element("span", part);
            }
            self.push("</li>\n");
        }
        self.push("</ul>\n");
    }
}

fn sign(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "✓",
        Tone::Caution => "!",
        Tone::Bad => "✗",
        Tone::Open => "?",
    }
}
