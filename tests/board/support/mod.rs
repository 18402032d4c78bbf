//! A real server on port 0 with a database of its own, and browsers that keep cookies.

mod answer;
pub mod bucket;
mod database;
mod gate;
mod held_index;
mod mail;
mod name_server;
mod process;
mod site;
mod tasks;
mod visible;

use std::{
    cell::Cell,
    collections::HashMap,
    net::SocketAddr,
    num::NonZeroU32,
    path::Path,
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use actix_web::{
    HttpRequest, HttpResponse, dev::ServerHandle, http::StatusCode, rt::System, web, web::Data,
};
use jobboard::{
    accounts::state::State,
    app::{self, Board, features},
    http::{board_file, error::Error},
    platform::{config::Config, db::version},
    search::index::SearchIndex,
};
use reqwest::{Client, Method, RequestBuilder, redirect::Policy};

pub use self::{
    answer::Answer,
    database::TestDatabase,
    gate::Gate,
    held_index::HeldIndex,
    mail::{Mail, MailServer, in_folder as mails_in},
    name_server::{Manner, NameServer},
    process::Process,
    site::Site,
    visible::{is_unaccented, unaccented},
};

/// The password of every account that [`TestApp`] makes.
pub const PASSWORD: &str = "correct horse battery";

/// What proves a domain in tests.
pub const TOKEN: &str = "jobboard-verification=7c1f0e";

/// The board under test. Stops, and takes its database with it, when dropped.
pub struct TestApp {
    pub board: Data<Board>,
    pub url: String,
    pub database: Arc<TestDatabase>,
    metrics: Option<SocketAddr>,
    handle: ServerHandle,
    thread: Option<thread::JoinHandle<()>>,
    runner: tasks::Background,
    leaves_tasks: Cell<bool>,
}

impl TestApp {
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// Starts with these settings besides the usual ones.
    pub fn start_with(settings: &[(&str, &str)]) -> Self {
        Self::launch(settings, true)
    }

    /// Starts with the limits that hold on a real board: all test browsers have one address.
    pub fn start_with_limits(settings: &[(&str, &str)]) -> Self {
        Self::launch(settings, false)
    }

    /// Starts with a configuration that no setting makes.
    pub fn start_changed(change: impl FnOnce(&mut Config)) -> Self {
        let database = Arc::new(TestDatabase::new());
        let mut config = Self::config(&[], &database);
        change(&mut config);
        Self::serve(config, database)
    }

    /// Starts on a database that is there.
    pub fn on(database: Arc<TestDatabase>) -> Self {
        Self::serve(Self::config(&[], &database), database)
    }

    /// Starts on a database whose search index is held back.
    pub fn on_held(database: Arc<TestDatabase>, settings: &[(&str, &str)]) -> Self {
        Self::serve_at_once(Self::config(settings, &database), database)
    }

    fn launch(settings: &[(&str, &str)], raise_limits: bool) -> Self {
        let database = Arc::new(TestDatabase::new());
        let mut config = Self::config(settings, &database);
        if raise_limits {
            let limits = &mut config.limits;
            limits.wrong_passwords_per_network = NonZeroU32::MAX;
            limits.sign_ups_per_network = NonZeroU32::MAX;
            limits.mails_per_network = NonZeroU32::MAX;
            limits.mails_per_recipient_and_network = NonZeroU32::MAX;
            limits.mails_per_recipient = NonZeroU32::MAX;
            limits.postings_per_account = NonZeroU32::MAX;
            limits.postings_per_network = NonZeroU32::MAX;
            limits.changes_per_account = NonZeroU32::MAX;
            limits.changes_per_network = NonZeroU32::MAX;
        }
        Self::serve(config, database)
    }

    fn config(settings: &[(&str, &str)], database: &TestDatabase) -> Config {
        let mut environment: HashMap<String, String> = settings
            .iter()
            .map(|(name, value)| ((*name).into(), (*value).into()))
            .collect();
        environment.insert("DATABASE_URL".into(), database.url.clone());
        environment.insert("BIND".into(), "127.0.0.1:0".into());
        environment.insert("DATA_DIR".into(), database.folder().display().to_string());
        let mut config = features::read_settings(|name| environment.get(name).cloned()).unwrap();
        config.bcrypt_cost = 4;
        config
    }

    /// Another process with the same database and these settings.
    pub fn replica_with(&self, settings: &[(&str, &str)]) -> Self {
        self.replica(Self::config(settings, &self.database))
    }

    /// Another process with the same database, and perhaps another configuration.
    pub fn replica(&self, config: Config) -> Self {
        Self::serve(config, self.database.clone())
    }

    fn serve(config: Config, database: Arc<TestDatabase>) -> Self {
        let this = Self::serve_at_once(config, database);
        this.wait_for_index();
        this
    }

    fn serve_at_once(config: Config, database: Arc<TestDatabase>) -> Self {
        let board = Data::new(app::open(config).unwrap());
        let (sender, receiver) = mpsc::channel();
        let served = board.clone();
        let thread = thread::spawn(move || {
            System::new().block_on(async move {
                let running = app::serve(served, |app| {
                    features::configure(app);
                    app.route("/panic", web::get().to(panics));
                    app.route("/status/{code}", web::get().to(answers));
                    app.route("/slow.txt", web::get().to(slow_file));
                })
                .unwrap();
                let started = (running.address, running.metrics, running.handle());
                sender.send(started).unwrap();
                running.until_stopped().await.unwrap();
            });
        });
        let (address, metrics, handle) = receiver.recv().unwrap();
        Self {
            board,
            url: format!("http://{address}"),
            database,
            metrics,
            handle,
            thread: Some(thread),
            runner: tasks::Background::default(),
            leaves_tasks: Cell::default(),
        }
    }

    /// Searches are answered once the index was compared with the lists. A board without a database has none.
    pub fn wait_for_index(&self) {
        let index = self.board.state::<SearchIndex>().unwrap();
        for _ in 0..6000 {
            if index.is_complete() || !self.board.db.is_ready() {
                return;
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("the search index is not made");
    }

    /// Waits until searches find what another process wrote.
    pub async fn catch_up(&self) {
        let read = self.board.read(|db| Ok(version::read(db)?)).await;
        let versions = self.board.db.versions();
        versions.learn(read.unwrap());
        for _ in 0..30 {
            versions.until_shown(versions.known()).await;
        }
    }

    /// Runs all tasks that are due, and those that become due by them. Nothing else runs tasks, but for
    /// [`TestApp::run_tasks_in_the_background`].
    pub async fn run_tasks(&self) {
        app::runner(&self.board).run_due().await.unwrap();
    }

    /// Lets the seconds pass after which what has changed is suggested.
    pub async fn count_suggestions(&self) {
        self.board.clock.advance(chrono::Duration::seconds(10));
        self.run_tasks().await;
    }

    /// Runs tasks from now on as a real board does, on a thread of their own.
    pub fn run_tasks_in_the_background(&self) {
        self.runner.start(self.board.clone());
    }

    /// Says that this test means to leave tasks undone, or to have them fail.
    pub fn leave_tasks(&self) {
        self.leaves_tasks.set(true);
    }

    /// Where the numbers are, on a board with `METRICS_BIND`.
    pub fn metrics_url(&self) -> String {
        format!("http://{}", self.metrics.unwrap())
    }

    /// A browser without a cookie.
    pub fn browser(&self) -> Browser {
        Browser::to(&self.url)
    }

    /// A browser without a cookie that says that it is a browser, as those of people do. Each name is another's.
    pub fn reader(&self, name: &str) -> Browser {
        Browser::called(
            &self.url,
            &format!("Mozilla/5.0 (X11; {name}) Firefox/140.0"),
        )
    }

    /// A browser in which somebody has just signed up.
    pub async fn member(&self, name: &str) -> Browser {
        let browser = self.browser();
        let answer = browser.submit("/register", &account(name)).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        browser
    }

    /// An account on a board whose cookies this client would not send back.
    pub async fn register(&self, name: &str) {
        let answer = self.browser().submit("/register", &account(name)).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }

    /// Where the board keeps its files.
    pub fn folder(&self) -> &Path {
        self.database.folder()
    }

    /// The mails that a board without a mail server has written by now, of which there are `count`.
    pub async fn mails(&self, count: usize) -> Vec<Mail> {
        self.run_tasks().await;
        let mails = mail::in_folder(self.folder());
        assert_eq!(mails.len(), count, "{mails:?}");
        mails
    }

    /// The mails of a board that runs by itself and keeps its files in `folder`, once there are `count`.
    pub async fn mails_in(folder: &Path, count: usize) -> Vec<Mail> {
        mail::wait_for(count, || mail::in_folder(folder)).await
    }

    /// The only mail to `name` whose subject begins with `subject`, of `count` mails in all.
    pub async fn mail(&self, count: usize, name: &str, subject: &str) -> Mail {
        let mails = self.mails(count).await;
        let to = format!("{}@example.org", name.to_lowercase());
        let found: Vec<_> = mails
            .iter()
            .filter(|mail| mail.to == to && mail.subject.starts_with(subject))
            .collect();
        assert_eq!(found.len(), 1, "{subject} to {to} in {mails:?}");
        found[0].clone()
    }

    /// Tries to sign in and returns the browser and the answer.
    pub async fn sign_in(&self, name: &str, password: &str) -> (Browser, Answer) {
        let browser = self.browser();
        let email = format!("{}@example.org", name.to_lowercase());
        let fields = [("email", email.as_str()), ("password", password)];
        let answer = browser.submit("/login", &fields).await;
        (browser, answer)
    }

    /// What `/setup` asks for.
    pub fn setup_code(&self) -> &str {
        self.board.state::<State>().unwrap().setup_code.as_str()
    }

    /// What the first administrator types, the code from the log included.
    pub fn first_admin(&self, name: &str) -> Vec<(&'static str, String)> {
        let mut fields = account(name).to_vec();
        fields.push(("code", self.setup_code().to_owned()));
        fields
    }

    /// A browser in which the first administrator has just been made.
    pub async fn admin(&self) -> Browser {
        let browser = self.browser();
        let answer = browser.submit("/setup", &self.first_admin("Root")).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        browser
    }
}

impl Drop for TestApp {
    /// # Panics
    /// When a task is left that cannot be done, or has failed, and the test did not say so.
    fn drop(&mut self) {
        self.runner.stop();
        if !thread::panicking() && !self.leaves_tasks.get() {
            tasks::finish(&self.board);
        }
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// `Alice` signs up as `alice@example.org`.
pub fn account(name: &str) -> [(&'static str, String); 3] {
    [
        ("name", name.to_owned()),
        ("email", format!("{}@example.org", name.to_lowercase())),
        ("password", PASSWORD.to_owned()),
    ]
}

/// Keeps cookies, follows no redirect by itself.
pub struct Browser {
    client: Client,
    url: String,
}

impl Browser {
    /// A browser without a cookie on the board at `url`.
    pub fn to(url: &str) -> Self {
        Self::called(url, "")
    }

    /// The same, with a name that it tells.
    pub fn called(url: &str, name: &str) -> Self {
        let client = Client::builder()
            .cookie_store(true)
            .redirect(Policy::none());
        let client = match name {
            "" => client,
            name => client.user_agent(name),
        };
        let client = client.build().unwrap();
        Self {
            client,
            url: url.to_owned(),
        }
    }

    /// The same browser, cookies and all, at another replica.
    pub fn at(&self, app: &TestApp) -> Self {
        Self {
            client: self.client.clone(),
            url: app.url.clone(),
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path)).await
    }

    /// Goes to `path` and wherever it redirects.
    pub async fn visit(&self, path: &str) -> Answer {
        let mut answer = self.get(path).await;
        for _ in 0..3 {
            if !matches!(answer.status, 301..=308) {
                return answer;
            }
            answer = self.follow(&answer).await;
        }
        panic!("{path} redirects for ever");
    }

    /// Sends a form.
    pub async fn submit<V: AsRef<str>>(&self, path: &str, fields: &[(&str, V)]) -> Answer {
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_ref()))
            .collect();
        Answer::of(self.request(Method::POST, path).form(&fields)).await
    }

    /// Sends a form as a browser does that may have a `logo`, with `file` as that.
    pub async fn upload<V: AsRef<str>>(
        &self,
        path: &str,
        fields: &[(&str, V)],
        file: &[u8],
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let value = value.as_ref();
            let part = format!(
                "--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        let file_name = if file.is_empty() { "" } else { "logo.png" };
        let part = format!(
            "--limit\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"{file_name}\"\r\n\
             Content-Type: image/png\r\n\r\n"
        );
        body.extend_from_slice(part.as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--limit--\r\n");
        let request = self
            .request(Method::POST, path)
            .header("content-type", "multipart/form-data; boundary=limit")
            .body(body);
        Answer::of(request).await
    }

    /// Presses a button that has no fields.
    pub async fn press(&self, path: &str) -> Answer {
        self.submit::<&str>(path, &[]).await
    }

    /// The page that a form to be looked at before it is saved leads to.
    pub async fn preview(&self, path: &str, fields: &[(&str, String)]) -> Answer {
        let answer = self.submit(path, fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        self.follow(&answer).await
    }

    /// Goes where `answer` redirects to.
    pub async fn follow(&self, answer: &Answer) -> Answer {
        self.get(answer.location()).await
    }

    /// Where the button of a job's page leads to apply.
    pub async fn where_to_apply(&self, page: &Answer) -> String {
        let visit = page.attribute(".apply a", "href").unwrap();
        let answer = self.get(&visit).await;
        assert_eq!(answer.status, 303, "{visit}");
        answer.location().to_owned()
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    /// Posts a job and returns its address.
    pub async fn publish(&self, title: &str) -> String {
        let mut fields = job(title);
        fields.push(("publish", "yes".into()));
        let answer = self.submit("/jobs", &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer.location().to_owned()
    }

    /// Saves a draft and returns its address.
    pub async fn draft(&self, title: &str) -> String {
        let answer = self.submit("/jobs", &job(title)).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer.location().to_owned()
    }
}

/// The fields of a job that lacks nothing.
pub fn job(title: &str) -> Vec<(&'static str, String)> {
    [
        ("title", title),
        ("company", "Analytical Engines"),
        ("company_url", "https://engines.example"),
        ("workplace", "hybrid"),
        ("location", "London, England"),
        ("employment_type", "FULL_TIME"),
        ("category", "Engineering"),
        ("tags", "Rust, PostgreSQL"),
        ("pay_min", "52,000"),
        ("pay_max", "68,000"),
        ("pay_currency", "GBP"),
        ("pay_period", "YEAR"),
        ("apply_method", "email"),
        ("apply_to", "jobs@engines.example"),
        (
            "description",
            "We build **engines** that compute. Come and help.",
        ),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

/// `fields` with `name` set to `value`.
pub fn with(
    mut fields: Vec<(&'static str, String)>,
    name: &'static str,
    value: &str,
) -> Vec<(&'static str, String)> {
    fields.retain(|(field, _)| *field != name);
    fields.push((name, value.to_owned()));
    fields
}

/// The id in a job's address.
pub fn id_of(path: &str) -> i64 {
    let rest = path.strip_prefix("/jobs/").unwrap();
    rest.split('-').next().unwrap().parse().unwrap()
}

/// The program itself, with an environment that only has what the test gives.
pub fn program(folder: &Path) -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_jobboard"));
    command.env_clear().current_dir(folder);
    command
}

async fn answers(code: web::Path<u16>) -> HttpResponse {
    HttpResponse::build(StatusCode::from_u16(*code).unwrap()).finish()
}

/// A file of the whole board that is half made until the board's clock is put forward.
async fn slow_file(board: Data<Board>, request: HttpRequest) -> Result<HttpResponse, Error> {
    board_file::serve(
        &board,
        &request,
        "text/plain",
        |board, mut draft| async move {
            let began = board.clock.now();
            for line in slow_lines() {
                draft.write(&line).map_err(Error::internal)?;
            }
            while board.clock.now() - began < chrono::Duration::seconds(30) {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            draft.write("the end").map_err(Error::internal)?;
            Ok(draft)
        },
    )
    .await
}

/// What is in the first half of `/slow.txt`, which hardly gets smaller by compressing.
pub fn slow_lines() -> impl Iterator<Item = String> {
    (0_u64..40_000).map(|number| {
        let noise = number.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(17);
        format!("{:x}\n", noise.wrapping_mul(0xbf58_476d_1ce4_e5b9))
    })
}

async fn panics() -> HttpResponse {
    panic!("on purpose")
}
