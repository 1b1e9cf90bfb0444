-- A role that may read the reports and nothing else; grant it to a login. Where the database's owner may not create roles, an administrator does it once.
do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'campaign_tracker_reporting') then
        create role campaign_tracker_reporting nologin;
    end if;
    grant usage on schema reporting to campaign_tracker_reporting;
    grant select on all tables in schema reporting to campaign_tracker_reporting;
exception
    when insufficient_privilege or unique_violation or duplicate_object then null;
end
$$;
