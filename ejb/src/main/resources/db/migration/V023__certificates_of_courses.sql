create table certificate (
  code        varchar(22)  primary key,
  worker_id   uuid         not null references worker (id) on delete cascade,
  course      varchar(64)  not null,
  title_en    varchar(200) not null,
  title_hi    varchar(200) not null,
  title_lo    varchar(200) not null,
  finished_on date         not null,
  issued_at   timestamptz  not null,
  unique (worker_id, course)
);
comment on table certificate is 'That a worker has finished a course. Made when she asks for it and once for each course; whoever has the code may read what it says.';
comment on column certificate.code is '128 bits drawn by chance, in base64url: the only way to the public page.';
comment on column certificate.worker_id is 'Who has finished it. Her name is not here: it is read, and gone, with the roster''s.';
comment on column certificate.course is 'The course''s id.';
comment on column certificate.title_en is 'The course''s title on the day, in English; it stays when the course is renamed.';
comment on column certificate.title_hi is 'The same in Hindi.';
comment on column certificate.title_lo is 'The same in Lao.';
comment on column certificate.finished_on is 'The day on which she finished its last module, where she works.';
comment on column certificate.issued_at is 'When she asked for it first.';
