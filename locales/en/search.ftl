### Searching and lists.

search-kind-title = Job
search-kind-skill = Skill
search-kind-company = Company
search-kind-place = Place
search-kind-word = Word
search-api-filter = This filter does not exist, or not with this value.
search-api-before = Give the number of a job.
