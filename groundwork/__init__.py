"""The ground both apps stand on: money, fields, saving, owners, limits, charts, blocks."""
