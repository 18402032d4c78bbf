//! What a page costs, as a ratio to a bare actix-web server that sends the same bytes, in the same
//! run. `bin/bench FILE` imports the postings of FILE first.

#[expect(dead_code, reason = "single answers are timed by another benchmark")]
mod support;

use std::{path::Path, process::Command};

use actix_web::{App, HttpResponse, HttpServer, http::StatusCode, web};
use diesel::{
    prelude::*,
    r2d2::{ConnectionManager, Pool},
    sql_query,
    sql_types::{BigInt, Nullable, Text},
};
use serde::Serialize;
use support::{Outcome, Server, header, job_paths};

/// Requests whose cost is averaged.
const REQUESTS: u32 = 40_000;

/// Requests beforehand, whose cost does not count.
const WARMING: u32 = REQUESTS / 10;

#[actix_web::main]
async fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["--bare", folder] => serve_bare(folder).await,
        [file, ..] if *file != "--bench" => compare(Path::new(file)).await,
        _ => Err("usage: bin/bench FILE (NDJSON of JobPostings)".into()),
    }
}

async fn compare(file: &Path) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let file = file.canonicalize()?;
    let imported = Command::new(env!("CARGO_BIN_EXE_jobboard"))
        .current_dir(folder.path())
        .env_clear()
        .arg("import")
        .arg(file)
        .output()?;
    print!("{}", String::from_utf8_lossy(&imported.stdout));
    let mut program = Command::new(env!("CARGO_BIN_EXE_jobboard"));
    let board = Server::start(program.env_clear().env("RUST_LOG", "warn"), folder.path()).await?;
    board.settle().await?;
    let jobs = job_paths(&board.get("/", "").await?);
    let job = jobs.first().cloned().ok_or("no job")?;
    let pages = [("home", "/"), ("list", "/jobs"), ("job", job.as_str())];
    let mut known_by = Vec::new();
    for (name, path) in pages {
        let answer = board.get(path, "").await?;
        std::fs::write(folder.path().join(format!("{name}.http")), &answer)?;
        let etag = header(&answer, "etag").ok_or("no etag")?;
        let known = format!("If-None-Match: {etag}\r\n");
        let unchanged = board.get(path, &known).await?;
        std::fs::write(folder.path().join(format!("{name}-304.http")), &unchanged)?;
        known_by.push(known);
    }
    let mut program = Command::new(std::env::current_exe()?);
    program.arg("--bare").arg(folder.path());
    let bare = Server::start(&mut program, folder.path()).await?;

    println!("| Page | board µs | bare µs | ratio | board a second |\n|---|---|---|---|---|");
    for ((name, path), known) in pages.iter().zip(&known_by) {
        let path = [(*path).to_owned()];
        let cached = format!("{name}, from the page cache");
        row(&cached, &board, &path, "", &bare, &format!("/{name}")).await?;
        let unchanged = format!("{name}, 304");
        row(
            &unchanged,
            &board,
            &path,
            known,
            &bare,
            &format!("/{name}-304"),
        )
        .await?;
    }
    println!(
        "\n| Page; bare: Diesel newest 20 + Tera | board µs | bare µs | ratio | board a second |\n|---|---|---|---|---|"
    );
    let session = session(&board).await?;
    for (name, path) in pages {
        let what = format!("{name}, for somebody signed in");
        row(&what, &board, &[path.to_owned()], &session, &bare, "/tera").await?;
    }
    // Anything behind the one address of a page keeps it out of the cache.
    let home = ["/?anew".to_owned()];
    row("home, made anew", &board, &home, "", &bare, "/tera").await?;
    let newest = newest_position(&board).await?;
    // The same list at as many addresses as there are requests, each of them new to the page cache.
    let lists: Vec<String> = (1..=i64::from(REQUESTS + WARMING))
        .map(|number| format!("/jobs?before={}", newest + number))
        .collect();
    row("list, made anew", &board, &lists, "", &bare, "/tera").await?;
    let jobs: Vec<String> = jobs.iter().map(|job| format!("{job}?anew")).collect();
    row("job, made anew", &board, &jobs, "", &bare, "/tera").await?;
    println!("\nResident memory of the board: {:.0} MiB", board.memory()?);
    Ok(())
}

/// The cookie of a new account.
async fn session(board: &Server) -> Outcome<String> {
    let form = "name=Reader&email=reader%40example.org&password=correct+horse+battery";
    let answer = board.submit("/register", form).await?;
    let text = String::from_utf8_lossy(&answer);
    let (_, token) = text.split_once("access_token=").ok_or("no session")?;
    let token = token.split(';').next().unwrap_or_default();
    Ok(format!("Cookie: access_token={token}\r\n"))
}

/// A position above all jobs but the newest, as the second page begins a list.
async fn newest_position(board: &Server) -> Outcome<i64> {
    let home = String::from_utf8(board.get("/", "").await?)?;
    let (_, rest) = home.split_once("before=").ok_or("no second page")?;
    let number = rest.split(|c: char| !c.is_ascii_digit()).next();
    Ok(number.unwrap_or_default().parse()?)
}

async fn row(
    what: &str,
    board: &Server,
    paths: &[String],
    headers: &str,
    bare: &Server,
    bare_path: &str,
) -> Outcome<()> {
    board.measure_all(paths, headers, WARMING).await?;
    bare.measure(bare_path, "", WARMING).await?;
    let rest = paths.get(WARMING as usize..).unwrap_or(paths);
    let ours = board.measure_all(rest, headers, REQUESTS).await?;
    let theirs = bare.measure(bare_path, "", REQUESTS).await?;
    println!(
        "| {what} | {:.1} | {:.1} | {:.2} | {:.0} |",
        ours.microseconds,
        theirs.microseconds,
        ours.microseconds / theirs.microseconds,
        ours.per_second
    );
    Ok(())
}

/// The bare server: what actix-web does at least, with the board's own bytes.
async fn serve_bare(folder: &str) -> Outcome<()> {
    let folder = Path::new(folder).to_owned();
    let bind = std::env::var("BIND")?;
    let pool = Pool::builder()
        .max_size(4)
        .build(ConnectionManager::<SqliteConnection>::new(
            folder.join("data/jobboard.db").to_string_lossy(),
        ))?;
    let mut tera = tera::Tera::new();
    tera.add_raw_template("list.html", include_str!("newest.html"))?;
    let tera = web::Data::new(tera);
    let pages = ["home", "home-304", "list", "list-304", "job", "job-304"]
        .map(|name| Ok((name, std::fs::read(folder.join(format!("{name}.http")))?)))
        .into_iter()
        .collect::<Outcome<Vec<_>>>()?;
    let pages = web::Data::new(pages);
    HttpServer::new(move || {
        let mut app = App::new()
            .app_data(web::Data::new(pool.clone()))
            .app_data(tera.clone())
            .route("/", web::get().to(HttpResponse::Ok))
            .route("/tera", web::get().to(newest));
        for (name, answer) in pages.iter() {
            let page = Fixed::of(answer);
            app = app.route(
                &format!("/{name}"),
                web::get().to(move || {
                    let page = page.clone();
                    async move { page.response() }
                }),
            );
        }
        app
    })
    .worker_max_blocking_threads(4)
    .bind(bind)?
    .run()
    .await?;
    Ok(())
}

/// The board's headers and body, sent from memory.
#[derive(Clone)]
struct Fixed {
    status: StatusCode,
    headers: Vec<(String, String)>,
    body: web::Bytes,
}

impl Fixed {
    fn of(answer: &[u8]) -> Self {
        let end = answer
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap_or(0);
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let headers = head
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(": "))
            .filter(|(name, _)| !["content-length", "date"].contains(name))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let code = head.get(9..12).and_then(|code| code.parse().ok());
        let status = code.and_then(|code| StatusCode::from_u16(code).ok());
        Self {
            status: status.unwrap_or(StatusCode::OK),
            headers,
            body: web::Bytes::copy_from_slice(&answer[end + 4..]),
        }
    }

    fn response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        for (name, value) in &self.headers {
            response.insert_header((name.as_str(), value.as_str()));
        }
        response.body(self.body.clone())
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    job_id: i64,
    #[diesel(sql_type = BigInt)]
    position: i64,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    company: String,
    #[diesel(sql_type = Text)]
    place: String,
    #[diesel(sql_type = Nullable<Text>)]
    employment_type: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pay: Option<String>,
    #[diesel(sql_type = Text)]
    tags: String,
}

/// A job as the template takes it.
#[derive(Serialize)]
struct Card<'a> {
    id: i64,
    title: &'a str,
    company: &'a str,
    place: &'a str,
    employment_type: Option<&'a str>,
    pay: Option<&'a str>,
    posted: String,
    tags: Vec<&'a str>,
}

impl<'a> From<&'a Row> for Card<'a> {
    fn from(row: &'a Row) -> Self {
        let posted = chrono::DateTime::from_timestamp(row.position >> 31, 0).unwrap_or_default();
        Self {
            id: row.job_id,
            title: &row.title,
            company: &row.company,
            place: &row.place,
            employment_type: row.employment_type.as_deref(),
            pay: row.pay.as_deref(),
            posted: posted.date_naive().to_string(),
            tags: row.tags.split(',').filter(|tag| !tag.is_empty()).collect(),
        }
    }
}

async fn newest(
    pool: web::Data<Pool<ConnectionManager<SqliteConnection>>>,
    tera: web::Data<tera::Tera>,
) -> Result<HttpResponse, actix_web::Error> {
    let rows = web::block(move || {
        let mut connection = pool.get().map_err(|error| error.to_string())?;
        sql_query(
            "SELECT job_id, position, title, company, place, employment_type, pay, tags \
             FROM listings ORDER BY position DESC LIMIT 20",
        )
        .load::<Row>(&mut connection)
        .map_err(|error| error.to_string())
    })
    .await?
    .map_err(actix_web::error::ErrorInternalServerError)?;
    let cards: Vec<Card<'_>> = rows.iter().map(Card::from).collect();
    let mut context = tera::Context::new();
    context.insert("jobs", &cards);
    let html = tera
        .render("list.html", &context)
        .map_err(actix_web::error::ErrorInternalServerError)?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .body(html))
}
