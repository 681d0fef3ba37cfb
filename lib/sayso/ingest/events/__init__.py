"""Events: PLOVER kind, modality, participants, date and place."""
