//! What the program takes of its machine, under the names that every Prometheus client uses
//! (prometheus.io/docs/instrumenting/writing_clientlibs, "Standard and runtime collectors").

use procfs::{
    ProcResult, boot_time_secs, page_size,
    process::{LimitValue, Process},
    ticks_per_second,
};
use prometheus_client::{
    metrics::{counter::ConstCounter, gauge::ConstGauge},
    registry::{Registry, Unit},
};

struct Usage {
    cpu_seconds: f64,
    /// Since 1970.
    started_seconds: f64,
    resident_bytes: u64,
    open_files: u64,
    /// `None` where there is no limit.
    most_open_files: Option<u64>,
}

/// Adds the numbers to `registry`, which must have no prefix. They are left out where `/proc` cannot be
/// read.
pub fn register(registry: &mut Registry) {
    let usage = match read() {
        Ok(usage) => usage,
        Err(error) => {
            tracing::debug!(%error, "no numbers of the process");
            return;
        }
    };
    registry.register_with_unit(
        "process_cpu",
        "Processor time used",
        Unit::Seconds,
        ConstCounter::new(usage.cpu_seconds),
    );
    registry.register_with_unit(
        "process_start_time",
        "When the program started, since 1970",
        Unit::Seconds,
        ConstGauge::new(usage.started_seconds),
    );
    registry.register_with_unit(
        "process_resident_memory",
        "Memory in use",
        Unit::Bytes,
        ConstGauge::new(usage.resident_bytes),
    );
    registry.register(
        "process_open_fds",
        "Files and connections that are open",
        ConstGauge::new(usage.open_files),
    );
    if let Some(most) = usage.most_open_files {
        registry.register(
            "process_max_fds",
            "Files and connections that may be open at once",
            ConstGauge::new(most),
        );
    }
}

fn read() -> ProcResult<Usage> {
    let process = Process::myself()?;
    let stat = process.stat()?;
    let seconds = |ticks: u64| ticks as f64 / ticks_per_second() as f64;
    let most_open_files = match process.limits()?.max_open_files.soft_limit {
        LimitValue::Value(most) => Some(most),
        LimitValue::Unlimited => None,
    };
    Ok(Usage {
        cpu_seconds: seconds(stat.utime + stat.stime),
        started_seconds: boot_time_secs()? as f64 + seconds(stat.starttime),
        resident_bytes: stat.rss * page_size(),
        open_files: process.fd_count()? as u64,
        most_open_files,
    })
}
