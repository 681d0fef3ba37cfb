"""A page's answer without a screen: (database, scope, options) in; title, parts, figures, tables and sources out."""
