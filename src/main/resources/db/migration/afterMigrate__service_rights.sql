-- What the account may under which the service works, once the tables have their form: read and write rows, of the
-- audit log only add and read them. Nothing is written where the rights are so already.
do $$
declare
  service text := current_database() || '_service';
  found record;
begin
  if not exists (select 1 from pg_roles where rolname = service) or service = current_user then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('bridgehall service rights'));
  if not has_schema_privilege(service, current_schema(), 'usage') then
    execute format('grant usage on schema %I to %I', current_schema(), service);
  end if;
  for found in
    select c.oid, c.relname from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v')
       and pg_has_role(c.relowner, 'member')
  loop
    if found.relname in ('audit_entry', 'audit_seal', 'flyway_schema_history') then
      if has_table_privilege(service, found.oid, 'update, delete, truncate, trigger, maintain') then
        execute format('revoke all on %I from %I', found.relname, service);
      end if;
      if found.relname = 'flyway_schema_history' and not has_table_privilege(service, found.oid, 'select') then
        execute format('grant select on %I to %I', found.relname, service);
      elsif found.relname <> 'flyway_schema_history' and not has_table_privilege(service, found.oid, 'insert') then
        execute format('grant select, insert on %I to %I', found.relname, service);
      end if;
    elsif not (has_table_privilege(service, found.oid, 'delete') and has_table_privilege(service, found.oid, 'maintain')) then
      execute format('grant select, insert, update, delete, maintain on %I to %I', found.relname, service);
    end if;
  end loop;
end $$;
