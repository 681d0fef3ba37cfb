"""Measured precision by rule, kind of quote, form of the speaker and number of pieces; then the count."""

PRECISION: dict[str, float] = {
    "according": 0.81,  # 422
    "according|indirect|description|one": 0.80,  # 94
    "according|indirect|long description|one": 0.85,  # 43
    "according|indirect|long name|one": 0.78,  # 63
    "according|indirect|name|one": 0.80,  # 138
    "according|mixed|name|one": 0.78,  # 26
    "as said": 0.77,  # 36
    "asked": 0.67,  # 115
    "asked|indirect|none|one": 0.67,  # 96
    "attitude": 0.52,  # 3289
    "attitude|indirect|description|one": 0.33,  # 558
    "attitude|indirect|long description|one": 0.32,  # 119
    "attitude|indirect|long name|one": 0.55,  # 108
    "attitude|indirect|name|one": 0.59,  # 1290
    "attitude|indirect|pronoun|one": 0.55,  # 450
    "attitude|indirect|relative|one": 0.37,  # 320
    "attitude|mixed|description|one": 0.51,  # 51
    "attitude|mixed|name|one": 0.73,  # 223
    "attitude|mixed|pronoun|one": 0.73,  # 86
    "before quote": 0.79,  # 739
    "before quote|direct|description|one": 0.66,  # 40
    "before quote|direct|name|one": 0.88,  # 275
    "before quote|direct|pronoun|one": 0.86,  # 136
    "before quote|mixed|name|one": 0.79,  # 140
    "before quote|mixed|pronoun|one": 0.70,  # 57
    "clause": 0.78,  # 2335
    "clause|indirect|description|one": 0.71,  # 294
    "clause|indirect|long description|one": 0.53,  # 54
    "clause|indirect|long name|one": 0.77,  # 82
    "clause|indirect|name|one": 0.81,  # 1056
    "clause|indirect|pronoun|one": 0.79,  # 300
    "clause|indirect|relative|one": 0.50,  # 132
    "clause|mixed|description|one": 0.68,  # 28
    "clause|mixed|name|one": 0.87,  # 282
    "clause|mixed|pronoun|one": 0.85,  # 66
    "cognition": 0.52,  # 789
    "cognition|indirect|description|one": 0.56,  # 134
    "cognition|indirect|name|one": 0.57,  # 262
    "cognition|indirect|pronoun|one": 0.52,  # 225
    "cognition|indirect|relative|one": 0.44,  # 83
    "evidential": 0.47,  # 410
    "evidential|indirect|description|one": 0.41,  # 96
    "evidential|indirect|long description|one": 0.44,  # 26
    "evidential|indirect|long name|one": 0.69,  # 46
    "evidential|indirect|name|one": 0.53,  # 157
    "evidential|indirect|pronoun|one": 0.30,  # 46
    "floating": 0.13,  # 308
    "floating|direct|description|one": 0.08,  # 32
    "floating|direct|name|many": 0.13,  # 32
    "floating|direct|name|one": 0.13,  # 158
    "floating|direct|pronoun|one": 0.21,  # 48
    "inserted": 0.56,  # 66
    "inserted|indirect|pronoun|many": 0.57,  # 30
    "inverted": 0.73,  # 64
    "inverted|indirect|name|one": 0.84,  # 33
    "label": 0.71,  # 5
    "medial": 0.84,  # 265
    "medial|indirect|description|many": 0.84,  # 43
    "medial|indirect|name|many": 0.79,  # 64
    "medial|indirect|pronoun|many": 0.80,  # 90
    "medial|mixed|name|many": 0.91,  # 30
    "medial|mixed|pronoun|many": 0.90,  # 27
    "noun": 0.46,  # 166
    "noun about": 0.43,  # 113
    "noun about|indirect|description|one": 0.33,  # 28
    "noun about|indirect|name|one": 0.50,  # 47
    "noun that": 0.42,  # 81
    "noun that|indirect|name|one": 0.56,  # 32
    "noun|indirect|description|one": 0.30,  # 33
    "noun|indirect|name|one": 0.56,  # 82
    "participle": 0.61,  # 478
    "participle|indirect|description|one": 0.44,  # 52
    "participle|indirect|name|one": 0.66,  # 165
    "participle|indirect|pronoun|one": 0.61,  # 54
    "participle|mixed|name|one": 0.78,  # 81
    "postposed": 0.81,  # 232
    "postposed|indirect|description|one": 0.72,  # 69
    "postposed|indirect|name|one": 0.91,  # 81
    "postposed|indirect|pronoun|one": 0.74,  # 48
    "quote": 0.95,  # 3170
    "quoted as saying": 0.27,  # 5
    "quote|direct|description|many": 0.98,  # 59
    "quote|direct|description|one": 0.91,  # 88
    "quote|direct|long name|many": 0.99,  # 32
    "quote|direct|name|many": 0.96,  # 1007
    "quote|direct|name|one": 0.94,  # 952
    "quote|direct|pronoun|many": 0.96,  # 400
    "quote|direct|pronoun|one": 0.94,  # 459
    "quote|mixed|name|many": 0.96,  # 27
    "quote|mixed|name|one": 0.82,  # 59
    "that": 0.82,  # 1477
    "that|indirect|description|one": 0.75,  # 128
    "that|indirect|long name|one": 0.79,  # 38
    "that|indirect|name|one": 0.86,  # 589
    "that|indirect|none|one": 0.24,  # 52
    "that|indirect|pronoun|one": 0.84,  # 154
    "that|indirect|relative|one": 0.68,  # 36
    "that|mixed|name|one": 0.90,  # 272
    "that|mixed|pronoun|one": 0.88,  # 91
    "transcript": 0.71,  # 99
    "transcript|indirect|name|one": 0.70,  # 84
    "woven": 0.30,  # 394
    "woven|direct|description|one": 0.24,  # 36
    "woven|direct|name|one": 0.44,  # 107
    "woven|direct|none|one": 0.08,  # 55
    "woven|direct|pronoun|one": 0.27,  # 52
    "woven|mixed|name|one": 0.39,  # 47
}
