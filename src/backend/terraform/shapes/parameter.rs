//! A plain parameter of Parameter Store.

use super::Shape;
use crate::backend::terraform::resource::{Draft, Source};

pub const SHAPE: Shape = Shape { name: "parameter", draft, ready: &[] };

fn draft<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut parameter = source.main();
    parameter.set("type", "String");
    // The descriptor says none for the sake of the other target.
    source.tag(&mut parameter);
    source.rest(&mut parameter);
    vec![parameter]
}
