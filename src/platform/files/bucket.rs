//! Files in a bucket of Amazon S3, or of a server that speaks its protocol.

mod client;

use std::{pin::pin, time::Duration};

use actix_web::web::Bytes;
use futures_util::StreamExt;
use object_store::{
    Attribute, BackoffConfig, Error as StoreError, ObjectStore, ObjectStoreExt, PutOptions,
    RetryConfig,
    aws::{AmazonS3, AmazonS3Builder},
    path::Path,
};

use self::client::Connector;
use super::Error;
use crate::platform::config::Access;

/// Tries after the first: a server that is busy answers 500 or 503.
const MORE_TRIES: usize = 2;

/// How long a list may take, of which each thousand is a request.
const PATIENCE_OF_LISTS: Duration = Duration::from_secs(120);

#[derive(Debug)]
pub struct Bucket {
    store: AmazonS3,
    prefix: Path,
    patience: Duration,
}

impl Bucket {
    pub fn new(bucket: &str, prefix: &str, access: &Access) -> Result<Self, Error> {
        let mut builder = AmazonS3Builder::new()
            .with_http_connector(Connector {
                patience: access.patience / 2,
            })
            .with_bucket_name(bucket)
            // Not every server knows how to delete many at once.
            .with_disable_bulk_delete(true)
            .with_retry(RetryConfig {
                backoff: BackoffConfig {
                    max_backoff: Duration::from_secs(1),
                    ..BackoffConfig::default()
                },
                max_retries: MORE_TRIES,
                retry_timeout: access.patience,
            });
        if let Some(endpoint) = &access.endpoint {
            builder = builder.with_endpoint(endpoint.as_str().trim_end_matches('/'));
        }
        if let Some(region) = &access.region {
            builder = builder.with_region(region);
        }
        if let Some((id, secret)) = &access.key {
            builder = builder
                .with_access_key_id(id)
                .with_secret_access_key(secret);
        }
        let store = builder.build();
        Ok(Self {
            store: store.map_err(|error| Error::Bucket(format!("s3://{bucket}"), error))?,
            prefix: Path::from(prefix),
            patience: access.patience,
        })
    }

    pub async fn put(&self, name: &str, bytes: Bytes) -> Result<(), Error> {
        let mut options = PutOptions::default();
        if name.ends_with(".png") {
            let attribute = (Attribute::ContentType, "image/png");
            options.attributes = [attribute].into_iter().collect();
        }
        let path = self.path(name);
        let put = self.store.put_opts(&path, bytes.into(), options);
        in_time(name, self.patience, put)
            .await?
            .map_err(told(name))?;
        Ok(())
    }

    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, Error> {
        let path = self.path(name);
        let get = async { self.store.get(&path).await?.bytes().await };
        match in_time(name, self.patience, get).await? {
            Ok(bytes) => Ok(Some(bytes)),
            Err(StoreError::NotFound { .. }) => Ok(None),
            Err(error) => Err(told(name)(error)),
        }
    }

    pub async fn delete(&self, name: &str) -> Result<(), Error> {
        let path = self.path(name);
        match in_time(name, self.patience, self.store.delete(&path)).await? {
            Ok(()) | Err(StoreError::NotFound { .. }) => Ok(()),
            Err(error) => Err(told(name)(error)),
        }
    }

    pub async fn list(&self) -> Result<Vec<String>, Error> {
        let list = async {
            let mut names = Vec::new();
            let mut found = pin!(self.store.list(Some(&self.prefix)));
            while let Some(found) = found.next().await {
                let path = found?.location;
                let parts = path.prefix_match(&self.prefix).into_iter().flatten();
                let parts: Vec<_> = parts.collect();
                let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
                names.push(parts.join("/"));
            }
            Ok(names)
        };
        in_time("list", PATIENCE_OF_LISTS, list)
            .await?
            .map_err(told("list"))
    }

    fn path(&self, name: &str) -> Path {
        let parts = name.split('/');
        parts.fold(self.prefix.clone(), |path, part| path.join(part))
    }
}

async fn in_time<T>(
    name: &str,
    patience: Duration,
    work: impl Future<Output = T>,
) -> Result<T, Error> {
    tokio::time::timeout(patience, work)
        .await
        .map_err(|_| Error::Slow(name.to_owned()))
}

fn told(name: &str) -> impl Fn(StoreError) -> Error {
    move |error| Error::Bucket(name.to_owned(), error)
}
