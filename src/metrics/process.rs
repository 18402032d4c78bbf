//! What Prometheus's own libraries tell of every process, under the names that dashboards look for
//! (https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics). Read from `/proc`.

use procfs::{
    ProcResult,
    process::{LimitValue, Process},
};
use prometheus_client::{
    metrics::{counter::ConstCounter, gauge::ConstGauge},
    registry::{Registry, Unit},
};

/// Adds what is known of this process; nothing where the system has no `/proc`.
pub fn register(registry: &mut Registry) {
    if let Err(error) = read(registry) {
        tracing::debug!(%error, "/proc tells nothing of this process");
    }
}

fn read(registry: &mut Registry) -> ProcResult<()> {
    let process = Process::myself()?;
    let stat = process.stat()?;
    let ticks = procfs::ticks_per_second();
    let cpu_seconds = seconds(stat.utime + stat.stime, ticks);
    registry.register_with_unit(
        "process_cpu",
        "Time of the processors used",
        Unit::Seconds,
        ConstCounter::new(cpu_seconds),
    );
    let started = whole(procfs::boot_time_secs()?) + whole(stat.starttime / ticks);
    registry.register_with_unit(
        "process_start_time",
        "When the process started, since 1970",
        Unit::Seconds,
        ConstGauge::new(started),
    );
    let resident = stat.rss.saturating_mul(procfs::page_size());
    for (name, help, bytes) in [
        ("process_resident_memory", "Memory in use", resident),
        ("process_virtual_memory", "Memory addressed", stat.vsize),
    ] {
        registry.register_with_unit(name, help, Unit::Bytes, ConstGauge::new(whole(bytes)));
    }
    let open = whole(process.fd_count()? as u64);
    registry.register(
        "process_open_fds",
        "Open files and connections",
        ConstGauge::new(open),
    );
    if let LimitValue::Value(most) = process.limits()?.max_open_files.soft_limit {
        let about = "Most open files and connections";
        registry.register("process_max_fds", about, ConstGauge::new(whole(most)));
    }
    Ok(())
}

fn seconds(ticks: u64, per_second: u64) -> f64 {
    std::time::Duration::from_millis(ticks.saturating_mul(1000) / per_second.max(1)).as_secs_f64()
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
