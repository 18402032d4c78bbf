use std::process::ExitCode;

/// Pages are made of many small pieces: this allocator takes a tenth off their cost.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    jobboard::commands::run()
}
