//! The fields of documents of which little is recorded: SOC 1 and SOC 3 reports, self-assessments, FedRAMP.

use super::document::Document;
use super::{Kind, Proposals, Proposed, certificate, signature};

/// Proposes the fields of a document of `kind`.
pub(super) fn propose(document: &Document, kind: Kind, to: &mut Proposals) {
    let date = match kind {
        Kind::Soc1 | Kind::Soc3 => signature::date(document),
        _ => certificate::date(document),
    };
    to.add("date", date, Proposed::Date);
}
