//! What mrc's model says, by the names that resources get.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ipnetwork::IpNetwork;
use mrc::driver::Checked;
use mrc::reach::{self, End, Matrix, Model, Stretch, Trace};
use mrc::topology::{PlaceId, Spot, Topology, UplinkId, VpcId};
use serde_json::Value;

use super::built::Address;

pub type Cells = BTreeMap<String, BTreeMap<String, String>>;

/// Who reaches whom, and the internet; rows of IPv6 say so.
#[derive(Debug, PartialEq)]
pub struct Matrices {
    pub reach: Cells,
    pub internet: Cells,
}

impl Matrices {
    pub fn rows(&self) -> impl Iterator<Item = (&String, &BTreeMap<String, String>)> {
        self.reach.iter().chain(&self.internet)
    }
}

/// Cells and names.
pub fn said(checked: &Checked) -> (Matrices, Names) {
    let model = Model::new(&checked.topology, &checked.routing);
    let value: Value = serde_json::from_str(&reach::json(&Matrix::new(&model), false)).unwrap();
    let part = |name: &str| serde_json::from_value(value[name].clone()).unwrap();
    (Matrices { reach: part("reach"), internet: part("internet") }, Names::new(checked, &value["subnets"]))
}

/// `us-east-1/net-app-data-a`, `us-east-1/net-app`, `us-east-1/net-office`
pub struct Names {
    spots: HashMap<Spot, String>,
    vpcs: Vec<String>,
    uplinks: Vec<String>,
}

impl Names {
    fn new(checked: &Checked, subnets: &Value) -> Names {
        let topology = &checked.topology;
        let subnets = subnets.as_object().unwrap().iter();
        let by_selector: HashMap<&str, &String> = subnets.map(|(label, subnet)| (subnet["selector"].as_str().unwrap(), label)).collect();
        let of = |spot: Spot| Some((spot, (*by_selector.get(topology.spot_name(spot).as_str())?).clone()));
        let label = |place: PlaceId, name: &str| format!("{}/net-{name}", topology.place(place).region.code);
        Names {
            spots: spots(topology).filter_map(of).collect(),
            vpcs: topology.vpcs.iter().map(|each| label(each.place, &each.name)).collect(),
            uplinks: topology.uplinks.iter().map(|each| label(each.place, &each.name)).collect(),
        }
    }

    pub fn spot(&self, spot: Spot) -> &str {
        &self.spots[&spot]
    }

    pub fn vpc(&self, id: VpcId) -> &str {
        &self.vpcs[id.0 as usize]
    }

    pub fn uplink(&self, id: UplinkId) -> &str {
        &self.uplinks[id.0 as usize]
    }
}

/// Where packets from everywhere end that are sent to some addresses.
pub fn endings(checked: &Checked, names: &Names, to: &[Address]) -> BTreeMap<(String, Address), BTreeSet<String>> {
    let model = Model::new(&checked.topology, &checked.routing);
    let mut found = BTreeMap::new();
    for spot in spots(&checked.topology) {
        let families = [0, 1].map(|family| model.ranges(spot).iter().any(|range| range.family() == family));
        for address in to.iter().filter(|address| families[usize::from(address.six)]) {
            let range = Stretch::from(IpNetwork::from(address.ip()));
            let traces = model.starts(spot).into_iter().flat_map(|state| model.walk(state, range));
            let ends = traces.map(|trace| ending(&model, names, &trace)).collect();
            found.insert((names.spot(spot).to_owned(), *address), ends);
        }
    }
    found
}

fn spots(topology: &Topology) -> impl Iterator<Item = Spot> + '_ {
    topology.vpc_ids().flat_map(|id| topology.spots(id)).chain(topology.networks_outside().map(Spot::Uplink))
}

/// `in us-east-1/net-app-data-a`, by the NAT gateways on the way.
fn ending(model: &Model<'_>, names: &Names, trace: &Trace) -> String {
    let at = match trace.end {
        End::Delivered(vpc) => {
            let has = |spot: &Spot| model.ranges(*spot).iter().any(|range| range.meet(trace.to).is_some());
            let Some(spot) = model.topology.spots(vpc).into_iter().find(has) else { return "lost".to_owned() };
            format!("in {}", names.spot(spot))
        }
        End::Internet(vpc) => format!("out of {}", names.vpc(vpc)),
        End::Outbound(vpc) => format!("out only of {}", names.vpc(vpc)),
        End::Outside => {
            let uplinks: BTreeSet<&str> = model.uplinks(&trace.steps).iter().map(|id| names.uplink(*id)).collect();
            format!("behind {}", Vec::from_iter(uplinks).join(" or "))
        }
        End::Behind(_) => unreachable!("there are no existing gateways"),
        End::Dropped(_) => return "lost".to_owned(),
    };
    model.nats(&trace.steps).map(|nat| format!("by the NAT gateway in {}, ", names.spot(nat))).chain([at]).collect()
}
