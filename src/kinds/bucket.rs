//! `bucket`: an S3 bucket and where it is replicated to.

use super::*;

static REPLICATE: Kind = Kind {
    name: "replicate",
    doc: "Replicates new objects to the bucket's instance in another place, which is made if it is not there. Over accounts the copies belong to the other account, whose bucket and key admit the role that replicates.",
    head: &[Head::Word("to"), Head::Value("PLACE", Type::Place)],
    attributes: &[
        optional("within", Type::Duration, "S3 Replication Time Control. AWS offers 15m only."),
        default("prefix", Type::Str, "\"\"", "Only keys that start so."),
        optional(
            "storage_class",
            Type::Word(&["standard", "standard_ia", "onezone_ia", "intelligent_tiering", "glacier_ir", "glacier", "deep_archive"]),
            "Storage class of the copies; that of the original unless said otherwise.",
        ),
        default("delete_markers", Type::Bool, "on", "Whether deletions without a version id are replicated."),
        default("both_ways", Type::Bool, "off", "Whether it replicates back as well."),
    ],
    ..BASE
};

static LIFECYCLE: Kind = Kind {
    name: "lifecycle",
    doc: "When objects move to a cheaper class or expire.",
    head: &[Head::Name],
    attributes: &[
        default("prefix", Type::Str, "\"\"", "Only keys that start so."),
        optional("standard_ia", Type::Duration, "Age at which objects move to STANDARD_IA, 30d at the least."),
        optional("glacier_ir", Type::Duration, "Age at which objects move to GLACIER_IR."),
        optional("deep_archive", Type::Duration, "Age at which objects move to DEEP_ARCHIVE."),
        optional("expire", Type::Duration, "Age at which objects expire."),
    ],
    ..BASE
};

pub static KIND: Kind = Kind {
    name: "bucket",
    doc: "An S3 bucket in each of its places: versioned, encrypted, private, TLS only. Its name is `PREFIX-NAME-ACCOUNT-REGION`, since bucket names are unique in the whole partition.",
    example: include_str!("examples/bucket.mr"),
    scope: Scope::NamedPlaces,
    head: &[Head::Name],
    attributes: &[
        optional("name", Type::Str, "Start of the physical name instead of `PREFIX-NAME`."),
        optional(
            "encryption",
            Type::Ref(&["key"]),
            "Customer key, which must be in every place of the bucket; in another account that is another key, said with `at PLACE { encryption = KEY }`. Without it S3's managed KMS key is used, or AES-256 where the bucket is replicated.",
        ),
        default("lock", Type::Bool, "off", "Object Lock; cannot be turned on later."),
        optional("residency", Type::List(&Type::Region), "The only regions that may hold a copy."),
        default("expire_noncurrent", Type::Duration, "90d", "Age at which old versions are deleted."),
        TAGS,
    ],
    blocks: &[&REPLICATE, &LIFECYCLE],
    ..BASE
};
