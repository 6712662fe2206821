# What checks say about documents, claims and files.
