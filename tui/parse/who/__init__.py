"""Who and what an article names: the words of names, roles, bodies and areas, and the people and groups they make."""
