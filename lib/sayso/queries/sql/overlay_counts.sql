-- answers: how many of an overlay's records fall in each stretch of time in view?
-- params: overlay_ids, from_day, to_day, unit, countries, types, languages, words
-- returns: one row per overlay and day, week (from Monday), month or year that has any; where a date is known less exactly than that, one row per stretch that it can mean (is_spread)
-- columns: overlay_id, is_spread, exactness, first_day, last_day, n_records, n_fatalities
WITH placed AS (
    SELECT
        records.overlay_id,
        records.exactness::VARCHAR AS exactness,
        records.fatalities,
        ($unit::VARCHAR = 'day' AND records.exactness <> 'day')
            OR ($unit::VARCHAR = 'week' AND records.exactness = 'month') AS is_spread,
        records.day_low,
        records.day_high,
        date_trunc($unit::VARCHAR, records."day")::DATE AS bin
    FROM overlay_records AS records
    JOIN overlays AS o ON o.overlay_id = records.overlay_id AND NOT o.is_removed
    WHERE list_contains($overlay_ids::VARCHAR[], records.overlay_id)
        AND records.day_high >= $from_day::DATE
        AND records.day_low <= $to_day::DATE
        AND ($countries::VARCHAR[] IS NULL OR o.kind <> 'ACLED' OR list_contains($countries::VARCHAR[], records.country))
        AND ($types::VARCHAR[] IS NULL OR o.kind <> 'ACLED' OR list_contains($types::VARCHAR[], records."type"))
        AND ($languages::VARCHAR[] IS NULL OR o.kind <> 'GDELT' OR list_contains($languages::VARCHAR[], records."language"))
        AND ($words::VARCHAR IS NULL OR contains(lower(records."text"), lower($words::VARCHAR)))
)
SELECT
    overlay_id,
    is_spread,
    CASE WHEN is_spread THEN exactness ELSE $unit::VARCHAR END AS exactness,
    CASE WHEN is_spread THEN day_low ELSE bin END AS first_day,
    CASE
        WHEN is_spread THEN day_high
        WHEN $unit::VARCHAR = 'day' THEN bin
        WHEN $unit::VARCHAR = 'week' THEN (bin + INTERVAL 6 DAY)::DATE
        WHEN $unit::VARCHAR = 'month' THEN (bin + INTERVAL 1 MONTH - INTERVAL 1 DAY)::DATE
        ELSE (bin + INTERVAL 1 YEAR - INTERVAL 1 DAY)::DATE
    END AS last_day,
    count(*)::INTEGER AS n_records,
    sum(fatalities)::INTEGER AS n_fatalities
FROM placed
WHERE is_spread OR bin <= $to_day::DATE
GROUP BY ALL
ORDER BY overlay_id, is_spread, first_day, last_day
