# Words of the templates; Markdown counts here.
