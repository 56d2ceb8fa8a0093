//! Where what cannot move is at home: the stack that owns a table, the primary of a key. Both are held.
//!
//! Also what is written is held: another home is another table, and the data is in the first one.

use super::held::Unfit;
use super::*;

pub fn homes(topology: &mut Topology, taker: &mut Taker<'_>) {
    for ix in 0..topology.tables.len() {
        let home = home(topology, ix, taker);
        let table = &mut topology.tables[ix];
        table.home = home;
        table.replicas.retain(|place| *place != home);
        table.replicas.insert(0, home);
    }
    for ix in 0..topology.keys.len() {
        primary(topology, KeyId(ix as u32), taker);
    }
}

fn home(topology: &Topology, ix: usize, taker: &mut Taker<'_>) -> PlaceId {
    let table = &topology.tables[ix];
    let name = &table.name;
    let path_of = |place: &PlaceId| topology.place(*place).path();
    let wanted = table.home_written.map_or(table.replicas[0], |(place, _)| place);
    let span = table.home_written.map_or(table.name_span, |(_, span)| span);
    let Some(held) = taker.home(Section::Homes, name) else {
        taker.made(Section::Homes, name.clone(), Value::Home(path_of(&wanted).to_owned()), Why::FirstFit, span, From::Table(ix as u32));
        return wanted;
    };
    let release = taker.release(Section::Homes, name);
    let Some(home) = table.replicas.iter().copied().find(|place| path_of(place) == held) else {
        taker.unfit_with(
            Section::Homes,
            name,
            Unfit::new(
                table.places_span,
                format!("table `{name}` has its home in {held}, which is not among its places any more"),
                format!("{held} is missing"),
            )
            .help(format!(
                "the stack of {held} owns the table and its data: add {held} to its places again. To give the table up, export what it \
                 holds and delete it first; `{release}` then lets the next check choose a home for a new one"
            )),
        );
        return wanted;
    };
    if let Some((place, written)) = table.home_written.filter(|(place, _)| *place != home) {
        taker.unfit_with(
            Section::Homes,
            name,
            Unfit::new(
                written,
                format!("table `{name}` has its home in {held}, but {} is written", path_of(&place)),
                "is written here".to_owned(),
            )
            .help(format!(
                "a table cannot change its home: write {held}. `{release}` gives it up; then a second table of that name is made \
                 beside the one in {held}, which AWS refuses as long as that one is there"
            )),
        );
        return home;
    }
    let why = taker.why(Section::Homes, name);
    taker.made(Section::Homes, name.clone(), Value::Home(held.to_owned()), why, span, From::Table(ix as u32));
    home
}

/// A primary is always written; what is held is that it is the same as before.
fn primary(topology: &Topology, id: KeyId, taker: &mut Taker<'_>) {
    let key = topology.key(id);
    let (name, written) = (&key.name, topology.place(key.primary).path());
    if let Some(held) = taker.home(Section::Primaries, name).filter(|held| *held != written) {
        let release = taker.release(Section::Primaries, name);
        return taker.unfit_with(
            Section::Primaries,
            name,
            Unfit::new(
                key.primary_span,
                format!("key `{name}` has its primary in {held}, but {written} is written"),
                "is written here".to_owned(),
            )
            .help(format!(
                "what is encrypted with the key needs the one in {held}: write `primary in {held}`. `{release}` gives it up, and a build \
                 makes another key, which reads nothing of what this one encrypted"
            )),
        );
    }
    let why = taker.why(Section::Primaries, name);
    taker.made(Section::Primaries, name.clone(), Value::Home(written.to_owned()), why, key.primary_span, From::Key(id));
}
