mod api;
mod claiming;
mod domains;
mod logos;
mod merging;
mod names;
mod programs;
mod teams;
