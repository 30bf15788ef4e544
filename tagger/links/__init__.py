"""From a claim to priced readings: concept, members, period."""
