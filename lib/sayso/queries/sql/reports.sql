-- answers: which articles report this event, and where in them?
-- params: event_id
-- returns: one row per report
-- columns: article_id, article, outlet, outlet_basis, reliability, credibility, published_on, published_on_basis, spans
SELECT
    reports.article_id,
    article.title AS article,
    article.outlet,
    article.outlet_basis::VARCHAR AS outlet_basis,
    article.reliability,
    reports.credibility,
    article.published_on,
    article.published_on_basis::VARCHAR AS published_on_basis,
    reports.spans
FROM reports
JOIN articles_read AS article USING (article_id)
WHERE reports.event_id = $event_id AND NOT article.is_withdrawn
ORDER BY article.published_by, reports.article_id
