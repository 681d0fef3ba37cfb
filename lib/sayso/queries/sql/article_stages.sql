-- answers: how far is the coding of each article?
-- params: 
-- returns: one row per article, those with most left to do first
-- columns: article_id, title, outlet, published_on, stage, n_waiting, n_quotes, n_statements, n_events, searched_at, closed_at, closed_by
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
    articles_read.title,
    articles_read.outlet,
    articles_read.published_on,
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
LEFT JOIN steps USING (article_id)
ORDER BY stage <> 'to review', stage <> 'not searched', n_waiting DESC, published_low DESC NULLS LAST, article_id
