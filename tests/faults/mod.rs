//! What breaks outside, and what Steward does then. One file for each thing that breaks.

mod copies;
mod database;
mod database_binary;
mod discord_down;
mod events;
mod gateway;
mod handover;
mod health;
mod jobs;
mod kill;
mod native;
mod outbox;
mod overload;
mod polls;
mod privacy;
mod restart;
mod secrets;
