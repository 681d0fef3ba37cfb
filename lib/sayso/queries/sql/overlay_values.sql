-- answers: what can an overlay be filtered by?
-- params:
-- returns: one row per country, event type or language that a record names, the most frequent first
-- columns: facet, value, n_records
SELECT
    facet,
    "value",
    count(*)::INTEGER AS n_records
FROM (
    SELECT overlay_id, 'country' AS facet, country AS "value" FROM overlay_records
    UNION ALL
    SELECT overlay_id, 'type', "type" FROM overlay_records
    UNION ALL
    SELECT overlay_id, 'language', "language" FROM overlay_records
)
JOIN overlays USING (overlay_id)
WHERE "value" IS NOT NULL AND NOT is_removed
GROUP BY ALL
ORDER BY facet, n_records DESC, "value"
