-- answers: how often were the finds of each rule right?
-- params: 
-- returns: one row per extractor, kind and rule, those with most decisions first
-- columns: coder, kind, rule, n_waiting, n_accepted, n_edited, n_rejected, confidence
SELECT
    coder,
    kind::VARCHAR AS kind,
    coalesce(rule, '–') AS rule,
    count(*) FILTER (status = 'proposed') AS n_waiting,
    count(*) FILTER (status = 'accepted') AS n_accepted,
    count(*) FILTER (status = 'edited') AS n_edited,
    count(*) FILTER (status = 'rejected') AS n_rejected,
    avg(confidence) AS confidence
FROM proposals
WHERE kind IN ('quote', 'statement', 'event')
GROUP BY ALL
ORDER BY n_accepted + n_edited + n_rejected DESC, n_waiting DESC, coder, kind, rule
