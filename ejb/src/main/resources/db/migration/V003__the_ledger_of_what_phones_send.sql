create table event (
  position     bigint generated always as identity primary key,
  seq          bigint not null check (seq >= 0),
  at           timestamptz(3) not null,
  sent_at      timestamptz(3) not null,
  received_at  timestamptz(3) not null,
  corrected_at timestamptz(3) not null,
  v            integer not null check (v >= 1),
  id           uuid not null,
  worker_id    uuid not null,
  device       uuid not null,
  type         varchar(64) not null,
  source       varchar(8) not null check (source in ('key', 'session', 'replay')),
  content_hash bytea check (octet_length(content_hash) = 32),
  digest       bytea not null check (octet_length(digest) = 32),
  body         jsonb not null,
  constraint event_once unique (id)
);
create index event_worker on event (worker_id);
comment on table event is 'The ledger: each thing a worker did, once, as her phone told it. Only ever added to.';
comment on column event.position is 'The order in which readers see events. Gaps are usual. Read only up to the settled position (docs/decisions, 10).';
comment on column event.seq is 'The phone''s own count of this worker''s events, from 0.';
comment on column event.at is 'When it happened, by the phone''s clock, right or wrong.';
comment on column event.sent_at is 'When the batch was sent, by the same clock.';
comment on column event.received_at is 'When the batch came in, by the server''s clock.';
comment on column event.corrected_at is 'at + (received_at - sent_at), and never later than received_at: the time to count by.';
comment on column event.v is 'The version of the type''s body. Unknown ones are kept, and read after an upgrade.';
comment on column event.id is 'UUIDv7 made on the phone; the same id is the same event.';
comment on column event.worker_id is 'Who did it. No foreign key: an intake must not wait for the roster; the key or the session vouches for the worker.';
comment on column event.device is 'The phone''s own random name.';
comment on column event.source is 'What vouches for the worker: the key that signed, the session that sent, or the replay of a demo history.';
comment on column event.content_hash is 'SHA-256 of the published part that she had before her, if any.';
comment on column event.digest is 'SHA-256 of the canonical JSON of the event without sentAt: the same id with another digest is quarantined.';
comment on column event.body is 'What happened, by type and version. No names, no free text about others.';

create table quarantine (
  id             bigint generated always as identity primary key,
  event_id       uuid,
  worker_claimed uuid,
  reason         varchar(32) not null,
  raw            text not null,
  digest         bytea not null check (octet_length(digest) = 32),
  key_id         uuid,
  session_worker uuid,
  received_at    timestamptz(3) not null,
  constraint quarantine_once unique (digest, reason)
);
comment on table quarantine is 'What came in and could not be accepted, kept whole, with the reason. Nothing sent is thrown away.';
comment on column quarantine.event_id is 'The id that the event claims, if it can be read.';
comment on column quarantine.worker_claimed is 'The worker that the event claims, if it can be read.';
comment on column quarantine.reason is 'A short code, the same that the phone was told.';
comment on column quarantine.raw is 'The event as JSON text.';
comment on column quarantine.digest is 'SHA-256 of raw: the same thing sent again for the same reason is kept once.';
comment on column quarantine.key_id is 'The key that the batch named, known or not.';
comment on column quarantine.session_worker is 'Who was signed in when it came.';

create table phone_key (
  id            uuid primary key,
  worker_id     uuid not null references worker (id),
  device        uuid not null,
  thumbprint    varchar(43) not null,
  public_key    bytea not null,
  registered_at timestamptz(3) not null,
  constraint phone_key_once unique (worker_id, device, thumbprint)
);
comment on table phone_key is 'One key for each worker on each phone: what it signs was done by her, whoever is signed in when it is sent.';
comment on column phone_key.thumbprint is 'RFC 7638 thumbprint of the public key, base64url.';
comment on column phone_key.public_key is 'The P-256 public key, X.509 SubjectPublicKeyInfo.';

create table projection (
  name     varchar(64) primary key,
  position bigint not null,
  moved_at timestamptz(3) not null
);
comment on table projection is 'How far each reader of the ledger has come. Its row is locked while it reads, so two nodes never double.';
comment on column projection.position is 'The last event applied.';

create table projection_fault (
  name     varchar(64) not null references projection (name),
  position bigint not null,
  reason   varchar(200) not null,
  found_at timestamptz(3) not null,
  primary key (name, position)
);
comment on table projection_fault is 'Events that a projection could not apply and stepped over, so that one does not stop all. A rebuild tries them again.';
comment on column projection_fault.reason is 'The kind of error, without its data.';
