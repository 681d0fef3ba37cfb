-- answers: which events or quotations stand behind one bar of an overlay?
-- params: overlay_id, unit, is_spread, first_day, last_day, countries, types, languages, words, most
-- returns: one row per record, in the order of dates
-- columns: row, day, day_low, day_high, exactness, record_id, type, subtype, who, country, place, text, before, after, title, url, source, language, fatalities
SELECT
    records."row",
    records."day",
    records.day_low,
    records.day_high,
    records.exactness::VARCHAR AS exactness,
    records.record_id,
    records."type",
    records.subtype,
    records.who,
    records.country,
    records.place,
    records."text",
    records.before,
    records.after,
    records.title,
    records.url,
    records.source,
    records."language",
    records.fatalities
FROM overlay_records AS records
JOIN overlays AS o ON o.overlay_id = records.overlay_id AND NOT o.is_removed
WHERE records.overlay_id = $overlay_id::VARCHAR
    AND CASE
        WHEN $is_spread::BOOLEAN
            THEN records.day_low = $first_day::DATE AND records.day_high = $last_day::DATE AND records.exactness <> 'day'
        ELSE records."day" BETWEEN $first_day::DATE AND $last_day::DATE
            AND NOT (
                ($unit::VARCHAR = 'day' AND records.exactness <> 'day')
                OR ($unit::VARCHAR = 'week' AND records.exactness = 'month')
            )
    END
    AND ($countries::VARCHAR[] IS NULL OR o.kind <> 'ACLED' OR list_contains($countries::VARCHAR[], records.country))
    AND ($types::VARCHAR[] IS NULL OR o.kind <> 'ACLED' OR list_contains($types::VARCHAR[], records."type"))
    AND ($languages::VARCHAR[] IS NULL OR o.kind <> 'GDELT' OR list_contains($languages::VARCHAR[], records."language"))
    AND ($words::VARCHAR IS NULL OR contains(lower(records."text"), lower($words::VARCHAR)))
ORDER BY records."day", records."row"
LIMIT $most::INTEGER
