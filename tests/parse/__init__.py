"""Articles are read: layout, session, people, figures and speech."""
