-- answers: which articles count, which are copies, which were withdrawn, and what rests on each?
-- params: 
-- returns: one row per article, the latest first; n_statements are those accepted, whether or not the article is withdrawn
-- columns: article_id, title, outlet_id, outlet, reliability, language, published_on, duplicate_of, withdrawn_on, withdrawn_by, n_statements
WITH
said AS (
    SELECT statements_read.article_id, count(*) AS n
    FROM statements_read
    LEFT JOIN quotes USING (quote_id)
    WHERE statements_read.status IN ('accepted', 'edited')
        AND coalesce(quotes.status IN ('accepted', 'edited'), true)
    GROUP BY statements_read.article_id
),
taken AS (
    SELECT row_id AS article_id, arg_max(changed_by, sequence) AS changed_by
    FROM changes_made
    WHERE table_name = 'articles' AND json_exists(after, '$.withdrawn_on')
    GROUP BY row_id
)
SELECT
    articles.article_id,
    articles.title,
    articles.outlet_id,
    read.outlet,
    read.reliability,
    articles.language,
    articles.published_on,
    articles.duplicate_of,
    articles.withdrawn_on,
    CASE WHEN articles.withdrawn_on IS NOT NULL THEN taken.changed_by END AS withdrawn_by,
    coalesce(said.n, 0) AS n_statements
FROM articles
JOIN articles_read AS read USING (article_id)
LEFT JOIN said USING (article_id)
LEFT JOIN taken USING (article_id)
ORDER BY read.published_low DESC NULLS LAST, articles.article_id
