//! What the process that reads a PDF may use: so much memory, so much time, and no core file.
//!
//! The system keeps the limits, so they hold whatever the library does. Where a system has none that can be set here, the time limit
//! of the process that waits is all there is.

/// Address space, in bytes: ten times the largest file.
#[cfg(all(unix, not(target_os = "openbsd")))]
const MEMORY: u64 = 1 << 30;
/// Processor time, in seconds.
#[cfg(all(unix, not(target_os = "openbsd")))]
const SECONDS: u64 = 25;

/// Limits this process. A system that does not know a limit is left without it.
#[cfg(all(unix, not(target_os = "openbsd")))]
pub(super) fn set() {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let limits = [
        (Resource::As, MEMORY),
        (Resource::Cpu, SECONDS),
        (Resource::Core, 0),
        (Resource::Fsize, 0),
    ];
    for (resource, most) in limits {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        let _ = setrlimit(resource, limit);
    }
}

#[cfg(not(all(unix, not(target_os = "openbsd"))))]
pub(super) fn set() {}
