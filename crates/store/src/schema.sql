-- What store itself keeps. One text for both engines.

-- The end of each district's stream of events; `pruned` is the last number no longer kept.
-- table: stream_head  class: business  retention: forever  personal: none
CREATE TABLE stream_head (
  district text NOT NULL,
  n bigint NOT NULL,
  pruned bigint NOT NULL,
  PRIMARY KEY (district)
);

-- Events, gap-free and in the order of commit; references only.
-- table: outbox  class: business  retention: 7d  personal: none
CREATE TABLE outbox (
  district text NOT NULL,
  n bigint NOT NULL,
  at bigint NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  scope text NOT NULL,
  data text NOT NULL,
  PRIMARY KEY (district, n)
);

-- Keys of commands and their stored answers.
-- table: idem  class: business  retention: 30d  personal: none
CREATE TABLE idem (
  district text NOT NULL,
  idem_key text NOT NULL,
  digest bytea NOT NULL,
  answer text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (district, idem_key)
);
CREATE INDEX idem_at ON idem (district, at);

-- Who does which background work, and how far it is done.
-- table: lease  class: business  retention: forever  personal: none
CREATE TABLE lease (
  district text NOT NULL,
  consumer text NOT NULL,
  holder text NOT NULL,
  fence bigint NOT NULL,
  expires bigint NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (district, consumer)
);

-- Messages that fail, and those set aside.
-- table: parked  class: business  retention: 90d  personal: none
CREATE TABLE parked (
  district text NOT NULL,
  consumer text NOT NULL,
  n bigint NOT NULL,
  fails bigint NOT NULL,
  parked bigint NOT NULL,
  error text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (district, consumer, n)
);
