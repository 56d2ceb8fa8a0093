//! Hops in words: the table, the entry that decided, and the line that it comes from.

use super::model::{At, Cause, Model, Stop};
use super::walk::{End, Step, Trace};
use crate::routing::{Edge, TableName, TableOf};
use crate::source::{Sources, Span};
use crate::topology::{External, RouteTarget, Spot, UplinkBy, VpcId};

/// One hop, as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub table: String,
    pub route: String,
    pub span: Option<Span>,
}

impl Told {
    /// `net.mr:12`
    pub fn line(&self, sources: &Sources) -> Option<String> {
        let span = self.span?;
        let file = sources.get(span.file);
        Some(format!("{}:{}", file.name, file.line_column(span.start).0))
    }
}

impl Model<'_> {
    pub fn tell(&self, trace: &Trace) -> Vec<Told> {
        trace.steps.iter().map(|step| self.tell_step(*step)).collect()
    }

    fn tell_step(&self, step: Step) -> Told {
        let at = self.get(step.state).at;
        let (topology, table) = (self.topology, self.table_name(at));
        let Some(piece) = self.piece(step) else { return Told { table, route: "no route".into(), span: self.table_span(at) } };
        let (route, span) = match piece.cause {
            Cause::Local(range) => {
                let At::Vpc { vpc, .. } = at else { unreachable!("local routes are in VPCs") };
                (format!("{range} local"), self.range_span(vpc, range))
            }
            Cause::Announced(uplink, range) => {
                let found = topology.uplink(uplink);
                let route = match found.by {
                    UplinkBy::Vpn { .. } => format!("into {}", topology.gateway_name(found.gateway)),
                    UplinkBy::DirectConnect { .. } => format!("{range} announced by {}", topology.gateway_name(found.gateway)),
                };
                (route, Some(found.joint()))
            }
            Cause::Behind(range) => (format!("{range} lies behind it"), self.table_span(at)),
            Cause::Learnt(edge, range) => (format!("{range} learnt from {}", self.edge_name(edge)), self.edge_span(at, edge)),
            Cause::Route(ix) => match at {
                At::Vpc { vpc, table } => {
                    let route = &self.routing.vpcs[vpc.0 as usize][table.expect("a route is in a table")].routes[ix];
                    (format!("{} via {}", route.destination, self.target_name(route.target)), Some(route.span))
                }
                At::Gateway { gateway, table } => {
                    let route = &self.routing.gateways[gateway.0 as usize][table].routes[ix];
                    let target = route.target.map_or("blackhole".to_owned(), |edge| format!("via {}", self.edge_name(edge)));
                    (format!("{} {target}", route.destination), Some(route.span))
                }
                At::Outside(_) => unreachable!("what is outside follows announcements"),
            },
        };
        Told { table, route, span }
    }

    pub fn table_name(&self, at: At) -> String {
        let topology = self.topology;
        match at {
            At::Vpc { vpc, table: None } => topology.vpc_name(vpc),
            At::Vpc { vpc, table: Some(table) } => {
                let name = topology.vpc_name(vpc);
                let table = &self.routing.vpcs[vpc.0 as usize][table];
                let zone = table.zone.as_ref().map_or(String::new(), |zone| format!("[{zone}]"));
                match table.of {
                    TableOf::Group(ix) => format!("{name}.{}{zone}", topology.vpc(vpc).subnets[ix].name),
                    TableOf::Attachment(gateway) => format!("{name} attach {}{zone}", topology.gateway(gateway).name),
                    TableOf::Existing(ix) => {
                        let tables = topology.vpc(vpc).existing.iter().flat_map(|existing| &existing.route_tables);
                        let id = tables.into_iter().nth(ix).map(|id| match id {
                            External::Literal(text) | External::Parameter(text) => text.as_str(),
                        });
                        format!("{name} table {}", id.unwrap_or_default())
                    }
                }
            }
            At::Gateway { gateway, table } => {
                let name = topology.gateway_name(gateway);
                match self.routing.gateways[gateway.0 as usize][table].name {
                    TableName::Default => name,
                    TableName::Segment(segment) => format!("{name} segment {}", topology.segment(segment).name),
                    TableName::Vpc(vpc) => format!("{name} table of {}", topology.vpc(vpc).name),
                    TableName::Behind(other) => format!("{name} table of {}", topology.gateway_name(other)),
                    TableName::Uplink(uplink) => format!("{name} table of {}", topology.uplink(uplink).name),
                    TableName::Arrivals => format!("{name} arrivals"),
                }
            }
            At::Outside(uplink) => topology.uplink(uplink).name.clone(),
        }
    }

    fn table_span(&self, at: At) -> Option<Span> {
        let topology = self.topology;
        match at {
            At::Vpc { vpc, table } => {
                let vpc_found = topology.vpc(vpc);
                let table = table.map(|table| self.routing.vpcs[vpc.0 as usize][table].of);
                Some(match table {
                    Some(TableOf::Group(ix)) => vpc_found.subnets[ix].span,
                    Some(TableOf::Attachment(gateway)) => {
                        vpc_found.attachments.iter().find(|each| each.gateway == gateway).map_or(vpc_found.name_span, |each| each.span)
                    }
                    Some(TableOf::Existing(_)) | None => vpc_found.name_span,
                })
            }
            At::Gateway { gateway, table } => Some(match self.routing.gateways[gateway.0 as usize][table].name {
                TableName::Segment(segment) => topology.segment(segment).name_span,
                _ => topology.gateway(gateway).name_span,
            }),
            At::Outside(uplink) => Some(topology.uplink(uplink).name_span),
        }
    }

    fn range_span(&self, vpc: VpcId, range: super::Stretch) -> Option<Span> {
        let ranges = &self.topology.vpc(vpc).ranges;
        ranges.iter().find(|each| each.cidr.is_some_and(|cidr| super::Stretch::from(cidr) == range)).map(|each| each.span)
    }

    fn edge_span(&self, at: At, edge: Edge) -> Option<Span> {
        match (at, edge) {
            (At::Gateway { gateway, .. }, Edge::Vpc(vpc)) => {
                self.topology.vpc(vpc).attachments.iter().find(|each| each.gateway == gateway).map(|each| each.span)
            }
            (_, Edge::Peering(peering)) => Some(self.topology.peering(peering).span),
            (_, Edge::Uplink(uplink)) => Some(self.topology.uplink(uplink).joint()),
            (At::Vpc { .. } | At::Outside(_), Edge::Vpc(_)) => None,
        }
    }

    fn edge_name(&self, edge: Edge) -> String {
        match edge {
            Edge::Vpc(vpc) => self.topology.vpc_name(vpc),
            Edge::Peering(peering) => format!("peering {}", self.topology.peering(peering).name),
            Edge::Uplink(uplink) => self.topology.uplink_name(uplink),
        }
    }

    fn target_name(&self, target: RouteTarget) -> String {
        match target {
            RouteTarget::Internet => "internet".to_owned(),
            RouteTarget::Nat => "nat".to_owned(),
            RouteTarget::Outbound => "egress-only internet gateway".to_owned(),
            RouteTarget::Gateway(gateway) => self.topology.gateway_name(gateway),
            RouteTarget::Firewall(firewall, zone) => {
                let firewall = self.topology.firewall(firewall);
                let zone = self.topology.vpc(firewall.vpc).zones.get(zone).map_or("", |zone| &zone.letter);
                format!("firewall {}[{zone}]", firewall.name)
            }
            RouteTarget::Peering(peering) => format!("peering {}", self.topology.peering(peering).name),
        }
    }

    /// Where the packets of a trace end.
    pub fn ending(&self, trace: &Trace) -> String {
        let range = trace.to;
        match trace.end {
            End::Delivered(vpc) => format!("{range} is in {}", self.topology.vpc_name(vpc)),
            End::Behind(gateway) => format!("{range} lies behind {}", self.topology.gateway_name(gateway)),
            End::Outside => {
                let names: Vec<String> = self.uplinks(&trace.steps).iter().map(|uplink| self.topology.uplink_name(*uplink)).collect();
                format!("{range} leaves AWS by {}", names.join(" or "))
            }
            End::Internet(vpc) if !self.is_public(range) => {
                format!("it stops here: it leaves {} for the internet, where nobody has {range}", self.topology.vpc_name(vpc))
            }
            End::Internet(vpc) => match self.nats(&trace.steps).last() {
                Some(nat) => format!("out by the NAT gateway in {}", self.topology.spot_name(nat)),
                None => format!("out by the internet gateway of {}", self.topology.vpc_name(vpc)),
            },
            End::Outbound(vpc) => format!("out by the egress-only gateway of {}", self.topology.vpc_name(vpc)),
            End::Dropped(Stop::NoRoute) if matches!(trace.steps.last().map(|step| self.get(step.state).at), Some(At::Outside(_))) => {
                format!("it stops here: no gateway announces {range} there")
            }
            End::Dropped(stop) => {
                let last = trace.steps.last().map(|step| self.table_name(self.get(step.state).at)).unwrap_or_default();
                self.why(stop, range, &last)
            }
        }
    }

    fn why(&self, stop: Stop, range: super::Stretch, table: &str) -> String {
        let topology = self.topology;
        match stop {
            Stop::NoRoute if table.is_empty() => "they have no addresses of one family".to_owned(),
            Stop::NoRoute => format!("it stops here: {table} has no route to {range}"),
            Stop::Blackhole => format!("it stops here: {table} drops {range}"),
            Stop::NotAttached(gateway) => format!("it stops here: the VPC is not attached to {}", topology.gateway_name(gateway)),
            Stop::NoZone(gateway) => {
                format!("it stops here: the attachment to {} does not stand in this zone", topology.gateway_name(gateway))
            }
            Stop::NotAssociated(gateway) => {
                format!("it stops here: no table of {} is associated with what it comes by", topology.gateway_name(gateway))
            }
            Stop::Elsewhere => "it stops here: the route leads to an edge of something else".to_owned(),
            Stop::NotInPeer(vpc) => {
                format!("it stops here: a VPC peering leads into {} and no further, and {range} is not in it", topology.vpc_name(vpc))
            }
            Stop::NoFirewall(firewall) => {
                format!("it stops here: firewall {} does not stand in this zone", topology.firewall(firewall).name)
            }
            Stop::NoNat => "it stops here: there is no NAT gateway".to_owned(),
            Stop::Circle => format!("it goes round in circles by way of {table}"),
        }
    }

    /// `app@us-east-1.data[a] (10.0.0.0/24)`
    pub fn spot_told(&self, spot: Spot) -> String {
        let ranges: Vec<String> = match spot {
            Spot::Internet => Vec::new(),
            _ => self.ranges(spot).iter().map(ToString::to_string).collect(),
        };
        let name = self.topology.spot_name(spot);
        if ranges.is_empty() { name } else { format!("{name} ({})", ranges.join(", ")) }
    }
}
