//! Codes of the resolver: names, places, references (MR1xx), types and kinds (MR2xx).

use crate::diag::{Code, Severity};

macro_rules! codes {
    ($($ident:ident $id:literal $name:literal $severity:ident;)*) => {
        $(pub static $ident: Code = Code {
            id: $id,
            name: $name,
            severity: Severity::$severity,
            page: include_str!(concat!("pages/", $name, ".md")),
        };)*

        /// Every code of this module.
        pub static ALL: &[&Code] = &[$(&$ident),*];
    };
}

codes! {
    UNKNOWN_NAME "MR101" "unknown-name" Error;
    DUPLICATE_NAME "MR102" "duplicate-name" Error;
    UNKNOWN_REGION "MR103" "unknown-region" Error;
    PARTITION_CROSSING "MR104" "partition-crossing" Error;
    PLACE_OUTSIDE "MR105" "place-outside-topology" Error;
    OVERLAPPING_PLACES "MR106" "overlapping-places" Error;
    PLACE_WANTED "MR107" "place-wanted" Error;
    PLACE_NOT_ALLOWED "MR108" "place-not-allowed" Error;
    CYCLE "MR109" "cycle" Error;
    ONE_TOPOLOGY "MR110" "one-topology" Error;
    CANNOT_READ "MR111" "cannot-read" Error;
    CROSSES_PLACES "MR112" "crosses-places" Error;
    NO_INSTANCE "MR113" "no-instance-here" Error;
    UNKNOWN_KIND "MR201" "unknown-kind" Error;
    UNKNOWN_ATTRIBUTE "MR202" "unknown-attribute" Error;
    MISSING_ATTRIBUTE "MR203" "missing-attribute" Error;
    WRONG_TYPE "MR204" "wrong-type" Error;
    DUPLICATE_ATTRIBUTE "MR205" "duplicate-attribute" Error;
    NOT_SUPPORTED "MR206" "not-supported-yet" Error;
    OUT_OF_RANGE "MR207" "out-of-range" Error;
    BAD_INPUT "MR208" "bad-input" Error;
    WRONG_KIND "MR209" "wrong-kind" Error;
    WRONG_HEAD "MR210" "wrong-head" Error;
    BAD_TAG "MR212" "bad-tag" Error;
    DYNAMIC_REFERENCE "MR213" "dynamic-reference" Error;
    UNKNOWN_ZONE "MR114" "unknown-zone" Error;
    ACCOUNT_TWICE "MR118" "account-twice" Error;
    UNKNOWN_SERVICE "MR116" "unknown-service" Error;
    PRIVATE_DNS "MR117" "private-dns" Error;
    QUOTA_ABOVE_LIMIT "MR723" "quota-above-limit" Error;
    WRONG_PLACE_FOR_ITEM "MR211" "misplaced-item" Error;
}
