"""Build the template: `python -m templates.source`."""

from templates.source.building import TEMPLATE, built_template

if __name__ == "__main__":
    TEMPLATE.write_bytes(built_template())
