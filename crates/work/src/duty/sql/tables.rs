//! Tables of duties.

use wangge_store::Migration;

/// The tables of this slice. Days are counted from 1970-01-01.
pub const MIGRATIONS: &[Migration] = &[FIRST, FORGETTING];

/// What has long ended is found by its day.
const FORGETTING: Migration = Migration {
    id: 2,
    slice: "duty",
    sql: "CREATE INDEX duty_object_ended ON duty_object (district, to_day)",
};

const FIRST: Migration = Migration {
    id: 1,
    slice: "duty",
    sql: "
-- One row per object and period in one grid. Rows are only added; a period's end is set once.
-- table: duty_object  class: business  retention: end+2y  personal: name(sealed), home(sealed)
CREATE TABLE duty_object (
  district text NOT NULL, id text NOT NULL, from_day bigint NOT NULL, to_day bigint NOT NULL, began bigint NOT NULL,
  kind text NOT NULL, code text NOT NULL, area text NOT NULL, town text NOT NULL, village text NOT NULL,
  grid text NOT NULL, building text, lon double precision, lat double precision, label text NOT NULL,
  door text NOT NULL, name bytea, home bytea, known bigint NOT NULL, put_by text NOT NULL, ended bigint,
  ended_by text, PRIMARY KEY (district, id, from_day)
);
CREATE INDEX duty_object_grid ON duty_object (district, grid, to_day, from_day);
CREATE INDEX duty_object_village ON duty_object (district, village, to_day, id);
-- table: duty  class: business  retention: 2y  personal: note(free)
CREATE TABLE duty (
  district text NOT NULL, id text NOT NULL, matter text NOT NULL, version bigint NOT NULL, object text NOT NULL,
  nominal bigint NOT NULL, set_off text NOT NULL, last bigint NOT NULL, area text NOT NULL, town text NOT NULL, village text NOT NULL,
  grid text NOT NULL, state text NOT NULL, before text NOT NULL, day bigint NOT NULL, touched bigint NOT NULL,
  happened bigint, minutes bigint NOT NULL, late bigint NOT NULL, note text NOT NULL, reason text, case_ref text,
  actor text NOT NULL, keeper text, keeper_unit text, moved_to bigint, revision bigint NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX duty_once ON duty (district, object, matter, nominal, set_off);
CREATE INDEX duty_current ON duty (district, object, last);
CREATE INDEX duty_day ON duty (district, grid, day);
CREATE INDEX duty_keeper ON duty (district, keeper, last);
-- table: duty_close  class: business  retention: forever  personal: none
CREATE TABLE duty_close (
  district text NOT NULL, grid text NOT NULL, day bigint NOT NULL, area text NOT NULL, town text NOT NULL,
  village text NOT NULL, planned bigint NOT NULL, done bigint NOT NULL, skipped bigint NOT NULL,
  missed bigint NOT NULL, covered bigint NOT NULL, sums text NOT NULL, digest bytea NOT NULL, closed bigint NOT NULL,
  PRIMARY KEY (district, grid, day)
);
CREATE INDEX duty_close_village ON duty_close (district, village, day);
CREATE INDEX duty_close_town ON duty_close (district, town, day);
-- Through which day a district is closed, and which ground its objects lie on.
-- table: duty_head  class: business  retention: forever  personal: none
CREATE TABLE duty_head (
  district text NOT NULL, closed bigint NOT NULL, edition bigint NOT NULL, version bigint NOT NULL,
  PRIMARY KEY (district)
);
-- table: duty_trigger  class: business  retention: 2y  personal: none
CREATE TABLE duty_trigger (
  district text NOT NULL, id text NOT NULL, kind text NOT NULL, measure double precision, town text NOT NULL,
  village text, grid text, building text, from_day bigint NOT NULL, to_day bigint NOT NULL, called_off bigint NOT NULL,
  note text NOT NULL, started bigint NOT NULL, started_by text NOT NULL, ended_by text, PRIMARY KEY (district, id)
);
CREATE INDEX duty_trigger_town ON duty_trigger (district, town, to_day);
-- That a post is not covered on some days; never why.
-- table: duty_away  class: business  retention: 90d  personal: none
CREATE TABLE duty_away (
  district text NOT NULL, id text NOT NULL, holding text NOT NULL, grid text NOT NULL, from_day bigint NOT NULL,
  to_day bigint NOT NULL, known bigint NOT NULL, put_by text NOT NULL, PRIMARY KEY (district, id)
);
CREATE INDEX duty_away_grid ON duty_away (district, grid, to_day);
",
};
