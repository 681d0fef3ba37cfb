"""How often the tables show that a decision was taken, by its kind: each question has the decision's item bound."""

EFFECTS = {
    "accept": "SELECT count(*) FROM proposals JOIN quotes ON quote_id = row_id WHERE proposal_id = ?"
    " AND proposals.status IN ('accepted', 'edited')",
    "reject": "SELECT count(*) FROM proposals WHERE proposal_id = ? AND status = 'rejected'",
    "split": "SELECT count(*) FROM proposals WHERE starts_with(proposal_id, ? || '.from-')",
    "code": "SELECT count(*) FROM proposals JOIN statements ON statements.quote_id = row_id WHERE proposal_id = ?"
    " AND issue_id = 'harbour-toll' AND stance = 1",
    "added": "SELECT count(*) FROM articles WHERE article_id = ?",
    "searched": "SELECT count(DISTINCT row_id) FROM revisions WHERE row_id = ? AND action = 'searched'",
}  # fmt: skip
