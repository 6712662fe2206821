//! The fifteen vectors of the decision table: inputs, advice, points, criteria that fired.

use idp_assay::recommend::input::{Buyers, Deadline, Held, Input, Need, NhiSpan, Scheme};
use idp_assay::recommend::recommend;

fn check(input: Input, expected: &str, points: (u32, u32), fired: &str) {
    let advice = recommend(&input);
    let prefix = if advice.inventory_first {
        "INVENTORY_FIRST then "
    } else {
        ""
    };
    assert_eq!(format!("{prefix}{}", advice.outcome.id()), expected);
    assert_eq!((advice.points.iso, advice.points.soc2), points);
    let ids: Vec<&str> = advice.fired.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.join(", "), fired);
}

#[test]
fn v01_a_start_up_under_procurement_pressure_takes_soc_2() {
    let input = Input {
        need: Some(Need::ScopedAttestation),
        buyers: Some(Buyers::NorthAmerica),
        service_assurance_demand: Some(true),
        deadline: Some(Deadline::Under4Months),
        crisp_testable_controls: Some(true),
        ..Input::default()
    };
    check(input, "SOC2_FIRST", (0, 9), "C01, C03, C05, C09, C12");
}

#[test]
fn v02_a_banking_group_takes_iso() {
    let input = Input {
        need: Some(Need::ManagementSystem),
        buyers: Some(Buyers::EuropeUkApacPublic),
        multi_entity: Some(true),
        regulated: Some(true),
        durable_model: Some(true),
        governance_capacity: Some(true),
        ..Input::default()
    };
    check(input, "ISO_FIRST", (12, 0), "C01, C02, C04, C05, C08, C11");
}

#[test]
fn v03_a_fast_growing_saas_takes_soc_2_with_iso_methods() {
    let input = Input {
        need: Some(Need::ScopedAttestation),
        buyers: Some(Buyers::NorthAmerica),
        service_assurance_demand: Some(true),
        tested_operation_wanted: Some(true),
        fast_growing_saas: Some(true),
        nhi_span: Some(NhiSpan::ProductOnly),
        ..Input::default()
    };
    check(
        input,
        "SOC2_ISO_INFORMED",
        (0, 10),
        "C01, C03, C05, C07, C10",
    );
}

#[test]
fn v04_a_type_ii_holder_going_group_wide_adds_iso() {
    let input = Input {
        need: Some(Need::ManagementSystem),
        buyers: Some(Buyers::Mixed),
        multi_entity: Some(true),
        durable_model: Some(true),
        have: Some([Held::Soc2TypeII].into()),
        ..Input::default()
    };
    check(input, "ADD_ISO", (8, 1), "C01, C02, C05, C08");
}

#[test]
fn v05_an_iso_holder_asked_for_tests_adds_a_type_ii() {
    let input = Input {
        need: Some(Need::ScopedAttestation),
        buyers: Some(Buyers::NorthAmerica),
        tested_operation_wanted: Some(true),
        service_assurance_demand: Some(true),
        have: Some([Held::Iso].into()),
        ..Input::default()
    };
    check(input, "ADD_SOC2_T2", (0, 9), "C01, C03, C05, C07");
}

#[test]
fn v06_a_global_regulated_platform_takes_both() {
    let input = Input {
        need: Some(Need::ManagementSystem),
        buyers: Some(Buyers::Mixed),
        multi_entity: Some(true),
        regulated: Some(true),
        tested_operation_wanted: Some(true),
        service_assurance_demand: Some(true),
        crisp_testable_controls: Some(true),
        deadline: Some(Deadline::None),
        nhi_span: Some(NhiSpan::ProductAndCorporate),
        ..Input::default()
    };
    check(
        input,
        "BOTH",
        (9, 6),
        "C01, C02, C03, C04, C05, C07, C10, C12",
    );
}

#[test]
fn v07_scattered_ownership_puts_the_inventory_first() {
    let input = Input {
        need: Some(Need::ScopedAttestation),
        buyers: Some(Buyers::NorthAmerica),
        service_assurance_demand: Some(true),
        ownership_scattered: Some(true),
        inventory_pct: Some(40.0),
        ..Input::default()
    };
    check(
        input,
        "INVENTORY_FIRST then SOC2_FIRST",
        (0, 7),
        "C01, C03, C05",
    );
}

#[test]
fn v08_a_contract_that_names_iso_decides() {
    let input = Input {
        need: Some(Need::ScopedAttestation),
        buyers: Some(Buyers::NorthAmerica),
        contract_names: Some(Scheme::Iso),
        ..Input::default()
    };
    check(input, "ISO_FIRST", (0, 5), "C01, C05");
}

#[test]
fn v09_a_contract_that_names_both_decides() {
    let input = Input {
        contract_names: Some(Scheme::Both),
        ..Input::default()
    };
    check(input, "BOTH", (0, 0), "");
}

#[test]
fn v10_nothing_known_needs_more_context() {
    check(Input::default(), "NEED_MORE_CONTEXT", (0, 0), "");
}

#[test]
fn v11_a_public_tender_with_wide_identities_takes_iso() {
    let input = Input {
        buyers: Some(Buyers::EuropeUkApacPublic),
        nhi_span: Some(NhiSpan::ProductAndCorporate),
        public_credential_wanted: Some(true),
        governance_capacity: Some(true),
        ..Input::default()
    };
    check(input, "ISO_FIRST", (5, 0), "C05, C10, C11, C13");
}

#[test]
fn v12_a_balanced_case_falls_to_regulation() {
    let input = Input {
        regulated: Some(true),
        service_assurance_demand: Some(true),
        ..Input::default()
    };
    check(input, "ISO_FIRST", (2, 2), "C03, C04");
}

#[test]
fn v13_a_type_ii_holder_with_service_demand_keeps_it() {
    let input = Input {
        need: Some(Need::ScopedAttestation),
        buyers: Some(Buyers::NorthAmerica),
        service_assurance_demand: Some(true),
        have: Some([Held::Soc2TypeII].into()),
        ..Input::default()
    };
    check(input, "KEEP_SOC2_ISO_INFORMED", (0, 7), "C01, C03, C05");
}

#[test]
fn v14_whoever_holds_both_keeps_both() {
    let input = Input {
        contract_names: Some(Scheme::Iso),
        have: Some([Held::Iso, Held::Soc2TypeII].into()),
        ..Input::default()
    };
    check(input, "KEEP_BOTH", (0, 0), "");
}

#[test]
fn v15_a_contract_for_both_adds_what_is_missing() {
    let input = Input {
        contract_names: Some(Scheme::Both),
        have: Some([Held::Iso].into()),
        ..Input::default()
    };
    check(input, "ADD_SOC2_T2", (0, 0), "");
}
