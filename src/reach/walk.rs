//! Follows packets for a whole range from one state, split where tables tell parts of it apart.

use super::model::{Model, Next, Piece, StateId, Stop};
use super::space::Stretch;
use crate::topology::{FirewallId, GatewayId, Spot, UplinkId, VpcId};

/// Is told a part of the range, the way of its packets, and how that ends.
pub type Found<'f> = dyn FnMut(Stretch, &[Step], End) + 'f;

/// More tables than any packet passes.
const MOST_STEPS: usize = 64;

/// How the packets for a range end, and by which tables.
#[derive(Clone, Debug)]
pub struct Trace {
    pub to: Stretch,
    pub steps: Vec<Step>,
    pub end: End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub state: StateId,
    /// By position in the state's pieces; None has no route.
    pub piece: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// In a VPC, at what has the address there.
    Delivered(VpcId),
    Behind(GatewayId),
    /// Out of AWS, by one of [`Model::uplinks`].
    Outside,
    Internet(VpcId),
    /// By an egress-only gateway.
    Outbound(VpcId),
    Dropped(Stop),
}

impl Model<'_> {
    pub fn walk(&self, from: StateId, to: Stretch) -> Vec<Trace> {
        let mut traces = Vec::new();
        self.follow(from, to, &mut |to, steps, end| traces.push(Trace { to, steps: steps.to_vec(), end }));
        traces
    }

    pub fn piece(&self, step: Step) -> Option<&Piece> {
        step.piece.map(|ix| &self.get(step.state).pieces[ix])
    }

    /// NAT gateways that packets pass, in order. Each gives them its own address.
    pub fn nats(&self, steps: &[Step]) -> impl DoubleEndedIterator<Item = Spot> {
        steps.iter().filter_map(|step| match self.piece(*step)?.next {
            Next::Nat(spot, _) => Some(spot),
            _ => None,
        })
    }

    /// The uplinks that packets may leave by, where they leave AWS.
    pub fn uplinks(&self, steps: &[Step]) -> &[UplinkId] {
        match steps.last().and_then(|step| self.piece(*step)).map(|piece| &piece.next) {
            Some(Next::Outside(uplinks)) => uplinks,
            _ => &[],
        }
    }

    /// Whether packets leave AWS for a network, which is told by the first of its uplinks.
    pub fn leaves_for(&self, steps: &[Step], network: UplinkId) -> bool {
        self.uplinks(steps).iter().any(|uplink| self.topology.network_of(*uplink) == network)
    }

    /// Firewalls that packets pass, in order.
    pub fn firewalls(&self, steps: &[Step]) -> impl Iterator<Item = FirewallId> {
        steps.iter().filter_map(|step| match self.piece(*step)?.next {
            Next::Past(firewall, ..) => Some(firewall),
            _ => None,
        })
    }

    /// Calls back for every part of a range, in order, and for each of several ways.
    pub fn follow(&self, from: StateId, to: Stretch, found: &mut Found<'_>) {
        self.enter(from, to, &mut Vec::new(), found);
    }

    fn enter(&self, state: StateId, to: Stretch, steps: &mut Vec<Step>, found: &mut Found<'_>) {
        let pieces = &self.get(state).pieces;
        let circle = steps.len() >= MOST_STEPS || steps.iter().any(|step| step.state == state);
        let mut next = Some(to.first);
        let first = pieces.partition_point(|piece| piece.range.last < to.first);
        for (ix, piece) in pieces.iter().enumerate().skip(first).take_while(|(_, piece)| piece.range.first <= to.last) {
            let Some(part) = piece.range.meet(to) else { continue };
            if let Some(gap) = next.filter(|next| *next < part.first) {
                drop_at(state, None, Stretch { first: gap, last: part.first - 1 }, Stop::NoRoute, steps, found);
            }
            next = part.last.checked_add(1);
            if circle {
                drop_at(state, Some(ix), part, Stop::Circle, steps, found);
                continue;
            }
            steps.push(Step { state, piece: Some(ix) });
            self.take(piece, part, steps, found);
            steps.pop();
        }
        if let Some(gap) = next.filter(|next| *next <= to.last) {
            drop_at(state, None, Stretch { first: gap, last: to.last }, Stop::NoRoute, steps, found);
        }
    }

    fn take(&self, piece: &Piece, part: Stretch, steps: &mut Vec<Step>, found: &mut Found<'_>) {
        match &piece.next {
            Next::Deliver(vpc) => found(part, steps, End::Delivered(*vpc)),
            Next::Behind(gateway) => found(part, steps, End::Behind(*gateway)),
            Next::Outside(_) => found(part, steps, End::Outside),
            Next::Internet(vpc) => found(part, steps, End::Internet(*vpc)),
            Next::Outbound(vpc) => found(part, steps, End::Outbound(*vpc)),
            Next::Drop(stop) => found(part, steps, End::Dropped(*stop)),
            Next::Enter(states) => states.iter().for_each(|state| self.enter(*state, part, steps, found)),
            Next::Nat(_, state) | Next::Past(_, _, state) => self.enter(*state, part, steps, found),
        }
    }
}

fn drop_at(state: StateId, piece: Option<usize>, part: Stretch, stop: Stop, steps: &mut Vec<Step>, found: &mut Found<'_>) {
    steps.push(Step { state, piece });
    found(part, steps, End::Dropped(stop));
    steps.pop();
}
