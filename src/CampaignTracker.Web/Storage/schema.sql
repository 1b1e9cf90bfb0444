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

-- Identifiers of texts: each belongs to one subject of a campaign, so that a text recorded twice is noticed.
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

-- The live views, one document each, exactly as they are answered.
create table if not exists tracker.campaign_views_v1 (
    campaign text   not null,
    view     text   not null,
    sequence bigint not null,
    body     bytea  not null,
    primary key (campaign, view)
);

-- Written often and read more often: compressing the bodies would cost more than it saves.
alter table tracker.campaign_views_v1 alter column body set storage external;

-- The campaigns, and how far their views are built.
create table if not exists tracker.campaigns_v1 (
    campaign text   primary key,
    title    text   not null,
    sequence bigint not null,
    through  bigint not null
);

-- The tables behind the reporting schema (docs/reporting.md). A change of columns makes a new version beside the old one.
create table if not exists tracker.report_events_v1 (
    campaign          text not null,
    event_id          uuid not null,
    sequence          bigint,
    type              text,
    subject           text,
    subject_title     text,
    subject_kind      text,
    occurred          text,
    occurred_earliest date,
    occurred_latest   date,
    effective         text,
    published         text,
    sentence          text,
    confidence        text,
    sensitivity       text,
    status            text,
    sources           text,
    recorded_at       timestamptz,
    recorded_by       text,
    primary key (campaign, event_id)
);

create table if not exists tracker.report_cases_v1 (
    campaign            text not null,
    case_name           text not null,
    title               text,
    role                text,
    held                text,
    custody             text,
    since               text,
    refusals            int,
    times_raised        int,
    last_event          text,
    last_event_occurred text,
    primary key (campaign, case_name)
);

create table if not exists tracker.report_dialogues_v1 (
    campaign              text not null,
    event_id              uuid not null,
    series                text,
    series_title          text,
    held                  text,
    held_earliest         date,
    held_latest           date,
    ordinal_claimed       int,
    place                 text,
    level                 text,
    civil_society_present boolean,
    cases_raised          int,
    primary key (campaign, event_id)
);

create table if not exists tracker.report_demands_v1 (
    campaign               text not null,
    demand                 text not null,
    title                  text,
    issued                 text,
    issued_earliest        date,
    issued_latest          date,
    issued_by              text,
    addressees             text,
    about                  text,
    theme                  text,
    operative_verb         text,
    force                  text,
    status                 text,
    closed                 text,
    times_restated         int,
    last_movement          text,
    last_movement_occurred text,
    primary key (campaign, demand)
);

create table if not exists tracker.report_gates_v1 (
    campaign          text not null,
    event_id          uuid not null,
    agreement         text,
    agreement_title   text,
    milestone         text,
    occurred          text,
    occurred_earliest date,
    occurred_latest   date,
    holds_back        boolean,
    verdict           text,
    possible          text,
    annotations       text,
    sentence          text,
    word              text,
    rule_set          int,
    primary key (campaign, event_id)
);

-- Stable names for spreadsheets and BI tools.
create schema if not exists reporting;
create or replace view reporting.events as select campaign, event_id, sequence, type, subject, subject_title, subject_kind, occurred, occurred_earliest, occurred_latest, effective, published, sentence, confidence, sensitivity, status, sources, recorded_at, recorded_by from tracker.report_events_v1;
create or replace view reporting.cases as select campaign, case_name, title, role, held, custody, since, refusals, times_raised, last_event, last_event_occurred from tracker.report_cases_v1;
create or replace view reporting.dialogues as select campaign, event_id, series, series_title, held, held_earliest, held_latest, ordinal_claimed, place, level, civil_society_present, cases_raised from tracker.report_dialogues_v1;
create or replace view reporting.demands as select campaign, demand, title, issued, issued_earliest, issued_latest, issued_by, addressees, about, theme, operative_verb, force, status, closed, times_restated, last_movement, last_movement_occurred from tracker.report_demands_v1;
create or replace view reporting.gates as select campaign, event_id, agreement, agreement_title, milestone, occurred, occurred_earliest, occurred_latest, holds_back, verdict, possible, annotations, sentence, word, rule_set from tracker.report_gates_v1;

comment on schema reporting is 'Stable views for spreadsheets and BI tools: nothing more sensitive than Internal. See docs/reporting.md.';

-- A role that may read them and nothing else; grant it to a login. Where the database's owner may not create roles, an administrator does it once.
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

-- What an administrator asks of the server that keeps a view: the node that keeps it takes the row up, and removes it when it is done.
create table if not exists tracker.view_requests (
    view         text        primary key,
    request      text        not null check (request in ('resume', 'rebuild')),
    requested_at timestamptz not null default transaction_timestamp(),
    taken_at     timestamptz
);
