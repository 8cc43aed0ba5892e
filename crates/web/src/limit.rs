//! Rate limits, per node and in memory: by client address, for what needs no session.

use std::{net::IpAddr, num::NonZeroU32};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};
use serde::{Deserialize, Serialize};
use wangge_base::{Kind, Refusal};

use crate::{ClientIp, Problem};

/// How many per minute and client address.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rates {
    /// Anonymous writes: reports, additions, uploads.
    pub anonymous_writes: u32,
    /// Anonymous reads: following a case by its token.
    pub anonymous_reads: u32,
    /// Attempts to log in.
    pub logins: u32,
}

impl Default for Rates {
    fn default() -> Self {
        Self { anonymous_writes: 20, anonymous_reads: 240, logins: 30 }
    }
}

/// The limiters of this node.
pub struct Limits {
    writes: DefaultKeyedRateLimiter<IpAddr>,
    reads: DefaultKeyedRateLimiter<IpAddr>,
    logins: DefaultKeyedRateLimiter<IpAddr>,
}

fn per_minute(n: u32) -> DefaultKeyedRateLimiter<IpAddr> {
    RateLimiter::keyed(Quota::per_minute(NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN)))
}

impl Limits {
    /// Limiters for `rates`.
    pub fn new(rates: Rates) -> Self {
        Self {
            writes: per_minute(rates.anonymous_writes),
            reads: per_minute(rates.anonymous_reads),
            logins: per_minute(rates.logins),
        }
    }
    /// Counts an anonymous write.
    pub fn anonymous_write(&self, from: ClientIp) -> Result<(), Problem> {
        count(&self.writes, from)
    }
    /// Counts an anonymous read.
    pub fn anonymous_read(&self, from: ClientIp) -> Result<(), Problem> {
        count(&self.reads, from)
    }
    /// Counts an attempt to log in.
    pub fn login(&self, from: ClientIp) -> Result<(), Problem> {
        count(&self.logins, from)
    }
    /// Forgets addresses that have been quiet; the job loop calls it each minute.
    pub fn sweep(&self) {
        for one in [&self.writes, &self.reads, &self.logins] {
            one.retain_recent();
            one.shrink_to_fit();
        }
    }
}

fn count(limiter: &DefaultKeyedRateLimiter<IpAddr>, from: ClientIp) -> Result<(), Problem> {
    limiter.check_key(&from.bucket()).map_err(|early| {
        let wait = early.wait_time_from(limiter.clock().now()).as_secs().saturating_add(1);
        let no = Refusal::new(
            Kind::TooMany,
            "rate.limited",
            format!("操作太频繁,请{wait}秒后再试;紧急情况请直接拨打110、119、120"),
            format!("Too often; try again in {wait} s. In an emergency call 110, 119 or 120"),
        );
        Problem::from(no).retry_after(u32::try_from(wait).unwrap_or(u32::MAX))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_noisy_address_does_not_silence_another() {
        let limits = Limits::new(Rates { anonymous_writes: 2, ..Rates::default() });
        let noisy = ClientIp("1.1.1.1".parse().expect("ip"));
        let calm = ClientIp("2.2.2.2".parse().expect("ip"));
        assert!(limits.anonymous_write(noisy).is_ok());
        assert!(limits.anonymous_write(noisy).is_ok());
        let no = limits.anonymous_write(noisy).expect_err("third within a minute");
        assert_eq!(no.status.as_u16(), 429);
        assert!(no.retry_after.expect("when") <= 60);
        assert!(limits.anonymous_write(calm).is_ok());
        limits.sweep();
    }
}
