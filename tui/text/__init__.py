"""What Vietnamese text needs: cleaning, views, folding, names, numbers, dates. Pure functions only."""
