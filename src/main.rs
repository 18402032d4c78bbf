use std::process::ExitCode;

/// A page is made of many small allocations, at which it is faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    jobboard::commands::run()
}
