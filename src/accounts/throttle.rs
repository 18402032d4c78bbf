//! How often somebody may try to sign in, sign up, have mail sent, or post. Kept in memory and bounded: a restart forgives,
//! and each replica counts for itself.

use std::{
    hash::Hash,
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    time::Duration,
};

use aws_lc_rs::digest::{SHA256, digest};
use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

use super::account::normalize_email;

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A limiter that knows more keys than this forgets those that have no debt left, and where all of
/// them have some, lets nobody try for a while: its memory is bounded, whoever sends what.
const MANY_KEYS: usize = 50_000;

/// How long that is.
const FULL: Duration = Duration::from_secs(60);

/// How many tries are free before somebody must wait (OWASP ASVS 6.3.1). They come back evenly over
/// the period, so nobody is locked out for good.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Sign-ins from one address in an hour.
    pub sign_ins_per_address: NonZeroU32,
    /// Sign-ins to one account in a day, from wherever.
    pub sign_ins_per_account: NonZeroU32,
    /// Sign-ups from one address in an hour.
    pub sign_ups_per_address: NonZeroU32,
    /// Codes of the second factor for one account in a day.
    pub codes_per_account: NonZeroU32,
    /// Mails with a link that are asked for from one address in an hour.
    pub mails_per_address: NonZeroU32,
    /// The same for one recipient in a day.
    pub mails_per_recipient: NonZeroU32,
    /// Jobs posted or published by one account in an hour.
    pub postings_per_account: NonZeroU32,
}

impl Default for Limits {
    fn default() -> Self {
        const FIVE: NonZeroU32 = NonZeroU32::MIN.saturating_add(4);
        const TWENTY: NonZeroU32 = NonZeroU32::MIN.saturating_add(19);
        const SIXTY: NonZeroU32 = NonZeroU32::MIN.saturating_add(59);
        Self {
            sign_ins_per_address: TWENTY,
            sign_ins_per_account: TWENTY,
            sign_ups_per_address: TWENTY,
            codes_per_account: TWENTY,
            mails_per_address: TWENTY,
            mails_per_recipient: FIVE,
            postings_per_account: SIXTY,
        }
    }
}

/// Counts tries.
pub struct Throttle {
    sign_ins_by_address: DefaultKeyedRateLimiter<IpAddr>,
    sign_ins_by_account: DefaultKeyedRateLimiter<[u8; 16]>,
    sign_ups_by_address: DefaultKeyedRateLimiter<IpAddr>,
    codes_by_account: DefaultKeyedRateLimiter<i64>,
    mails_by_address: DefaultKeyedRateLimiter<IpAddr>,
    mails_by_recipient: DefaultKeyedRateLimiter<[u8; 16]>,
    postings_by_account: DefaultKeyedRateLimiter<i64>,
    clock: DefaultClock,
}

/// Too many tries: how long to wait.
#[derive(Clone, Copy, Debug)]
pub struct Wait(pub Duration);

impl Throttle {
    pub fn new(limits: Limits) -> Self {
        Self {
            sign_ins_by_address: limiter(limits.sign_ins_per_address, HOUR),
            sign_ins_by_account: limiter(limits.sign_ins_per_account, DAY),
            sign_ups_by_address: limiter(limits.sign_ups_per_address, HOUR),
            codes_by_account: limiter(limits.codes_per_account, DAY),
            mails_by_address: limiter(limits.mails_per_address, HOUR),
            mails_by_recipient: limiter(limits.mails_per_recipient, DAY),
            postings_by_account: limiter(limits.postings_per_account, HOUR),
            clock: DefaultClock::default(),
        }
    }

    /// Counts a try to sign in to the account of `email`, whether there is one or not.
    pub fn sign_in(&self, address: Option<IpAddr>, email: &str) -> Result<(), Wait> {
        if let Some(address) = address {
            self.count(&self.sign_ins_by_address, network(address))?;
        }
        self.count(&self.sign_ins_by_account, recipient(email))
    }

    /// Counts a code typed for the second factor of an account.
    pub fn code(&self, account_id: i64) -> Result<(), Wait> {
        self.count(&self.codes_by_account, account_id)
    }

    /// Counts a mail with a link that somebody asks for, whether it will be sent or not.
    pub fn mail(&self, address: Option<IpAddr>, email: &str) -> Result<(), Wait> {
        if let Some(address) = address {
            self.count(&self.mails_by_address, network(address))?;
        }
        self.count(&self.mails_by_recipient, recipient(email))
    }

    /// Counts a job that is posted or published.
    pub fn posting(&self, account_id: i64) -> Result<(), Wait> {
        self.count(&self.postings_by_account, account_id)
    }

    /// Counts a try to sign up.
    pub fn sign_up(&self, address: Option<IpAddr>) -> Result<(), Wait> {
        match address {
            Some(address) => self.count(&self.sign_ups_by_address, network(address)),
            None => Ok(()),
        }
    }

    fn count<K: Clone + Eq + Hash>(
        &self,
        limiter: &DefaultKeyedRateLimiter<K>,
        key: K,
    ) -> Result<(), Wait> {
        if limiter.len() > MANY_KEYS {
            limiter.retain_recent();
            limiter.shrink_to_fit();
            if limiter.len() > MANY_KEYS {
                return Err(Wait(FULL));
            }
        }
        limiter
            .check_key(&key)
            .map_err(|until| Wait(until.wait_time_from(self.clock.now())))
    }
}

impl Wait {
    /// Whole seconds, rounded up, for `Retry-After`.
    pub fn seconds(self) -> u64 {
        self.0.as_secs() + 1
    }

    /// The same for a person: `Too many tries. Try again in 3 minutes.`
    pub fn in_words(self) -> String {
        let minutes = self.seconds().div_ceil(60);
        match minutes {
            1 => "Too many tries. Try again in a minute.".into(),
            2..60 => format!("Too many tries. Try again in {minutes} minutes."),
            _ => "Too many tries. Try again in an hour or two.".into(),
        }
    }
}

fn limiter<K: Clone + Eq + Hash>(
    tries: NonZeroU32,
    period: Duration,
) -> DefaultKeyedRateLimiter<K> {
    let one = (period / tries.get()).max(Duration::from_nanos(1));
    let quota = Quota::with_period(one).unwrap_or(Quota::per_hour(tries));
    RateLimiter::keyed(quota.allow_burst(tries))
}

/// An email address as a key of fixed size: however long, it takes no more memory.
fn recipient(email: &str) -> [u8; 16] {
    let mut key = [0; 16];
    key.copy_from_slice(&digest(&SHA256, normalize_email(email).as_bytes()).as_ref()[..16]);
    key
}

/// What one customer of a provider is given: an IPv4 address, or an IPv6 /64.
fn network(address: IpAddr) -> IpAddr {
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
        assert_eq!(throttle.sign_ups_by_address.len(), MANY_KEYS + 1);
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
