-- Work that is done in the background. `outbox` stays for this version: one from before may run beside
-- it, and what that one leaves there is moved here.
CREATE TABLE tasks (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT UNIQUE,
    queue TEXT,
    payload TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP,
    attempts INTEGER NOT NULL DEFAULT 0,
    leased_until TIMESTAMP,
    last_error TEXT
);
CREATE INDEX tasks_by_due ON tasks (kind, due_at);
CREATE INDEX tasks_by_queue ON tasks (queue) WHERE queue IS NOT NULL;
CREATE INDEX tasks_by_lease ON tasks (leased_until) WHERE leased_until IS NOT NULL;
