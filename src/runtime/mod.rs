//! What moves: the connection to Discord's gateway, the queues between it and the features, the
//! dispatch of events and interactions, the registration of commands, and the runner of jobs and orders.

pub mod dispatch;
pub mod framework;
pub mod gateway;
pub mod intake;
pub mod runner;
