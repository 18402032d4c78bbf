//! Work that pages go before.

use thread_priority::{ThreadPriority, ThreadPriorityValue, set_current_thread_priority};

/// Lets the thread that calls this, and those that it starts from now on, have about a third of a core's
/// time where pages want all of it: enough to come to an end on a busy machine, which the lowest priority
/// is not. Where the system refuses, the work goes on as before.
pub fn lower(what: &str) {
    // Of 100, where 50 is usual: niceness 5 on Linux.
    let priority = ThreadPriorityValue::try_from(35).map(ThreadPriority::Crossplatform);
    let lowered = priority.and_then(|priority| {
        set_current_thread_priority(priority).map_err(|error| error.to_string())
    });
    if let Err(error) = lowered {
        tracing::warn!(error, "{what} runs at normal priority");
    }
}
