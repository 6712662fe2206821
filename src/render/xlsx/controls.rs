//! The sheet of the controls: from the questions to what each control adds to the residual risk.

use super::Work;
use super::address::{column, row};
use super::cell::{Cell, Column, Sheet, Shown};
use super::levels::{self, Levels};
use super::scores::{self, Layout};
use crate::pack::model::Control;
use crate::report::terms;
use crate::score::ControlResult;
use crate::score::gate::GateState;
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-control"), 9.0),
        (say!(words, "col-what-is-in-place"), 44.0),
        (say!(words, "col-domain"), 16.0),
        (say!(words, "col-weight"), 8.0),
        (say!(words, "col-knock-out"), 9.0),
        (say!(words, "col-blast-side"), 10.0),
        (say!(words, "col-at-best"), 9.0),
        (say!(words, "col-claimed"), 9.0),
        (say!(words, "col-credited-e"), 9.0),
        (say!(words, "col-independent"), 12.0),
        (say!(words, "col-if-answered"), 10.0),
        (say!(words, "col-answered"), 10.0),
        (say!(words, "col-gap-g"), 9.0),
        (say!(words, "col-budget"), 9.0),
        (say!(words, "col-by-its-domain"), 10.0),
        (say!(words, "col-by-the-blast"), 10.0),
        (say!(words, "col-by-knock-out"), 10.0),
        (say!(words, "col-exposure-h"), 10.0),
        (say!(words, "col-points"), 9.0),
        (say!(words, "col-gate"), 9.0),
        (say!(words, "col-reported-points"), 10.0),
    ]
}

/// Where columns stand that other sheets name.
pub const DOMAIN: char = 'C';
pub const WEIGHT: char = 'D';
pub const KNOCK_OUT: char = 'E';
pub const SIDE: char = 'F';
pub const CREDITED: char = 'I';
pub const ANSWERED: char = 'L';
pub const BUDGET: char = 'N';
pub const POINTS: char = 'S';
pub const REPORTED: char = 'U';

/// The column of each reading that has a residual risk: low, if answered, headline, high.
pub const READINGS: [char; 4] = ['G', 'K', 'I', 'J'];

/// A column of all controls.
pub fn all(work: &Work, letter: char) -> String {
    column(
        &say!(work.words, "sheet-controls"),
        letter,
        0..work.result.score.controls.len(),
    )
}

/// The sheet.
pub fn sheet(work: &Work, levels: &Levels) -> Sheet {
    let (layout, words) = (Layout::new(work), work.words);
    let results = work.result.score.controls.iter().enumerate();
    let rows = results.filter_map(|(at, result)| {
        let control = work.pack.model.control(&result.control)?;
        let mut cells = known(words, control);
        cells.extend(readings(levels, result));
        cells.extend(exposure(work, &layout, (at, control, result)));
        Some(cells)
    });
    Sheet {
        frozen: 2,
        ..Sheet::grid(
            (say!(words, "sheet-controls"), say!(words, "about-controls")),
            columns(words),
            rows.collect(),
        )
    }
}

fn known(words: &Words, control: &Control) -> Vec<Cell> {
    let side = control.blast.map(|side| terms::dimension(words, side));
    vec![
        Cell::text(control.id.as_str()),
        Cell::text(&control.title),
        Cell::text(control.domain.as_str()),
        Cell::Number(control.weight, Shown::Plain),
        Cell::Number(control.knockout, Shown::Plain),
        Cell::text(side.unwrap_or_default()),
    ]
}

/// `E(x)` in each reading, and the answered share.
fn readings(levels: &Levels, result: &ControlResult) -> Vec<Cell> {
    let (id, readings) = (&result.control, &result.readings);
    let shares = levels.shares(id);
    let mean = |values: String| format!("SUMPRODUCT({shares},{values})/SUM({shares})");
    let values = [
        readings.at_best,
        readings.claimed,
        readings.credited,
        readings.independent,
        readings.if_answered,
    ];
    let each = levels::READINGS.into_iter().zip(values);
    let mut cells: Vec<Cell> = each
        .map(|(letter, value)| {
            let mut terms = vec![mean(levels.values(id, letter))];
            terms.extend(levels.gates(id, letter));
            Cell::Formula(format!("MIN({})", terms.join(",")), value, Shown::Level)
        })
        .collect();
    let answered = mean(levels.values(id, levels::ANSWERED));
    let gates = levels.gates(id, levels::ANSWERED);
    let answered = match gates.is_empty() {
        true => answered,
        false => format!("IF(MIN({})<1,0,{answered})", gates.join(",")),
    };
    cells.push(Cell::Formula(answered, readings.answered, Shown::Level));
    cells
}

/// Gap, budget, parts of the exposure, points and gate.
fn exposure(
    work: &Work,
    layout: &Layout,
    (at, control, result): (usize, &Control, &ControlResult),
) -> Vec<Cell> {
    let n = row(at);
    let parts = layout.parts(control);
    let driver = work.result.score.driver(&control.id);
    let points = driver.map_or(0.0, |driver| driver.points);
    let exact = |text, value| Cell::Formula(text, value, Shown::Exact);
    let all = |letter| all(work, letter);
    let powers = |of: &str| format!("{of}*{}*ABS(1-{})^model_p", all(WEIGHT), all(CREDITED));
    let shared = |value: &str, of: String| {
        let sum = format!("SUMPRODUCT({})", powers(&of));
        format!("IF({sum}=0,0,{value}*D{n}*ABS(M{n})^model_p/{sum})")
    };
    let same = |letter| format!("({}={letter}{n})", all(letter));
    let by_domain = shared(&layout.domain(&control.domain), same(DOMAIN));
    let by_blast = match control.blast {
        Some(_) => shared(
            &format!(
                "{}/{}",
                scores::cell(work.words, layout.blast_row()),
                layout.sides()
            ),
            same(SIDE),
        ),
        None => "0".to_owned(),
    };
    let weights = format!("SUMIF({},C{n},{})", all(DOMAIN), all(WEIGHT));
    let budget = format!("budget_{}*D{n}/{weights}+model_kappa*E{n}", control.domain);
    let share = format!("R{n}/(exposure-model_eta0)");
    vec![
        exact(format!("1-I{n}"), result.readings.gap()),
        exact(budget, result.budget),
        exact(by_domain, parts.domain),
        exact(by_blast, parts.blast),
        exact(
            format!("model_kappa*E{n}*ABS(M{n})^model_q"),
            parts.knock_out,
        ),
        exact(format!("O{n}+P{n}+Q{n}"), parts.sum()),
        Cell::Formula(
            format!("IF(exposure=model_eta0,0,(residual-irreducible)*{share})"),
            points,
            Shown::Points,
        ),
        gate(work, n, control),
        Cell::Number(points, Shown::Points),
    ]
}

fn gate(work: &Work, n: usize, control: &Control) -> Cell {
    let gates = &work.result.score.ruling.gates;
    let Some(gate) = gates.iter().find(|gate| gate.control == control.id) else {
        return Cell::Empty;
    };
    let words = work.words;
    let passed = say!(words, "cell-gate-passed");
    let (open, failed) = (
        say!(words, "cell-gate-open"),
        say!(words, "cell-gate-failed"),
    );
    let reported = match gate.state {
        GateState::Passed => passed.clone(),
        GateState::Open => open.clone(),
        GateState::Failed => failed.clone(),
    };
    let open = format!("IF(K{n}>=gate_effectiveness,\"{open}\",\"{failed}\")");
    Cell::TextFormula(
        format!("IF(I{n}>=gate_effectiveness,\"{passed}\",{open})"),
        reported,
    )
}
