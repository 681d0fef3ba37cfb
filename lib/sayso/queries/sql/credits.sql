-- answers: which articles report each event, and to which of them can an act be credited?
-- params: outlets, worst_credibility
-- returns: one row per report by an article that is not withdrawn; is_in_scope tells whether an act credited to it would count
-- columns: event_id, article_id, original_id, outlet_id, outlet, reliability, credibility, published_by, is_in_scope
SELECT
    reports.event_id,
    reports.article_id,
    article.original_id,
    article.outlet_id,
    article.outlet,
    article.reliability,
    reports.credibility,
    article.published_by,
    coalesce(
        ($outlets::VARCHAR[] IS NULL OR list_contains($outlets::VARCHAR[], article.outlet_id))
        AND ($worst_credibility::INTEGER IS NULL OR reports.credibility <= $worst_credibility::INTEGER),
        false
    ) AS is_in_scope
FROM reports
JOIN articles_read AS article USING (article_id)
WHERE NOT article.is_withdrawn
ORDER BY reports.event_id, article.published_by, reports.article_id
