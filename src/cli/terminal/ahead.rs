//! Keys that came ahead of the next prompt: what is left of a paste.
//!
//! Nobody types faster than a prompt is drawn, but a pasted mail brings many lines at once. What
//! follows its first line must not answer the next questions.

/// Whether keys wait to be read.
#[cfg(unix)]
pub(super) fn is_waiting() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    let stdin = std::io::stdin();
    let mut keys = [PollFd::new(&stdin, PollFlags::IN)];
    let now = Timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    poll(&mut keys, Some(&now)).is_ok_and(|ready| ready > 0)
}

/// Drops the keys that wait; tells whether there were any.
#[cfg(unix)]
pub(super) fn discard() -> bool {
    use rustix::termios::{QueueSelector, tcflush};

    let waiting = is_waiting();
    if waiting {
        // Where this fails the keys reach the next prompt, which shows what they do.
        let _ = tcflush(std::io::stdin(), QueueSelector::IFlush);
    }
    waiting
}

/// Elsewhere a console cannot be asked.
#[cfg(not(unix))]
pub(super) fn is_waiting() -> bool {
    false
}

/// Elsewhere a console cannot be asked.
#[cfg(not(unix))]
pub(super) fn discard() -> bool {
    false
}
