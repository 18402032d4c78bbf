### Postings from elsewhere.

