-- The tables of a dataset, version 5. Comments are the data dictionary: the About page prints them.
-- Every date column holds EDTF text and refers to `dates`, where its bounds are kept once.
-- Ids that other tables refer to are kept in a table of their own (`actor_ids` …): DuckDB updates a row with
-- lists or keys by deleting and inserting it, which a reference to the row itself would forbid.

CREATE TYPE reliability AS ENUM ('A', 'B', 'C', 'D', 'E', 'F');
CREATE TYPE date_basis AS ENUM ('stated', 'inferred');
CREATE TYPE date_precision AS ENUM ('day', 'month', 'year', 'interval', 'approximate', 'after', 'before');
CREATE TYPE actor_kind AS ENUM ('person', 'organisation', 'government', 'parliament', 'state', 'armed group', 'party', 'alliance', 'media', 'group');
CREATE TYPE quote_kind AS ENUM ('direct', 'mixed', 'indirect');
CREATE TYPE row_status AS ENUM ('proposed', 'accepted', 'edited', 'rejected', 'unverified');
CREATE TYPE statement_basis AS ENUM ('words', 'act', 'inferred');
CREATE TYPE event_kind AS ENUM ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'INVESTIGATE', 'DEMAND', 'DISAPPROVE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'FIGHT');
CREATE TYPE modality AS ENUM ('happened', 'ongoing', 'expected', 'demanded', 'denied');
CREATE TYPE place_precision AS ENUM ('point', 'city', 'region', 'country', 'unknown');
CREATE TYPE article_right AS ENUM ('show', 'quote', 'export');
CREATE TYPE revision_action AS ENUM ('created', 'edited', 'accepted', 'rejected', 'withdrawn', 'undone', 'deleted', 'searched', 'reviewed', 'attached');
CREATE TYPE overlay_kind AS ENUM ('ACLED', 'GDELT');
CREATE TYPE overlay_exactness AS ENUM ('day', 'week', 'month');
CREATE TYPE briefing_item_kind AS ENUM ('view', 'judgement', 'text');
CREATE TYPE likelihood AS ENUM ('almost no chance', 'very unlikely', 'unlikely', 'roughly even chance', 'likely', 'very likely', 'almost certain');
CREATE TYPE analytic_confidence AS ENUM ('low', 'moderate', 'high');
CREATE TYPE proposal_kind AS ENUM ('quote', 'statement', 'event', 'actor', 'copy');

CREATE TABLE meta (
    key VARCHAR PRIMARY KEY,
    value VARCHAR
);

CREATE TABLE dates (
    edtf VARCHAR PRIMARY KEY,
    date_low DATE,
    date_high DATE,
    "precision" date_precision NOT NULL,
    CHECK (date_low <= date_high)
);

CREATE TABLE outlet_ids (outlet_id VARCHAR PRIMARY KEY);
CREATE TABLE article_ids (article_id VARCHAR PRIMARY KEY);
CREATE TABLE actor_ids (actor_id VARCHAR PRIMARY KEY);
CREATE TABLE faction_ids (faction_id VARCHAR PRIMARY KEY);
CREATE TABLE issue_ids (issue_id VARCHAR PRIMARY KEY);
CREATE TABLE quote_ids (quote_id VARCHAR PRIMARY KEY);
CREATE TABLE event_ids (event_id VARCHAR PRIMARY KEY);
CREATE TABLE briefing_ids (briefing_id VARCHAR PRIMARY KEY);

CREATE TABLE outlets (
    outlet_id VARCHAR PRIMARY KEY REFERENCES outlet_ids (outlet_id) CHECK (regexp_full_match(outlet_id, '[a-z0-9][a-z0-9_.-]*')),
    name VARCHAR NOT NULL,
    country VARCHAR CHECK (regexp_full_match(country, '[A-Z]{2}')),
    language VARCHAR,
    reliability reliability NOT NULL,
    url VARCHAR CHECK (regexp_matches(url, '^https?://'))
);

CREATE TABLE articles (
    article_id VARCHAR PRIMARY KEY REFERENCES article_ids (article_id) CHECK (regexp_full_match(article_id, '[a-z0-9][a-z0-9_.-]*')),
    outlet_id VARCHAR NOT NULL REFERENCES outlet_ids (outlet_id),
    outlet_basis date_basis NOT NULL,
    title VARCHAR NOT NULL,
    url VARCHAR CHECK (regexp_matches(url, '^https?://')),
    archive_url VARCHAR CHECK (regexp_matches(archive_url, '^https?://')),
    published_on VARCHAR REFERENCES dates (edtf),
    published_on_basis date_basis,
    accessed_on VARCHAR REFERENCES dates (edtf),
    language VARCHAR,
    text VARCHAR,
    text_sha256 VARCHAR CHECK (regexp_full_match(text_sha256, '[0-9a-f]{64}')),
    duplicate_of VARCHAR REFERENCES article_ids (article_id),
    withdrawn_on VARCHAR REFERENCES dates (edtf),
    rights article_right[] NOT NULL
);

CREATE TABLE actors (
    actor_id VARCHAR PRIMARY KEY REFERENCES actor_ids (actor_id) CHECK (regexp_full_match(actor_id, '[a-z0-9][a-z0-9_.-]*')),
    name VARCHAR NOT NULL,
    name_original VARCHAR,
    kind actor_kind NOT NULL,
    country VARCHAR CHECK (regexp_full_match(country, '[A-Z]{2}')),
    description VARCHAR,
    organisation_id VARCHAR REFERENCES actor_ids (actor_id),
    wikidata_id VARCHAR CHECK (regexp_full_match(wikidata_id, 'Q[0-9]+'))
);

CREATE TABLE aliases (
    alias VARCHAR NOT NULL,
    actor_id VARCHAR NOT NULL REFERENCES actor_ids (actor_id),
    language VARCHAR,
    PRIMARY KEY (alias, actor_id)
);

CREATE TABLE factions (
    faction_id VARCHAR PRIMARY KEY REFERENCES faction_ids (faction_id) CHECK (regexp_full_match(faction_id, '[a-z0-9][a-z0-9_.-]*')),
    name VARCHAR NOT NULL,
    colour VARCHAR NOT NULL CHECK (regexp_full_match(colour, '#[0-9a-f]{6}')),
    description VARCHAR
);

CREATE TABLE memberships (
    actor_id VARCHAR NOT NULL REFERENCES actor_ids (actor_id),
    faction_id VARCHAR NOT NULL REFERENCES faction_ids (faction_id),
    role VARCHAR,
    valid_from VARCHAR REFERENCES dates (edtf),
    valid_to VARCHAR REFERENCES dates (edtf),
    UNIQUE (actor_id, faction_id, role, valid_from)
);

CREATE TABLE issues (
    issue_id VARCHAR PRIMARY KEY REFERENCES issue_ids (issue_id) CHECK (regexp_full_match(issue_id, '[a-z0-9][a-z0-9_.-]*')),
    proposition VARCHAR NOT NULL,
    short_name VARCHAR NOT NULL,
    supports_means VARCHAR NOT NULL,
    opposes_means VARCHAR NOT NULL,
    parent_id VARCHAR REFERENCES issue_ids (issue_id),
    keywords VARCHAR[],
    sort INTEGER NOT NULL
);

CREATE TABLE quotes (
    quote_id VARCHAR PRIMARY KEY REFERENCES quote_ids (quote_id) CHECK (regexp_full_match(quote_id, '[a-z0-9][a-z0-9_.-]*')),
    article_id VARCHAR NOT NULL REFERENCES article_ids (article_id),
    speaker_id VARCHAR NOT NULL REFERENCES actor_ids (actor_id),
    kind quote_kind NOT NULL,
    text VARCHAR NOT NULL,
    spans INTEGER[][] NOT NULL CHECK (
        len(spans) > 0
        AND list_min(flatten(spans)) >= 0
        AND flatten(spans) = list_sort(flatten(spans))
        AND list_unique(flatten(spans)) = 2 * len(spans)
    ),
    cue VARCHAR,
    addressee_id VARCHAR REFERENCES actor_ids (actor_id),
    venue VARCHAR,
    stated_on VARCHAR NOT NULL REFERENCES dates (edtf),
    stated_on_basis date_basis NOT NULL,
    language VARCHAR,
    translation VARCHAR,
    credibility TINYINT CHECK (credibility BETWEEN 1 AND 6),
    status row_status NOT NULL,
    coder VARCHAR NOT NULL,
    rule VARCHAR,
    confidence DOUBLE CHECK (confidence BETWEEN 0 AND 1)
);

CREATE TABLE events (
    event_id VARCHAR PRIMARY KEY REFERENCES event_ids (event_id) CHECK (regexp_full_match(event_id, '[a-z0-9][a-z0-9_.-]*')),
    title VARCHAR NOT NULL,
    kind event_kind NOT NULL,
    modality modality NOT NULL,
    happened_on VARCHAR NOT NULL REFERENCES dates (edtf),
    happened_on_basis date_basis NOT NULL,
    place VARCHAR,
    latitude DOUBLE CHECK (latitude BETWEEN -90 AND 90),
    longitude DOUBLE CHECK (longitude BETWEEN -180 AND 180),
    place_precision place_precision,
    description VARCHAR,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);

CREATE TABLE event_actors (
    event_id VARCHAR NOT NULL REFERENCES event_ids (event_id),
    actor_id VARCHAR NOT NULL REFERENCES actor_ids (actor_id),
    role VARCHAR NOT NULL,
    PRIMARY KEY (event_id, actor_id, role)
);

CREATE TABLE reports (
    event_id VARCHAR NOT NULL REFERENCES event_ids (event_id),
    article_id VARCHAR NOT NULL REFERENCES article_ids (article_id),
    spans INTEGER[][] NOT NULL CHECK (
        len(spans) > 0
        AND list_min(flatten(spans)) >= 0
        AND flatten(spans) = list_sort(flatten(spans))
        AND list_unique(flatten(spans)) = 2 * len(spans)
    ),
    credibility TINYINT CHECK (credibility BETWEEN 1 AND 6),
    PRIMARY KEY (event_id, article_id)
);

CREATE TABLE statements (
    statement_id VARCHAR PRIMARY KEY CHECK (regexp_full_match(statement_id, '[a-z0-9][a-z0-9_.-]*')),
    quote_id VARCHAR REFERENCES quote_ids (quote_id),
    event_id VARCHAR REFERENCES event_ids (event_id),
    actor_id VARCHAR NOT NULL REFERENCES actor_ids (actor_id),
    issue_id VARCHAR NOT NULL REFERENCES issue_ids (issue_id),
    stance TINYINT NOT NULL CHECK (stance BETWEEN -2 AND 2),
    condition VARCHAR,
    basis statement_basis NOT NULL,
    note VARCHAR,
    status row_status NOT NULL,
    coder VARCHAR NOT NULL,
    confidence DOUBLE CHECK (confidence BETWEEN 0 AND 1),
    CHECK (quote_id IS NOT NULL OR event_id IS NOT NULL)
);

CREATE TABLE revisions (
    revision_id VARCHAR PRIMARY KEY,
    table_name VARCHAR NOT NULL,
    row_id VARCHAR NOT NULL,
    action revision_action NOT NULL,
    changed_by VARCHAR NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    before JSON,
    after JSON,
    note VARCHAR,
    sequence INTEGER CHECK (sequence > 0),
    undoes VARCHAR
);

-- Views as they were when they were pinned, each named by the hash of what it holds: added, never changed. The log
-- speaks of them by that name alone, and they stay when their item is removed, so that this can be undone.
CREATE TABLE exhibits (
    exhibit_id VARCHAR PRIMARY KEY CHECK (regexp_full_match(exhibit_id, '[0-9a-f]{16}')),
    content VARCHAR NOT NULL
);

CREATE TABLE briefings (
    briefing_id VARCHAR PRIMARY KEY REFERENCES briefing_ids (briefing_id) CHECK (regexp_full_match(briefing_id, '[a-z0-9][a-z0-9_.-]*')),
    title VARCHAR NOT NULL,
    held_on VARCHAR REFERENCES dates (edtf),
    marking VARCHAR,
    language VARCHAR,
    source_summary VARCHAR
);

CREATE TABLE briefing_items (
    item_id VARCHAR PRIMARY KEY CHECK (regexp_full_match(item_id, '[a-z0-9][a-z0-9_.-]*')),
    briefing_id VARCHAR NOT NULL REFERENCES briefing_ids (briefing_id),
    sort INTEGER NOT NULL,
    kind briefing_item_kind NOT NULL,
    exhibit_id VARCHAR REFERENCES exhibits (exhibit_id),
    title VARCHAR,
    text VARCHAR,
    likelihood likelihood,
    confidence analytic_confidence,
    to_check BOOLEAN NOT NULL,
    CHECK ((kind = 'view') = (exhibit_id IS NOT NULL)),
    CHECK (kind = 'judgement' OR (likelihood IS NULL AND confidence IS NULL))
);

CREATE TABLE proposals (
    proposal_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL REFERENCES article_ids (article_id),
    parent_id VARCHAR,
    kind proposal_kind NOT NULL,
    found JSON NOT NULL,
    start INTEGER NOT NULL,
    coder VARCHAR NOT NULL,
    rule VARCHAR,
    confidence DOUBLE CHECK (confidence BETWEEN 0 AND 1),
    status row_status NOT NULL,
    row_id VARCHAR
);

-- Laid over the timeline. No row refers to these, and they refer to none: a dataset is whole without them.
CREATE TABLE overlays (
    overlay_id VARCHAR PRIMARY KEY CHECK (regexp_full_match(overlay_id, '[0-9a-f]{16}')),
    kind overlay_kind NOT NULL,
    name VARCHAR NOT NULL,
    n_rows INTEGER NOT NULL CHECK (n_rows > 0),
    n_left_out INTEGER NOT NULL CHECK (n_left_out >= 0),
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    accessed_on DATE NOT NULL,
    added_by VARCHAR,
    added_at TIMESTAMP NOT NULL,
    is_removed BOOLEAN NOT NULL,
    CHECK (first_day <= last_day)
);

CREATE TABLE overlay_records (
    overlay_id VARCHAR NOT NULL,
    "row" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    day_low DATE NOT NULL,
    day_high DATE NOT NULL,
    exactness overlay_exactness NOT NULL,
    record_id VARCHAR,
    "type" VARCHAR,
    subtype VARCHAR,
    who VARCHAR,
    country VARCHAR,
    place VARCHAR,
    "text" VARCHAR,
    before VARCHAR,
    after VARCHAR,
    title VARCHAR,
    url VARCHAR CHECK (regexp_matches(url, '^https?://')),
    source VARCHAR,
    "language" VARCHAR,
    fatalities INTEGER CHECK (fatalities >= 0),
    CHECK (day_low <= "day" AND "day" <= day_high)
);
