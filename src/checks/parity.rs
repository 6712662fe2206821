//! Parity of machine identities: a model may not budget them below people.
//!
//! Budgets are those of docs/scoring.md 7; the shipped model gives machine identities about twice the
//! weight of people. The lint warns, it does not forbid.

use crate::pack::model::{Control, Model, Subject};

/// What the controls of each subject can add to the exposure, as shares that sum to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SubjectBudgets {
    /// Machine identities.
    pub nhi: f64,
    /// People.
    pub human: f64,
    /// The platform under both.
    pub platform: f64,
}

impl SubjectBudgets {
    /// Whether machine identities count at least as much as people.
    pub fn holds_parity(&self) -> bool {
        self.nhi >= self.human
    }
}

/// What is wrong with the parity of a model, in one sentence; `None` when it holds.
pub fn parity(model: &Model) -> Option<String> {
    let budgets = subject_budgets(model);
    let percent = |share: f64| share * 100.0;
    (!budgets.holds_parity()).then(|| {
        format!(
            "machine identities hold {:.0} % of the exposure budget and people {:.0} %; \
             expected at least as much for machines",
            percent(budgets.nhi),
            percent(budgets.human)
        )
    })
}

/// The budget shares of a model's subjects.
pub fn subject_budgets(model: &Model) -> SubjectBudgets {
    let (mut nhi, mut human, mut platform) = (0.0, 0.0, 0.0);
    for control in &model.controls {
        let budget = budget(model, control);
        match control.subject {
            Subject::Nhi => nhi += budget,
            Subject::Human => human += budget,
            Subject::Platform => platform += budget,
        }
    }
    let all = nhi + human + platform;
    let share = |budget: f64| if all > 0.0 { budget / all } else { 0.0 };
    SubjectBudgets {
        nhi: share(nhi),
        human: share(human),
        platform: share(platform),
    }
}

/// `eta_d w / W_d + kappa m`.
fn budget(model: &Model, control: &Control) -> f64 {
    let weights: f64 = model
        .controls
        .iter()
        .filter(|other| other.domain == control.domain)
        .map(|other| other.weight)
        .sum();
    let domain = model
        .domain(&control.domain)
        .map_or(0.0, |domain| domain.budget);
    domain * control.weight / weights + model.shape.kappa * control.knockout
}
