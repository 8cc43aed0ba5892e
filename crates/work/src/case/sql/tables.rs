//! The tables of the case.

use wangge_store::Migration;

/// The tables of this slice.
pub const MIGRATIONS: &[Migration] = &[
    Migration { id: 1, slice: "case", sql: FIRST },
    Migration { id: 2, slice: "case", sql: SUPPORTERS },
    Migration { id: 3, slice: "case", sql: LINKS },
    Migration { id: 4, slice: "case", sql: GUESTS },
    Migration { id: 5, slice: "case", sql: TAIL },
    Migration { id: 6, slice: "case", sql: WORDS },
];

const FIRST: &str = "
-- table: case_file  class: business  retention: case+5y  personal: text(free), place(free)
CREATE TABLE case_file (
  district text NOT NULL, id text NOT NULL, number text NOT NULL, version bigint NOT NULL,
  state text NOT NULL, before text, level bigint NOT NULL, climbed bigint NOT NULL, colour text NOT NULL,
  channel text NOT NULL, edition bigint NOT NULL, area text NOT NULL, town text NOT NULL,
  village text NOT NULL, grid text NOT NULL, lon double precision, lat double precision, place text NOT NULL,
  board text NOT NULL, matter text, matter_version bigint, compartment text NOT NULL, text text NOT NULL,
  reporter text, named bigint NOT NULL, seat_unit text NOT NULL, seat_post text, handler_unit text,
  handler_post text, hands text NOT NULL, binding bigint NOT NULL, returns bigint NOT NULL,
  reworks bigint NOT NULL, reopens bigint NOT NULL, supervised bigint NOT NULL, clocks text NOT NULL,
  merged_into text, parent text, outcome text, satisfied bigint, suspended_at bigint, created bigint NOT NULL,
  updated bigint NOT NULL, closed bigint, head bytea NOT NULL,
  open bigint NOT NULL, due bigint NOT NULL, wake bigint, provisional bigint NOT NULL,
  answers text, sample bigint NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE UNIQUE INDEX case_number ON case_file (district, number);
CREATE INDEX case_queue ON case_file (district, due, id) WHERE open = 1;
CREATE INDEX case_town_queue ON case_file (district, town, due, id) WHERE open = 1;
CREATE INDEX case_seat_queue ON case_file (district, seat_unit, due, id) WHERE open = 1;
CREATE INDEX case_town ON case_file (district, town, id);
CREATE INDEX case_wake ON case_file (district, wake) WHERE wake IS NOT NULL;
CREATE INDEX case_provisional ON case_file (district, id) WHERE provisional = 1;
CREATE INDEX case_sample ON case_file (district, id) WHERE sample = 1;
CREATE INDEX case_parent ON case_file (district, parent) WHERE parent IS NOT NULL;
CREATE INDEX case_merged ON case_file (district, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX case_reporter_account ON case_file (district, reporter, id) WHERE reporter IS NOT NULL;

-- table: case_reporter  class: business  retention: case+1y  personal: name(sealed), phone(sealed)
CREATE TABLE case_reporter (
  district text NOT NULL, case_id text NOT NULL, no bigint NOT NULL, token_hash bytea NOT NULL,
  name bytea, phone bytea, created bigint NOT NULL,
  PRIMARY KEY (district, case_id, no)
);
CREATE UNIQUE INDEX case_reporter_token ON case_reporter (district, token_hash);

-- table: case_call  class: business  retention: case+5y  personal: lon(until closure), lat(until closure)
CREATE TABLE case_call (
  district text NOT NULL, case_id text NOT NULL, no bigint NOT NULL, unit text NOT NULL, post text,
  kind text NOT NULL, state text NOT NULL, called bigint NOT NULL, due bigint NOT NULL, arrived bigint,
  ended bigint, note text NOT NULL, grade text, objection text, lon double precision, lat double precision,
  PRIMARY KEY (district, case_id, no)
);
CREATE INDEX case_call_unit ON case_call (district, unit, state);

-- table: case_request  class: business  retention: case+5y  personal: none
CREATE TABLE case_request (
  district text NOT NULL, case_id text NOT NULL, no bigint NOT NULL, kind text NOT NULL, state text NOT NULL,
  reason text NOT NULL, until bigint, asked_by text NOT NULL, asked_unit text NOT NULL, asked_post text,
  asked bigint NOT NULL,
  PRIMARY KEY (district, case_id, no)
);

-- table: precedent  class: business  retention: permanent  personal: none
CREATE TABLE precedent (
  district text NOT NULL, id text NOT NULL, case_id text NOT NULL, matter text, question text NOT NULL,
  to_unit text NOT NULL, to_post text, reason text NOT NULL, ruled bigint NOT NULL,
  PRIMARY KEY (district, id)
);
CREATE INDEX precedent_matter ON precedent (district, matter, id);

-- table: case_word  class: business  retention: case+5y  personal: none
CREATE TABLE case_word (
  district text NOT NULL, word text NOT NULL, case_id text NOT NULL,
  PRIMARY KEY (district, word, case_id)
);
";

/// "Me too": whoever else is concerned is a row, not a step. `case_file.supporters` counts them, those
/// of the cases merged into it, and their reporters; `verbs/supporting.rs` says how it stays exact.
const SUPPORTERS: &str = "
ALTER TABLE case_file ADD COLUMN supporters bigint NOT NULL DEFAULT 0;
CREATE INDEX case_near ON case_file (district, lat, lon) WHERE open = 1 AND compartment = 'open' AND lat IS NOT NULL;

-- table: case_supporter  class: business  retention: case+1y  personal: account, name(sealed), phone(sealed)
CREATE TABLE case_supporter (
  district text NOT NULL, case_id text NOT NULL, id text NOT NULL, token_hash bytea NOT NULL, account text,
  name bytea, phone bytea, at bigint NOT NULL, withdrawn bigint,
  PRIMARY KEY (district, case_id, id)
);
CREATE UNIQUE INDEX case_supporter_token ON case_supporter (district, token_hash);
";

/// Work across the border of a district: what was asked, and the case that it was asked for.
const LINKS: &str = "
ALTER TABLE case_file ADD COLUMN origin text;

-- table: case_link  class: business  retention: case+5y  personal: none
CREATE TABLE case_link (
  district text NOT NULL, case_id text NOT NULL, no bigint NOT NULL, unit text NOT NULL, matter text,
  text text NOT NULL, state text NOT NULL, other text, note text NOT NULL, asked bigint NOT NULL, ended bigint,
  PRIMARY KEY (district, case_id, no)
);
";

/// Merging across the border of a district: `joined_to` on the one side, a guest on the other. `stamp` is
/// how far the events of the guest's district had come when `people` was counted there: what is older
/// never overwrites what is newer.
const GUESTS: &str = "
ALTER TABLE case_file ADD COLUMN joined_to text;
ALTER TABLE case_file ADD COLUMN told bigint NOT NULL DEFAULT 0;
ALTER TABLE case_file ADD COLUMN guests bigint NOT NULL DEFAULT 0;

-- table: case_guest  class: business  retention: case+5y  personal: none
CREATE TABLE case_guest (
  district text NOT NULL, case_id text NOT NULL, other text NOT NULL, number text NOT NULL,
  people bigint NOT NULL, stamp bigint NOT NULL, since bigint NOT NULL, ended bigint,
  PRIMARY KEY (district, case_id, other)
);
";

/// People quote the end of a number: its last four characters.
const TAIL: &str = "
CREATE INDEX case_tail ON case_file (district, substr(number, 14));
";

/// One row for a case instead of one for each of its words: an eighth of the room, a tenth of the work.
const WORDS: &str = "
-- table: case_words  class: words  retention: case+5y  personal: none
CREATE TABLE case_words (district text NOT NULL, case_id text NOT NULL, words text NOT NULL);
INSERT INTO case_words (district, case_id, words)
  SELECT district, case_id,
    'd' || district || ' r' || replace(case_id, '-', '') || ' ' || string_agg(word, ' ')
  FROM case_word GROUP BY district, case_id;
DROP TABLE case_word;
";
