# What the report says: page one, sections, tables.
