"""Build templates/verslag.docx from readable text; only needed to change the template."""
