"""The codebook edited: issues, factions, memberships, actors; each edit one change, undoable."""
