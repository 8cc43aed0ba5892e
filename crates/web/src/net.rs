//! Who is asking, as far as the network knows: client address behind trusted proxies.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    str::FromStr,
};

use axum::{
    extract::{ConnectInfo, FromRef, FromRequestParts},
    http::request::Parts,
};
use serde::{Deserialize, Serialize};

use crate::App;

/// A network in CIDR notation, `10.0.0.0/8`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Network {
    base: IpAddr,
    bits: u8,
}

impl Network {
    /// Whether `ip` lies inside.
    pub fn contains(&self, ip: IpAddr) -> bool {
        match (self.base, ip.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(ip)) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(self.bits)).unwrap_or(0);
                base.to_bits() & mask == ip.to_bits() & mask
            }
            (IpAddr::V6(base), IpAddr::V6(ip)) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(self.bits)).unwrap_or(0);
                base.to_bits() & mask == ip.to_bits() & mask
            }
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let (base, bits) = text.split_once('/').unwrap_or((text, ""));
        let base: IpAddr = base.parse().map_err(|e| format!("{text}: {e}"))?;
        let most = if base.is_ipv4() { 32 } else { 128 };
        let bits = if bits.is_empty() { most } else { bits.parse().map_err(|e| format!("{text}: {e}"))? };
        if bits > most {
            return Err(format!("{text}: at most /{most}"));
        }
        Ok(Self { base, bits })
    }
}
impl TryFrom<String> for Network {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}
impl From<Network> for String {
    fn from(net: Network) -> Self {
        format!("{}/{}", net.base, net.bits)
    }
}

/// Address of the client: the peer, or, when the peer is a trusted proxy, the last address in
/// `X-Forwarded-For` that is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientIp(pub IpAddr);

impl ClientIp {
    /// The address from the parts of a request. Without connection information (tests in process)
    /// it is the loopback address.
    pub fn of(parts: &Parts, trusted: &[Network]) -> Self {
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |c| c.0.ip().to_canonical());
        let believed = |ip: IpAddr| trusted.iter().any(|net| net.contains(ip));
        if !believed(peer) {
            return Self(peer);
        }
        let mut client = peer;
        let chain = parts.headers.get_all("x-forwarded-for");
        let hops: Vec<&str> =
            chain.iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(',')).collect();
        for hop in hops.iter().rev() {
            let Ok(ip) = hop.trim().parse::<IpAddr>() else { break };
            client = ip.to_canonical();
            if !believed(client) {
                break;
            }
        }
        Self(client)
    }

    /// What rate limits count by: an IPv4 address, or the /64 that one IPv6 subscriber commonly has.
    pub fn bucket(self) -> IpAddr {
        match self.0 {
            IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() & (u128::MAX << 64))),
            v4 @ IpAddr::V4(_) => v4,
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for ClientIp
where
    App: FromRef<S>,
{
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts, &App::from_ref(state).settings().trusted_proxies))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn client(peer: &str, forwarded: Option<&str>) -> String {
        let mut request = Request::builder().uri("/");
        if let Some(chain) = forwarded {
            request = request.header("x-forwarded-for", chain);
        }
        let (mut parts, ()) = request.body(()).expect("request").into_parts();
        let peer: SocketAddr = format!("{peer}:1").parse().expect("peer");
        parts.extensions.insert(ConnectInfo(peer));
        ClientIp::of(&parts, &["10.0.0.0/8".parse().expect("net")]).0.to_string()
    }

    #[test]
    fn forwarded_addresses_count_only_behind_a_trusted_proxy() {
        assert_eq!(client("10.1.1.1", Some("6.6.6.6, 1.2.3.4, 10.9.9.9")), "1.2.3.4");
        assert_eq!(client("8.8.8.8", Some("1.2.3.4")), "8.8.8.8");
        assert_eq!(client("10.1.1.1", Some("rubbish")), "10.1.1.1");
        assert_eq!(client("10.1.1.1", None), "10.1.1.1");
    }

    #[test]
    fn networks_read_and_contain() {
        let all: Network = "0.0.0.0/0".parse().expect("net");
        assert!(all.contains("9.9.9.9".parse().expect("ip")));
        assert!(!all.contains("::1".parse().expect("ip")));
        assert!("10.0.0.0/33".parse::<Network>().is_err());
        let six: Network = "fd00::/8".parse().expect("net");
        assert!(six.contains("fd12::1".parse().expect("ip")));
    }
}
