//! Which glyphs a report uses, the font subsets that hold them, and what each glyph extracts as.
//!
//! A glyph has one text in a file (ToUnicode). Where the same glyph stands for another text, or several glyphs
//! for one, the writer adds an actual text; [`Embedded::extracts_as`] tells it when.

use std::collections::BTreeMap;

use subsetter::{GlyphRemapper, subset};

use super::PdfError;
use super::content::PageContent;
use super::flow::Shape;
use super::fonts::Face;
use super::shape::Cluster;

/// The glyphs of one face that a report uses.
pub struct Subset {
    pub face: Face,
    /// The font program with these glyphs only.
    pub program: Vec<u8>,
    glyphs: GlyphRemapper,
    texts: BTreeMap<u16, String>,
}

/// All subsets of a report.
pub struct Embedded {
    subsets: BTreeMap<Face, Subset>,
}

impl Embedded {
    /// Collects the glyphs of all pages.
    ///
    /// # Errors
    /// If a bundled font cannot be cut.
    pub fn new(pages: &[PageContent]) -> Result<Self, PdfError> {
        let mut texts: BTreeMap<Face, BTreeMap<u16, String>> = BTreeMap::new();
        let clusters = || pages.iter().flat_map(clusters_of);
        for cluster in clusters().filter(|cluster| cluster.glyphs.len() == 1) {
            let known = texts.entry(cluster.face).or_default();
            known
                .entry(cluster.glyphs[0].id)
                .or_insert_with(|| cluster.text.clone());
        }
        for cluster in clusters().filter(|cluster| cluster.glyphs.len() > 1) {
            let known = texts.entry(cluster.face).or_default();
            for glyph in &cluster.glyphs {
                known
                    .entry(glyph.id)
                    .or_insert_with(|| own_text(cluster, glyph.id));
            }
        }
        let subsets = texts
            .into_iter()
            .map(|(face, texts)| Ok((face, Subset::new(face, texts)?)));
        Ok(Self {
            subsets: subsets.collect::<Result<_, PdfError>>()?,
        })
    }

    pub fn subsets(&self) -> impl Iterator<Item = &Subset> {
        self.subsets.values()
    }

    /// The id of a glyph in the subset, and its text.
    #[must_use]
    pub fn glyph(&self, face: Face, id: u16) -> (u16, &str) {
        let subset = self
            .subsets
            .get(&face)
            .expect("every face in use has been collected");
        let new = subset
            .glyphs
            .get(id)
            .expect("every glyph in use has been collected");
        (new, &subset.texts[&id])
    }

    /// Whether the glyphs of a cluster, read one by one, give its text.
    #[must_use]
    pub fn extracts_as(&self, cluster: &Cluster) -> bool {
        let mut rest = cluster.text.as_str();
        for glyph in &cluster.glyphs {
            match rest.strip_prefix(self.glyph(cluster.face, glyph.id).1) {
                Some(after) => rest = after,
                None => return false,
            }
        }
        rest.is_empty()
    }
}

impl Subset {
    /// The ids in the subset, with the text of each.
    pub fn glyphs(&self) -> impl Iterator<Item = (u16, &str)> {
        let kept = |id: &u16| self.glyphs.get(*id);
        self.texts
            .iter()
            .filter_map(move |(id, text)| Some((kept(id)?, text.as_str())))
    }

    fn new(face: Face, texts: BTreeMap<u16, String>) -> Result<Self, PdfError> {
        let ids: Vec<u16> = texts.keys().copied().collect();
        let glyphs = GlyphRemapper::new_from_glyphs_sorted(&ids);
        let program = subset(face.bytes(), 0, &glyphs).map_err(|_| PdfError::Font(face.name()))?;
        Ok(Self {
            face,
            program,
            glyphs,
            texts,
        })
    }
}

fn clusters_of(page: &PageContent) -> impl Iterator<Item = &Cluster> {
    page.runs
        .iter()
        .flat_map(|run| &run.shapes)
        .flat_map(|shape| match shape {
            Shape::Text { word, from, to, .. } => &word.clusters[*from..*to],
            _ => &[],
        })
}

/// What a glyph means by itself: the character that the face maps to it, or the end of its cluster.
fn own_text(cluster: &Cluster, glyph: u16) -> String {
    let characters = cluster.face.font().charmap();
    let mapped = characters
        .unicodes()
        .find(|(_, id)| id.to_u32() == u32::from(glyph));
    let character = mapped
        .and_then(|(code, _)| char::from_u32(code))
        .or(cluster.text.chars().last());
    character.map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::render::pdf::bidi::Level;
    use crate::render::pdf::content::{Run, RunTag};
    use crate::render::pdf::shape::{Glyph, Word};
    use crate::render::pdf::style::INK;

    fn cluster(text: &str, ids: &[u16]) -> Cluster {
        let glyph = |id: &u16| Glyph {
            id: *id,
            advance: 500,
            dx: 0,
            dy: 0,
        };
        let glyphs = ids.iter().map(glyph).collect();
        Cluster {
            face: Face::Regular,
            text: text.to_owned(),
            glyphs,
            advance: 500,
            level: Level::ltr(),
        }
    }

    /// For each cluster, whether its glyphs alone give its text.
    fn extracted(clusters: Vec<Cluster>) -> Vec<bool> {
        let word = Rc::new(Word {
            clusters,
            advance: 0,
            divisions: Vec::new(),
            says_divisions: false,
        });
        let (from, to, size) = (0, word.clusters.len(), 10.0);
        let shape = Shape::Text {
            word: Rc::clone(&word),
            from,
            to,
            x: 0.0,
            y: 0.0,
            size,
            colour: INK,
        };
        let run = Run {
            tag: RunTag::Decoration,
            shapes: vec![shape],
        };
        let page = PageContent {
            runs: vec![run],
            ..PageContent::default()
        };
        let embedded = Embedded::new(&[page]).unwrap();
        word.clusters
            .iter()
            .map(|cluster| embedded.extracts_as(cluster))
            .collect()
    }

    #[test]
    fn a_glyph_with_a_second_text_needs_an_actual_text() {
        assert_eq!(
            extracted(vec![cluster("a", &[70]), cluster("b", &[70])]),
            [true, false]
        );
    }

    #[test]
    fn a_text_longer_than_its_glyphs_needs_an_actual_text() {
        assert_eq!(
            extracted(vec![cluster("a", &[70]), cluster("ab", &[70])]),
            [true, false]
        );
    }

    #[test]
    fn glyphs_that_spell_their_cluster_need_none() {
        let clusters = vec![
            cluster("a", &[70]),
            cluster("b", &[71]),
            cluster("ab", &[70, 71]),
        ];
        assert_eq!(extracted(clusters), [true, true, true]);
    }
}
