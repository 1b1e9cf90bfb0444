-- What stands beside Marten's own tables. Applied after Marten's migration, each time the same: nothing here drops what is recorded.

-- Recorded time is one instant a batch, stamped by the database and never by a client. Tombstones keep their own.
create or replace function tracker.stamp_recorded_at() returns trigger language plpgsql as $$
begin
    new.timestamp := transaction_timestamp();
    return new;
end
$$;

create or replace trigger stamp_recorded_at before insert on tracker.mt_events
    for each row when (new.type <> 'tombstone' and new.timestamp is distinct from transaction_timestamp()) execute function tracker.stamp_recorded_at();

-- One campaign's events in the order of the log, whatever else is in it.
create index if not exists idx_mt_events_campaign on tracker.mt_events ((data ->> 'campaign'), seq_id);

-- Whether a campaign was ever closed, whatever its own stream has become.
create index if not exists idx_mt_events_closed on tracker.mt_events (stream_id) where type = 'campaign_closed';

-- Identifiers of texts, as they are compared (Identifier.Canonical): each belongs to one subject of a campaign, so that a text recorded twice is noticed.
create table if not exists tracker.identifiers (
    campaign text not null,
    scheme   text not null,
    value    text not null,
    subject  text not null,
    primary key (campaign, scheme, value)
);

-- Requests that were carried out: the same key and body gives the same answer, also after a restart.
-- The scope is the campaign of the address, or nothing where campaigns are opened.
create table if not exists tracker.idempotency (
    scope     text   not null,
    key       text   not null,
    body_hash bytea  not null,
    event_ids uuid[] not null,
    primary key (scope, key)
);

-- Campaigns that were set aside: left out of lists and reports for as long as nothing is recorded on them after that. The log keeps everything.
create table if not exists tracker.set_aside (
    campaign text        primary key,
    sequence bigint      not null,
    at       timestamptz not null default now(),
    by       text        not null
);

create or replace view tracker.campaigns_set_aside as
    select s.campaign from tracker.set_aside s
    where not exists (select 1 from tracker.mt_events e where e.data ->> 'campaign' = s.campaign and e.seq_id > s.sequence);

-- Stores a decided batch: one statement, one transaction. It takes the batch's streams in one order for all, so that one recorder at a time saves on a
-- subject and two never wait for each other; then looks whether all that was decided from still holds. Where it does not, it answers nothing and has
-- stored nothing, and no sequence number is taken: the views stand still for seconds before a gap. The rows are those that Marten's own function writes.
-- Servers of two versions may run side by side: other arguments take another name.
create or replace function tracker.append_batch_v1(
    streams text[], versions bigint[], new_versions bigint[],
    seen_streams text[], seen_versions bigint[], campaign_stream text, new_ids uuid[],
    request_scope text, request_key text, request_hash bytea, request_events uuid[],
    in_campaign text,
    released_schemes text[], released_values text[], released_subjects text[],
    claimed_schemes text[], claimed_values text[], claimed_subjects text[],
    ids uuid[], id_streams text[], id_versions bigint[], types text[], bodies jsonb[], event_headers jsonb[], clr_types text[],
    recorder text, correlation text,
    out recorded_at timestamptz, out sequences bigint[])
language plpgsql
-- Plans are kept from when the tables were small.
set enable_seqscan = off
as $$
begin
    perform pg_advisory_xact_lock(keys.key)
    from (select distinct hashtextextended(stream, 0) as key from unnest(streams) stream order by 1) keys;

    if exists (select from unnest(streams || seen_streams, versions || seen_versions) known (stream, version)
               where known.version <> coalesce((select s.version from tracker.mt_streams s where s.id = known.stream), 0))
       or exists (select from unnest(new_ids) given (id) where exists (select from tracker.mt_events e where e.id = given.id))
       or campaign_stream is not null and not exists (select from tracker.mt_streams s where s.id = campaign_stream)
    then
        return;
    end if;

    if request_key is not null then
        insert into tracker.idempotency (scope, key, body_hash, event_ids)
        values (request_scope, request_key, request_hash, request_events) on conflict do nothing;
        if not found then
            return;
        end if;
    end if;

    if cardinality(released_schemes) > 0 then
        delete from tracker.identifiers i using unnest(released_schemes, released_values, released_subjects) gone (scheme, value, subject)
        where i.campaign = in_campaign and i.scheme = gone.scheme and i.value = gone.value and i.subject = gone.subject;
    end if;
    if cardinality(claimed_schemes) > 0 then
        insert into tracker.identifiers (campaign, scheme, value, subject)
        select in_campaign, gained.scheme, gained.value, gained.subject
        from unnest(claimed_schemes, claimed_values, claimed_subjects) gained (scheme, value, subject) order by 2, 3;
    end if;

    if 0 = any(versions) then
        insert into tracker.mt_streams (id, type, version, timestamp, tenant_id)
        select moved.stream, null, moved.new_version, now(), '*DEFAULT*'
        from unnest(streams, versions, new_versions) moved (stream, version, new_version) where moved.version = 0;
    end if;
    update tracker.mt_streams s set version = moved.new_version, timestamp = now()
    from unnest(streams, versions, new_versions) moved (stream, version, new_version) where s.id = moved.stream and moved.version > 0;

    with stored as (
        insert into tracker.mt_events
            (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived, correlation_id, headers, user_name)
        select nextval('tracker.mt_events_sequence'), e.id, e.stream, e.version, e.body, e.type, transaction_timestamp(), '*DEFAULT*',
            e.clr_type, false, correlation, e.headers, recorder
        from unnest(ids, id_streams, id_versions, types, bodies, event_headers, clr_types) e (id, stream, version, type, body, headers, clr_type)
        returning seq_id)
    select array_agg(seq_id order by seq_id) from stored into sequences;
    recorded_at := transaction_timestamp();
end
$$;

-- What an administrator asks of the server that keeps a view: the node that keeps it takes the row up, and removes it when it is done.
create table if not exists tracker.view_requests (
    view         text        primary key,
    request      text        not null check (request in ('resume', 'rebuild')),
    requested_at timestamptz not null default transaction_timestamp(),
    taken_at     timestamptz
);

-- The version of the views that the reporting schema shows: the newest that a server keeps.
create table if not exists tracker.reporting_version (
    one     boolean primary key default true check (one),
    version int     not null
);

-- Stable names for spreadsheets and BI tools.
create schema if not exists reporting;
comment on schema reporting is 'Stable views for spreadsheets and BI tools: nothing more sensitive than Internal. See docs/reporting.md.';
