"""Measured precision by rule, kind of quote, form of the speaker and number of pieces; then the count."""

PRECISION: dict[str, float] = {
    "according": 0.78,  # 422
    "according|indirect|description|cut": 0.75,  # 37
    "according|indirect|name|cut": 0.77,  # 57
    "according|indirect|name|cut long": 0.65,  # 30
    "according|indirect|name|cut plain": 0.58,  # 31
    "as said": 0.71,  # 36
    "asked": 0.61,  # 115
    "asked|indirect|none|cut plain": 0.57,  # 50
    "attitude": 0.52,  # 3301
    "attitude|indirect|description|cut": 0.26,  # 42
    "attitude|indirect|description|cut plain": 0.30,  # 191
    "attitude|indirect|description|whole": 0.28,  # 54
    "attitude|indirect|description|whole plain": 0.35,  # 210
    "attitude|indirect|long description|cut plain": 0.33,  # 40
    "attitude|indirect|long description|whole plain": 0.18,  # 43
    "attitude|indirect|long name|cut plain": 0.40,  # 40
    "attitude|indirect|long name|whole plain": 0.57,  # 48
    "attitude|indirect|name|cut": 0.48,  # 119
    "attitude|indirect|name|cut plain": 0.52,  # 577
    "attitude|indirect|name|whole": 0.57,  # 137
    "attitude|indirect|name|whole plain": 0.63,  # 474
    "attitude|indirect|pronoun|cut": 0.35,  # 34
    "attitude|indirect|pronoun|cut plain": 0.47,  # 202
    "attitude|indirect|pronoun|whole": 0.52,  # 71
    "attitude|indirect|pronoun|whole plain": 0.46,  # 217
    "attitude|indirect|relative|cut plain": 0.30,  # 155
    "attitude|indirect|relative|whole": 0.44,  # 26
    "attitude|indirect|relative|whole plain": 0.37,  # 87
    "attitude|mixed|name|whole": 0.68,  # 85
    "attitude|mixed|name|whole plain": 0.78,  # 92
    "attitude|mixed|pronoun|whole": 0.52,  # 35
    "attitude|mixed|pronoun|whole plain": 0.61,  # 39
    "before quote": 0.79,  # 738
    "before quote|direct|name|whole": 0.89,  # 96
    "before quote|direct|name|whole long": 0.85,  # 74
    "before quote|direct|name|whole plain": 0.80,  # 100
    "before quote|direct|pronoun|whole": 0.82,  # 47
    "before quote|direct|pronoun|whole long": 0.86,  # 46
    "before quote|direct|pronoun|whole plain": 0.74,  # 54
    "before quote|mixed|name|whole": 0.77,  # 60
    "before quote|mixed|name|whole plain": 0.78,  # 48
    "before quote|mixed|pronoun|whole plain": 0.67,  # 26
    "clause": 0.78,  # 2288
    "clause|indirect|description|cut plain": 0.59,  # 35
    "clause|indirect|description|whole": 0.58,  # 76
    "clause|indirect|description|whole plain": 0.76,  # 141
    "clause|indirect|long name|whole": 0.66,  # 28
    "clause|indirect|long name|whole plain": 0.83,  # 30
    "clause|indirect|name|cut": 0.70,  # 45
    "clause|indirect|name|cut plain": 0.63,  # 122
    "clause|indirect|name|whole": 0.80,  # 335
    "clause|indirect|name|whole long": 0.66,  # 91
    "clause|indirect|name|whole plain": 0.86,  # 439
    "clause|indirect|pronoun|cut plain": 0.68,  # 35
    "clause|indirect|pronoun|whole": 0.69,  # 75
    "clause|indirect|pronoun|whole long": 0.62,  # 30
    "clause|indirect|pronoun|whole plain": 0.78,  # 142
    "clause|indirect|relative|cut": 0.27,  # 28
    "clause|indirect|relative|cut plain": 0.38,  # 25
    "clause|indirect|relative|whole plain": 0.63,  # 43
    "clause|mixed|name|whole": 0.85,  # 138
    "clause|mixed|name|whole long": 0.66,  # 41
    "clause|mixed|name|whole plain": 0.91,  # 81
    "clause|mixed|pronoun|whole": 0.76,  # 34
    "cognition": 0.50,  # 786
    "cognition|indirect|description|whole": 0.51,  # 29
    "cognition|indirect|description|whole plain": 0.58,  # 64
    "cognition|indirect|name|cut plain": 0.32,  # 35
    "cognition|indirect|name|whole": 0.51,  # 69
    "cognition|indirect|name|whole plain": 0.60,  # 107
    "cognition|indirect|pronoun|cut plain": 0.21,  # 37
    "cognition|indirect|pronoun|whole": 0.40,  # 64
    "cognition|indirect|pronoun|whole plain": 0.49,  # 115
    "cognition|indirect|relative|whole plain": 0.37,  # 29
    "evidential": 0.44,  # 411
    "evidential|indirect|description|cut plain": 0.12,  # 30
    "evidential|indirect|description|whole plain": 0.49,  # 39
    "evidential|indirect|name|cut plain": 0.15,  # 40
    "evidential|indirect|name|whole": 0.50,  # 34
    "evidential|indirect|name|whole plain": 0.62,  # 62
    "evidential|indirect|pronoun|whole plain": 0.19,  # 25
    "floating": 0.07,  # 233
    "floating|direct|name|whole": 0.05,  # 49
    "floating|direct|name|whole long": 0.09,  # 45
    "floating|direct|name|whole plain": 0.05,  # 28
    "inserted": 0.49,  # 65
    "inserted|indirect|pronoun|parts": 0.44,  # 31
    "inverted": 0.65,  # 75
    "label": 0.45,  # 5
    "medial": 0.80,  # 266
    "medial|indirect|description|parts": 0.77,  # 44
    "medial|indirect|name|parts": 0.71,  # 65
    "medial|indirect|pronoun|parts": 0.76,  # 90
    "medial|mixed|name|parts": 0.79,  # 28
    "medial|mixed|pronoun|parts": 0.79,  # 28
    "noun": 0.41,  # 173
    "noun about": 0.36,  # 23
    "noun that": 0.33,  # 95
    "noun|indirect|name|cut plain": 0.37,  # 36
    "noun|indirect|name|whole plain": 0.53,  # 28
    "participle": 0.64,  # 477
    "participle|indirect|description|whole plain": 0.41,  # 25
    "participle|indirect|name|whole": 0.62,  # 54
    "participle|indirect|name|whole plain": 0.69,  # 94
    "participle|indirect|pronoun|whole plain": 0.64,  # 30
    "participle|mixed|name|whole": 0.62,  # 31
    "participle|mixed|name|whole plain": 0.78,  # 34
    "postposed": 0.79,  # 232
    "postposed|indirect|description|cut": 0.67,  # 32
    "postposed|indirect|name|cut": 0.83,  # 29
    "postposed|indirect|name|cut plain": 0.80,  # 35
    "postposed|indirect|pronoun|cut plain": 0.63,  # 25
    "quote": 0.94,  # 3187
    "quoted as saying": 0.05,  # 5
    "quote|direct|description|parts": 0.95,  # 58
    "quote|direct|description|whole": 0.85,  # 38
    "quote|direct|description|whole long": 0.92,  # 32
    "quote|direct|long name|parts": 0.96,  # 34
    "quote|direct|name|cut": 0.91,  # 121
    "quote|direct|name|cut long": 0.96,  # 63
    "quote|direct|name|parts": 0.95,  # 1036
    "quote|direct|name|whole": 0.93,  # 403
    "quote|direct|name|whole long": 0.95,  # 340
    "quote|direct|pronoun|cut": 0.95,  # 54
    "quote|direct|pronoun|parts": 0.95,  # 408
    "quote|direct|pronoun|whole": 0.93,  # 208
    "quote|direct|pronoun|whole long": 0.94,  # 161
    "quote|mixed|name|parts": 0.92,  # 29
    "quote|mixed|name|whole": 0.71,  # 28
    "that": 0.80,  # 1477
    "that|indirect|description|whole": 0.60,  # 39
    "that|indirect|description|whole plain": 0.76,  # 54
    "that|indirect|name|cut": 0.59,  # 32
    "that|indirect|name|cut plain": 0.73,  # 68
    "that|indirect|name|whole": 0.86,  # 228
    "that|indirect|name|whole long": 0.81,  # 62
    "that|indirect|name|whole plain": 0.86,  # 189
    "that|indirect|none|whole plain": 0.24,  # 27
    "that|indirect|pronoun|whole": 0.83,  # 60
    "that|indirect|pronoun|whole plain": 0.72,  # 57
    "that|mixed|name|whole": 0.87,  # 115
    "that|mixed|name|whole long": 0.83,  # 52
    "that|mixed|name|whole plain": 0.86,  # 78
    "that|mixed|pronoun|whole": 0.84,  # 31
    "that|mixed|pronoun|whole plain": 0.75,  # 32
    "transcript": 0.65,  # 99
    "transcript|indirect|name|whole plain": 0.62,  # 62
    "woven": 0.36,  # 170
    "woven|direct|name|whole plain": 0.33,  # 26
}
