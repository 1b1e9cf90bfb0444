-- What stands beside Marten's own tables. Applied after Marten's migration, each time the same: nothing here drops what is recorded.

-- Recorded time is one instant a batch, stamped by the database and never by a client. Tombstones keep their own.
create or replace function tracker.stamp_recorded_at() returns trigger language plpgsql as $$
begin
    new.timestamp := transaction_timestamp();
    return new;
end
$$;

create or replace trigger stamp_recorded_at before insert on tracker.mt_events
    for each row when (new.type <> 'tombstone') execute function tracker.stamp_recorded_at();

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

-- Campaigns that were set aside: left out of lists and reports for as long as nothing is recorded on them after that. The log keeps everything.
create table if not exists tracker.set_aside (
    campaign text        primary key,
    sequence bigint      not null,
    at       timestamptz not null default now(),
    by       text        not null
);

create or replace view tracker.campaigns_set_aside as
    select s.campaign from tracker.set_aside s
    where not exists (select 1 from tracker.campaigns_v1 c where c.campaign = s.campaign and c.sequence > s.sequence);

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
create or replace view reporting.events as select campaign, event_id, sequence, type, subject, subject_title, subject_kind, occurred, occurred_earliest, occurred_latest, effective, published, sentence, confidence, sensitivity, status, sources, recorded_at, recorded_by from tracker.report_events_v1 where campaign not in (select campaign from tracker.campaigns_set_aside);
create or replace view reporting.cases as select campaign, case_name, title, role, held, custody, since, refusals, times_raised, last_event, last_event_occurred from tracker.report_cases_v1 where campaign not in (select campaign from tracker.campaigns_set_aside);
create or replace view reporting.dialogues as select campaign, event_id, series, series_title, held, held_earliest, held_latest, ordinal_claimed, place, level, civil_society_present, cases_raised from tracker.report_dialogues_v1 where campaign not in (select campaign from tracker.campaigns_set_aside);
create or replace view reporting.demands as select campaign, demand, title, issued, issued_earliest, issued_latest, issued_by, addressees, about, theme, operative_verb, force, status, closed, times_restated, last_movement, last_movement_occurred from tracker.report_demands_v1 where campaign not in (select campaign from tracker.campaigns_set_aside);
create or replace view reporting.gates as select campaign, event_id, agreement, agreement_title, milestone, occurred, occurred_earliest, occurred_latest, holds_back, verdict, possible, annotations, sentence, word, rule_set from tracker.report_gates_v1 where campaign not in (select campaign from tracker.campaigns_set_aside);

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
