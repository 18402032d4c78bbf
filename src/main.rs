use std::process::ExitCode;

fn main() -> ExitCode {
    jobboard::commands::run()
}
