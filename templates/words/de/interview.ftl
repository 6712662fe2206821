# Was der Fragebogen fragt und antwortet.
