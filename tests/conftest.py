from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.stores", "tests.mailserver"]

# A busy machine is no reason to fail: laws are about answers, the bench is about time.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
