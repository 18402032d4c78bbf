-- What administrators chose for the whole board: its name, its color, its logo.
CREATE TABLE board_settings (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);
