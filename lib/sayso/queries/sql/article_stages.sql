-- answers: how far is the coding of each article?
-- params: 
-- returns: one row per article, those with most left to do first
-- columns: article_id, title, outlet, published_on, stage, n_waiting, n_quotes, n_statements, n_events, searched_at, closed_at, closed_by
SELECT
    article_id,
    title,
    outlet,
    published_on,
    stage,
    n_waiting,
    n_quotes,
    n_statements,
    n_events,
    searched_at,
    closed_at,
    closed_by
FROM stages_read
JOIN articles_read USING (article_id)
ORDER BY stage <> 'to review', stage <> 'not searched', n_waiting DESC, published_low DESC NULLS LAST, article_id
