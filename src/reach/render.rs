//! Matrices and ways as text, CSV and JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::claim::{answers, arrives, ways};
use super::matrix::{Cell, FAMILIES, Matrix, Out};
use super::walk::Trace;
use crate::source::Sources;
use crate::topology::{Selection, Spot, Topology, VpcId};

impl Cell {
    fn word(self) -> &'static str {
        match self {
            Cell::Yes => "yes",
            Cell::OneWay => "one-way",
            Cell::Partly => "partly",
            Cell::No => "no",
        }
    }

    fn sign(self) -> char {
        match self {
            Cell::Yes => '+',
            Cell::OneWay => '>',
            Cell::Partly => '~',
            Cell::No => '.',
        }
    }
}

impl Out {
    fn word(self) -> &'static str {
        match self {
            Out::Direct => "direct",
            Out::Nat => "nat",
            Out::Partly => "partly",
            Out::No => "no",
        }
    }
}

/// Rows of a matrix, of subnets or of whole VPCs.
struct Table {
    names: Vec<String>,
    cells: Vec<Vec<Option<Cell>>>,
    out: Vec<Out>,
    called: Vec<Cell>,
}

fn table(matrix: &Matrix<'_, '_>, whole: bool) -> Table {
    let topology = matrix.model.topology;
    let mut rows: Vec<(String, Vec<usize>)> = if whole {
        let mut by_owner: BTreeMap<(Option<VpcId>, Option<Spot>), Vec<usize>> = BTreeMap::new();
        for (ix, spot) in matrix.spots.iter().enumerate().filter(|(_, spot)| !matches!(spot, Spot::Attachment(..))) {
            let key = (spot.vpc(), if spot.vpc().is_some() { None } else { Some(*spot) });
            by_owner.entry(key).or_default().push(ix);
        }
        let name = |spots: &[usize]| match matrix.spots[spots[0]].vpc() {
            Some(vpc) => topology.vpc_name(vpc),
            None => topology.spot_name(matrix.spots[spots[0]]),
        };
        by_owner.into_values().map(|spots| (name(&spots), spots)).collect()
    } else {
        matrix.spots.iter().enumerate().map(|(ix, spot)| (topology.spot_name(*spot), vec![ix])).collect()
    };
    rows.sort();
    // One for all that are alike says the same.
    for (_, spots) in &mut rows {
        let mut seen = Vec::new();
        spots.retain(|ix| {
            let class = matrix.class(matrix.spots[*ix]);
            let new = !seen.contains(&class);
            seen.push(class);
            new
        });
    }
    let merged = |cells: &mut dyn Iterator<Item = Cell>| cells.reduce(|a, b| if a == b { a } else { Cell::Partly });
    let cell = |a: &[usize], b: &[usize]| merged(&mut a.iter().flat_map(|from| b.iter().map(|to| matrix.cell(*from, *to))));
    Table {
        cells: (0..rows.len())
            .map(|a| (0..rows.len()).map(|b| if a == b { None } else { cell(&rows[a].1, &rows[b].1) }).collect())
            .collect(),
        out: rows.iter().map(|(_, spots)| spots.iter().map(|ix| matrix.out(*ix)).reduce(Out::and).unwrap_or(Out::No)).collect(),
        called: rows.iter().map(|(_, spots)| merged(&mut spots.iter().map(|ix| matrix.called(*ix))).unwrap_or(Cell::No)).collect(),
        names: rows.into_iter().map(|(name, _)| name).collect(),
    }
}

/// `+` both ways, `>` there and not back, `~` in part, `.` not at all.
pub fn text(matrix: &Matrix<'_, '_>, whole: bool) -> String {
    let table = table(matrix, whole);
    let width = table.names.iter().map(String::len).max().unwrap_or(0);
    let digits = table.names.len().to_string().len() + 1;
    let mut out = format!("{:width$} {:digits$}", "", "");
    for number in 1..=table.names.len() {
        let _ = write!(out, "{number:>digits$}");
    }
    out.push_str("   out     in\n");
    for (ix, name) in table.names.iter().enumerate() {
        let _ = write!(out, "{name:width$} {:>digits$}", ix + 1);
        for cell in &table.cells[ix] {
            let _ = write!(out, "{:>digits$}", cell.map_or(' ', Cell::sign));
        }
        let _ = writeln!(out, "   {:7} {}", table.out[ix].word(), table.called[ix].word());
    }
    out.push_str("\n+ reached and answered   > reached, not answered   ~ in part   . not reached\n");
    let tally: Vec<String> = matrix.tally().into_iter().map(|(cell, pairs)| format!("{pairs} {}", cell.word())).collect();
    let _ = writeln!(out, "pairs of subnets: {}", tally.join(", "));
    out
}

/// One line a row, with `internet` last.
pub fn csv(matrix: &Matrix<'_, '_>, whole: bool) -> String {
    let table = table(matrix, whole);
    let mut out = format!("from,{},internet out,internet in\n", table.names.join(","));
    for (ix, name) in table.names.iter().enumerate() {
        let cells: Vec<&str> = table.cells[ix].iter().map(|cell| cell.map_or("", Cell::word)).collect();
        let _ = writeln!(out, "{name},{},{},{}", cells.join(","), table.out[ix].word(), table.called[ix].word());
    }
    out
}

/// By the names that subnets get when they are built: region and `Name` tag.
pub fn json(matrix: &Matrix<'_, '_>, whole: bool) -> String {
    let mut subnets = Map::new();
    let (mut reach, mut internet) = (Map::new(), Map::new());
    if whole {
        let table = table(matrix, true);
        for (ix, name) in table.names.iter().enumerate() {
            let cells = table.cells[ix].iter().zip(&table.names).filter_map(|(cell, other)| Some((other.clone(), (*cell)?.word().into())));
            reach.insert(name.clone(), Value::Object(cells.collect()));
            internet.insert(name.clone(), json!({ "out": table.out[ix].word(), "in": table.called[ix].word() }));
        }
        return pretty(&json!({ "reach": reach, "internet": internet }));
    }
    let topology = matrix.model.topology;
    let labels = labels(matrix);
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|ix| &labels[*ix]);
    for ix in &order {
        let spot = matrix.spots[*ix];
        let ranges: Vec<String> = topology.spot_ranges(spot).iter().map(ToString::to_string).collect();
        let existing = matches!(spot, Spot::Existing(_) | Spot::Behind(_) | Spot::Uplink(_));
        subnets.insert(labels[*ix].clone(), json!({ "selector": topology.spot_name(spot), "ranges": ranges, "existing": existing }));
    }
    for (family, suffix) in FAMILIES.into_iter().zip(["", " (IPv6)"]) {
        let members: Vec<usize> = order.iter().copied().filter(|ix| matrix.has(*ix, family)).collect();
        for ix in &members {
            let others = members.iter().filter(|other| *other != ix);
            let cells = others.map(|other| (labels[*other].clone(), matrix.cell_of(*ix, *other, family).word().into()));
            let row = format!("{}{suffix}", labels[*ix]);
            reach.insert(row.clone(), Value::Object(cells.collect()));
            let called = if matrix.called_of(*ix, family) { "yes" } else { "no" };
            internet.insert(row, json!({ "out": matrix.out_of(*ix, family).word(), "in": called }));
        }
    }
    pretty(&json!({ "subnets": subnets, "reach": reach, "internet": internet }))
}

fn pretty(value: &Value) -> String {
    let text = serde_json::to_string_pretty(value).expect("plain data");
    format!("{text}\n")
}

/// `us-east-1/net-app-data-a`; with its range where the name is there twice.
fn labels(matrix: &Matrix<'_, '_>) -> Vec<String> {
    let topology = matrix.model.topology;
    let plain: Vec<String> = matrix.spots.iter().map(|spot| label(topology, *spot)).collect();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    plain.iter().for_each(|label| *seen.entry(label).or_default() += 1);
    let ranges = |spot: Spot| topology.spot_ranges(spot).iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    plain
        .iter()
        .zip(&matrix.spots)
        .map(|(label, spot)| if seen[label.as_str()] == 1 { label.clone() } else { format!("{label}@{}", ranges(*spot)) })
        .collect()
}

fn label(topology: &Topology, spot: Spot) -> String {
    let named = |vpc: VpcId, group: &str, zone: &str| {
        let vpc = topology.vpc(vpc);
        format!("{}/{}-{}-{group}-{zone}", topology.place(vpc.place).region.code, topology.prefix, vpc.name)
    };
    match spot {
        Spot::Subnet(vpc, group, subnet) => {
            let group = &topology.vpc(vpc).subnets[group];
            named(vpc, &group.name, &group.subnets[subnet].zone.letter)
        }
        Spot::Attachment(vpc, attachment, subnet) => {
            let attachment = &topology.vpc(vpc).attachments[attachment];
            named(vpc, &topology.gateway(attachment.gateway).name, &attachment.dedicated[subnet].zone.letter)
        }
        Spot::Existing(vpc) => {
            let vpc = topology.vpc(vpc);
            format!("{}/{}", topology.place(vpc.place).region.code, vpc.name)
        }
        Spot::Behind(gateway) => {
            let gateway = topology.gateway(gateway);
            format!("{}/{}", topology.place(gateway.place).region.code, gateway.name)
        }
        Spot::Uplink(_) | Spot::Internet => topology.spot_name(spot),
    }
}

/// A verdict over pairs, with one of them as the example.
struct Verdict {
    pairs: usize,
    from: Spot,
    to: Spot,
}

fn verdicts(matrix: &Matrix<'_, '_>, from: &Selection, to: &Selection) -> BTreeMap<Cell, Verdict> {
    let mut found: BTreeMap<Cell, Verdict> = BTreeMap::new();
    for a in &from.spots {
        for b in &to.spots {
            let cell = verdict(matrix, *a, *b);
            let shown = found.entry(cell).or_insert(Verdict { pairs: 0, from: *a, to: *b });
            shown.pairs += 1;
            // Inside one VPC there is little to see.
            if shown.from.vpc() == shown.to.vpc() && a.vpc() != b.vpc() {
                (shown.from, shown.to) = (*a, *b);
            }
        }
    }
    found
}

fn verdict(matrix: &Matrix<'_, '_>, from: Spot, to: Spot) -> Cell {
    match (matrix.position(from), matrix.position(to)) {
        (Some(from), Some(to)) => matrix.cell(from, to),
        (Some(from), None) if to == Spot::Internet => match matrix.out(from) {
            Out::Direct | Out::Nat => Cell::Yes,
            Out::Partly => Cell::Partly,
            Out::No if matrix.leaves(from) => Cell::OneWay,
            Out::No => Cell::No,
        },
        (None, Some(to)) if from == Spot::Internet => matrix.called(to),
        _ => Cell::No,
    }
}

/// Whether everything is reached and answered.
fn all_well(found: &BTreeMap<Cell, Verdict>) -> bool {
    found.keys().all(|cell| *cell == Cell::Yes)
}

/// The ways between two sides: one pair for each verdict. And whether all is well.
pub fn path_text(matrix: &Matrix<'_, '_>, from: &Selection, to: &Selection, sources: &Sources) -> (String, bool) {
    let found = verdicts(matrix, from, to);
    let mut out = String::new();
    let total: usize = found.values().map(|verdict| verdict.pairs).sum();
    for (cell, verdict) in &found {
        let words = match cell {
            Cell::Yes => "reached and answered",
            Cell::OneWay => "reached, not answered",
            Cell::Partly => "reached in part",
            Cell::No => "not reached",
        };
        let model = matrix.model;
        let _ = writeln!(out, "{} -> {}: {words}", model.spot_told(verdict.from), model.spot_told(verdict.to));
        if total > 1 {
            let _ = writeln!(out, "(one of {} such pairs of {total})", verdict.pairs);
        }
        let there = ways(matrix, verdict.from, verdict.to);
        for trace in &there {
            show(&mut out, matrix, "there", trace, sources);
        }
        for (trace, ..) in returns(matrix, &there, verdict) {
            show(&mut out, matrix, "back", &trace, sources);
        }
        out.push('\n');
    }
    (out, all_well(&found))
}

/// The ways of answers to the first packets that arrive.
fn returns(matrix: &Matrix<'_, '_>, there: &[Trace], verdict: &Verdict) -> Vec<(Trace, Spot, Spot)> {
    let arrived = there.iter().find(|trace| arrives(matrix, trace, verdict.from, verdict.to));
    arrived.map(|trace| answers(matrix, trace, verdict.from, verdict.to)).unwrap_or_default()
}

fn show(out: &mut String, matrix: &Matrix<'_, '_>, title: &str, trace: &Trace, sources: &Sources) {
    let _ = writeln!(out, "  {title}, to {}", trace.to);
    let hops = matrix.model.tell(trace);
    let width = |of: fn(&super::tell::Told) -> &str| hops.iter().map(|hop| of(hop).len()).max().unwrap_or(0);
    let (tables, routes) = (width(|hop| &hop.table), width(|hop| &hop.route));
    for (ix, hop) in hops.iter().enumerate() {
        let line = hop.line(sources).unwrap_or_default();
        let _ = writeln!(out, "{:>5}  {:tables$}  {:routes$}  {line}", ix + 1, hop.table, hop.route);
    }
    let _ = writeln!(out, "       {}", matrix.model.ending(trace));
}

/// The same as JSON.
pub fn path_json(matrix: &Matrix<'_, '_>, from: &Selection, to: &Selection, sources: &Sources) -> (String, bool) {
    let found = verdicts(matrix, from, to);
    let model = matrix.model;
    let way = |trace: &Trace| {
        let hops = model.tell(trace).into_iter().map(|hop| json!({ "table": hop.table, "route": hop.route, "line": hop.line(sources) }));
        json!({ "to": trace.to.to_string(), "hops": hops.collect::<Vec<_>>(), "end": model.ending(trace) })
    };
    let verdicts: Vec<Value> = found
        .iter()
        .map(|(cell, verdict)| {
            let there = ways(matrix, verdict.from, verdict.to);
            let back = returns(matrix, &there, verdict);
            json!({
                "reach": cell.word(),
                "pairs": verdict.pairs,
                "from": matrix.model.topology.spot_name(verdict.from),
                "to": matrix.model.topology.spot_name(verdict.to),
                "there": there.iter().map(way).collect::<Vec<_>>(),
                "back": back.iter().map(|(trace, ..)| way(trace)).collect::<Vec<_>>(),
            })
        })
        .collect();
    (pretty(&json!({ "from": from.shown, "to": to.shown, "verdicts": verdicts })), all_well(&found))
}
