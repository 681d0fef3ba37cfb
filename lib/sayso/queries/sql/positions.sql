-- answers: where does each actor stand on each issue as of a date?
-- params: as_of, actors, factions, issues, kinds, outlets, worst_credibility, count_by
-- returns: one row per actor and issue with a statement
-- columns: actor_id, issue_id, n, n_supporting, n_neutral, n_opposing, mean, latest, latest_on, latest_said_on, condition, n_articles
SELECT
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
    count(DISTINCT original_id) AS n_articles
FROM statements_kept(
    $as_of::DATE, $actors::VARCHAR[], $factions::VARCHAR[], $issues::VARCHAR[],
    $kinds::VARCHAR[], $outlets::VARCHAR[], $worst_credibility::INTEGER, $count_by::VARCHAR
)
GROUP BY actor_id, issue_id
ORDER BY actor_id, issue_id
