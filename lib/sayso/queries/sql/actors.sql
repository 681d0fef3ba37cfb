-- answers: who is in this dataset, how much did they say, and when were they last seen?
-- params: as_of
-- returns: one row per actor, the most quoted first
-- columns: actor_id, name, name_original, kind, country, description, organisation, wikidata_id, n_statements, n_quotes, last_said_on, last_stated_on, faction_ids
SELECT
    actors.actor_id,
    actors.name,
    actors.name_original,
    actors.kind::VARCHAR AS kind,
    actors.country,
    actors.description,
    parents.name AS organisation,
    actors.wikidata_id,
    coalesce(said.n_statements, 0) AS n_statements,
    coalesce(spoken.n_quotes, 0) AS n_quotes,
    said.last_said_on,
    said.last_stated_on,
    coalesce((
        SELECT list(DISTINCT member.faction_id ORDER BY member.faction_id)
        FROM memberships_read AS member
        WHERE member.actor_id = actors.actor_id
            AND coalesce(said.last_said_on, $as_of::DATE) BETWEEN member.member_from AND member.member_to
    ), []) AS faction_ids
FROM actors
LEFT JOIN actors AS parents ON parents.actor_id = actors.organisation_id
LEFT JOIN (
    SELECT actor_id, count(*) AS n_statements, max(said_on) AS last_said_on,
        last(stated_on ORDER BY said_on, statement_id) AS last_stated_on
    FROM statements_read WHERE counts AND said_on <= $as_of::DATE GROUP BY actor_id
) AS said ON said.actor_id = actors.actor_id
LEFT JOIN (
    SELECT speaker_id, count(*) AS n_quotes
    FROM quotes JOIN articles_read USING (article_id)
    WHERE quotes.status IN ('accepted', 'edited') AND NOT is_withdrawn GROUP BY speaker_id
) AS spoken ON spoken.speaker_id = actors.actor_id
ORDER BY n_statements DESC, n_quotes DESC, actors.name
