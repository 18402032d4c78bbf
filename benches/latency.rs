//! How long one person waits for each page: every GET of the route table over one connection that is
//! kept open, one request after the other, as nobody, a member and an administrator. `bin/bench FILE`
//! imports the postings of FILE first. A second argument names another database than SQLite.

#[expect(dead_code, reason = "costs are measured by other benchmarks")]
mod support;

use std::{
    collections::BTreeMap,
    io::Write,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use actix_web::http::Method;
use jobboard::app::features;
use support::{Connection, Outcome, Server, job_paths};

/// Times that each page is asked for; the median counts.
const TIMES: usize = 21;

/// What a browser says that it takes.
const ACCEPTS: &str = "Accept-Encoding: gzip, deflate, br\r\n";

const PASSWORD: &str = "correct horse battery";

/// A page that takes longer is marked, in milliseconds.
const LONG: f64 = 5.0;

#[actix_web::main]
async fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    match arguments.as_slice() {
        [file] => time_all(Path::new(file), None).await,
        [file, database] => time_all(Path::new(file), Some(database)).await,
        _ => Err("usage: bin/bench FILE (NDJSON of JobPostings)".into()),
    }
}

async fn time_all(file: &Path, database: Option<&str>) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let file = file.canonicalize()?;
    let program = || {
        let mut program = Command::new(env!("CARGO_BIN_EXE_jobboard"));
        program.env_clear().current_dir(folder.path());
        program.envs(database.map(|database| ("DATABASE_URL", database)));
        program
    };
    program()
        .arg("import")
        .arg(file)
        .stdout(Stdio::null())
        .status()?;
    let mut admin = program()
        .args(["admin", "create", "root@example.org"])
        .stdin(Stdio::piped())
        .spawn()?;
    let mut typed = admin.stdin.take().ok_or("no stdin")?;
    writeln!(typed, "{PASSWORD}")?;
    drop(typed);
    admin.wait()?;

    let board = Server::start(program().env("RUST_LOG", "warn"), folder.path()).await?;
    board.settle().await?;
    let member = session(
        &board,
        "/register",
        "name=Reader&email=reader%40example.org",
    )
    .await?;
    let admin = session(&board, "/login", "email=root%40example.org").await?;
    let draft = "title=Typesetter&company=Press&location=Leipzig&workplace=on_site&apply_method=email\
        &apply_to=jobs%40press.example&description=Set+the+type+of+a+weekly+newspaper.";
    let draft = board.submit_as("/jobs", draft, &member).await?;
    let own = support::header(&draft, "location").ok_or("no draft")?;
    let examples = examples(&board, &own).await?;

    println!("| Page | nobody ms | member ms | administrator ms | |\n|---|---|---|---|---|");
    let pages = features::endpoints();
    let gets = pages.iter().filter(|page| page.method == Method::GET);
    for pattern in gets.map(|page| page.path) {
        for path in paths(pattern, &examples) {
            let mut row = format!("| `{path}` |");
            let mut is_long = false;
            for session in ["", &member, &admin] {
                let (status, median) = median(&board, &path, session).await?;
                let milliseconds = median.as_secs_f64() * 1e3;
                is_long |= milliseconds > LONG;
                row += &format!(" {milliseconds:.2} ({status}) |");
            }
            println!("{row} {} |", if is_long { "long" } else { "" });
        }
    }
    Ok(())
}

/// The median of many times, over one connection.
async fn median(board: &Server, path: &str, session: &str) -> Outcome<(u16, Duration)> {
    let headers = format!("{ACCEPTS}{session}");
    let mut connection = Connection::open(board.port).await?;
    let mut times = Vec::with_capacity(TIMES);
    let mut status = 0;
    for _ in 0..TIMES {
        let (answered, taken) = connection.time(path, &headers).await?;
        status = answered;
        times.push(taken);
    }
    times.sort_unstable();
    Ok((status, times[TIMES / 2]))
}

/// The cookie of whoever sends `form` and the password to `path`.
async fn session(board: &Server, path: &str, form: &str) -> Outcome<String> {
    let password = PASSWORD.replace(' ', "+");
    let answer = board
        .submit(path, &format!("{form}&password={password}"))
        .await?;
    let text = String::from_utf8_lossy(&answer);
    let (_, token) = text.split_once("access_token=").ok_or("no session")?;
    let token = token.split(';').next().unwrap_or_default();
    Ok(format!("Cookie: access_token={token}\r\n"))
}

/// What stands in the place of each part of a pattern.
async fn examples(board: &Server, own: &str) -> Outcome<BTreeMap<&'static str, Vec<String>>> {
    let home = board.get("/", "").await?;
    let job = job_paths(&home).into_iter().next().ok_or("no job")?;
    let number = |path: &str| path.trim_start_matches("/jobs/").to_owned();
    let text = String::from_utf8_lossy(&home);
    let slug = |list: &str| {
        let (_, rest) = text
            .split_once(&format!("href=\"/{list}/"))
            .unwrap_or_default();
        rest.split('"').next().unwrap_or("none").to_owned()
    };
    let style = text.split('"').find(|part| part.ends_with("board.css"));
    let style = style.unwrap_or_default().trim_start_matches("/static/");
    Ok(BTreeMap::from([
        ("job", vec![number(&job), number(own)]),
        ("format", ["atom", "rss", "json"].map(String::from).to_vec()),
        ("tags", vec![slug("tags")]),
        ("companies", vec![slug("companies")]),
        ("places", vec![slug("places")]),
        ("file.xml", vec!["0".into()]),
        (
            "file",
            vec!["index.html".into(), "swagger-ui-bundle.js".into()],
        ),
        (
            "hash",
            vec![style.split('/').next().unwrap_or_default().into()],
        ),
        ("path", vec!["board.css".into()]),
    ]))
}

/// The addresses of a pattern, one for each example; and searches for a list.
fn paths(pattern: &str, examples: &BTreeMap<&'static str, Vec<String>>) -> Vec<String> {
    let mut paths = vec![pattern.to_owned()];
    while let Some((start, end)) = paths[0].find('{').zip(paths[0].find('}')) {
        let name = paths[0][start + 1..end]
            .split(':')
            .next()
            .unwrap_or_default();
        let list = pattern.split('/').find(|part| examples.contains_key(part));
        let key = match name {
            "slug" => list.unwrap_or("companies"),
            "file" if pattern.ends_with(".xml") => "file.xml",
            name => name,
        };
        let found = examples
            .get(key)
            .cloned()
            .unwrap_or_else(|| vec!["1".into()]);
        paths = paths
            .iter()
            .flat_map(|path| {
                let (start, end) = (path.find('{').unwrap_or(0), path.find('}').unwrap_or(0));
                found
                    .iter()
                    .map(move |example| format!("{}{example}{}", &path[..start], &path[end + 1..]))
            })
            .collect();
    }
    if matches!(pattern, "/jobs" | "/api/v1/jobs" | "/remote") {
        for search in [
            "q=nothingfoundhere",
            "q=engineer",
            "q=engineer&place=berlin&sort=relevance",
        ] {
            paths.push(format!("{pattern}?{search}"));
        }
    }
    if pattern == "/suggestions" {
        paths.push("/suggestions?field=q&q=eng".into());
    }
    paths
}
