//! A range with holes, and first fit in it.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, Ipv6Addr};

use ipnetwork::{IpNetwork, Ipv4Network, Ipv6Network};

/// A range of either family. IPv4 is counted in addresses, IPv6 in /64s: nothing smaller is allocated.
pub trait Net: Copy + Ord + std::fmt::Display + Into<IpNetwork> {
    /// The prefix length of what is counted.
    const SMALLEST: u8;
    fn first(self) -> u128;
    fn length(self) -> u8;
    /// `first` is counted from the start of the family.
    fn at(first: u128, length: u8) -> Self;

    /// Whether it has all of another one.
    fn holds(self, inner: Self) -> bool {
        let (outer, inner) = (bounds(self), bounds(inner));
        outer.0 <= inner.0 && inner.1 <= outer.1
    }
}

impl Net for Ipv4Network {
    const SMALLEST: u8 = 32;

    fn first(self) -> u128 {
        u32::from(self.network()).into()
    }

    fn length(self) -> u8 {
        self.prefix()
    }

    fn at(first: u128, length: u8) -> Self {
        Ipv4Network::new(Ipv4Addr::from(first as u32), length).expect("at most 32")
    }
}

impl Net for Ipv6Network {
    const SMALLEST: u8 = 64;

    fn first(self) -> u128 {
        u128::from(self.network()) >> 64
    }

    fn length(self) -> u8 {
        self.prefix()
    }

    fn at(first: u128, length: u8) -> Self {
        Ipv6Network::new(Ipv6Addr::from(first << 64), length).expect("at most 64")
    }
}

/// A range of which parts are taken.
#[derive(Clone, Debug)]
pub struct Space<N> {
    range: N,
    first: u128,
    end: u128,
    /// Disjoint, start to end (exclusive), inside the range.
    taken: BTreeMap<u128, u128>,
}

impl<N: Net> Space<N> {
    pub fn new(range: N) -> Space<N> {
        let (first, end) = bounds(range);
        Space { range, first, end, taken: BTreeMap::new() }
    }

    pub fn range(&self) -> N {
        self.range
    }

    /// Marks a range as taken; what lies outside of the space does not matter.
    pub fn take(&mut self, range: N) {
        let (start, end) = bounds(range);
        let (mut start, mut end) = (start.max(self.first), end.min(self.end));
        if start >= end {
            return;
        }
        // Merge with what it touches, so that the map stays disjoint.
        let touching: Vec<u128> =
            self.taken.range(..=end).rev().take_while(|(_, taken_end)| **taken_end >= start).map(|(start, _)| *start).collect();
        for key in touching {
            let taken_end = self.taken.remove(&key).expect("key was just listed");
            start = start.min(key);
            end = end.max(taken_end);
        }
        self.taken.insert(start, end);
    }

    /// The first free block of a size, which is then taken.
    pub fn allocate(&mut self, prefix: u8) -> Option<N> {
        let found = self.find(prefix)?;
        self.take(found);
        Some(found)
    }

    fn find(&self, prefix: u8) -> Option<N> {
        let size = size::<N>(prefix)?;
        let mut cursor = self.first.next_multiple_of(size);
        for (start, end) in &self.taken {
            if cursor + size <= *start {
                break;
            }
            cursor = cursor.max(end.next_multiple_of(size));
        }
        (cursor + size <= self.end).then(|| N::at(cursor, prefix))
    }

    /// Addresses, or /64s, that it has.
    pub fn size(&self) -> u64 {
        (self.end - self.first) as u64
    }

    /// Those that are free.
    pub fn free(&self) -> u64 {
        (self.end - self.first - self.taken.iter().map(|(start, end)| end - start).sum::<u128>()) as u64
    }

    /// The shortest prefix of which a block is free.
    pub fn largest_free(&self) -> Option<u8> {
        (0..=N::SMALLEST).find(|prefix| self.find(*prefix).is_some())
    }

    /// The first of the largest blocks that are free.
    pub fn largest_block(&self) -> Option<N> {
        self.largest_free().and_then(|prefix| self.find(prefix))
    }

    /// How many blocks of a size are free.
    pub fn room(&self, prefix: u8) -> u64 {
        let Some(size) = size::<N>(prefix) else { return 0 };
        let mut from = self.first;
        let mut room = 0;
        for (start, end) in self.taken.iter().map(|(start, end)| (*start, *end)).chain([(self.end, self.end)]) {
            room += (start / size).saturating_sub(from.div_ceil(size));
            from = end;
        }
        room as u64
    }
}

impl Space<Ipv4Network> {
    /// `4_096 addresses free, the largest block /20 at 10.0.16.0`
    pub fn describe_free(&self) -> String {
        match self.largest_block() {
            Some(block) => format!("{} addresses free, the largest block is {block}", self.free()),
            None => "nothing is free".into(),
        }
    }
}

fn bounds<N: Net>(range: N) -> (u128, u128) {
    let first = range.first();
    // A smaller one is counted as what it lies in.
    (first, first + size::<N>(range.length()).unwrap_or(1))
}

/// What a block of a prefix length counts; None is less than one.
fn size<N: Net>(length: u8) -> Option<u128> {
    Some(1 << N::SMALLEST.checked_sub(length)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn net(text: &str) -> Ipv4Network {
        text.parse().unwrap()
    }

    #[test]
    fn first_fit_skips_what_is_taken_and_fills_gaps() {
        let mut space = Space::new(net("10.0.0.0/16"));
        space.take(net("10.0.0.0/28"));
        assert_eq!(space.allocate(24), Some(net("10.0.1.0/24")));
        assert_eq!(space.allocate(28), Some(net("10.0.0.16/28")));
        assert_eq!(space.allocate(24), Some(net("10.0.2.0/24")));
    }

    #[test]
    fn agrees_with_a_naive_model() {
        // Every block is tried in order; the space must find the same one.
        let range = net("10.0.0.0/24");
        let mut seed = 12345u64;
        for _ in 0..200 {
            let mut space = Space::new(range);
            let mut taken: Vec<Ipv4Network> = Vec::new();
            for _ in 0..40 {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                let prefix = 24 + (seed >> 33) as u8 % 9;
                let size = 1u32 << (32 - prefix);
                let naive = (0..256 / size)
                    .map(|ix| Ipv4Network::new(Ipv4Addr::from(u32::from(range.network()) + ix * size), prefix).unwrap())
                    .find(|block| !taken.iter().any(|each| each.contains(block.network()) || block.contains(each.network())));
                let free = |block: &Ipv4Network| !taken.iter().any(|each| each.contains(block.network()) || block.contains(each.network()));
                let blocks =
                    (0..256 / size).map(|ix| Ipv4Network::new(Ipv4Addr::from(u32::from(range.network()) + ix * size), prefix).unwrap());
                assert_eq!(space.room(prefix), blocks.filter(free).count() as u64);
                assert_eq!(space.allocate(prefix), naive);
                taken.extend(naive);
                let used: u64 = taken.iter().map(|each| u64::from(each.size())).sum();
                assert_eq!(space.free(), 256 - used);
            }
        }
    }

    #[test]
    fn ipv6_is_counted_in_64s() {
        let net = |text: &str| text.parse::<Ipv6Network>().unwrap();
        let mut space = Space::new(net("2600:1f28:100::/44"));
        space.take(net("2600:1f28:100::/56"));
        space.take(net("2600:1f28:100:200::/56"));
        assert_eq!((space.size(), space.free()), (1 << 20, (1 << 20) - 512));
        assert_eq!((space.room(56), space.room(48), space.room(65)), (4094, 15, 0));
        assert_eq!(space.allocate(56), Some(net("2600:1f28:100:100::/56")));
        assert_eq!(space.allocate(56), Some(net("2600:1f28:100:300::/56")));
        assert_eq!(space.largest_block(), Some(net("2600:1f28:108::/45")));
        assert!(net("2600:1f28:100::/44").holds(net("2600:1f28:10f::/56")) && !net("2600:1f28:100::/44").holds(net("2600:1f28:110::/56")));
        assert_eq!(Space::new(net("::/0")).largest_free(), Some(0));
    }

    #[test]
    fn the_whole_internet_fits() {
        let mut space = Space::new(net("0.0.0.0/0"));
        assert_eq!(space.largest_free(), Some(0));
        space.take(net("255.255.255.255/32"));
        assert_eq!(space.largest_free(), Some(1));
    }
}
