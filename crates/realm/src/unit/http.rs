//! Routes; see below.
