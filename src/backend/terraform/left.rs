//! What the build before had and this one has not: data that stays in AWS, and providers that its
//! state may need.
//!
//! `prevent_destroy` holds only for what is configured. So data that leaves the source is taken out
//! of the state by `removed` blocks, and a provider stays for whatever is left of its account. Both
//! are harmless once applied, and stay until they are forgotten or come back.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::hcl::{Block, Body, Expr, Item};
use super::provider::Provider;
use crate::aws;
use crate::graph::role_arn;

/// Something that holds data, as the manifest remembers it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Data {
    /// `us-east-1`, `tools-us-east-1`
    pub place: String,
    /// Name of the account in the topology, where it has one.
    pub account: Option<String>,
    /// `bucket/logs`
    pub path: String,
    /// `s3.bucket`
    #[serde(rename = "type")]
    pub ty: String,
    /// Itself first, then what keeps it as it is: policy, encryption, versions, alias.
    pub addresses: Vec<String>,
}

impl Data {
    /// `bucket`, `log group`
    pub fn what(&self) -> String {
        self.ty.rsplit('.').next().unwrap_or_default().replace('_', " ")
    }
}

/// What left, and has not been forgotten.
#[derive(Debug, Default)]
pub struct Left {
    /// Sorted.
    pub data: Vec<Data>,
    pub providers: Vec<Provider>,
}

/// Compares with the manifest of the build before. `written` are the addresses of this build.
pub fn left(previous: Option<&Value>, written: &HashSet<String>, providers: &[Provider], forget: &[String]) -> Left {
    let Some(root) = previous.map(|manifest| &manifest["roots"][0]) else { return Left::default() };
    let forgotten = |data: &Data| forget.iter().any(|name| names_data(name, data));
    let mut data: Vec<Data> = list::<Data>(root, "stateful").chain(list(root, "removed")).collect();
    // What is written again is managed again. A part that goes alone is no data: a rule about age that
    // stayed behind would go on deleting.
    data.retain(|each| each.addresses.first().is_some_and(|itself| !written.contains(itself)) && !forgotten(each));
    data.iter_mut().for_each(|each| each.addresses.retain(|address| !written.contains(address)));
    data.sort();
    data.dedup();
    let retired = list::<Known>(root, "providers").map(Known::provider).filter(|each| {
        let there = providers.iter().any(|provider| provider.alias == each.alias);
        !there && !forget.iter().any(|name| names_provider(name, each))
    });
    Left { data, providers: retired.collect() }
}

/// Whether a name given to `--forget` stands for something that the build before had and this one
/// has not.
pub fn can_be_forgotten(name: &str, previous: &Value, now: &Value) -> bool {
    let (before, now) = (&previous["roots"][0], &now["roots"][0]);
    let kept: HashSet<String> = list::<Data>(now, "stateful").flat_map(|each| each.addresses).collect();
    let live: Vec<Option<String>> = list::<Known>(now, "providers").map(|each| each.alias).collect();
    list::<Data>(before, "stateful")
        .chain(list(before, "removed"))
        .any(|each| names_data(name, &each) && each.addresses.first().is_some_and(|itself| !kept.contains(itself)))
        || list::<Known>(before, "providers").map(Known::provider).any(|each| names_provider(name, &each) && !live.contains(&each.alias))
}

/// What `--forget` could name, from the manifest of a build that forgets nothing.
pub fn forgettable(manifest: &Value) -> Vec<String> {
    let root = &manifest["roots"][0];
    let data = list::<Data>(root, "removed").map(|each| format!("{}@{}", each.path, each.place));
    let providers = list::<Known>(root, "providers").filter(|each| each.retired).map(|each| provider_name(&each.provider()));
    let mut names: Vec<String> = data.chain(providers).collect();
    names.sort();
    names.dedup();
    names
}

/// `bucket/logs`, `bucket/logs@us-east-1`, `vpc` for all of them, `@us-east-1` for a whole place,
/// `account/tools` for a whole account.
fn names_data(name: &str, data: &Data) -> bool {
    if let Some(account) = name.strip_prefix("account/") {
        return data.account.as_deref() == Some(account);
    }
    let (path, place) = name.split_once('@').map_or((name, None), |(path, place)| (path, Some(place)));
    let below = || data.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    place.is_none_or(|place| place == data.place) && (path.is_empty() && place.is_some() || below())
}

fn names_provider(name: &str, provider: &Provider) -> bool {
    name == provider_name(provider)
}

/// `account/tools`; `provider/default` where the account had no name.
pub fn provider_name(provider: &Provider) -> String {
    match (&provider.account_name, &provider.alias) {
        (Some(account), _) => format!("account/{account}"),
        (None, alias) => format!("provider/{}", alias.as_deref().unwrap_or("default")),
    }
}

/// `removed` blocks, each thing with its path before it.
pub fn removed(data: &[Data]) -> Body<'_> {
    let mut body = Body::default();
    if data.is_empty() {
        return body;
    }
    body.0.push(Item::Comment(REMOVED.into()));
    for each in data {
        for (ix, address) in each.addresses.iter().enumerate() {
            // A blank line keeps the first comment apart.
            body.0.push(Item::Blank);
            if ix == 0 {
                body.0.push(Item::Comment(format!("{} in {} ({})", each.path, each.place, each.what()).into()));
            }
            let keep = Body::default().attribute("destroy", false);
            let inside = Body::default().attribute("from", Expr::reference(address.as_str())).block("lifecycle", keep);
            body.0.push(Item::Block(Block::new("removed", [], inside)));
        }
    }
    body
}

const REMOVED: &str = "Data that left the topology: it stays in AWS, and Terraform lets go of it.";

/// The providers of accounts that left.
pub fn retired(providers: &[Provider]) -> Body<'_> {
    let mut body = Body::default();
    for each in providers {
        let who = match &each.account_name {
            Some(account) => format!("Account {account} left the topology."),
            None => "No longer in use.".to_owned(),
        };
        let name = provider_name(each);
        let comment =
            format!("{who} What Terraform still has to destroy there needs this provider:\napply once, then build with --forget {name}.");
        body.0.push(Item::Blank);
        body.0.push(Item::Comment(comment.into()));
        body.0.push(Item::Block(each.block()));
    }
    body
}

/// A provider as manifests give it, those of earlier versions of mrc among them.
#[derive(Deserialize)]
struct Known {
    alias: Option<String>,
    region: String,
    account: Option<String>,
    account_name: Option<String>,
    deploy_role: Option<String>,
    #[serde(default)]
    retired: bool,
}

impl Known {
    fn provider(self) -> Provider {
        let partition = aws::region(&self.region).map_or("aws", |region| &region.partition);
        let role = self.deploy_role.map(|role| role_arn(&role, self.account.as_deref(), partition));
        Provider {
            alias: self.alias,
            region: self.region,
            account: self.account,
            account_name: self.account_name,
            deploy_role: role,
            tags: Vec::new(),
        }
    }
}

/// The elements of a list; what does not fit was not written by us.
fn list<'v, T: Deserialize<'v>>(root: &'v Value, name: &str) -> impl Iterator<Item = T> {
    root[name].as_array().into_iter().flatten().filter_map(|each| T::deserialize(each).ok())
}
