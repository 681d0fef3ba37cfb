-- answers: where did each member of each faction stand, from what they said while a member?
-- params: as_of, since, known_by, actors, factions, issues, kinds, outlets, worst_credibility, count_by
-- returns: one row per faction, member and issue with a statement
-- columns: faction_id, actor_id, issue_id, n, n_supporting, n_neutral, n_opposing, mean, latest, latest_on, latest_said_on, condition, n_articles, n_words, n_acts, n_inferred, first_said_on, last_words_on
WITH said AS (
    SELECT DISTINCT member.faction_id, kept.*
    FROM statements_kept(
        $as_of::DATE, $since::DATE, $known_by::VARCHAR, $actors::VARCHAR[], $factions::VARCHAR[], $issues::VARCHAR[],
        $kinds::VARCHAR[], $outlets::VARCHAR[], $worst_credibility::INTEGER, $count_by::VARCHAR
    ) AS kept
    JOIN memberships_read AS member
        ON member.actor_id = kept.actor_id
        AND kept.said_on BETWEEN member.member_from AND member.member_to
    WHERE $factions::VARCHAR[] IS NULL OR list_contains($factions::VARCHAR[], member.faction_id)
)
SELECT
    faction_id,
    actor_id,
    issue_id,
    count(*) AS n,
    count(*) FILTER (stance > 0) AS n_supporting,
    count(*) FILTER (stance = 0) AS n_neutral,
    count(*) FILTER (stance < 0) AS n_opposing,
    avg(stance) AS mean,
    last(stance ORDER BY said_on, statement_id) AS latest,
    last(stated_on ORDER BY said_on, statement_id) AS latest_on,
    max(said_on) AS latest_said_on,
    last(condition ORDER BY said_on, statement_id) AS condition,
    count(DISTINCT original_id) AS n_articles,
    count(*) FILTER (basis = 'words') AS n_words,
    count(*) FILTER (basis = 'act') AS n_acts,
    count(*) FILTER (basis = 'inferred') AS n_inferred,
    min(said_on) AS first_said_on,
    max(said_on) FILTER (basis = 'words') AS last_words_on
FROM said
GROUP BY faction_id, actor_id, issue_id
ORDER BY faction_id, actor_id, issue_id
