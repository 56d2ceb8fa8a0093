//! A range with holes, and first fit in it.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use ipnetwork::Ipv4Network;

/// An IPv4 range of which parts are taken.
#[derive(Clone, Debug)]
pub struct Space {
    first: u64,
    end: u64,
    /// Disjoint, start to end (exclusive), inside the range.
    taken: BTreeMap<u64, u64>,
}

impl Space {
    pub fn new(range: Ipv4Network) -> Space {
        let (first, end) = bounds(range);
        Space { first, end, taken: BTreeMap::new() }
    }

    /// Marks a range as taken; what lies outside of the space does not matter.
    pub fn take(&mut self, range: Ipv4Network) {
        let (start, end) = bounds(range);
        let (mut start, mut end) = (start.max(self.first), end.min(self.end));
        if start >= end {
            return;
        }
        // Merge with what it touches, so that the map stays disjoint.
        let touching: Vec<u64> =
            self.taken.range(..=end).rev().take_while(|(_, taken_end)| **taken_end >= start).map(|(start, _)| *start).collect();
        for key in touching {
            let taken_end = self.taken.remove(&key).expect("key was just listed");
            start = start.min(key);
            end = end.max(taken_end);
        }
        self.taken.insert(start, end);
    }

    /// The first free block of a size, which is then taken.
    pub fn allocate(&mut self, prefix: u8) -> Option<Ipv4Network> {
        let found = self.find(prefix)?;
        self.take(found);
        Some(found)
    }

    fn find(&self, prefix: u8) -> Option<Ipv4Network> {
        if prefix > 32 {
            return None;
        }
        let size = 1u64 << (32 - prefix);
        let mut cursor = self.first.next_multiple_of(size);
        for (start, end) in &self.taken {
            if cursor + size <= *start {
                break;
            }
            cursor = cursor.max(end.next_multiple_of(size));
        }
        (cursor + size <= self.end).then(|| Ipv4Network::new(Ipv4Addr::from(cursor as u32), prefix).expect("prefix is at most 32"))
    }

    /// Addresses that are free.
    pub fn free(&self) -> u64 {
        self.end - self.first - self.taken.iter().map(|(start, end)| end - start).sum::<u64>()
    }

    /// The shortest prefix of which a block is free.
    pub fn largest_free(&self) -> Option<u8> {
        (0..=32).find(|prefix| self.find(*prefix).is_some())
    }

    /// The first of the largest blocks that are free.
    pub fn largest_block(&self) -> Option<Ipv4Network> {
        self.largest_free().and_then(|prefix| self.find(prefix))
    }

    /// How many blocks of a size are free.
    pub fn room(&self, prefix: u8) -> u64 {
        if prefix > 32 {
            return 0;
        }
        let size = 1u64 << (32 - prefix);
        let mut from = self.first;
        let mut room = 0;
        for (start, end) in self.taken.iter().map(|(start, end)| (*start, *end)).chain([(self.end, self.end)]) {
            room += (start / size).saturating_sub(from.div_ceil(size));
            from = end;
        }
        room
    }

    /// `4_096 addresses free, the largest block /20 at 10.0.16.0`
    pub fn describe_free(&self) -> String {
        match self.largest_block() {
            Some(block) => format!("{} addresses free, the largest block is {block}", self.free()),
            None => "nothing is free".into(),
        }
    }
}

fn bounds(range: Ipv4Network) -> (u64, u64) {
    let first = u64::from(u32::from(range.network()));
    (first, first + (1u64 << (32 - range.prefix())))
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
    fn the_whole_internet_fits() {
        let mut space = Space::new(net("0.0.0.0/0"));
        assert_eq!(space.largest_free(), Some(0));
        space.take(net("255.255.255.255/32"));
        assert_eq!(space.largest_free(), Some(1));
    }
}
