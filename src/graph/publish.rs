//! What other teams build on: ids of VPCs, subnets, tables, gateways and stores.

use super::lower::{Lowering, New, reference};
use super::*;
use crate::routing::{TableName, TableOf};
use crate::topology::{BucketId, KeyId};

pub(super) fn lower(cx: &mut Lowering<'_>) {
    let topology = cx.topology;
    for id in topology.gateway_ids() {
        let gateway = topology.gateway(id);
        if gateway.existing.is_some() {
            continue;
        }
        let parts = cx.gateways[&id].clone();
        let unit = owner(cx, &parts.id);
        let path = || Path::new().kind("transit_gateway").name(&gateway.name);
        publish(cx, unit, path().kind("id"), parts.id, format!("Transit gateway {}", gateway.name));
        let routing = cx.routing;
        for (table, value) in routing.gateways[id.0 as usize].iter().zip(parts.tables) {
            let Some(value) = value else { continue };
            let (key, what) = match table.name {
                TableName::Default => (path(), String::new()),
                TableName::Segment(segment) => {
                    let name = &topology.segment(segment).name;
                    (path().kind("segment").name(name), format!(" for segment {name}"))
                }
                // How policy is kept is no interface.
                _ => continue,
            };
            publish(cx, unit, key.kind("route_table").kind("id"), value, format!("Route table of transit gateway {}{what}", gateway.name));
        }
    }
    for (list, id) in topology.prefix_lists.iter().zip(cx.prefix_lists.clone()) {
        let unit = cx.graph.resource(id).unit;
        publish(cx, unit, Path::new().kind("prefix_list").name(&list.name).kind("id"), reference(id), format!("Prefix list {}", list.name));
    }
    for id in topology.vpc_ids() {
        let vpc = topology.vpc(id);
        let parts = cx.vpcs[&id].clone();
        let Some(unit) = parts.unit else { continue };
        publish(cx, unit, Path::new().kind("vpc").name(&vpc.name).kind("id"), parts.id, format!("VPC {}", vpc.name));
        for (path, subnet) in &parts.subnets {
            publish(cx, unit, path.clone().kind("id"), reference(*subnet), format!("Subnet {}", names(path)));
        }
        for (path, what, group) in &parts.allowed {
            let key = path.clone().kind("allowed").kind("id");
            publish(cx, unit, key, reference(*group), format!("Security group with what rules allow at {what}"));
        }
        for table in parts.tables.into_iter().filter(|table| matches!(table.of, TableOf::Group(_))) {
            publish(cx, unit, table.path.clone().kind("route_table").kind("id"), table.id, format!("Route table {}", names(&table.path)));
        }
    }
    for ix in 0..topology.buckets.len() as u32 {
        let bucket = topology.bucket(BucketId(ix));
        let id = cx.buckets[&BucketId(ix)];
        let unit = cx.graph.resource(id).unit;
        let path = || Path::new().kind("bucket").name(&bucket.name);
        publish(cx, unit, path().kind("name"), reference(id), format!("Bucket {}", bucket.name));
        publish(cx, unit, path().kind("arn"), Value::Ref(id, "arn"), format!("ARN of bucket {}", bucket.name));
    }
    for (ix, table) in topology.tables.iter().enumerate() {
        let id = cx.tables[ix];
        let unit = cx.graph.resource(id).unit;
        let path = || Path::new().kind("table").name(&table.name);
        publish(cx, unit, path().kind("name"), reference(id), format!("Table {}", table.name));
        publish(cx, unit, path().kind("arn"), Value::Ref(id, "arn"), format!("ARN of table {}", table.name));
    }
    for ix in 0..topology.keys.len() as u32 {
        let key = topology.key(KeyId(ix));
        for place in topology.key_places(KeyId(ix)) {
            let Some(id) = cx.keys.get(&(KeyId(ix), place)).copied() else { continue };
            let unit = cx.graph.resource(id).unit;
            publish(
                cx,
                unit,
                Path::new().kind("key").name(&key.name).kind("arn"),
                Value::Ref(id, "arn"),
                format!("ARN of key {}", key.name),
            );
        }
    }
}

fn owner(cx: &Lowering<'_>, value: &Value) -> UnitId {
    match value {
        Value::Ref(id, _) => cx.graph.resource(*id).unit,
        _ => unreachable!("what mrc makes is referred to"),
    }
}

/// `app/data/a`
fn names(path: &Path) -> String {
    let names: Vec<&str> = path
        .0
        .iter()
        .filter_map(|part| match part {
            Part::Name(name) => Some(&**name),
            Part::Kind(_) => None,
        })
        .collect();
    names.join("/")
}

fn publish(cx: &mut Lowering<'_>, unit: UnitId, key: Path, value: Value, description: String) {
    let place = cx.graph.unit(unit).place;
    if cx.topology.publish_ssm {
        let name = format!("/{}/{}/{key}", cx.topology.name, cx.region(place));
        let props: Props = vec![("description", description.as_str().into()), ("name", name.into()), ("value", value.clone())];
        // The last words tell values of one thing apart, so they count as names here.
        let path = key.0.iter().enumerate().fold(Path::new(), |path, (ix, part)| match part {
            Part::Kind(word) if ix > 1 && key.0[ix..].iter().all(|each| matches!(each, Part::Kind(_))) => path.name(word),
            Part::Kind(word) => path.kind(word),
            Part::Name(name) => path.name(name),
        });
        cx.add(New::of("ssm.parameter", unit, path, cx.topology.name_span, props).role("parameter"));
    }
    cx.graph.published.push(Published { unit, place, key, value, description });
}
