create table package_part (
  hash         varchar(64) primary key check (hash ~ '^[0-9a-f]{64}$'),
  kind         varchar(16) not null check (kind in ('module', 'form', 'text')),
  gzip         bytea not null,
  bytes        integer not null check (bytes > 0),
  published_at timestamptz(3) not null
);
alter table package_part alter column gzip set storage external;
comment on table package_part is 'The parts that phones fetch, immutable: structure, or the text of one language.';
comment on column package_part.hash is 'SHA-256 of the canonical uncompressed JSON, lower-case hexadecimal.';
comment on column package_part.gzip is 'The canonical JSON, compressed once at publishing.';
comment on column package_part.bytes is 'Length of gzip: what the phone pays for.';

create table published_version (
  hash         varchar(64) primary key check (hash ~ '^[0-9a-f]{64}$'),
  kind         varchar(16) not null check (kind in ('course', 'form')),
  name         varchar(64) not null,
  version      integer not null check (version >= 1),
  manifest     jsonb not null,
  published_at timestamptz(3) not null,
  current      boolean not null
);
create unique index published_version_current on published_version (kind, name) where current;
comment on table published_version is 'Each published version of a course or an assessment form; never changed, one of each name is current.';
comment on column published_version.hash is 'SHA-256 of the canonical manifest.';
comment on column published_version.name is 'The stable id of the course or form.';
comment on column published_version.version is 'The author''s own number; 1 for a form.';
comment on column published_version.manifest is 'Titles, modules, and the hash of each part; without sizes, which differ with the compressor.';
