### Postings from elsewhere.

## The audit log, after who did it: "the operator imported jobs: 12 added, 3 updated"

sources-action-imported = imported jobs
sources-imported = { $added } added, { $updated } updated
