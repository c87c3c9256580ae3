"""Build the templates: `python -m templates.source`."""

from templates.source.building import NAMES, built_template, template_file

if __name__ == "__main__":
    for name in NAMES:
        template_file(name).write_bytes(built_template(name))
