//! Which of many things are joined, directly or by way of others.

/// Things by number, each in a group of its own until it is joined.
pub struct Joined(Vec<usize>);

impl Joined {
    pub fn new(number: usize) -> Joined {
        Joined((0..number).collect())
    }

    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.group(a), self.group(b));
        self.0[a.max(b)] = a.min(b);
    }

    /// The first thing of the group.
    pub fn group(&mut self, mut thing: usize) -> usize {
        while self.0[thing] != thing {
            self.0[thing] = self.0[self.0[thing]];
            thing = self.0[thing];
        }
        thing
    }
}
