create table org_unit (
  id          uuid primary key,
  code        varchar(64)  not null unique,
  parent_id   uuid references org_unit (id),
  level       varchar(16)  not null
    check (level in ('country', 'state', 'province', 'district', 'block', 'sector', 'facility', 'village')),
  department  varchar(16)  check (department in ('health', 'icds')),
  path        varchar(600) collate "C" not null unique,
  name_en     varchar(200) not null,
  name_hi     varchar(200),
  name_lo     varchar(200),
  time_zone   varchar(64)  not null,
  check ((level = 'country') = (parent_id is null)),
  check (path like '/%/')
);
create index org_unit_parent on org_unit (parent_id);
comment on table org_unit is 'A place in the programme: from the country down to a village. Two lines of command hang on one tree of places.';
comment on column org_unit.code is 'The official code, upper case; spellings of names differ, codes do not.';
comment on column org_unit.parent_id is 'The place this one lies in; null for a country alone.';
comment on column org_unit.level is 'How wide the place is; a child is always narrower than its parent.';
comment on column org_unit.department is 'The line of command the place belongs to; null where both work (a district, a block).';
comment on column org_unit.path is 'Codes from the country down, each followed by a slash: /IN/IN-BR/. Everything inside a place starts with its path, byte by byte.';
comment on column org_unit.name_en is 'Name in English; shown where another language has none.';
comment on column org_unit.name_hi is 'Name in Hindi, or null.';
comment on column org_unit.name_lo is 'Name in Lao, or null.';
comment on column org_unit.time_zone is 'IANA zone in which days and months of this place are counted.';

create table staff_assignment (
  id          uuid primary key,
  worker_id   uuid        not null,
  role        varchar(16) not null check (role in ('worker', 'helper', 'trainer', 'officer', 'admin')),
  unit_id     uuid        not null references org_unit (id),
  department  varchar(16) check (department in ('health', 'icds')),
  source      varchar(16) not null,
  since       timestamptz not null,
  unique nulls not distinct (worker_id, role, unit_id, department)
);
create index staff_assignment_place on staff_assignment (unit_id, role);
comment on table staff_assignment is 'What somebody does where. From it follow her place, her department, and whether she sees names.';
comment on column staff_assignment.worker_id is 'Who; a worker.';
comment on column staff_assignment.role is 'What she may do; also a role of her account.';
comment on column staff_assignment.unit_id is 'The place it holds for, with everything inside it.';
comment on column staff_assignment.department is 'The department it holds for; null for every department.';
comment on column staff_assignment.source is 'Where the assignment came from: roster.';
comment on column staff_assignment.since is 'When it was made here.';
