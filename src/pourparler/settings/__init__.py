"""Settings: flag, then POURPARLER_* environment, then pourparler.toml beside the record, then the user's config folder."""

from pourparler.settings.settings import Settings, load_settings, settings_files

__all__ = ["Settings", "load_settings", "settings_files"]
