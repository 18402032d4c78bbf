DROP TABLE board_settings;
