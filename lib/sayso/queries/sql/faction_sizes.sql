-- answers: how many members has each faction as of a date?
-- params: as_of
-- returns: one row per faction
-- columns: faction_id, n_members
SELECT
    factions.faction_id,
    count(DISTINCT member.actor_id) AS n_members
FROM factions
LEFT JOIN memberships_read AS member
    ON member.faction_id = factions.faction_id
    AND $as_of::DATE BETWEEN member.member_from AND member.member_to
GROUP BY factions.faction_id
ORDER BY factions.faction_id
