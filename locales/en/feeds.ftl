### Feeds, and pictures of jobs.

# Shown by a browser that can search the board from its own bar.
feeds-search = Search jobs on { $site }
# The title of a feed: what the list is about, and the board.
feeds-title = { $heading } – { $site }
