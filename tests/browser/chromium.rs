//! Chromium, driven through ChromeDriver as a person would use it.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, Locator, elements::Element, key::Key};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

const INSTALL: &str =
    "Chromium is missing. Install it with: sudo apt-get install chromium chromium-driver";

/// A ChromeDriver of its own, stopped when dropped.
pub struct Chromium {
    driver: Child,
    port: u16,
    javascript: bool,
}

impl Chromium {
    pub async fn start(javascript: bool) -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|_| panic!("{INSTALL}"));
        let lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = lines
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, rest) = line.split_once("successfully on port ")?;
                rest.trim_end_matches('.').parse().ok()
            })
            .expect("ChromeDriver says its port");
        Self {
            driver,
            port,
            javascript,
        }
    }

    /// A fresh browser on the board at `url`.
    pub async fn open(&self, url: &str) -> Page {
        let javascript = if self.javascript { 1 } else { 2 };
        let capabilities = json!({
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": {
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--window-size=1280,1000"
                ],
                "prefs": { "profile.managed_default_content_settings.javascript": javascript }
            }
        });
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .unwrap_or_else(|error| panic!("{error}. {INSTALL}"));
        Page {
            client,
            url: url.to_owned(),
            port: self.port,
        }
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

pub struct Page {
    client: Client,
    url: String,
    port: u16,
}

impl Page {
    pub async fn go(&self, path: &str) {
        self.go_to(&format!("{}{path}", self.url)).await;
    }

    pub async fn go_to(&self, url: &str) {
        self.client.goto(url).await.unwrap();
    }

    pub async fn back(&self) {
        self.client.back().await.unwrap();
    }

    pub async fn reload(&self) {
        self.client.refresh().await.unwrap();
    }

    /// Pastes rich text at the end of what a field holds, and waits until it is there.
    pub async fn paste(&self, selector: &str, html: &str, plain: &str, wanted: &str) {
        let script = "const [selector, html, plain] = arguments;
            const field = document.querySelector(selector);
            field.focus();
            field.setSelectionRange(field.value.length, field.value.length);
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/html', html);
            clipboardData.setData('text/plain', plain);
            field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));";
        let arguments = vec![json!(selector), json!(html), json!(plain)];
        self.client.execute(script, arguments).await.unwrap();
        for _ in 0..200 {
            let field = self.find(Locator::Css(selector)).await;
            let value = field.prop("value").await.unwrap().unwrap_or_default();
            if value.contains(wanted) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("{wanted:?} was not pasted");
    }

    pub async fn close(self) {
        self.client.close().await.unwrap();
    }

    pub async fn title(&self) -> String {
        self.client.title().await.unwrap()
    }

    /// An attribute of the element that `selector` finds.
    pub async fn attribute(&self, selector: &str, name: &str) -> String {
        let element = self.find(Locator::Css(selector)).await;
        element.attr(name).await.unwrap().unwrap_or_default()
    }

    /// Presses keys while the element has the cursor.
    pub async fn keys(&self, selector: &str, keys: &str) {
        self.find(Locator::Css(selector))
            .await
            .send_keys(keys)
            .await
            .unwrap();
    }

    pub async fn source(&self) -> String {
        self.client.source().await.unwrap()
    }

    pub async fn has(&self, selector: &str) -> bool {
        !self
            .client
            .find_all(Locator::Css(selector))
            .await
            .unwrap()
            .is_empty()
    }

    /// What the browser refused since it was opened because a page's policy forbids it.
    pub async fn violations(&self) -> Vec<String> {
        let session = self.client.session_id().await.unwrap().unwrap();
        let url = format!("http://127.0.0.1:{}/session/{session}/se/log", self.port);
        let asked = reqwest::Client::new()
            .post(url)
            .json(&json!({ "type": "browser" }));
        let log: serde_json::Value = asked.send().await.unwrap().json().await.unwrap();
        log["value"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|entry| entry["message"].as_str())
            .filter(|message| message.contains("Content Security Policy"))
            .map(ToOwned::to_owned)
            .collect()
    }

    pub async fn heading(&self) -> String {
        self.text("h1").await
    }

    pub async fn text(&self, selector: &str) -> String {
        self.find(Locator::Css(selector))
            .await
            .text()
            .await
            .unwrap()
    }

    pub async fn value(&self, name: &str) -> String {
        self.field(name)
            .await
            .prop("value")
            .await
            .unwrap()
            .unwrap_or_default()
    }

    /// The name of the field that has the cursor.
    pub async fn focused(&self) -> String {
        let element = self.client.active_element().await.unwrap();
        element.attr("name").await.unwrap().unwrap_or_default()
    }

    /// Replaces what the field holds by typing.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.field(name).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    pub async fn choose(&self, name: &str, value: &str) {
        self.field(name).await.select_by_value(value).await.unwrap();
    }

    pub async fn click(&self, selector: &str) {
        self.find(Locator::Css(selector))
            .await
            .click()
            .await
            .unwrap();
    }

    pub async fn click_link(&self, text: &str) {
        self.find(Locator::LinkText(text))
            .await
            .click()
            .await
            .unwrap();
    }

    /// Presses the button with this text, with the keyboard, as everybody must be able to.
    pub async fn press(&self, button: &str) {
        let path = format!(
            "//main//button[normalize-space()='{button}'] | //button[normalize-space()='{button}']"
        );
        let button = self.find(Locator::XPath(&path)).await;
        button.send_keys(&Key::Enter.to_string()).await.unwrap();
        // The page that the form leads to replaces this one: wait until the button is gone.
        for _ in 0..200 {
            if button.is_enabled().await.is_err() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the button led nowhere");
    }

    pub async fn sign_out(&self) {
        let menu = self.find(Locator::Css("details.menu summary")).await;
        menu.click().await.unwrap();
        self.press("Sign out").await;
    }

    async fn field(&self, name: &str) -> Element {
        self.find(Locator::Css(&format!("[name={name}]"))).await
    }

    async fn find(&self, locator: Locator<'_>) -> Element {
        self.client
            .wait()
            .at_most(Duration::from_secs(10))
            .for_element(locator)
            .await
            .unwrap_or_else(|error| panic!("{locator:?}: {error}"))
    }
}
