-- Until version 3 a change that takes another back said so in its note alone.
UPDATE revisions
SET undoes = substr(note, length('undo of ') + 1)
WHERE starts_with(note, 'undo of ')
    AND substr(note, length('undo of ') + 1) IN (SELECT split_part(revision_id, '.', 1) FROM revisions);
