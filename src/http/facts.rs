//! What is known of a request before it is handled.

use std::{net::IpAddr, time::Instant};

use actix_web::{HttpMessage, HttpRequest, web::Data};
use chrono::NaiveDateTime;

use super::board::Board;
use crate::platform::audit::Origin;

/// Put on every request at the edge.
#[derive(Clone)]
pub struct Facts {
    pub id: String,
    pub method: String,
    pub path: String,
    pub address: Option<IpAddr>,
    pub started: Instant,
    /// The same by the board's clock.
    pub at: NaiveDateTime,
}

impl Facts {
    /// The address of whoever sent `request`, as far as it can be known.
    pub fn address_of(request: &HttpRequest) -> Option<IpAddr> {
        request.extensions().get::<Self>()?.address
    }

    /// Who sent `request`, as far as is known before it is handled.
    pub fn origin_of(request: &HttpRequest) -> Origin {
        let board = request.app_data::<Data<Board>>();
        let events = board.map(|board| board.events.clone());
        let zone = board.map(|board| board.clock.zone());
        match request.extensions().get::<Self>() {
            Some(facts) => Origin {
                actor_id: None,
                address: facts
                    .address
                    .map(|address| address.to_string())
                    .unwrap_or_default(),
                request_id: facts.id.clone(),
                at: facts.at,
                zone: zone.unwrap_or_default(),
                events: events.unwrap_or_default(),
                is_bulk: false,
            },
            None => Origin::default(),
        }
    }
}
