//! Tests of the storage layer, on both engines wherever that makes sense.

mod smoke;
