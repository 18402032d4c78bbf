//! How often somebody at one network address may do what costs the board something, whoever they are.
//! Kept in memory and bounded: a restart forgives, and each replica counts for itself. What belongs to
//! an account is counted in the database: [`tries`](super::tries).

use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    time::Duration,
};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

use super::i18n::Message;

const HOUR: Duration = Duration::from_secs(60 * 60);

/// A limiter that knows more keys than this forgets those that have no debt left, and where all of
/// them have some, lets nobody try for a while: its memory is bounded, whoever sends what.
const MANY_KEYS: usize = 50_000;

/// How long that is.
const FULL: Duration = Duration::from_secs(60);

/// How many tries are free before somebody must wait (OWASP ASVS 6.3.1). They come back evenly over
/// the period, so nobody is locked out for good. A network is an IPv4 address or an IPv6 /64.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Wrong passwords from one network in an hour, for any accounts.
    pub wrong_passwords_per_network: NonZeroU32,
    /// Wrong passwords, or wrong codes, for one account in a day: from one network, or in one browser
    /// that was signed in to the account before.
    pub wrong_guesses_per_account_and_network: NonZeroU32,
    /// The same for one account from all networks.
    pub wrong_guesses_per_account: NonZeroU32,
    /// Sign-ups from one network in an hour.
    pub sign_ups_per_network: NonZeroU32,
    /// Mails with a link that are asked for from one network in an hour.
    pub mails_per_network: NonZeroU32,
    /// The same for one recipient in a day, from one network.
    pub mails_per_recipient_and_network: NonZeroU32,
    /// The same from all networks.
    pub mails_per_recipient: NonZeroU32,
    /// Jobs posted or published by one account in an hour.
    pub postings_per_account: NonZeroU32,
    /// The same from one network, by any accounts.
    pub postings_per_network: NonZeroU32,
    /// Changes to jobs by one account in an hour.
    pub changes_per_account: NonZeroU32,
    /// The same from one network, by any accounts.
    pub changes_per_network: NonZeroU32,
}

impl Default for Limits {
    fn default() -> Self {
        const fn limit(tries: u32) -> NonZeroU32 {
            NonZeroU32::MIN.saturating_add(tries - 1)
        }
        Self {
            wrong_passwords_per_network: limit(20),
            wrong_guesses_per_account_and_network: limit(20),
            wrong_guesses_per_account: limit(60),
            sign_ups_per_network: limit(20),
            mails_per_network: limit(20),
            mails_per_recipient_and_network: limit(5),
            mails_per_recipient: limit(15),
            postings_per_account: limit(60),
            postings_per_network: limit(120),
            changes_per_account: limit(120),
            changes_per_network: limit(240),
        }
    }
}

/// Counts what comes from each network.
pub struct Throttle {
    sign_ups: DefaultKeyedRateLimiter<IpAddr>,
    mails: DefaultKeyedRateLimiter<IpAddr>,
    postings: DefaultKeyedRateLimiter<IpAddr>,
    changes: DefaultKeyedRateLimiter<IpAddr>,
    clock: DefaultClock,
}

/// Too many tries: how long to wait.
#[derive(Clone, Copy, Debug)]
pub struct Wait(Duration);

impl Throttle {
    pub fn new(limits: Limits) -> Self {
        Self {
            sign_ups: limiter(limits.sign_ups_per_network, HOUR),
            mails: limiter(limits.mails_per_network, HOUR),
            postings: limiter(limits.postings_per_network, HOUR),
            changes: limiter(limits.changes_per_network, HOUR),
            clock: DefaultClock::default(),
        }
    }

    /// Counts a try to sign up.
    pub fn sign_up(&self, address: Option<IpAddr>) -> Result<(), Wait> {
        self.count(&self.sign_ups, address)
    }

    /// Counts a mail with a link that somebody asks for, whether it will be sent or not.
    pub fn mail(&self, address: Option<IpAddr>) -> Result<(), Wait> {
        self.count(&self.mails, address)
    }

    /// Counts a job that is posted or published.
    pub fn posting(&self, address: Option<IpAddr>) -> Result<(), Wait> {
        self.count(&self.postings, address)
    }

    /// Counts a change to a job.
    pub fn change(&self, address: Option<IpAddr>) -> Result<(), Wait> {
        self.count(&self.changes, address)
    }

    fn count(
        &self,
        limiter: &DefaultKeyedRateLimiter<IpAddr>,
        address: Option<IpAddr>,
    ) -> Result<(), Wait> {
        let Some(address) = address else {
            return Ok(());
        };
        if limiter.len() > MANY_KEYS {
            limiter.retain_recent();
            limiter.shrink_to_fit();
            if limiter.len() > MANY_KEYS {
                return Err(Wait(FULL));
            }
        }
        limiter
            .check_key(&network(address))
            .map_err(|until| Wait(until.wait_time_from(self.clock.now())))
    }
}

impl Wait {
    pub fn of_seconds(seconds: u64) -> Self {
        Self(Duration::from_secs(seconds.saturating_sub(1)))
    }

    /// Whole seconds, rounded up, for `Retry-After`.
    pub fn seconds(self) -> u64 {
        self.0.as_secs() + 1
    }

    /// The same for a person: `Too many tries. Try again in 3 minutes.`
    pub fn message(self) -> Message {
        let minutes = self.seconds().div_ceil(60);
        match minutes {
            ..60 => Message::new("platform-wait-minutes").with("minutes", minutes),
            _ => Message::new("platform-wait-hours"),
        }
    }
}

fn limiter(tries: NonZeroU32, period: Duration) -> DefaultKeyedRateLimiter<IpAddr> {
    let one = (period / tries.get()).max(Duration::from_nanos(1));
    let quota = Quota::with_period(one).unwrap_or(Quota::per_hour(tries));
    RateLimiter::keyed(quota.allow_burst(tries))
}

/// What one customer of a provider is given: an IPv4 address, or an IPv6 /64.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let network = address.to_bits() >> 64 << 64;
            IpAddr::V6(Ipv6Addr::from_bits(network))
        }
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_come_along_the_memory_is_bounded() {
        let throttle = Throttle::new(Limits::default());
        for customer in 0..50_050_u32 {
            let _ = throttle.sign_up(Some(IpAddr::from(customer.to_be_bytes())));
        }
        assert_eq!(throttle.sign_ups.len(), MANY_KEYS + 1);
    }

    #[test]
    fn an_ipv6_customer_has_one_count_for_all_addresses() {
        let throttle = Throttle::new(Limits::default());
        for host in 0..20 {
            let address = format!("2001:db8::{host:x}").parse().ok();
            assert!(throttle.sign_up(address).is_ok());
        }
        let wait = throttle.sign_up("2001:db8::ffff".parse().ok());
        assert!(wait.is_err_and(|wait| wait.seconds() <= 181));
        assert!(throttle.sign_up("2001:db8:0:1::1".parse().ok()).is_ok());
    }
}
