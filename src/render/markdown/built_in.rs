//! The templates that are compiled in.

macro_rules! templates {
    ($($path:literal,)+) => {
        /// Path and text of each built-in template.
        pub const BUILT_IN: &[(&str, &str)] = &[
            $(($path, include_str!(concat!("../../../templates/", $path))),)+
        ];
    };
}

templates! {
    "report.md",
    "report/summary.md",
    "report/contents.md",
    "report/committee.md",
    "report/architect.md",
    "report/analyst.md",
    "report/reading.md",
    "report/inherent.md",
    "report/drivers.md",
    "report/risk.md",
    "report/claims.md",
    "report/nhi.md",
    "report/nhi-questions.md",
    "report/documents.md",
    "report/coverage.md",
    "report/findings.md",
    "report/entity-controls.md",
    "report/advice.md",
    "report/conditions.md",
    "report/outlook.md",
    "report/plan.md",
    "report/timeline.md",
    "report/register.md",
    "report/requests.md",
    "report/appendix.md",
    "report/answers.md",
    "report/method.md",
    "report/caveat.md",
}
