//! Discord: everything the program says to it or hears from it goes through here. Features are given
//! events and [interactions](interaction::context) and leave their effects in the [`outbox`]; nothing
//! else in the program speaks to Discord. What moves by itself (the gateway, the queues, the runner)
//! is in [`runtime`](crate::runtime), above.
//!
//! Read in this order, each folder standing on the ones before it: [`client`] makes the calls and knows
//! the servers, [`access`] says who may do what and where, [`ui`] is what messages are made of,
//! [`outbox`] carries effects out, [`interaction`] is one command, button or form with its answer.

pub mod access;
pub mod client;
pub mod interaction;
pub mod outbox;
pub mod ui;
