//! What may be asked for without an account.

/// What anybody may ask for, with the reason. Everything else answers 401 to a stranger.
pub const PUBLIC: &[(&str, &str)] = &[
    ("GET /api/v1/follow/{token}", "the token is the right"),
    ("POST /api/v1/follow/{token}/actions", "the token is the right"),
    ("GET /api/v1/links/{token}", "the token is the right"),
    ("POST /api/v1/links/{token}/reports", "the token is the right"),
    ("GET /api/v1/map", "the ground of the city is public"),
    ("GET /api/v1/lists", "everybody may know what is on the lists"),
    ("GET /api/v1/lists.xlsx", "everybody may know what is on the lists"),
    ("GET /api/v1/lists/diff", "everybody may know what changed on the lists"),
    ("GET /api/v1/matters/{code}/diff", "everybody may know what was promised when"),
    ("GET /api/v1/matters", "everybody may know what can be reported"),
    ("GET /api/v1/matters/suggest", "everybody may know what can be reported"),
    ("GET /api/v1/matters/{code}", "everybody may know what can be reported"),
    ("GET /api/v1/matters/{code}/versions", "everybody may know what was promised when"),
    ("GET /api/v1/places/locate", "a reporter without an account finds the grid of a point"),
    ("GET /tiles/premises/{z}/{x}/{file}", "where positioning fails one picks a building"),
    ("GET /tiles/units/{tag}/{z}/{x}/{file}", "the ground of the city is public"),
    ("GET /api/v1/similar", "says of open cases only what may be known in the street"),
    ("GET /api/v1/places/search", "a reporter without an account finds a place by its name"),
    ("POST /api/v1/cases", "anybody may report"),
    ("POST /api/v1/cases/{ref}/supporters", "anybody may say \"me too\" to what the public sees"),
    ("DELETE /api/v1/supporters/{token}", "the token is the right"),
    ("POST /api/v1/files", "a reporter without an account adds a photo"),
    ("POST /api/v1/session", "this is how one stops being a stranger"),
];
