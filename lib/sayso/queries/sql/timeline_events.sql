-- answers: what happened, is happening or is expected, in order?
-- params: as_of, since, known_by, actors, factions, outlets, worst_credibility
-- returns: one row per event that was reported as of the date, oldest first
-- columns: event_id, title, kind, modality, happened_on, happened_on_basis, date_low, date_high, precision, place, place_precision, description, actor_ids, actors, faction_ids, n_reports, weight, article_id
WITH parts AS (
    SELECT
        event_actors.event_id,
        event_actors.actor_id,
        string_agg(event_actors.role, ', ' ORDER BY event_actors.role) AS roles,
        min(CASE event_actors.role WHEN 'initiator' THEN 0 WHEN 'participant' THEN 1 ELSE 2 END) AS place
    FROM event_actors
    GROUP BY event_actors.event_id, event_actors.actor_id
),
took_part AS (
    SELECT
        parts.event_id,
        list(parts.actor_id ORDER BY parts.place, parts.actor_id) AS actor_ids,
        string_agg(actors.name || ' (' || parts.roles || ')', ', ' ORDER BY parts.place, actors.name) AS actors,
        list((
            SELECT min(member.faction_id)
            FROM memberships_read AS member
            WHERE member.actor_id = parts.actor_id
                AND member.member_from <= coalesce(happened.date_high, happened.date_low, $as_of::DATE)
                AND member.member_to >= coalesce(happened.date_low, happened.date_high, $as_of::DATE)
        ) ORDER BY parts.place, parts.actor_id) AS faction_ids
    FROM parts
    JOIN actors USING (actor_id)
    JOIN events USING (event_id)
    LEFT JOIN dates AS happened ON happened.edtf = events.happened_on
    GROUP BY parts.event_id
)
SELECT
    events.event_id,
    events.title,
    events.kind::VARCHAR AS kind,
    events.modality::VARCHAR AS modality,
    events.happened_on,
    events.happened_on_basis::VARCHAR AS happened_on_basis,
    happened.date_low,
    happened.date_high,
    happened."precision"::VARCHAR AS "precision",
    events.place,
    events.place_precision::VARCHAR AS place_precision,
    events.description,
    coalesce(took_part.actor_ids, []) AS actor_ids,
    took_part.actors,
    coalesce(took_part.faction_ids, []) AS faction_ids,
    reported.n_reports,
    reported.n_reports * 3 + len(coalesce(took_part.actor_ids, []))
        + 2 * (SELECT count(*) FROM statements WHERE statements.event_id = events.event_id) AS weight,
    reported.article_id
FROM events
JOIN events_reported AS reported USING (event_id)
JOIN dates AS happened ON happened.edtf = events.happened_on
LEFT JOIN articles_read AS article ON article.article_id = reported.article_id
LEFT JOIN took_part USING (event_id)
LEFT JOIN coded_read AS coded
    ON $known_by::VARCHAR = 'coded' AND coded.table_name = 'events' AND coded.row_id = events.event_id
WHERE coalesce(coded.coded_on, article.published_low, article.published_by, $as_of::DATE) <= $as_of::DATE
    AND ($since::DATE IS NULL OR coalesce(happened.date_high, happened.date_low) >= $since::DATE)
    AND NOT coalesce(article.is_withdrawn, false)
    AND ($outlets::VARCHAR[] IS NULL OR list_contains($outlets::VARCHAR[], article.outlet_id))
    AND ($worst_credibility::INTEGER IS NULL OR reported.credibility <= $worst_credibility::INTEGER)
    AND ($actors::VARCHAR[] IS NULL OR list_has_any($actors::VARCHAR[], took_part.actor_ids))
    AND ($factions::VARCHAR[] IS NULL OR list_has_any($factions::VARCHAR[], took_part.faction_ids))
ORDER BY coalesce(happened.date_low, happened.date_high), events.event_id
