create table package_sound (
  hash         varchar(64)    primary key check (hash ~ '^[0-9a-f]{64}$'),
  opus         bytea          not null,
  published_at timestamptz(3) not null
);
alter table package_sound alter column opus set storage external;
comment on table package_sound is 'Recordings of the words of cards, immutable; the texts of modules name them.';
comment on column package_sound.hash is 'SHA-256 of the recording, lower-case hexadecimal: its name and address.';
comment on column package_sound.opus is 'Ogg Opus, one channel, as it was recorded.';
comment on column package_sound.published_at is 'When it was first published.';
