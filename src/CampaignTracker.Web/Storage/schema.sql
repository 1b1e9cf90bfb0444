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
create table if not exists tracker.idempotency (
    campaign  text   not null,
    key       text   not null,
    body_hash bytea  not null,
    event_ids uuid[] not null,
    primary key (campaign, key)
);

-- The live views, one document each, exactly as they are answered.
create table if not exists tracker.campaign_views_v1 (
    campaign text   not null,
    view     text   not null,
    sequence bigint not null,
    body     bytea  not null,
    primary key (campaign, view)
);

-- The campaigns, and how far their views are built.
create table if not exists tracker.campaigns_v1 (
    campaign text   primary key,
    title    text   not null,
    sequence bigint not null,
    through  bigint not null
);
