create table inbox (id text primary key, channel text not null, ts text not null, state text not null, version integer not null, said text, email_id text unique, by_user text, lead_id text, reply_ts text, received_at integer not null, state_since integer not null, purge_at integer not null) strict;
create index inbox_by_state on inbox (state, received_at);
create index inbox_to_purge on inbox (purge_at) where said is not null;
create table inbox_cursors (channel text primary key, ts text not null) strict;
