//! The program `idp-assay`; see `idp_assay::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    idp_assay::cli::main()
}
