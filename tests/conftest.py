pytest_plugins = ["tests.stores"]
