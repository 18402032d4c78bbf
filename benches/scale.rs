//! What grows with the number of jobs and what does not: `cargo bench --bench scale -- FOLDER…` imports
//! the `postings.ndjson` of each folder into a board of its own there, once, and measures it. The first
//! folder is what the others are compared with.

#[expect(dead_code, reason = "the other benchmarks use more of it")]
mod support;

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use support::{Cost, Outcome, Server, job_paths};

/// Requests whose cost is averaged, each for another address.
const REQUESTS: u32 = 8_000;

/// Requests beforehand, for other addresses still.
const WARMING: u32 = REQUESTS / 10;

const ALL: u32 = REQUESTS + WARMING;

/// What asking one board costs.
struct Costs {
    list: Cost,
    deep: Cost,
    filtered: Cost,
    job: Cost,
}

#[actix_web::main]
async fn main() -> Outcome<()> {
    let folders: Vec<PathBuf> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .map(|folder| Path::new(&folder).canonicalize())
        .collect::<Result<_, _>>()?;
    println!(
        "| Jobs | import a second | import MiB | first answer ms | database MiB |\n|---|---|---|---|---|"
    );
    for folder in &folders {
        import(folder).await?;
    }
    println!(
        "\n| Jobs | list µs | at any depth µs | remote, at any depth µs | job µs | \
         ratios to the first | resident MiB |\n|---|---|---|---|---|---|---|"
    );
    let mut first: Option<Costs> = None;
    for folder in &folders {
        let board = serve(folder).await?;
        board.settle().await?;
        let costs = Costs::of(&board).await?;
        let compared = first.as_ref().unwrap_or(&costs);
        println!(
            "| {} | {} | {} | {:.0} |",
            count(folder)?,
            costs.in_words(),
            costs.compared_with(compared),
            board.memory()?
        );
        first.get_or_insert(costs);
    }
    Ok(())
}

impl Costs {
    /// Of pages that are asked for once each, so that every one of them is made.
    async fn of(board: &Server) -> Outcome<Self> {
        let (newest, oldest) = (second(board, "/jobs?before=").await?, 1_770_000_000);
        let depth = |number: u32| {
            let step = i64::from(number) * (newest - oldest) / i64::from(ALL);
            (oldest + step) << 31
        };
        let addresses = |prefix: &str, position: &dyn Fn(u32) -> i64| -> Vec<String> {
            (0..ALL)
                .map(|number| format!("{prefix}{}", position(number)))
                .collect()
        };
        let at_the_top = |number: u32| ((newest + 1) << 31) + i64::from(number);
        let mut jobs = Vec::new();
        for number in 0..50 {
            let list = format!("/jobs?before={}", depth(REQUESTS - number * 150));
            jobs.extend(job_paths(&board.get(&list, "").await?));
        }
        let jobs: Vec<String> = jobs.iter().map(|job| format!("{job}?anew")).collect();
        Ok(Self {
            list: cost(board, &addresses("/jobs?before=", &at_the_top)).await?,
            deep: cost(board, &addresses("/jobs?before=", &depth)).await?,
            filtered: cost(board, &addresses("/remote?before=", &depth)).await?,
            job: cost(board, &jobs).await?,
        })
    }

    fn all(&self) -> [f64; 4] {
        [self.list, self.deep, self.filtered, self.job].map(|cost| cost.microseconds)
    }

    fn in_words(&self) -> String {
        self.all().map(|cost| format!("{cost:.0}")).join(" | ")
    }

    fn compared_with(&self, other: &Self) -> String {
        let pairs = self.all().into_iter().zip(other.all());
        let ratios: Vec<String> = pairs.map(|(a, b)| format!("{:.2}", a / b)).collect();
        ratios.join(", ")
    }
}

async fn cost(board: &Server, paths: &[String]) -> Outcome<Cost> {
    board.measure_all(paths, "", WARMING).await?;
    let rest = paths.get(WARMING as usize..).unwrap_or(paths);
    board.measure_all(rest, "", REQUESTS).await
}

/// The second in which the newest job of a list was posted, from its link to older ones.
async fn second(board: &Server, link: &str) -> Outcome<i64> {
    let page = String::from_utf8(board.get("/jobs", "").await?)?;
    let (_, rest) = page.split_once(link).ok_or("no second page")?;
    let number = rest.split(|c: char| !c.is_ascii_digit()).next();
    Ok(number.unwrap_or_default().parse::<i64>()? >> 31)
}

async fn import(folder: &Path) -> Outcome<()> {
    let file = folder.join("postings.ndjson");
    let mut rate = "before".to_owned();
    let mut most = 0.0_f64;
    if !folder.join("data/jobboard.db").exists() {
        let started = Instant::now();
        let mut program = board(folder)
            .arg("import")
            .arg(&file)
            .stdout(Stdio::null())
            .spawn()?;
        while program.try_wait()?.is_none() {
            tokio::time::sleep(Duration::from_millis(20)).await;
            most = most.max(support::memory(program.id()).unwrap_or_default());
        }
        let seconds = started.elapsed().as_secs_f64();
        rate = format!("{:.0}", count(folder)? as f64 / seconds);
    }
    let started = Instant::now();
    drop(serve(folder).await?);
    let first_answer = started.elapsed().as_secs_f64() * 1e3;
    println!(
        "| {} | {rate} | {most:.0} | {first_answer:.0} | {} |",
        count(folder)?,
        folder.join("data/jobboard.db").metadata()?.len() >> 20
    );
    Ok(())
}

async fn serve(folder: &Path) -> Outcome<Server> {
    Server::start(board(folder).env("RUST_LOG", "warn"), folder).await
}

fn board(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_jobboard"));
    program.current_dir(folder).env_clear();
    program
}

fn count(folder: &Path) -> Outcome<usize> {
    let postings = std::fs::File::open(folder.join("postings.ndjson"))?;
    let lines = std::io::BufRead::lines(std::io::BufReader::new(postings));
    Ok(lines.count())
}
