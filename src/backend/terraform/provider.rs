//! One provider configuration for each account: which one manages a place, and what it says.
//!
//! The region stands on the resources. So what a topology loses with a region still has its provider,
//! and Terraform runs as many processes as there are accounts, however many regions there are.

use super::address::identifier;
use super::hcl::{Block, Body, Expr};
use crate::graph::{Graph, Place};

pub const SOURCE: &str = "hashicorp/aws";

/// What Terraform needs to know of an account to work in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    /// None for the default configuration, which the topology's default account has.
    pub alias: Option<String>,
    /// Where it signs in; resources say their own.
    pub region: String,
    pub account: Option<String>,
    pub account_name: Option<String>,
    /// As an ARN where the account is known.
    pub deploy_role: Option<String>,
    /// What every resource of the account carries.
    pub tags: Vec<(String, String)>,
}

/// The providers in the order of their places, and which of them each place has.
pub fn providers(graph: &Graph) -> (Vec<Provider>, Vec<usize>) {
    let mut providers: Vec<Provider> = Vec::new();
    let of_places = graph.places.iter().map(|place| {
        let known = providers.iter().position(|each| (&each.account_name, &each.account) == (&place.account_name, &place.account));
        let ix = known.unwrap_or_else(|| {
            providers.push(provider(place));
            providers.len() - 1
        });
        let inherited = place.tags.iter().filter(|tag| !place.region_tags.contains(tag));
        for (key, value) in inherited {
            if !providers[ix].tags.iter().any(|(known, _)| known == key) {
                providers[ix].tags.push((key.clone(), value.clone()));
            }
        }
        ix
    });
    let of_places = of_places.collect();
    providers.iter_mut().for_each(|each| each.tags.sort());
    (providers, of_places)
}

fn provider(place: &Place) -> Provider {
    // Places of the default account have a short slug; it stays the default when others come.
    let alias = match &place.account_name {
        Some(name) if place.slug != place.region => Some(identifier(name)),
        _ => None,
    };
    Provider {
        alias,
        region: place.region.clone(),
        account: place.account.clone(),
        account_name: place.account_name.clone(),
        deploy_role: place.deploy_role_arn(),
        tags: Vec::new(),
    }
}

impl Provider {
    /// As `provider = …` says it; none for the default one, which needs no saying.
    pub fn reference(&self) -> Option<Expr<'_>> {
        self.alias.as_deref().map(|alias| Expr::Attribute("aws", alias, ""))
    }

    pub fn block(&self) -> Block<'_> {
        let mut body = Body::default();
        if let Some(alias) = &self.alias {
            body = body.attribute("alias", alias.as_str());
        }
        if let Some(account) = &self.account {
            // A wrong profile is noticed before anything is done.
            body = body.attribute("allowed_account_ids", Expr::List(vec![account.as_str().into()]));
        }
        body = body.attribute("region", self.region.as_str());
        if let Some(role) = &self.deploy_role {
            body = body.block("assume_role", Body::default().attribute("role_arn", role.as_str()));
        }
        if !self.tags.is_empty() {
            let tags = self.tags.iter().map(|(key, value)| (key.as_str().into(), value.as_str().into()));
            body = body.block("default_tags", Body::default().attribute("tags", Expr::Object(tags.collect())));
        }
        Block::new("provider", ["aws".into()], body)
    }
}
