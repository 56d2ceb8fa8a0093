//! What a property of a resource is before and after a build, where AWS takes the change in steps or not
//! at all.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::steps::Verdict;

/// A global table gains or loses one replica and one index in an update, and keeps its key.
pub fn table(name: &str, before: &Value, after: &Value) -> Option<Verdict> {
    let keys = (keys_of(before, before), keys_of(after, after));
    if keys.0 != keys.1 {
        return Some(Verdict::Never {
            what: format!("table `{name}` has the key {}, and {} is written", keys.0, keys.1),
            help: "a table keeps its key: give the one with the other key a name of its own, copy the data, and remove this one later"
                .into(),
        });
    }
    let (strong, was_strong) = (consistency(after), consistency(before));
    let (replicas, were) = (regions(after), regions(before));
    if strong != was_strong || (strong == Some("STRONG") && (replicas != were || witness(after) != witness(before))) {
        return Some(Verdict::Never {
            what: format!("table `{name}` changes its consistency or the regions of a strongly consistent table"),
            help:
                "both are chosen when the table is made [DynamoDB V2globaltables_HowItWorks]: write what was there before, or make a table \
                   of another name and copy the data"
                    .into(),
        });
    }
    let (indexes, had) = (indexes(after), indexes(before));
    let mut steps = Vec::new();
    let differ = |name: &&String| indexes.get(*name).is_some_and(|index| had[*name] != *index);
    let gone = had.keys().filter(|name| !indexes.contains_key(*name) || differ(name));
    steps.extend(gone.map(|name| format!("without index {name}")));
    steps.extend(replicas.difference(&were).map(|region| format!("with a replica in {region}")));
    let new = indexes.iter().filter(|(name, index)| had.get(*name) != Some(index));
    steps.extend(new.map(|(name, _)| format!("with index {name}")));
    steps.extend(were.difference(&replicas).map(|region| format!("without the replica in {region}")));
    if let (Some(old), Some(new)) = (expiry(before), expiry(after))
        && old != new
    {
        steps.extend(["without `ttl`".to_owned(), format!("with `ttl = \"{new}\"`, an hour later")]);
    }
    let number = |word: &str| steps.iter().filter(|step| step.contains(word)).count();
    if number("replica") < 2 && number("index") < 2 && number("ttl") < 2 {
        return None;
    }
    let what = match (number("replica"), number("index")) {
        (2.., 2..) => "one replica and one index of a global table",
        (2.., _) => "one replica of a global table",
        (_, 2..) => "one index of a global table",
        _ => "no other `ttl` of a table that has one",
    };
    Some(Verdict::Steps { what: format!("table `{name}` changes too much at once: CloudFormation takes {what} in an update"), steps })
}

/// The blocks that a subnet needs and others of its VPC have as long as they are there.
pub fn block(subnet: &Value) -> Option<&str> {
    subnet["CidrBlock"].as_str()
}

/// The address of a NAT gateway, which two cannot have.
pub fn address(nat: &Value) -> Option<&Value> {
    nat.get("AllocationId")
}

fn consistency(table: &Value) -> Option<&str> {
    table["MultiRegionConsistency"].as_str()
}

fn witness(table: &Value) -> Option<&Value> {
    table.get("GlobalTableWitnesses")
}

fn expiry(table: &Value) -> Option<&str> {
    table["TimeToLiveSpecification"]["AttributeName"].as_str()
}

fn regions(table: &Value) -> BTreeSet<&str> {
    table["Replicas"].as_array().into_iter().flatten().filter_map(|each| each["Region"].as_str()).collect()
}

/// `cart: S, item: N`
fn keys_of(owner: &Value, table: &Value) -> String {
    let types = table["AttributeDefinitions"].as_array();
    let ty_of = |name: &Value| {
        let definition = types.into_iter().flatten().find(|each| each["AttributeName"] == *name);
        definition.and_then(|each| each["AttributeType"].as_str()).unwrap_or_default()
    };
    let parts = owner["KeySchema"].as_array().into_iter().flatten().map(|each| {
        let name = &each["AttributeName"];
        format!("{}: {}", name.as_str().unwrap_or_default(), ty_of(name))
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// What an index is, by name: its key and what it holds.
fn indexes(table: &Value) -> BTreeMap<String, (String, &Value)> {
    let given = table["GlobalSecondaryIndexes"].as_array();
    let named = given.into_iter().flatten().filter_map(|each| Some((each["IndexName"].as_str()?.to_owned(), each)));
    named.map(|(name, each)| (name, (keys_of(each, table), &each["Projection"]))).collect()
}
