//! Ranges of addresses on one line: IPv4 first, IPv6 after it.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnetwork::IpNetwork;

/// Where IPv6 starts on the line.
const V6: u128 = 1 << 32;

/// Addresses from `first` to `last`, both in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stretch {
    pub first: u128,
    pub last: u128,
}

impl Stretch {
    pub fn meet(self, other: Stretch) -> Option<Stretch> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (first <= last).then_some(Stretch { first, last })
    }

    /// 0 for IPv4, 1 for IPv6.
    pub fn family(self) -> usize {
        usize::from(self.first >= V6)
    }

    /// What is left of it without some others, which are sorted.
    pub fn without(self, others: &[Stretch]) -> Vec<Stretch> {
        let mut left = Vec::new();
        let mut first = self.first;
        for other in others.iter().filter_map(|other| other.meet(self)) {
            if first < other.first {
                left.push(Stretch { first, last: other.first - 1 });
            }
            match other.last.checked_add(1) {
                Some(next) => first = first.max(next),
                None => return left,
            }
        }
        if first <= self.last {
            left.push(Stretch { first, last: self.last });
        }
        left
    }
}

impl<N: Into<IpNetwork>> From<N> for Stretch {
    fn from(network: N) -> Stretch {
        match network.into() {
            IpNetwork::V4(net) => Stretch { first: u32::from(net.network()).into(), last: u32::from(net.broadcast()).into() },
            // The end of the line is lost to the shift: multicast, which is not routed.
            IpNetwork::V6(net) => {
                Stretch { first: u128::from(net.network()).saturating_add(V6), last: u128::from(net.broadcast()).saturating_add(V6) }
            }
        }
    }
}

/// `10.0.0.0/16` where it is a block, else `10.0.0.4-10.0.0.9`.
impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = if self.first < V6 { 32 } else { 128 };
        let size = (self.last - self.first).checked_add(1);
        let aligned = |size: u128| size.is_power_of_two() && ((self.first.wrapping_sub(if bits == 32 { 0 } else { V6 })) & (size - 1)) == 0;
        match size {
            Some(size) if aligned(size) => write!(f, "{}/{}", address(self.first), bits - size.trailing_zeros()),
            _ => write!(f, "{}-{}", address(self.first), address(self.last)),
        }
    }
}

fn address(at: u128) -> IpAddr {
    if at < V6 { IpAddr::V4(Ipv4Addr::from(at as u32)) } else { IpAddr::V6(Ipv6Addr::from(at - V6)) }
}

/// Blocks to disjoint stretches, sorted: where blocks nest the longest prefix has the address, of
/// two alike the first one.
pub fn longest_prefix<T: Copy>(routes: &[(Stretch, T)]) -> Vec<(Stretch, T)> {
    let mut order: Vec<usize> = (0..routes.len()).collect();
    order.sort_by_key(|ix| (routes[*ix].0.first, std::cmp::Reverse(routes[*ix].0.last), *ix));
    order.dedup_by_key(|ix| routes[*ix].0);
    let mut found: Vec<(Stretch, T)> = Vec::with_capacity(order.len());
    let mut open: Vec<(u128, T)> = Vec::new();
    // The first address that is not given out; None behind the last address of all.
    let mut next = Some(0);
    let mut close = |next: &mut Option<u128>, until: u128, what: T| {
        if let Some(first) = next.filter(|first| *first <= until) {
            found.push((Stretch { first, last: until }, what));
            *next = until.checked_add(1);
        }
    };
    for ix in order {
        let (block, what) = routes[ix];
        while let Some((last, outer)) = open.last().copied().filter(|(last, _)| *last < block.first) {
            close(&mut next, last, outer);
            open.pop();
        }
        if let (Some((_, outer)), Some(before)) = (open.last().copied(), block.first.checked_sub(1)) {
            close(&mut next, before, outer);
        }
        next = Some(block.first);
        open.push((block.last, what));
    }
    while let Some((last, what)) = open.pop() {
        close(&mut next, last, what);
    }
    found
}

/// Everything that is neither private nor special: what `internet` stands for.
pub fn internet() -> Vec<Stretch> {
    const SPECIAL: &[&str] =
        &["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3"];
    let block = |text: &str| Stretch::from(text.parse::<IpNetwork>().expect("a block"));
    let special: Vec<Stretch> = SPECIAL.iter().map(|text| block(text)).collect();
    let mut all = block("0.0.0.0/0").without(&special);
    all.push(block("2000::/3"));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> Stretch {
        text.parse::<IpNetwork>().unwrap().into()
    }

    #[test]
    fn stretches_are_shown_as_blocks_where_they_are() {
        for text in ["10.0.0.0/16", "0.0.0.0/0", "10.0.0.7/32", "2001:db8::/56"] {
            assert_eq!(block(text).to_string(), text);
        }
        assert_eq!(Stretch { first: 10 << 24, last: (10 << 24) + 2 }.to_string(), "10.0.0.0-10.0.0.2");
    }

    /// Every address of a small space finds what a scan over all blocks finds.
    #[test]
    fn agrees_with_a_scan() {
        let mut seed = 7u64;
        let mut below = |most: u64| {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (seed >> 33) % most
        };
        for _ in 0..500 {
            let routes: Vec<(Stretch, usize)> = (0..below(12) as usize)
                .map(|ix| {
                    let size = 1u128 << below(9);
                    let first = u128::from(below(256)) / size * size;
                    (Stretch { first, last: first + size - 1 }, ix)
                })
                .collect();
            let pieces = longest_prefix(&routes);
            assert!(pieces.windows(2).all(|pair| pair[0].0.last < pair[1].0.first));
            for at in 0..256u128 {
                let has = |stretch: &Stretch| stretch.first <= at && at <= stretch.last;
                let wanted = routes.iter().filter(|(block, _)| has(block)).min_by_key(|(block, ix)| (block.last - block.first, *ix));
                let found = pieces.iter().find(|(piece, _)| has(piece));
                assert_eq!(found.map(|each| each.1), wanted.map(|each| each.1), "{at} in {routes:?}");
            }
        }
    }

    #[test]
    fn the_whole_line_may_be_given_out() {
        let pieces = longest_prefix(&[(block("::/0"), 0), (block("0.0.0.0/0"), 1), (block("255.255.255.255/32"), 2)]);
        assert_eq!(pieces.len(), 3);
        assert_eq!(pieces[2].0.last, u128::MAX);
        let nested = [block("10.0.0.0/8"), block("10.1.0.0/16")];
        assert!(block("10.0.0.0/8").without(&nested).is_empty());
        assert_eq!(pieces[0].0.without(&[block("0.0.0.0/1")]), [Stretch { first: 1 << 31, last: (1 << 32) - 2 }]);
    }
}
