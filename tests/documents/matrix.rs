//! The coverage matrix: what documents do about each topic, and what is left for us to validate.

use idp_assay::assessment::document::topic::Coverage;
use idp_assay::checks::documents::held::Held;
use idp_assay::checks::documents::matrix::{entity_controls, matrix};

use super::world::{PACK, World, rows_but};

/// The best that documents do about a topic, and whether it is for us to validate.
fn of(world: &World, topic: &str) -> Option<(Option<Coverage>, bool)> {
    let told = world.assessment();
    let matrix = matrix(&Held::new(&PACK, &told));
    let row = matrix.iter().find(|row| row.topic.as_str() == topic)?;
    Some((row.best(), row.is_ours_to_validate()))
}

fn rotation(rest: &str) -> World {
    World::good().set("R", "topics", &rows_but("rotation", rest))
}

#[test]
fn what_is_absent_carved_out_or_left_to_us_is_ours_to_validate() {
    for (rest, coverage, is_ours) in [
        ("", Coverage::Tested, false),
        ("coverage=declared", Coverage::Declared, false),
        ("control=", Coverage::Declared, false),
        ("section=unaudited", Coverage::Declared, false),
        ("coverage=carved-out", Coverage::CarvedOut, true),
        ("coverage=user-entity", Coverage::UserEntity, true),
        ("coverage=absent", Coverage::Absent, true),
    ] {
        let found = of(&rotation(rest), "rotation");
        assert_eq!(found, Some((Some(coverage), is_ours)), "{rest}");
    }
}

#[test]
fn a_topic_of_which_nothing_is_recorded_is_no_row() {
    assert_eq!(of(&World::good(), "third_party_nhi"), None);
}

#[test]
fn the_best_of_all_documents_counts() {
    let world = rotation("coverage=absent");
    let declared = "[{topic: rotation, coverage: declared}]";
    let world = world.set("C", "topics", declared);
    assert_eq!(
        of(&world, "rotation"),
        Some((Some(Coverage::Declared), false))
    );
    let silent = world.set("C", "product", "no");
    assert_eq!(
        of(&silent, "rotation"),
        Some((Some(Coverage::Absent), true))
    );
}

#[test]
fn a_control_left_to_us_is_ours_until_it_has_an_owner_and_is_in_place() {
    let left = |rest: &str| {
        let rows = format!("[{{control: Rotate keys, topic: third_party_nhi{rest}}}]");
        let world = World::good().set("R", "entity-controls", &rows);
        of(&world, "third_party_nhi").map(|(_, is_ours)| is_ours)
    };
    assert_eq!(left(""), Some(true));
    assert_eq!(left(", owner: Ops, status: planned"), Some(true));
    assert_eq!(left(", status: checked"), Some(true));
    assert_eq!(left(", owner: Ops, status: in-place"), Some(false));
}

#[test]
fn controls_left_to_us_are_listed_with_or_without_a_topic() {
    let told = World::good().assessment();
    let ours = entity_controls(&Held::new(&PACK, &told));
    let named: Vec<&str> = ours.iter().map(|ours| ours.control.as_str()).collect();
    assert_eq!(named, ["Enforce sign-in with two factors"]);
    assert!(ours[0].topic.is_none() && ours[0].is_settled());
}

#[test]
fn rows_of_two_documents_stand_side_by_side_best_first() {
    let declared = "[{topic: rotation, coverage: declared, control: A.5.17}]";
    let told = World::good().set("C", "topics", declared).assessment();
    let matrix = matrix(&Held::new(&PACK, &told));
    let row_of = matrix.iter().find(|row| row.topic.as_str() == "rotation");
    let said = &row_of.expect("a row").said;
    let said: Vec<_> = said
        .iter()
        .map(|said| (said.document.as_str(), said.machines))
        .collect();
    assert_eq!(said, [("R", Some(true)), ("C", None)]);
}
