"""Who "he", "the committee" or a floating quote belongs to."""
