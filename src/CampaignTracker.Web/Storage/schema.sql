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
