//! Forged and damaged session tokens (RFC 8725): made with the board's own key, so that only what is
//! wrong with each of them can be why it is refused.

use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Salt};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, TestApp};

const SECRET: &str = "vYt4q0Zr7mXw2Lk9sPd5Hn8Bc3Jf6Gu1";

fn key() -> EncodingKey {
    struct Bytes48;
    impl KeyType for Bytes48 {
        fn len(&self) -> usize {
            48
        }
    }
    let mut key = [0; 48];
    Salt::new(HKDF_SHA256, b"jobboard")
        .extract(SECRET.as_bytes())
        .expand(&[b"session token"], Bytes48)
        .unwrap()
        .fill(&mut key)
        .unwrap();
    EncodingKey::from_secret(&key)
}

fn header() -> Header {
    let mut header = Header::new(Algorithm::HS256);
    header.typ = Some("session+jwt".into());
    header.kid = Some("k1".into());
    header
}

async fn status(app: &TestApp, token: &str) -> u16 {
    let request = app
        .browser()
        .request(Method::GET, "/dashboard")
        .header("cookie", format!("access_token={token}"));
    Answer::of(request).await.status
}

/// The claims of a session that counts, and the app it counts on.
async fn session() -> (TestApp, Value) {
    let app = TestApp::start_with(&[("JWT_KEYS", &format!("k1:{SECRET}"))]);
    let browser = app.browser();
    let answer = browser
        .submit("/register", &crate::support::account("Alice"))
        .await;
    let cookie = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|value| value.to_str().unwrap())
        .find(|value| value.starts_with("access_token="))
        .unwrap();
    let payload = cookie.split('.').nth(1).unwrap();
    let bytes =
        base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, payload).unwrap();
    (app, serde_json::from_slice(&bytes).unwrap())
}

fn changed(claims: &Value, name: &str, value: Value) -> Value {
    let mut claims = claims.clone();
    claims[name] = value;
    claims
}

fn without(claims: &Value, name: &str) -> Value {
    let mut claims = claims.clone();
    claims.as_object_mut().unwrap().remove(name);
    claims
}

#[actix_web::test]
async fn a_token_says_who_and_until_when_and_nothing_else() {
    let (app, claims) = session().await;
    let mut names: Vec<&String> = claims.as_object().unwrap().keys().collect();
    names.sort_unstable();
    assert_eq!(names, ["aud", "exp", "iat", "iss", "nbf", "sid", "sub"]);
    assert_eq!(
        claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(),
        3600
    );
    let token = encode(&header(), &claims, &key()).unwrap();
    assert_eq!(status(&app, &token).await, 200, "the forger's tools work");
}

#[actix_web::test]
async fn a_token_that_lacks_or_bends_a_claim_is_nobodys() {
    let (app, claims) = session().await;
    let now = claims["iat"].as_i64().unwrap();
    for (what, claims) in [
        ("no exp", without(&claims, "exp")),
        ("exp null", changed(&claims, "exp", Value::Null)),
        ("exp a string", changed(&claims, "exp", json!("9999999999"))),
        ("exp before iat", changed(&claims, "exp", json!(now - 7200))),
        ("no nbf", without(&claims, "nbf")),
        ("nbf ahead", changed(&claims, "nbf", json!(now + 600))),
        ("iat ahead", changed(&claims, "iat", json!(now + 600))),
        ("no iss", without(&claims, "iss")),
        (
            "another iss",
            changed(&claims, "iss", json!("https://evil.example")),
        ),
        ("no aud", without(&claims, "aud")),
        (
            "another aud",
            changed(&claims, "aud", json!("https://evil.example")),
        ),
        ("no sub", without(&claims, "sub")),
        ("another sub", changed(&claims, "sub", json!("2"))),
        ("sub a number", changed(&claims, "sub", json!(1))),
        ("no sid", without(&claims, "sid")),
        ("another sid", changed(&claims, "sid", json!("x"))),
        ("SQL in sid", changed(&claims, "sid", json!("' OR '1'='1"))),
        ("NUL in sid", changed(&claims, "sid", json!("a\u{0}b"))),
        (
            "extra role",
            changed(&without(&claims, "sid"), "role", json!("admin")),
        ),
    ] {
        let token = encode(&header(), &claims, &key()).unwrap();
        assert_eq!(status(&app, &token).await, 303, "{what}");
    }
}

#[actix_web::test]
async fn a_token_with_another_header_or_key_is_nobodys() {
    let (app, claims) = session().await;
    let with = |change: &dyn Fn(&mut Header)| {
        let mut header = header();
        change(&mut header);
        encode(&header, &claims, &key()).unwrap()
    };
    for (what, token) in [
        ("HS384", with(&|header| header.alg = Algorithm::HS384)),
        ("HS512", with(&|header| header.alg = Algorithm::HS512)),
        ("typ JWT", with(&|header| header.typ = Some("JWT".into()))),
        ("no typ", with(&|header| header.typ = None)),
        ("no kid", with(&|header| header.kid = None)),
        (
            "unknown kid",
            with(&|header| header.kid = Some("k2".into())),
        ),
        (
            "kid a path",
            with(&|header| header.kid = Some("../../../etc/passwd".into())),
        ),
        (
            "kid with SQL",
            with(&|header| header.kid = Some("k1' OR '1'='1".into())),
        ),
    ] {
        assert_eq!(status(&app, &token).await, 303, "{what}");
    }
    for secret in ["", "secret", SECRET] {
        let token = encode(
            &header(),
            &claims,
            &EncodingKey::from_secret(secret.as_bytes()),
        )
        .unwrap();
        assert_eq!(status(&app, &token).await, 303, "signed with {secret:?}");
    }
    let mut elsewhere = header();
    elsewhere.jku = Some("http://127.0.0.1:9/jwks".into());
    let token = encode(&elsewhere, &claims, &EncodingKey::from_secret(b"mine")).unwrap();
    assert_eq!(status(&app, &token).await, 303, "a key from elsewhere");
}
