"""Settings: flag, POURPARLER_* environment, pourparler.toml beside the record, the user's config folder."""

from pourparler.settings.settings import Settings, load_settings, settings_files

__all__ = ["Settings", "load_settings", "settings_files"]
