-- The tables of one version of the views: {version} is the one of the program (ViewVersion). Those of other versions stand beside them, untouched.

-- The live views, one document each, exactly as they are answered.
create table if not exists tracker.campaign_views_v{version} (
    campaign text   not null,
    view     text   not null,
    sequence bigint not null,
    body     bytea  not null,
    primary key (campaign, view)
);

-- Written often and read more often: compressing the bodies would cost more than it saves.
alter table tracker.campaign_views_v{version} alter column body set storage external;

-- The campaigns, how far their views are drawn, and for which day.
create table if not exists tracker.campaigns_v{version} (
    campaign text   primary key,
    title    text   not null,
    sequence bigint not null,
    through  bigint not null,
    as_of    date   not null
);

-- When a day has begun, those of another are looked for.
create index if not exists campaigns_v{version}_as_of on tracker.campaigns_v{version} (as_of);

-- The tables behind the reporting schema (docs/reporting.md).
create table if not exists tracker.report_events_v{version} (
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

create table if not exists tracker.report_cases_v{version} (
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

create table if not exists tracker.report_dialogues_v{version} (
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

create table if not exists tracker.report_demands_v{version} (
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

create table if not exists tracker.report_gates_v{version} (
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
