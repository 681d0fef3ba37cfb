-- Views that give every question the same reading of the tables. No article text in any of them.

-- Articles with their outlet, their bounds and the original that a wire copy counts as.
CREATE OR REPLACE VIEW articles_read AS
SELECT
    articles.article_id,
    coalesce(articles.duplicate_of, articles.article_id) AS original_id,
    articles.title,
    articles.url,
    articles.published_on,
    articles.published_on_basis,
    published.date_low AS published_low,
    coalesce(published.date_high, published.date_low) AS published_by,
    articles.language,
    articles.outlet_id,
    articles.outlet_basis,
    outlets.name AS outlet,
    outlets.reliability::VARCHAR AS reliability,
    articles.withdrawn_on IS NOT NULL AS is_withdrawn,
    articles.text IS NOT NULL AS has_text
FROM articles
JOIN outlets USING (outlet_id)
LEFT JOIN dates AS published ON published.edtf = articles.published_on;

-- An act is credited to the earliest article that reports it.
CREATE OR REPLACE VIEW events_reported AS
SELECT
    event_id,
    -- first(), not arg_min(): that skips NULLs and would take the credibility from another report.
    first(article_id ORDER BY is_withdrawn, published_by NULLS LAST, article_id) AS article_id,
    first(credibility ORDER BY is_withdrawn, published_by NULLS LAST, article_id) AS credibility,
    count(DISTINCT original_id) FILTER (NOT is_withdrawn) AS n_reports
FROM events
LEFT JOIN reports USING (event_id)
LEFT JOIN articles_read USING (article_id)
GROUP BY event_id;

-- Every statement with its date, its article and its kind of evidence; whether it counts is a column.
-- `said_on` orders and cuts: the first day it can have been made, else the last, else the article's date.
CREATE OR REPLACE VIEW statements_read AS
SELECT
    statements.statement_id,
    statements.actor_id,
    statements.issue_id,
    statements.stance,
    statements.condition,
    statements.basis::VARCHAR AS basis,
    statements.note,
    statements.status::VARCHAR AS status,
    statements.coder,
    statements.quote_id,
    statements.event_id,
    coalesce(quotes.kind::VARCHAR, 'act') AS kind,
    coalesce(quotes.credibility, events_reported.credibility) AS credibility,
    coalesce(quotes.stated_on, events.happened_on) AS stated_on,
    coalesce(quotes.stated_on_basis, events.happened_on_basis)::VARCHAR AS stated_on_basis,
    stated.date_low AS stated_low,
    stated.date_high AS stated_high,
    stated."precision"::VARCHAR AS "precision",
    coalesce(stated.date_low, stated.date_high, articles_read.published_by) AS said_on,
    articles_read.published_by,
    articles_read.article_id,
    articles_read.original_id,
    articles_read.outlet_id,
    statements.status IN ('accepted', 'edited')
        AND coalesce(quotes.status IN ('accepted', 'edited'), true)
        AND NOT coalesce(articles_read.is_withdrawn, false) AS counts
FROM statements
LEFT JOIN quotes USING (quote_id)
LEFT JOIN events ON events.event_id = statements.event_id
LEFT JOIN events_reported ON events_reported.event_id = statements.event_id
LEFT JOIN dates AS stated ON stated.edtf = coalesce(quotes.stated_on, events.happened_on)
LEFT JOIN articles_read ON articles_read.article_id = coalesce(quotes.article_id, events_reported.article_id);

-- Memberships with bounds: an unknown start or end is open.
CREATE OR REPLACE VIEW memberships_read AS
SELECT
    memberships.actor_id,
    memberships.faction_id,
    memberships.role,
    memberships.valid_from,
    memberships.valid_to,
    coalesce(since.date_low, DATE '0001-01-01') AS member_from,
    coalesce(until.date_high, DATE '9999-12-31') AS member_to
FROM memberships
LEFT JOIN dates AS since ON since.edtf = memberships.valid_from
LEFT JOIN dates AS until ON until.edtf = memberships.valid_to;

-- What was changed in Sayso, as against what a package's author wrote into its log.
CREATE OR REPLACE VIEW changes_made AS
SELECT split_part(revision_id, '.', 1) AS change_id, revisions.*
FROM revisions
WHERE regexp_full_match(revision_id, '[0-9]{8}T[0-9]{12}-[0-9a-f]{6}[.][0-9]{4,8}');

-- The day on which each quote, event and statement came to count, where the log says so.
CREATE OR REPLACE VIEW coded_read AS
SELECT table_name, row_id, min(changed_at)::DATE AS coded_on
FROM revisions
WHERE table_name IN ('quotes', 'events', 'statements') AND action IN ('created', 'accepted', 'edited')
GROUP BY table_name, row_id;

-- How far the coding of each article is: what was found in it, what waits, and whether somebody closed it.
CREATE OR REPLACE VIEW stages_read AS
WITH
-- What the review page asks about: finds, quotes that came in undecided, and quotes on which a stance was proposed since.
asked AS (
    SELECT article_id, proposal_id AS item
    FROM proposals
    WHERE status IN ('proposed', 'unverified') AND kind IN ('quote', 'event', 'copy')
    UNION
    SELECT article_id, quote_id
    FROM quotes
    WHERE status IN ('proposed', 'unverified')
    UNION
    SELECT quote.article_id, quote.proposal_id
    FROM proposals AS stance
    JOIN proposals AS quote ON quote.proposal_id = stance.parent_id
    WHERE stance.kind = 'statement' AND stance.status = 'proposed' AND quote.status IN ('accepted', 'edited')
),
finds AS (
    SELECT article_id, count(*) AS n_waiting
    FROM asked
    GROUP BY article_id
),
quoted AS (
    SELECT article_id, count(*) AS n_quotes
    FROM quotes
    WHERE status IN ('accepted', 'edited')
    GROUP BY article_id
),
counted AS (
    SELECT article_id, count(*) AS n_statements
    FROM statements_read
    WHERE status IN ('accepted', 'edited')
    GROUP BY article_id
),
reported AS (
    SELECT article_id, count(*) AS n_events
    FROM reports
    GROUP BY article_id
),
steps AS (
    SELECT
        row_id AS article_id,
        arg_max(changed_at, sequence) FILTER (action = 'searched') AS searched_at,
        arg_max(changed_at, sequence) FILTER (action = 'reviewed') AS closed_at,
        arg_max(changed_by, sequence) FILTER (action = 'reviewed') AS closed_by,
        max(sequence) FILTER (action = 'searched') AS search,
        max(sequence) FILTER (action = 'reviewed') AS closing
    FROM revisions
    WHERE table_name = 'articles'
    GROUP BY row_id
)
SELECT
    article_id,
    CASE
        WHEN articles_read.is_withdrawn THEN 'withdrawn'
        WHEN coalesce(n_waiting, 0) > 0 AND coalesce(closing < search, true) THEN 'to review'
        WHEN closed_at IS NOT NULL OR coalesce(n_quotes, 0) > 0 OR searched_at IS NOT NULL THEN 'coded'
        WHEN has_text THEN 'not searched'
        ELSE 'no text'
    END AS stage,
    coalesce(n_waiting, 0) AS n_waiting,
    coalesce(n_quotes, 0) AS n_quotes,
    coalesce(n_statements, 0) AS n_statements,
    coalesce(n_events, 0) AS n_events,
    searched_at,
    closed_at,
    closed_by
FROM articles_read
LEFT JOIN finds USING (article_id)
LEFT JOIN quoted USING (article_id)
LEFT JOIN counted USING (article_id)
LEFT JOIN reported USING (article_id)
LEFT JOIN steps USING (article_id);
