//! From the questions of a control to what it is credited.
//!
//! `E(x) = min( min over gating questions of x_q , sum of share_q x_q )`: a detail question adds
//! to a control and never lifts it over a gating one. The readings of docs/scoring.md 4 are `E` over
//! four vectors x: claims with open parts at 1, credited and independent with open parts at 0, and
//! credited with open parts at 1. With one fully answered question the control is that question.

use super::credibility::{Credibility, EvidenceItem, Weigher};
use crate::assessment::level::Level;
use crate::pack::id::{ControlId, QuestionId};

/// A control and the questions that count for it.
#[derive(Debug, Clone, PartialEq)]
pub struct ControlInput {
    control: ControlId,
    questions: Vec<QuestionInput>,
}

/// What a question says about its control.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionInput {
    /// The question.
    pub question: QuestionId,
    /// Weight among the questions of the control, above 0.
    pub share: f64,
    /// Whether the control can be no better than this answer.
    pub gating: bool,
    /// Its level, as far as it is answered.
    pub level: Level,
    /// What stands behind the answer, in any order.
    pub evidence: Vec<EvidenceItem>,
}

impl ControlInput {
    /// A control with its live questions, in any order; without any the control is not live.
    pub fn new(control: ControlId, mut questions: Vec<QuestionInput>) -> Self {
        questions.sort_by(|a, b| a.question.cmp(&b.question));
        Self { control, questions }
    }

    /// The control.
    pub fn control(&self) -> &ControlId {
        &self.control
    }

    /// Its live questions, by id.
    pub fn questions(&self) -> &[QuestionInput] {
        &self.questions
    }
}

/// The numbers of one question that the readings are made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Claim {
    /// Share among the live questions of the control; they sum to 1.
    pub share: f64,
    /// Whether the control can be no better than this answer.
    pub gating: bool,
    /// `a`, as far as it is answered.
    pub level: Level,
    /// `c` and `c_ind`.
    pub credibility: Credibility,
}

impl Claim {
    /// `a c`, open parts at 0: what is credited, 0 to 1.
    pub fn credited(&self) -> f64 {
        self.level.closed() * self.credibility.credited
    }

    /// `a c_ind`, open parts at 0: what is credited without the vendor's word, 0 to 1.
    pub fn independent(&self) -> f64 {
        self.level.closed() * self.credibility.independent
    }

    /// `a c`, open parts at 1: what is credited if they turn out well, 0 to 1.
    pub fn if_answered(&self) -> f64 {
        (self.credited() + (1.0 - self.level.answered())).min(1.0)
    }
}

/// Prepares the questions of a control: shares made to sum to 1, evidence weighed.
pub fn claims(weigher: &mut Weigher, input: &ControlInput) -> Vec<Claim> {
    let all: f64 = input.questions.iter().map(|question| question.share).sum();
    input
        .questions
        .iter()
        .map(|question| Claim {
            share: question.share / all,
            gating: question.gating,
            level: question.level,
            credibility: weigher.credibility(&question.evidence),
        })
        .collect()
}

/// The sum of share times `x`; exactly 1 when every `x` is.
pub(super) fn weighted(claims: &[Claim], x: impl Fn(&Claim) -> f64) -> f64 {
    let all: f64 = claims.iter().map(|claim| claim.share).sum();
    let sum: f64 = claims.iter().map(|claim| claim.share * x(claim)).sum();
    sum / all
}

/// `E(x)`: the effectiveness of a control whose questions are worth `x` each, 0 to 1.
fn effectiveness(claims: &[Claim], x: impl Fn(&Claim) -> f64) -> f64 {
    let gates = claims.iter().filter(|claim| claim.gating);
    gates.map(&x).fold(weighted(claims, &x), f64::min)
}

/// The effectiveness of a control in each reading, and how much of it is answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Readings {
    /// Every claim true, every open part well: gives `lo`.
    pub at_best: f64,
    /// Every claim true, nothing open counted.
    pub claimed: f64,
    /// `e`: as evidenced, nothing open counted: the headline.
    pub credited: f64,
    /// As evidenced without the vendor's word: gives `hi`.
    pub independent: f64,
    /// As evidenced, every open part well: gives `R_open`.
    pub if_answered: f64,
    /// Share of the control that is answered, 0 to 1; 0 while a gating question is open in part.
    pub answered: f64,
}

impl Readings {
    /// Reads prepared questions.
    pub fn new(claims: &[Claim]) -> Self {
        let gate_open = claims
            .iter()
            .any(|claim| claim.gating && claim.level.answered() < 1.0);
        Self {
            at_best: effectiveness(claims, |claim| claim.level.at_best()),
            claimed: effectiveness(claims, |claim| claim.level.closed()),
            credited: effectiveness(claims, Claim::credited),
            independent: effectiveness(claims, Claim::independent),
            if_answered: effectiveness(claims, Claim::if_answered),
            answered: if gate_open {
                0.0
            } else {
                weighted(claims, |claim| claim.level.answered())
            },
        }
    }

    /// `g = 1 - e`: the gap of the headline, 0 to 1.
    pub fn gap(&self) -> f64 {
        1.0 - self.credited
    }

    /// `1 - E(a)` with open parts at 1: the part of the gap that is known to be absent.
    pub fn not_implemented(&self) -> f64 {
        1.0 - self.at_best
    }

    /// The part of the gap that hangs on what is open.
    pub fn open(&self) -> f64 {
        self.at_best - self.claimed
    }

    /// `E(a) - e`: the part of the gap that is claimed and not proven.
    pub fn not_proven(&self) -> f64 {
        self.claimed - self.credited
    }

    /// Whether more of the gap hangs on what is open than is known to be absent, and than is claimed
    /// and not proven: what helps most is to answer.
    pub fn is_mostly_open(&self) -> bool {
        self.open() > self.not_implemented() && self.open() > self.not_proven()
    }

    /// `u`, 0 to 1: how far the control may be better than credited if claims and open parts turn
    /// out well. It is `a (1 - c)` for one answered question and 1 when nothing is answered; what
    /// is known to be absent is believed (docs/scoring.md 7).
    pub fn uncertainty(&self) -> f64 {
        self.open() + self.not_proven()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A question at `level` with evidence worth `credited`.
    fn claim(share: f64, level: f64, credited: f64) -> Claim {
        Claim {
            share,
            gating: false,
            level: Level::answered_at(level),
            credibility: Credibility {
                credited,
                independent: credited / 2.0,
            },
        }
    }

    fn gate(share: f64, level: f64, credited: f64) -> Claim {
        Claim {
            gating: true,
            ..claim(share, level, credited)
        }
    }

    fn open(share: f64) -> Claim {
        Claim {
            level: Level::OPEN,
            ..claim(share, 0.0, 0.3)
        }
    }

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-12, "{a}, not {b}");
    }

    #[test]
    fn one_answered_question_is_its_own_control() {
        let readings = Readings::new(&[gate(1.0, 0.75, 0.8)]);
        near(readings.credited, 0.6);
        near(readings.independent, 0.3);
        near(readings.uncertainty(), 0.75 * (1.0 - 0.8));
        near(readings.not_implemented(), 0.25);
        near(readings.not_proven(), 0.15);
        assert_eq!((readings.open(), readings.answered), (0.0, 1.0));
    }

    #[test]
    fn a_detail_never_lifts_a_control_over_its_gate() {
        let weak = gate(0.1, 0.5, 0.8);
        for detail in [0.0, 0.4, 1.0] {
            let readings = Readings::new(&[weak, claim(0.9, detail, 1.0)]);
            assert!(readings.credited <= weak.credited());
        }
        near(Readings::new(&[weak, claim(0.9, 1.0, 1.0)]).credited, 0.4);
    }

    #[test]
    fn a_detail_pulls_a_control_down_by_its_share() {
        let readings = Readings::new(&[gate(0.75, 1.0, 0.8), claim(0.25, 0.0, 0.3)]);
        near(readings.credited, 0.6);
    }

    #[test]
    fn the_weakest_of_several_gates_decides() {
        let readings = Readings::new(&[gate(0.5, 1.0, 0.9), gate(0.5, 0.2, 0.9)]);
        near(readings.credited, 0.18);
    }

    #[test]
    fn nothing_answered_is_wholly_uncertain() {
        let gate = Claim {
            gating: true,
            ..open(0.5)
        };
        let readings = Readings::new(&[gate, open(0.5)]);
        assert_eq!((readings.credited, readings.independent), (0.0, 0.0));
        assert_eq!((readings.at_best, readings.if_answered), (1.0, 1.0));
        assert_eq!((readings.uncertainty(), readings.open()), (1.0, 1.0));
    }

    #[test]
    fn a_control_is_mostly_open_until_more_is_known_than_not() {
        let mostly = |claims: &[Claim]| Readings::new(claims).is_mostly_open();
        assert!(mostly(&[open(1.0)]));
        assert!(mostly(&[claim(0.4, 0.0, 0.3), open(0.6)]));
        assert!(!mostly(&[claim(0.6, 0.0, 0.3), open(0.4)]));
        assert!(!mostly(&[claim(0.6, 1.0, 0.0), open(0.4)]));
    }

    #[test]
    fn an_open_detail_widens_by_its_share() {
        let readings = Readings::new(&[gate(0.8, 1.0, 0.9), open(0.2)]);
        near(readings.answered, 0.8);
        near(readings.credited, 0.72);
        near(readings.if_answered, 0.9);
        near(readings.at_best, 1.0);
        near(readings.open(), 0.2);
        near(readings.not_proven(), 0.08);
    }

    #[test]
    fn a_control_is_not_answered_while_its_gate_is_open_in_part() {
        let open_gate = Claim {
            gating: true,
            ..open(0.2)
        };
        let readings = Readings::new(&[open_gate, claim(0.8, 1.0, 0.9)]);
        assert_eq!((readings.answered, readings.credited), (0.0, 0.0));
        near(readings.if_answered, 0.92);
    }

    #[test]
    fn a_known_no_is_believed_even_beside_an_open_gate() {
        let open_gate = Claim {
            gating: true,
            ..open(0.5)
        };
        let readings = Readings::new(&[open_gate, claim(0.5, 0.0, 0.3)]);
        near(readings.not_implemented(), 0.5);
        near(readings.uncertainty(), 0.5);
    }

    #[test]
    fn the_parts_of_the_gap_sum_to_it() {
        let claims = [gate(0.4, 0.7, 0.6), claim(0.3, 0.9, 0.3), open(0.3)];
        let readings = Readings::new(&claims);
        let parts = readings.not_implemented() + readings.not_proven() + readings.open();
        near(parts, readings.gap());
        near(
            readings.uncertainty(),
            readings.gap() - readings.not_implemented(),
        );
    }

    #[test]
    fn questions_stand_by_id_whatever_order_they_come_in() {
        let question = |id: &str| QuestionInput {
            question: id.into(),
            share: 1.0,
            gating: true,
            level: Level::OPEN,
            evidence: vec![],
        };
        let input = ControlInput::new("RV1".into(), vec![question("b"), question("a")]);
        let ids: Vec<_> = input
            .questions()
            .iter()
            .map(|q| q.question.as_str())
            .collect();
        assert_eq!(ids, ["a", "b"]);
    }
}
