//! The program as an operator starts it, and the signals it gets.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use super::program;

/// A board in a process of its own. Killed when dropped.
pub struct Process {
    child: Child,
    pub url: String,
}

impl Process {
    /// Starts `jobboard` in `folder` with these settings, and waits until it says where it is.
    pub fn serve(folder: &Path, settings: &[(&str, &str)]) -> Self {
        Self::start(program(folder), settings)
    }

    /// The same with no more than so many open files.
    pub fn serve_limited(folder: &Path, settings: &[(&str, &str)], files: u32) -> Self {
        let program = program(folder);
        let mut shell = Command::new("/bin/sh");
        let limited = format!("ulimit -n {files} && exec \"$0\"");
        shell.args(["-c", &limited]).arg(program.get_program());
        shell.env_clear().current_dir(folder);
        Self::start(shell, settings)
    }

    fn start(mut program: Command, settings: &[(&str, &str)]) -> Self {
        let mut child = program
            .env("BIND", "127.0.0.1:0")
            .envs(settings.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().unwrap().unwrap();
        let (_, url) = first.split_once(" is on ").unwrap();
        let url = url.to_owned();
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, url }
    }

    /// Its number among the processes.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal, `TERM` or `INT`.
    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.unwrap().success());
    }

    /// How it ended, if it did within `patience`.
    pub fn end(&mut self, patience: Duration) -> Option<ExitStatus> {
        let started = Instant::now();
        while started.elapsed() < patience {
            if let Some(status) = self.child.try_wait().unwrap() {
                return Some(status);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
