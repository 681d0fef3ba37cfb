-- answers: who reports this actor's words, who speaks to the actor, and in which events does it take part?
-- params: actor_id, as_of, since, known_by
-- returns: one row per link; relation is quoted by, spoken to by or takes part
-- columns: relation, who, detail, dated, said_on, article_id, quote_id
WITH spoken AS (
    SELECT quotes.*, article.outlet, article.title, article.is_withdrawn,
        coalesce(stated.date_low, stated.date_high, article.published_by) AS said_on,
        known_day($known_by::VARCHAR, said_on, article.published_by, coded.coded_on) AS known_on
    FROM quotes
    JOIN articles_read AS article USING (article_id)
    JOIN dates AS stated ON stated.edtf = quotes.stated_on
    LEFT JOIN coded_read AS coded
        ON $known_by::VARCHAR = 'coded' AND coded.table_name = 'quotes' AND coded.row_id = quotes.quote_id
    WHERE quotes.status IN ('accepted', 'edited')
)
SELECT 'quoted by' AS relation, outlet AS who, title AS detail, stated_on AS dated, said_on, article_id,
    NULL::VARCHAR AS quote_id
FROM spoken
WHERE speaker_id = $actor_id AND NOT is_withdrawn AND known_on <= $as_of::DATE
    AND ($since::DATE IS NULL OR said_on >= $since::DATE)
UNION ALL
SELECT 'spoken to by', actors.name, spoken.text, stated_on, said_on, article_id, spoken.quote_id
FROM spoken JOIN actors ON actors.actor_id = spoken.speaker_id
WHERE addressee_id = $actor_id AND NOT is_withdrawn AND known_on <= $as_of::DATE
    AND ($since::DATE IS NULL OR said_on >= $since::DATE)
UNION ALL
SELECT 'takes part', event_actors.role, events.title, events.happened_on,
    coalesce(happened.date_low, happened.date_high), reported.article_id, NULL
FROM event_actors
JOIN events USING (event_id)
JOIN events_reported AS reported USING (event_id)
JOIN dates AS happened ON happened.edtf = events.happened_on
LEFT JOIN articles_read AS article ON article.article_id = reported.article_id
WHERE event_actors.actor_id = $actor_id
    AND coalesce(article.published_low, article.published_by, $as_of::DATE) <= $as_of::DATE
    AND ($since::DATE IS NULL OR coalesce(happened.date_high, happened.date_low) >= $since::DATE)
ORDER BY relation, said_on DESC, who
