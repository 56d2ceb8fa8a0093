//! A flow log of a VPC.

use super::Shape;
use crate::backend::terraform::resource::{Draft, Source};

pub const SHAPE: Shape = Shape { name: "flow_log", draft, ready: &[] };

fn draft<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut log = source.main();
    let vpc = source.need("resource_id");
    log.set("vpc_id", vpc);
    let role = source.take_expr("deliver_logs_permission_arn");
    log.set_some("iam_role_arn", role);
    source.rest(&mut log);
    vec![log]
}
