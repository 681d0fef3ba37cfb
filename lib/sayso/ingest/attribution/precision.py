"""Measured precision by rule, kind of quote, form of the speaker and number of pieces; then the count."""

PRECISION: dict[str, float] = {
    "according": 0.81,  # 422
    "according|indirect|description|cut": 0.83,  # 37
    "according|indirect|name|cut": 0.84,  # 57
    "according|indirect|name|cut long": 0.75,  # 30
    "according|indirect|name|cut plain": 0.68,  # 31
    "as said": 0.80,  # 36
    "asked": 0.67,  # 115
    "asked|indirect|none|cut plain": 0.66,  # 50
    "attitude": 0.53,  # 3301
    "attitude|indirect|description|cut": 0.36,  # 41
    "attitude|indirect|description|cut plain": 0.34,  # 191
    "attitude|indirect|description|whole": 0.36,  # 55
    "attitude|indirect|description|whole plain": 0.40,  # 210
    "attitude|indirect|long description|cut plain": 0.43,  # 40
    "attitude|indirect|long description|whole plain": 0.27,  # 43
    "attitude|indirect|long name|cut plain": 0.51,  # 40
    "attitude|indirect|long name|whole plain": 0.65,  # 47
    "attitude|indirect|name|cut": 0.53,  # 120
    "attitude|indirect|name|cut plain": 0.54,  # 575
    "attitude|indirect|name|whole": 0.63,  # 137
    "attitude|indirect|name|whole plain": 0.65,  # 475
    "attitude|indirect|pronoun|cut": 0.46,  # 34
    "attitude|indirect|pronoun|cut plain": 0.51,  # 202
    "attitude|indirect|pronoun|whole": 0.60,  # 71
    "attitude|indirect|pronoun|whole plain": 0.50,  # 218
    "attitude|indirect|relative|cut plain": 0.35,  # 155
    "attitude|indirect|relative|whole": 0.56,  # 26
    "attitude|indirect|relative|whole plain": 0.44,  # 87
    "attitude|mixed|name|whole": 0.74,  # 85
    "attitude|mixed|name|whole plain": 0.83,  # 92
    "attitude|mixed|pronoun|whole": 0.63,  # 35
    "attitude|mixed|pronoun|whole plain": 0.70,  # 39
    "before quote": 0.80,  # 738
    "before quote|direct|name|whole": 0.92,  # 96
    "before quote|direct|name|whole long": 0.89,  # 74
    "before quote|direct|name|whole plain": 0.84,  # 99
    "before quote|direct|pronoun|whole": 0.88,  # 47
    "before quote|direct|pronoun|whole long": 0.91,  # 46
    "before quote|direct|pronoun|whole plain": 0.81,  # 54
    "before quote|mixed|name|whole": 0.83,  # 60
    "before quote|mixed|name|whole plain": 0.84,  # 48
    "before quote|mixed|pronoun|whole plain": 0.78,  # 27
    "clause": 0.79,  # 2285
    "clause|indirect|description|cut plain": 0.69,  # 35
    "clause|indirect|description|whole": 0.65,  # 76
    "clause|indirect|description|whole plain": 0.80,  # 141
    "clause|indirect|long name|whole": 0.76,  # 28
    "clause|indirect|long name|whole plain": 0.90,  # 30
    "clause|indirect|name|cut": 0.78,  # 45
    "clause|indirect|name|cut plain": 0.68,  # 122
    "clause|indirect|name|whole": 0.83,  # 334
    "clause|indirect|name|whole long": 0.72,  # 91
    "clause|indirect|name|whole plain": 0.88,  # 438
    "clause|indirect|pronoun|cut plain": 0.77,  # 35
    "clause|indirect|pronoun|whole": 0.75,  # 75
    "clause|indirect|pronoun|whole long": 0.72,  # 30
    "clause|indirect|pronoun|whole plain": 0.82,  # 142
    "clause|indirect|relative|cut": 0.39,  # 28
    "clause|indirect|relative|whole plain": 0.68,  # 47
    "clause|mixed|name|whole": 0.88,  # 137
    "clause|mixed|name|whole long": 0.74,  # 41
    "clause|mixed|name|whole plain": 0.94,  # 81
    "clause|mixed|pronoun|whole": 0.84,  # 34
    "cognition": 0.52,  # 786
    "cognition|indirect|description|whole": 0.62,  # 29
    "cognition|indirect|description|whole plain": 0.65,  # 64
    "cognition|indirect|name|cut plain": 0.43,  # 35
    "cognition|indirect|name|whole": 0.58,  # 69
    "cognition|indirect|name|whole plain": 0.66,  # 107
    "cognition|indirect|pronoun|cut plain": 0.30,  # 37
    "cognition|indirect|pronoun|whole": 0.48,  # 64
    "cognition|indirect|pronoun|whole plain": 0.55,  # 115
    "cognition|indirect|relative|whole plain": 0.49,  # 29
    "evidential": 0.47,  # 411
    "evidential|indirect|description|cut plain": 0.22,  # 30
    "evidential|indirect|description|whole plain": 0.59,  # 39
    "evidential|indirect|name|cut plain": 0.24,  # 40
    "evidential|indirect|name|whole": 0.61,  # 34
    "evidential|indirect|name|whole plain": 0.69,  # 62
    "evidential|indirect|pronoun|whole plain": 0.31,  # 25
    "floating": 0.09,  # 238
    "floating|direct|name|whole": 0.07,  # 52
    "floating|direct|name|whole long": 0.18,  # 47
    "floating|direct|name|whole plain": 0.06,  # 28
    "inserted": 0.57,  # 65
    "inserted|indirect|pronoun|parts": 0.55,  # 31
    "inverted": 0.72,  # 75
    "label": 0.71,  # 5
    "medial": 0.83,  # 266
    "medial|indirect|description|parts": 0.84,  # 44
    "medial|indirect|name|parts": 0.78,  # 65
    "medial|indirect|pronoun|parts": 0.81,  # 90
    "medial|mixed|name|parts": 0.87,  # 28
    "medial|mixed|pronoun|parts": 0.87,  # 28
    "noun": 0.46,  # 173
    "noun about": 0.49,  # 23
    "noun that": 0.39,  # 95
    "noun|indirect|name|cut plain": 0.47,  # 36
    "noun|indirect|name|whole plain": 0.65,  # 28
    "participle": 0.67,  # 477
    "participle|indirect|description|whole plain": 0.53,  # 25
    "participle|indirect|name|whole": 0.70,  # 54
    "participle|indirect|name|whole plain": 0.75,  # 94
    "participle|indirect|pronoun|whole plain": 0.74,  # 30
    "participle|mixed|name|whole": 0.72,  # 31
    "participle|mixed|name|whole plain": 0.86,  # 34
    "postposed": 0.82,  # 231
    "postposed|indirect|description|cut": 0.77,  # 32
    "postposed|indirect|name|cut": 0.90,  # 29
    "postposed|indirect|name|cut plain": 0.87,  # 35
    "postposed|indirect|pronoun|cut plain": 0.75,  # 25
    "quote": 0.95,  # 3186
    "quoted as saying": 0.27,  # 5
    "quote|direct|description|parts": 0.98,  # 58
    "quote|direct|description|whole": 0.91,  # 38
    "quote|direct|description|whole long": 0.96,  # 32
    "quote|direct|long name|parts": 0.99,  # 34
    "quote|direct|name|cut": 0.93,  # 121
    "quote|direct|name|cut long": 0.98,  # 63
    "quote|direct|name|parts": 0.96,  # 1032
    "quote|direct|name|whole": 0.94,  # 405
    "quote|direct|name|whole long": 0.96,  # 341
    "quote|direct|pronoun|cut": 0.98,  # 54
    "quote|direct|pronoun|parts": 0.97,  # 408
    "quote|direct|pronoun|whole": 0.95,  # 208
    "quote|direct|pronoun|whole long": 0.96,  # 161
    "quote|mixed|name|parts": 0.96,  # 29
    "quote|mixed|name|whole": 0.80,  # 28
    "that": 0.81,  # 1477
    "that|indirect|description|whole": 0.70,  # 39
    "that|indirect|description|whole plain": 0.83,  # 54
    "that|indirect|name|cut": 0.69,  # 32
    "that|indirect|name|cut plain": 0.80,  # 68
    "that|indirect|name|whole": 0.89,  # 228
    "that|indirect|name|whole long": 0.86,  # 62
    "that|indirect|name|whole plain": 0.89,  # 189
    "that|indirect|none|whole plain": 0.35,  # 27
    "that|indirect|pronoun|whole": 0.89,  # 60
    "that|indirect|pronoun|whole plain": 0.79,  # 57
    "that|mixed|name|whole": 0.90,  # 115
    "that|mixed|name|whole long": 0.89,  # 52
    "that|mixed|name|whole plain": 0.90,  # 78
    "that|mixed|pronoun|whole": 0.90,  # 31
    "that|mixed|pronoun|whole plain": 0.84,  # 32
    "transcript": 0.71,  # 99
    "transcript|indirect|name|whole plain": 0.69,  # 62
    "woven": 0.41,  # 170
    "woven|direct|name|whole plain": 0.45,  # 26
}
