### Feeds, and pictures of jobs.

