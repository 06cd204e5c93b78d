alter table published_version drop constraint published_version_kind_check;
alter table published_version add constraint published_version_kind_check
  check (kind in ('course', 'form', 'shelf'));
comment on table published_version is 'Each published version of a course, of an assessment form, or of the shelf that says in which order and for whom the courses are; never changed, one of each name is current.';
comment on column published_version.name is 'The stable id of the course or form; the one shelf is called shelf.';
comment on column published_version.version is 'The author''s own number; 1 for a form and for the shelf.';
comment on column published_version.manifest is 'Titles, modules, and the hash of each part; without sizes, which differ with the compressor. Of the shelf: the courses in their order, and the path of modules to begin with.';
