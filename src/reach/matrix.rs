//! All pairs at once. Subnets that follow the same table share a row, addresses that no table tells
//! apart share a column, and what lies behind a gateway's table is worked out once for all who enter
//! there.

use std::collections::{BTreeMap, HashMap};

use super::model::{At, Model, Next, Piece, StateId};
use super::space::Stretch;
use super::walk::{End, Step};
use crate::topology::{GatewayId, Spot, UplinkId, VpcId};

/// Whether packets arrive, and answers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// Every address is reached and every answer comes back.
    Yes,
    /// Every address is reached; not every answer comes back.
    OneWay,
    /// Some addresses are reached, or by some of several ways.
    Partly,
    No,
}

/// How packets get out to the internet. Answers come back in all cases but the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Out {
    Direct,
    /// Some of it by NAT gateways.
    Nat,
    /// To some addresses.
    Partly,
    No,
}

impl Out {
    /// Both together. IPv4 by NAT and IPv6 by an egress-only gateway: all of it goes out.
    pub fn and(self, other: Out) -> Out {
        match (self, other) {
            (a, b) if a == b => a,
            (Out::Direct, Out::Nat) | (Out::Nat, Out::Direct) => Out::Nat,
            _ => Out::Partly,
        }
    }
}

/// IPv4 or IPv6, by position.
pub type Family = usize;
pub const FAMILIES: [Family; 2] = [0, 1];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    Vpc(VpcId),
    Behind(GatewayId),
    Uplink(UplinkId),
}

pub struct Matrix<'m, 't> {
    pub model: &'m Model<'t>,
    pub spots: Vec<Spot>,
    positions: HashMap<Spot, usize>,
    columns: Columns,
    /// By spot and family.
    spot_columns: Vec<[Vec<u32>; 2]>,
    /// By spot: position in `rows`.
    spot_rows: Vec<usize>,
    rows: Vec<Row>,
    plain: Plain,
}

/// The common case, laid out for speed: a spot with one column, whose row has the same columns by
/// every way and none by NAT gateways.
#[derive(Default)]
struct Plain {
    /// What each spot's row reaches, one after the other.
    reached: Vec<u64>,
    /// By spot: where its row starts, and its column.
    of: Vec<Option<(usize, u32)>>,
}

impl Plain {
    fn cell(&self, from: usize, to: usize) -> Option<Cell> {
        let ((ours, here), (theirs, there)) = (self.of[from]?, self.of[to]?);
        let reaches = |row: usize, column: u32| self.reached[row + column as usize / 64] >> (column % 64) & 1 == 1;
        Some(match (reaches(ours, there), reaches(theirs, here)) {
            (false, _) => Cell::No,
            (true, false) => Cell::OneWay,
            (true, true) => Cell::Yes,
        })
    }
}

/// What one set of tables reaches.
#[derive(Clone)]
struct Row {
    /// Columns that are reached by every way, and by some.
    all: Bits,
    any: Bits,
    /// Columns that are reached with the address of NAT gateways.
    natted: Vec<(u32, Vec<Spot>)>,
    out: [Exit; 2],
}

/// How packets end that are for the internet.
#[derive(Clone, Debug, Default)]
struct Exit {
    direct: bool,
    /// Directly, by a gateway that lets nothing in.
    outbound: bool,
    dropped: bool,
    /// To a network of others, which may go on to the internet from there.
    elsewhere: bool,
    /// The NAT gateways of every way out that has some.
    nats: Vec<Vec<Spot>>,
}

impl<'m, 't> Matrix<'m, 't> {
    pub fn new(model: &'m Model<'t>) -> Matrix<'m, 't> {
        let topology = model.topology;
        let behind = topology.gateway_ids().map(Spot::Behind);
        let all = topology.vpc_ids().flat_map(|id| topology.spots(id)).chain(behind).chain(topology.networks_outside().map(Spot::Uplink));
        let spots: Vec<Spot> = all.filter(|spot| !model.ranges(*spot).is_empty()).collect();
        let (columns, spot_columns) = Columns::new(model, &spots);
        let mut matrix = Matrix {
            model,
            positions: spots.iter().enumerate().map(|(ix, spot)| (*spot, ix)).collect(),
            spots,
            columns,
            spot_columns,
            spot_rows: Vec::new(),
            rows: Vec::new(),
            plain: Plain::default(),
        };
        let internet = model.ranges(Spot::Internet);
        let mut of_states: Vec<Option<Row>> = vec![None; model.states.len()];
        // Gateways first: VPCs copy from them.
        for id in model.ids().filter(|id| matches!(model.get(*id).at, At::Gateway { .. })) {
            of_states[id.0 as usize] = Some(matrix.gateway_row(id));
        }
        let mut known: BTreeMap<Vec<StateId>, usize> = BTreeMap::new();
        for spot in &matrix.spots {
            let starts = model.starts(*spot);
            let next = known.len();
            matrix.spot_rows.push(*known.entry(starts).or_insert(next));
        }
        let mut sets: Vec<(Vec<StateId>, usize)> = known.into_iter().collect();
        sets.sort_by_key(|(_, ix)| *ix);
        for (states, _) in sets {
            let row = matrix.row(&states, &internet, &mut of_states);
            matrix.rows.push(row);
        }
        matrix.plain = matrix.plain();
        matrix
    }

    fn plain(&self) -> Plain {
        let stride = self.columns.len().div_ceil(64);
        let column = |spot: usize| match &self.spot_columns[spot] {
            [only, none] if none.is_empty() && only.len() == 1 => Some(only[0]),
            _ => None,
        };
        let fit: Vec<bool> = self.rows.iter().map(|row| row.natted.is_empty() && row.all.0 == row.any.0).collect();
        let row = |spot: usize| Some(self.spot_rows[spot]).filter(|row| fit[*row]).map(|row| row * stride);
        Plain {
            reached: self.rows.iter().flat_map(|row| row.all.0.iter().copied()).collect(),
            of: (0..self.spots.len()).map(|spot| Some((row(spot)?, column(spot)?))).collect(),
        }
    }

    pub fn position(&self, spot: Spot) -> Option<usize> {
        self.positions.get(&spot).copied()
    }

    /// Whether a spot has addresses of a family.
    pub fn has(&self, spot: usize, family: Family) -> bool {
        !self.spot_columns[spot][family].is_empty()
    }

    /// From one spot to another, in the families that both have.
    pub fn cell(&self, from: usize, to: usize) -> Cell {
        if let Some(cell) = self.plain.cell(from, to) {
            return cell;
        }
        let shared = FAMILIES.into_iter().filter(|family| self.has(from, *family) && self.has(to, *family));
        let cells = shared.map(|family| self.cell_of(from, to, family));
        cells.reduce(|a, b| if a == b { a } else { Cell::Partly }).unwrap_or(Cell::No)
    }

    pub fn cell_of(&self, from: usize, to: usize, family: Family) -> Cell {
        let row = &self.rows[self.spot_rows[from]];
        let (ours, theirs) = (&self.spot_columns[from][family], &self.spot_columns[to][family]);
        if !theirs.iter().any(|column| row.any.get(*column)) {
            return Cell::No;
        }
        if !theirs.iter().all(|column| row.all.get(*column)) {
            return Cell::Partly;
        }
        let natted = row.natted.iter().filter(|(column, _)| theirs.contains(column));
        let mut by_nat = natted.peekable();
        let answered = if by_nat.peek().is_some() {
            by_nat.all(|(_, nats)| self.unwinds(Some(to), nats, from, family))
        } else {
            self.reaches_all(to, ours)
        };
        if answered { Cell::Yes } else { Cell::OneWay }
    }

    fn reaches_all(&self, from: usize, columns: &[u32]) -> bool {
        let row = &self.rows[self.spot_rows[from]];
        columns.iter().all(|column| row.all.get(*column))
    }

    /// Whether an answer finds the way back through NAT gateways, the last of them first. Without
    /// `from` it comes from the internet, straight to the last one.
    fn unwinds(&self, from: Option<usize>, nats: &[Spot], to: usize, family: Family) -> bool {
        let mut at = from;
        for nat in nats.iter().rev() {
            let Some(nat) = self.position(*nat) else { return false };
            if at.is_some_and(|at| !self.reaches_all(at, &self.spot_columns[nat][family])) {
                return false;
            }
            at = Some(nat);
        }
        at.is_some_and(|at| self.reaches_all(at, &self.spot_columns[to][family]))
    }

    pub fn out(&self, spot: usize) -> Out {
        let outs = FAMILIES.into_iter().filter(|family| self.has(spot, *family)).map(|family| self.out_of(spot, family));
        outs.reduce(Out::and).unwrap_or(Out::No)
    }

    pub fn out_of(&self, spot: usize, family: Family) -> Out {
        let exit = &self.rows[self.spot_rows[spot]].out[family];
        let answered = exit.nats.iter().filter(|nats| self.unwinds(None, nats, spot, family)).count();
        let some = exit.direct || exit.outbound || answered > 0;
        let all = !exit.dropped && answered == exit.nats.len();
        match (some, all) {
            (false, _) => Out::No,
            (true, false) => Out::Partly,
            (true, true) if exit.nats.is_empty() => Out::Direct,
            (true, true) => Out::Nat,
        }
    }

    /// Whether a public address would be enough to be called from the internet: from everywhere
    /// (`Yes`), from parts of it, or not at all.
    pub fn called(&self, spot: usize) -> Cell {
        let families = || FAMILIES.into_iter().filter(|family| self.has(spot, *family));
        let exit = |family: Family| &self.rows[self.spot_rows[spot]].out[family];
        if !families().any(|family| exit(family).direct) {
            Cell::No
        } else if families().all(|family| self.called_of(spot, family)) {
            Cell::Yes
        } else {
            Cell::Partly
        }
    }

    pub fn called_of(&self, spot: usize, family: Family) -> bool {
        let exit = &self.rows[self.spot_rows[spot]].out[family];
        exit.direct && !exit.outbound && exit.nats.is_empty() && !exit.dropped
    }

    /// Whether packets leave for the internet at all, whatever becomes of their answers.
    pub fn leaves(&self, spot: usize) -> bool {
        self.rows[self.spot_rows[spot]].out.iter().any(|exit| exit.direct || exit.outbound || !exit.nats.is_empty())
    }

    /// Whether packets for the internet go to a network of others, which may have a way there.
    pub fn leaves_elsewhere(&self, spot: usize) -> bool {
        self.rows[self.spot_rows[spot]].out.iter().any(|exit| exit.elsewhere)
    }

    /// The same for spots that nothing tells apart.
    pub fn class(&self, spot: Spot) -> Option<(usize, &[Vec<u32>; 2])> {
        let ix = self.position(spot)?;
        Some((self.spot_rows[ix], &self.spot_columns[ix]))
    }

    /// Spots in groups that nothing tells apart.
    pub fn classes(&self) -> Vec<Vec<usize>> {
        let mut found: HashMap<(usize, &[Vec<u32>; 2]), usize> = HashMap::new();
        let mut classes: Vec<Vec<usize>> = Vec::new();
        for ix in 0..self.spots.len() {
            let class = *found.entry((self.spot_rows[ix], &self.spot_columns[ix])).or_insert_with(|| {
                classes.push(Vec::new());
                classes.len() - 1
            });
            classes[class].push(ix);
        }
        classes
    }

    /// How many pairs of subnets there are of each kind, a subnet with itself left out.
    pub fn tally(&self) -> BTreeMap<Cell, usize> {
        let classes = self.classes();
        let mut found = [0; 4];
        for a in &classes {
            for b in &classes {
                let pairs = if a[0] == b[0] { a.len() * (a.len() - 1) } else { a.len() * b.len() };
                found[self.cell(a[0], b[0]) as usize] += pairs;
            }
        }
        [Cell::Yes, Cell::OneWay, Cell::Partly, Cell::No].into_iter().zip(found).filter(|(_, pairs)| *pairs > 0).collect()
    }

    /// Rows of alternatives: what all of them reach, and what any does.
    fn row(&self, states: &[StateId], internet: &[Stretch], of_states: &mut [Option<Row>]) -> Row {
        let mut row: Option<Row> = None;
        for state in states {
            if of_states[state.0 as usize].is_none() {
                of_states[state.0 as usize] = Some(self.vpc_row(*state, of_states));
            }
            let next = of_states[state.0 as usize].as_ref().expect("just made");
            match &mut row {
                None => row = Some(next.clone()),
                Some(row) => row.either(next),
            }
        }
        let mut row = row.unwrap_or_else(|| Row::new(self.columns.len()));
        for state in states {
            self.exits(*state, internet, &mut row.out);
        }
        row
    }

    fn gateway_row(&self, id: StateId) -> Row {
        let mut row = Row::new(self.columns.len());
        self.whole(id, Stretch { first: 0, last: u128::MAX }, &mut row);
        row
    }

    fn vpc_row(&self, id: StateId, of_states: &[Option<Row>]) -> Row {
        let mut row = Row::new(self.columns.len());
        for piece in &self.model.get(id).pieces {
            match entered(piece).and_then(|state| of_states[state.0 as usize].as_ref()) {
                Some(inner) => row.copy(inner, self.columns.within(piece.range)),
                None => self.whole(id, piece.range, &mut row),
            }
        }
        row
    }

    /// Follows everything in a range.
    fn whole(&self, id: StateId, range: Stretch, row: &mut Row) {
        let mut missed = Bits::new(self.columns.len());
        self.model.follow(id, range, &mut |to, steps, end| {
            let arrives = |owner: Owner| match (end, owner) {
                (End::Delivered(vpc), Owner::Vpc(wanted)) => vpc == wanted,
                (End::Behind(gateway), Owner::Behind(wanted)) => gateway == wanted,
                (End::Outside, Owner::Uplink(wanted)) => self.model.leaves_for(steps, wanted),
                _ => false,
            };
            for column in self.columns.within(to) {
                if !arrives(self.columns.owners[column as usize]) {
                    missed.set(column);
                    continue;
                }
                row.any.set(column);
                row.all.set(column);
                let nats: Vec<Spot> = self.model.nats(steps).collect();
                if !nats.is_empty() {
                    row.natted.push((column, nats));
                }
            }
        });
        row.all.remove(&missed);
    }

    fn exits(&self, state: StateId, internet: &[Stretch], exits: &mut [Exit; 2]) {
        let home = match self.model.get(state).at {
            At::Vpc { vpc, .. } => Some(vpc),
            At::Gateway { .. } | At::Outside(_) => None,
        };
        for range in internet {
            self.model.follow(state, *range, &mut |to, steps: &[Step], end| {
                let exit = &mut exits[to.family()];
                let nats: Vec<Spot> = self.model.nats(steps).collect();
                // An internet gateway knows the addresses of its own VPC only.
                let from = nats.last().map_or(home, |nat| nat.vpc());
                match end {
                    End::Internet(vpc) if Some(vpc) == from => match nats.is_empty() {
                        true => exit.direct = true,
                        false if exit.nats.contains(&nats) => {}
                        false => exit.nats.push(nats),
                    },
                    End::Outbound(_) => exit.outbound = true,
                    End::Outside | End::Behind(_) => (exit.elsewhere, exit.dropped) = (true, true),
                    _ => exit.dropped = true,
                }
            });
        }
    }
}

/// The one table that a piece leads to.
fn entered(piece: &Piece) -> Option<StateId> {
    match &piece.next {
        Next::Enter(states) => match states.as_slice() {
            [only] => Some(*only),
            _ => None,
        },
        Next::Deliver(_)
        | Next::Behind(_)
        | Next::Outside(_)
        | Next::Internet(_)
        | Next::Outbound(_)
        | Next::Nat(..)
        | Next::Past(..)
        | Next::Drop(_) => None,
    }
}

impl Row {
    fn new(columns: usize) -> Row {
        Row { all: Bits::new(columns), any: Bits::new(columns), natted: Vec::new(), out: Default::default() }
    }

    fn either(&mut self, other: &Row) {
        self.any.add(&other.any);
        self.all.keep(&other.all);
        self.natted.extend(other.natted.iter().cloned());
    }

    fn copy(&mut self, other: &Row, columns: std::ops::Range<u32>) {
        self.any.copy(&other.any, columns.clone());
        self.all.copy(&other.all, columns.clone());
        self.natted.extend(other.natted.iter().filter(|(column, _)| columns.contains(column)).cloned());
    }
}

/// Addresses that no table tells apart, with whose they are.
struct Columns {
    /// Where each starts, sorted; several may have the same addresses.
    starts: Vec<u128>,
    owners: Vec<Owner>,
}

impl Columns {
    fn new(model: &Model<'_>, spots: &[Spot]) -> (Columns, Vec<[Vec<u32>; 2]>) {
        let mut cuts: Vec<u128> = model.states.iter().flat_map(|state| &state.pieces).map(|piece| piece.range.first).collect();
        cuts.extend(model.states.iter().flat_map(|state| &state.pieces).filter_map(|piece| piece.range.last.checked_add(1)));
        cuts.push(0);
        cuts.sort_unstable();
        cuts.dedup();
        let mut found: Vec<(u128, Owner)> = Vec::new();
        let mut of_spots: Vec<Vec<(u128, Owner)>> = Vec::with_capacity(spots.len());
        for spot in spots {
            let owner = match *spot {
                Spot::Behind(gateway) => Owner::Behind(gateway),
                Spot::Uplink(uplink) => Owner::Uplink(uplink),
                Spot::Subnet(vpc, ..) | Spot::Attachment(vpc, ..) | Spot::Existing(vpc) => Owner::Vpc(vpc),
                Spot::Internet => unreachable!("the internet is no column"),
            };
            let parts: Vec<(u128, Owner)> = model
                .ranges(*spot)
                .into_iter()
                .flat_map(|range| {
                    let first = cuts.partition_point(|cut| *cut <= range.first) - 1;
                    cuts[first..].iter().take_while(move |cut| **cut <= range.last).map(move |cut| (*cut, owner))
                })
                .collect();
            found.extend(&parts);
            of_spots.push(parts);
        }
        found.sort_unstable();
        found.dedup();
        let of_spots = of_spots
            .into_iter()
            .map(|parts| {
                let mut by_family: [Vec<u32>; 2] = Default::default();
                for part in parts {
                    let column = found.binary_search(&part).expect("every part is a column") as u32;
                    by_family[Stretch { first: part.0, last: part.0 }.family()].push(column);
                }
                by_family
            })
            .collect();
        let (starts, owners) = found.into_iter().unzip();
        (Columns { starts, owners }, of_spots)
    }

    fn len(&self) -> usize {
        self.starts.len()
    }

    /// Columns of a range that starts and ends where some piece does.
    fn within(&self, range: Stretch) -> std::ops::Range<u32> {
        let first = self.starts.partition_point(|start| *start < range.first) as u32;
        first..self.starts.partition_point(|start| *start <= range.last) as u32
    }
}

#[derive(Clone)]
struct Bits(Vec<u64>);

impl Bits {
    fn new(number: usize) -> Bits {
        Bits(vec![0; number.div_ceil(64)])
    }

    fn get(&self, ix: u32) -> bool {
        self.0[ix as usize / 64] >> (ix % 64) & 1 == 1
    }

    fn set(&mut self, ix: u32) {
        self.0[ix as usize / 64] |= 1 << (ix % 64);
    }

    fn add(&mut self, other: &Bits) {
        self.0.iter_mut().zip(&other.0).for_each(|(ours, theirs)| *ours |= theirs);
    }

    fn keep(&mut self, other: &Bits) {
        self.0.iter_mut().zip(&other.0).for_each(|(ours, theirs)| *ours &= theirs);
    }

    fn remove(&mut self, other: &Bits) {
        self.0.iter_mut().zip(&other.0).for_each(|(ours, theirs)| *ours &= !theirs);
    }

    fn copy(&mut self, other: &Bits, range: std::ops::Range<u32>) {
        if range.is_empty() {
            return;
        }
        let (first, last) = (range.start as usize / 64, (range.end as usize - 1) / 64);
        for word in first..=last {
            let low = if word == first { u64::MAX << (range.start % 64) } else { u64::MAX };
            let high = if word == last { u64::MAX >> (63 - (range.end - 1) % 64) } else { u64::MAX };
            self.0[word] |= other.0[word] & low & high;
        }
    }
}
