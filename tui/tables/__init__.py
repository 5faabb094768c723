"""What is listed across sessions: sessions, people, figures and requests, as rows for screens and commands alike."""
